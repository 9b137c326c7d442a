import Symbolics
import Testing

@testable import Modeling
@testable import Solving

@Suite("Separation of time scales")
struct SeparationTests {
    private static func separation(_ compiled: CompiledModel) throws -> Separation {
        try Separation(compiled, compiled.equations)
    }

    @Test("Kinetics are told from what answers to them")
    func parts() throws {
        let separation = try Self.separation(SlowResponse.compiled())
        #expect(separation.linear == [0, 1])
        #expect(separation.slow == [2])
        #expect(separation.interface.count == 2, "the saturating function of the level, and the level as an output")
    }

    @Test("A state that is not affine in what it sees is refused by name", arguments: [0, 1, 2])
    func notAffine(kind: Int) throws {
        let compiled = try Equations.compiled([1, 0.5]) { y, _ in
            switch kind {
            case 0: [-y[0], 0.01 * pow(y[0] - y[1], 2)]
            case 1: [-y[0], 0.01 * (exp(y[0] - y[1]) - 1)]
            default: [-y[0], 0.01 * max(y[0], y[1])]
            }
        }
        let error = #expect(throws: NotSeparable.self) { try MultiscaleSolver(compiled) }
        #expect(error?.description.contains("'test.y2'") == true, "\(error?.description ?? "")")
    }

    @Test("A product with the slow state is affine, and solved as full resolution solves it")
    func product() throws {
        let compiled = try Equations.compiled([1, 0.5]) { y, _ in
            [-0.05 * y[0], 0.01 * (y[0] / (y[0] + 1) * (1 - y[1]) - y[1])]
        }
        let problem = try InitialValueProblem(resting: compiled, span: 0...100)
        let tolerances = Tolerances(relative: 1e-8, absoluteShare: 1e-9)
        let samples: [Sample] = [.instant(10), .instant(100)]
        let full = try #require(BatchedSolver(compiled, tolerances: tolerances).solve(problem, samples: samples)["y2"])
        let multiscale = try #require(
            MultiscaleSolver(compiled, tolerances: tolerances).solve(problem, samples: samples)["y2"])
        for (a, b) in zip(full, multiscale) { #expect(abs(a - b) < 1e-4) }
    }

    private struct Saturable: Component {
        let path = "drug"
        let summary = "Elimination that saturates."
        func define(in b: ComponentBuilder) {
            let amount = b.state("amount", .one, initial: 0, "Amount")
            b.rate(of: amount, -(Expression(1, "1/d") * amount / (1 + amount)))
            b.dosePort("vein", .one, "An injection") { [(amount, $0)] }
        }
    }

    @Test("Doses into what is not linear are refused with the port")
    func nonlinearKinetics() throws {
        var assembly = Assembly("saturable")
        assembly.add(Saturable())
        let compiled = try CompiledModel(assembly.model())
        #expect(throws: NotSeparable.self) { try MultiscaleSolver(compiled) }
    }

    @Test("A rate that depends on a condition of its state is not taken for linear, though its derivative is zero")
    func condition() throws {
        // Zero-order elimination of a tenth a day until nothing is left.
        let compiled = try Equations.compiled([1]) { y, _ in [-select(0 < y[0], 0.1, 0)] }
        #expect(try Self.separation(compiled).linear == [])
        let problem = try InitialValueProblem(resting: compiled, span: 0...5)
        let left = try MultiscaleSolver(compiled).solve(problem, samples: []).finalState
        #expect(abs(left[0] - 0.5) < 1e-6, "half is left after five days")
    }

    @Test("A state that sees time, another nonlinear state or a product of states is not linear")
    func nonlinear() throws {
        let compiled = try Equations.compiled([1, 1, 1, 1, 1]) { y, t in
            [-y[0], -t * y[1], -y[2] * y[0], y[2] - y[3], y[0] - 2 * y[4]]
        }
        #expect(try Self.separation(compiled).linear == [0, 4])
    }
}
