import Exchange
import Foundation
import HTTPTypes
import Hummingbird
import Modeling
import Physiology
import Reporting
import Symbolics
import Trials

/// Simulating on request: whole courses, and close looks at a day or a cycle.
struct SimulationRoutes {
    let desk: SimulationDesk
    let catalogue: Catalogue
    let limits: ServerLimits

    static let mostScenarios = 4

    func add(to router: Router<some RequestContext>) {
        router.post("/api/simulations") { request, _ in try await whileAsked(request, simulations) }
        router.post("/api/zoom") { request, _ in try await whileAsked(request, zoom) }
    }

    /// Reads a request and answers it, unless whoever asked goes away first.
    private func whileAsked(
        _ request: Request, _ answer: @escaping @Sendable (Data) async throws -> Response
    ) async throws -> Response {
        var response = try await request.body.consumeWithCancellationOnInboundClose { body in
            var whole = request
            whole.body = body
            do {
                return try await answer(try await RequestObject.bytes(of: whole, limit: limits.body))
            } catch let refusal as Refusal {
                return try refusal.answer()
            }
        }
        // Watching the connection uses it up.
        response.headers[.connection] = "close"
        return response
    }

    // MARK: Courses

    private struct Courses: Encodable {
        let runs: [RunAnswer]
    }

    @Sendable private func simulations(_ body: Data) async throws -> Response {
        let object = try RequestObject(body, keys: ["scenarios", "outputs", "bands", "outcomes"])
        let scenarios = try object.scenarios("scenarios", atMost: Self.mostScenarios)
        let outputs = try object.names("outputs", among: catalogue.outputNames, atMost: catalogue.outputs.count)
        let hasBands = try object.flag("bands", or: false)
        let hasOutcomes = try object.flag("outcomes", or: true)
        let runs = try await withThrowingTaskGroup(of: (Int, RunAnswer).self) { group in
            for (place, scenario) in scenarios.enumerated() {
                let order = SimulationDesk.Order(
                    scenario: scenario, outputs: outputs, hasBands: hasBands, hasOutcomes: hasOutcomes)
                group.addTask { (place, try await desk.answer(order)) }
            }
            var runs: [RunAnswer?] = scenarios.map { _ in nil }
            for try await (place, run) in group { runs[place] = run }
            return runs.compactMap(\.self)
        }
        return try Answer.json(Courses(runs: runs))
    }

    // MARK: A close look

    private struct CloseLook: Encodable {
        /// Between which values an output could lie.
        struct Band: Encodable {
            let output: String
            let low: [Double?]
            let high: [Double?]
            /// What lies between them.
            let spread: String

            /// Nil for an output that has none.
            init?(_ output: String, _ bands: OutputBands, times: [Double]) {
                guard let band = bands.band(of: output), let spread = OutputBands.spread(of: output) else { return nil }
                let found = times.map { band.value(of: output, at: $0) }
                self.output = output
                low = found.map { $0?.lowerBound }
                high = found.map { $0?.upperBound }
                self.spread = spread.rawValue
            }
        }

        /// Days since the beginning of the stretch.
        let times: [Double]
        let series: [RunAnswer.Series]
        /// Left out where they were not asked for.
        let bands: [Band]?
    }

    /// What lies between two moments shown, in days: five minutes over a day, two hours over a cycle.
    private static let stretches: [(name: String, days: Double, steps: Int)] = [
        ("1 day", 1, 288), ("28 days", 28, 336),
    ]

    @Sendable private func zoom(_ body: Data) async throws -> Response {
        let object = try RequestObject(body, keys: ["scenario", "from", "length", "outputs", "bands"])
        let scenario = try object.scenario("scenario")
        let outputs = try object.names("outputs", among: catalogue.outputNames, atMost: catalogue.outputs.count)
        let hasBands = try object.flag("bands", or: false)
        let length = try object.text("length", or: "1 day", expecting: "'1 day' or '28 days'")
        guard let stretch = Self.stretches.first(where: { $0.name == length }) else {
            throw Refusal(
                .unprocessableContent, "length: '\(length.prefix(60))' is not shown; expected '1 day' or '28 days'",
                key: "length")
        }
        let last = max(0, scenario.horizon - stretch.days)
        var start = last
        if object.has("from") {
            let text = try object.text("from", expecting: "a time such as '1 year'")
            do {
                start = try ScenarioReader.forModel.time(text, option: "from", horizon: last)
            } catch {
                throw Refusal(error, hasLines: false)
            }
        }
        let days = (0...stretch.steps).map { stretch.days * Double($0) / Double(stretch.steps) }
        let (run, bands) = try await desk.moments(
            scenario.ending(at: min(start + stretch.days, scenario.horizon)), outputs: outputs,
            times: days.map { (start + $0) / Unit.daysPerYear }, hasBands: hasBands)
        let rows = run.times.indices.filter { run.times[$0] * Unit.daysPerYear >= start - 1e-6 }
        let wanted = outputs.map(Set.init)
        let shown = run.model.outputs.filter { wanted?.contains($0.name) ?? $0.name.hasPrefix("serum.") }
        return try Answer.json(
            CloseLook(
                times: rows.map { run.times[$0] * Unit.daysPerYear - start },
                series: shown.map { output in
                    let values = run[output.name] ?? []
                    return RunAnswer.Series(
                        output: output.name, label: output.shortLabel, unit: output.unit.symbol,
                        values: rows.map { values[$0].finite })
                },
                bands: bands.map { bands in
                    shown.compactMap { CloseLook.Band($0.name, bands, times: rows.map { run.times[$0] }) }
                }))
    }
}
