import Exchange
import Foundation
import Modeling
import Physiology
import Reporting
import Solving
import Symbolics
import Testing

import struct Symbolics.Unit

/// Second opinions: other people's simulators run what is exported, from its file alone.
@Suite("Other simulators on the exported model", .serialized, .enabled(if: Peers.areInstalled, "\(Peers.absence)"))
struct PeerTests {
    /// A course to be followed by all.
    struct Course: Sendable, CustomTestStringConvertible {
        let title: String
        let days: Double
        let woman: Woman?
        var therapy: [Treatment] = []
        /// Relative error a step that the others may make.
        var relative = 1e-10

        var testDescription: String { title }

        var scenario: Scenario? {
            woman.map { woman in
                Scenario(
                    title: title, woman: woman,
                    therapy: therapy.map { treatment in
                        var treatment = treatment
                        treatment.until = min(treatment.until, days)
                        return treatment
                    }, horizon: days)
            }
        }
    }

    private static let past = Woman(
        age: 56 * Unit.daysPerYear, menopause: Menopause(age: 51 * Unit.daysPerYear, kind: .natural))

    static let courses = [
        Course(title: "a resting woman", days: 400, woman: nil),
        Course(
            title: "around the menopause", days: 400,
            woman: Woman(
                age: 50.5 * Unit.daysPerYear, menopause: Menopause(age: 51 * Unit.daysPerYear, kind: .natural))),
        Course(
            title: "conjugated estrogens daily, progesterone on days 1 to 12 of 28", days: 60, woman: past,
            therapy: [
                Treatment(
                    medicine: "conjugated estrogens", form: "oral", dose: Quantity(0.625, "mg"), every: 1, until: 60),
                Treatment(
                    medicine: "progesterone", form: "oral micronized", dose: Quantity(200, "mg"), every: 1,
                    days: DayPattern(first: 1, last: 12, of: 28), until: 60),
            ]),
        Course(
            title: "patches changed twice a week, and taken off", days: 60, woman: past,
            therapy: [
                Treatment(
                    medicine: "estradiol", form: "patch", dose: Quantity(50, "ug/day"), every: 3.5, from: 2, until: 50)
            ], relative: 1e-12),
        Course(
            title: "depot medroxyprogesterone every 13 weeks", days: 200, woman: Woman(age: 27 * Unit.daysPerYear),
            therapy: [
                Treatment(
                    medicine: "medroxyprogesterone acetate", form: "depot", dose: Quantity(150, "mg"), every: 91,
                    until: 200)
            ]),
    ]

    /// Between doses, where there is one value: 20 moments and the start.
    private static func times(_ days: Double) -> [Double] { [0] + (1...20).map { days * Double($0) / 20 - 0.37 } }

    @Test(
        "COPASI and libRoadRunner find every state within a millionth of what CVODES finds here",
        arguments: courses)
    func agreement(_ course: Course) throws {
        let times = Self.times(course.days)
        // Amounts that wash out to a millionth of their scale are compared too, so nothing may be lost there.
        let solver = CVODES(tolerances: Tolerances(relative: 1e-12, absoluteShare: 1e-15))
        let samples = times.map { Sample.instant($0) }
        let document: String
        let problem: InitialValueProblem
        if let scenario = course.scenario {
            document = try ModelSBML(scenario).document
            let hers = try PreparedScenario(scenario, closeLooks: false).problem()
            let exported = CVODES(tolerances: ScenarioExport.reference)
            problem = hers.future(after: try exported.solve(hers.history, samples: [.instant(0)]))
        } else {
            let model = try WomanModel.model(for: [])
            document = try ModelSBML(model).document
            problem = try InitialValueProblem(resting: CompiledModel(model), span: 0...course.days)
        }
        let states = problem.compiled.model.states
        let mine = try solver.solve(problem, samples: samples).states
        let found = try Peers.run(
            document, times: times, quantities: states.map { SBMLWriter.identifier(of: $0.symbol) },
            scales: states.map { $0.scale * SBMLWriter.units(ofBaseUnitsOf: $0.unit) * $0.unit.factor },
            relative: course.relative)
        #expect(found.keys.sorted() == Peers.simulators)
        for (peer, result) in found.sorted(by: { $0.key < $1.key }) {
            var worst = (error: 0.0, state: "")
            // At the start a dose of that moment is counted already by some, and not yet by others.
            for (row, values) in result.values.enumerated() where row > 0 {
                for (column, state) in states.enumerated() {
                    let theirs = values[column] / SBMLWriter.units(ofBaseUnitsOf: state.unit)
                    let ours = mine[row][column]
                    // A state below a millionth of its scale counts as one of that size.
                    let size = max(abs(ours), 1e-6 * state.scale * state.unit.factor)
                    let error = abs(theirs - ours) / size
                    if !(error <= worst.error) { worst = (error, "\(state.name) at \(times[row]) d") }
                }
            }
            print("\(course.title): \(peer) within \(worst.error), \(worst.state), in \(result.seconds) s")
            #expect(worst.error < 1e-6, "\(peer): \(worst.state)")
        }
    }
}

/// Runs `Scripts/peers/run`.
enum Peers {
    struct Result: Decodable {
        let seconds: Double
        let values: [[Double]]
    }

    private struct Request: Encodable {
        let simulators: [String]
        let times: [Double]
        let quantities: [String]
        let relative: Double
        /// In the document's units, in which amounts and levels lie near one.
        let absolute: Double
        /// For each quantity, for simulators that take it.
        let absolutes: [Double]
    }

    static let simulators = ["COPASI", "libRoadRunner"]
    private static let absoluteShare = 1e-14

    static let absence: Comment = "libRoadRunner and COPASI cannot be installed from PyPI here"

    /// Installs them where they are not.
    static let areInstalled: Bool = (try? call(["--install"])) == 0

    /// What each simulator finds, a row for each time.
    static func run(
        _ document: String, times: [Double], quantities: [String], scales: [Double], relative: Double
    ) throws -> [String: Result] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("peers-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (model, request) = (
            folder.appendingPathComponent("model.xml"), folder.appendingPathComponent("request.json")
        )
        try Data(document.utf8).write(to: model)
        try JSONEncoder().encode(
            Request(
                simulators: simulators, times: times, quantities: quantities, relative: relative, absolute: absoluteShare,
                absolutes: scales.map { $0 * absoluteShare })
        ).write(to: request)
        let results = folder.appendingPathComponent("results.json")
        try #require(try call([model.path, request.path, results.path]) == 0)
        return try JSONDecoder().decode([String: Result].self, from: Data(contentsOf: results))
    }

    private static func call(_ arguments: [String]) throws -> Int32 {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let process = Process()
        process.executableURL = root.appendingPathComponent("Scripts/peers/run")
        process.arguments = arguments
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
