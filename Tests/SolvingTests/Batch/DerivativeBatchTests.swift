import Testing

@testable import Modeling
@testable import Solving

@Suite("One woman with derivatives")
struct DerivativeBatchTests {
    private static let names = ["ka", "ke", "share"]
    private static let usual = ["ka": 3.0, "ke": 0.5, "share": 0.4]

    private static func problem(_ compiled: CompiledModel, padding: Double) throws -> LaneProblem {
        let shape = LaneShape.derivatives(names.count)
        var constants = LaneRows(compiled.equations.constants.count, shape)
        for (index, name) in names.enumerated() {
            let row = try LaneProblem.index(of: "drug.\(name)", in: compiled)
            constants[row, 0] = usual[name] ?? .nan
            constants[row, index + 1] = 1
            for lane in shape.used..<shape.width { constants[row, lane] = padding }
        }
        var schedule = Schedule()
        schedule.doses(10 * milligram, port: "drug.oral", every: 1, from: 0, until: 5)
        return LaneProblem(
            compiled, constants: constants, states: .resting(compiled, constants: constants), span: 0...5.5,
            schedule: LaneSchedule(LaneEvent.shared(schedule.events { _ in 0 })))
    }

    /// mg in the blood half a day after the last of five tablets.
    private static func exact(_ values: [String: Double]) -> Double {
        let (ka, ke, share) = (values["ka"] ?? .nan, values["ke"] ?? .nan, values["share"] ?? .nan)
        return (0..<5).map { 10 * share * bateman(5.5 - Double($0), ka: ka, ke: ke) }.reduce(0, +)
    }

    @Test(
        "Derivatives to constants pass through doses and agree with the closed form, whatever pads the row",
        arguments: [0, 1e300, Double.nan])
    func closedForm(padding: Double) throws {
        let compiled = try Absorption.compiled()
        let solver = BatchedSolver(compiled, tolerances: Tolerances(relative: 1e-8, absoluteShare: 1e-11))
        let found = try solver.solve(Self.problem(compiled, padding: padding), samples: [.instant(5.5)])
        #expect(found.failures.isEmpty)
        #expect(abs(found.outputs[0][0, 0] - Self.exact(Self.usual)) < 1e-6, "mg in the blood")
        for (index, name) in Self.names.enumerated() {
            let h = 1e-5
            var (more, less) = (Self.usual, Self.usual)
            more[name]? += h
            less[name]? -= h
            let slope = (Self.exact(more) - Self.exact(less)) / (2 * h)
            #expect(abs(found.outputs[0][0, index + 1] - slope) < 1e-5 * abs(slope), "mg by \(name)")
        }
    }

    @Test("What pads a row does not change a bit of what it means")
    func bits() throws {
        let compiled = try Absorption.compiled()
        let solver = BatchedSolver(compiled)
        let (a, b) = (
            try solver.solve(Self.problem(compiled, padding: 0), samples: [.instant(5.5)]),
            try solver.solve(Self.problem(compiled, padding: .infinity), samples: [.instant(5.5)])
        )
        for lane in 0..<a.outputs[0].shape.used { #expect(a.outputs[0][0, lane] == b.outputs[0][0, lane]) }
        #expect(a.statistics == b.statistics)
    }
}
