import Foundation
import Hummingbird
import Logging
import NIOCore
import Reporting
import ServiceLifecycle
import Trials

/// The local web application: the page, its files and the programming interface behind it.
public struct WebServer: Sendable {
    private let settings: ServerSettings
    private let catalogue: Catalogue
    private let store: Store
    private let keeper: RunKeeper

    /// Reads what does not change while it runs.
    ///
    /// - Throws: an error that says in one sentence what is missing or wrong.
    public init(_ settings: ServerSettings) throws {
        self.settings = settings
        catalogue = try Catalogue()
        let folder = try DataFolder(settings.data)
        store = try Store(folder, limit: settings.limits.kept)
        keeper = RunKeeper(store, folder, threads: settings.limits.workers)
    }

    /// Answers requests until the process is told to stop.
    ///
    /// - Parameter listening: called once it answers, with the address to open.
    /// - Throws: an error of the system if the port cannot be had.
    public func run(listening: @escaping @Sendable (URL) -> Void) async throws {
        let host = settings.address ?? Self.loopback
        let token = settings.token
        var logger = Logger(label: "osteon")
        logger.logLevel = .critical
        let responder = try router().buildResponder()
        let (ports, port) = AsyncStream<Int>.makeStream()
        var services: [any Service] = [keeper]
        if settings.address == nil {
            services.append(OtherLoopback(responder: responder, ports: ports, logger: logger))
        }
        let application = Application(
            responder: responder, configuration: .init(address: .hostname(host, port: settings.port), serverName: nil),
            services: services,
            onServerRunning: { channel in
                let number = channel.localAddress?.port ?? 0
                port.yield(number)
                let name = host.contains(":") ? "[\(host)]" : host
                let query = token.map { "?token=\($0)" } ?? ""
                if let url = URL(string: "http://\(name):\(number)/\(query)") { listening(url) }
            },
            logger: logger)
        try await application.runService()
    }

    private static let loopback = "127.0.0.1"

    /// What the programming interface does.
    var description: InterfaceDescription { InterfaceDescription(catalogue, trials: TrialFiles().names) }

    /// All that is answered.
    func router() throws -> Router<BasicRequestContext> {
        let router = Router(context: BasicRequestContext.self)
        let limits = settings.limits
        let bench = Workbench(workers: limits.workers, queue: limits.queue)
        let desk = SimulationDesk(limits, bench: bench, catalogue: catalogue)
        let description = description
        router.add(middleware: Gatekeeper(token: settings.token, methods: description.methods))
        PageFiles(settings).add(to: router)
        try CatalogueRoutes(catalogue: catalogue).add(to: router, disclaimer: RunReport.standardDisclaimer)
        SimulationRoutes(desk: desk, catalogue: catalogue, limits: limits).add(to: router)
        EvidenceRoutes(catalogue: catalogue, store: store, desk: desk).add(to: router)
        QuestionRoutes(folder: settings.questions, catalogue: catalogue, desk: desk).add(to: router)
        MapRoutes(catalogue: catalogue, desk: desk).add(to: router)
        ItemRoutes(store: store, limits: limits).add(to: router)
        try RunRoutes(store: store, keeper: keeper, limits: limits).add(to: router)
        DataRoutes(store: store, keeper: keeper).add(to: router)
        let text = try Answer.encoded(description.json)
        router.get("/api/openapi.json") { _, _ in Answer.json(bytes: text) }
        return router
    }
}
