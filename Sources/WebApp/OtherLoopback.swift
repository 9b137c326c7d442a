import Hummingbird
import Logging
import ServiceLifecycle

/// Answers at this machine's own address of IPv6 too, at the port that the server found; where there is no such
/// address, browsers take the other.
struct OtherLoopback<Responder: HTTPResponder>: Service
where Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
    let responder: Responder
    let ports: AsyncStream<Int>
    let logger: Logger

    func run() async throws {
        for await port in ports.cancelOnGracefulShutdown() {
            let application = Application(
                responder: responder, configuration: .init(address: .hostname("::1", port: port), serverName: nil),
                logger: logger)
            do { try await application.run() } catch { try? await gracefulShutdown() }
            return
        }
    }
}
