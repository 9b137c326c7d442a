import Symbolics
import Testing

@testable import Modeling

@Suite("Compilation")
struct CompilationTests {
    /// One equation with every operation, twice over so that there is something to share.
    private struct Everything: Component {
        let path = "all"
        let summary = "Every operation there is."
        func define(in b: ComponentBuilder) {
            let k = b.parameter("k", 1.7, .one, .assumed("test"), "A parameter")
            let on = b.control("on", 1, .one, "A control")
            let x = b.state("x", .one, initial: 1, "First")
            let y = b.state("y", .one, initial: k, "Second")
            let rate = Expression(1, "1/d")
            let shared = exp(-x / k) * pow(y, k) + log(x + 2) * sqrt(y)
            let pieces = min(shared, x * y) + max(x, y) + select(x < y, shared, pow(x, 3)) + select(x <= on, x, -y)
            b.rate(of: x, rate * (shared - pieces + pow(x, -1) + pow(y, 0.5) + pow(x, 2)))
            b.rate(of: y, rate * (shared / (1 + on) - Expression(.time) / Expression(1, .days)))
            b.output("out", .one, shared, "What is shared")
        }
    }

    private func compiled() throws -> CompiledModel {
        var assembly = Assembly("everything")
        assembly.add(Everything())
        return try CompiledModel(assembly.model(), sensitivityTo: ["all.k"])
    }

    private func value(_ symbol: Symbol, x: Double, y: Double, k: Double = 1.7) -> Double {
        switch symbol.name {
        case "all.x": return x
        case "all.y": return y
        case "all.k": return k
        case "all.on": return 1
        case "time": return 0.4
        default: return .nan
        }
    }

    private func run(_ program: Program, of compiled: CompiledModel, x: Double, y: Double) throws -> [Double] {
        let machine = compiled.machine(for: program)
        machine.load(controls: compiled.controlValues, parameters: try compiled.parameterValues())
        var results = Array(repeating: 0.0, count: program.results.count)
        machine.evaluate(time: 0.4, states: [x, y], into: &results)
        return results
    }

    @Test("The compiled program gives what plain recursion gives", arguments: [(0.3, 2.0), (2.0, 0.3), (1.0, 1.0)])
    func oracle(x: Double, y: Double) throws {
        let compiled = try compiled()
        let results = try run(compiled.rates, of: compiled, x: x, y: y)
        for (state, result) in zip(compiled.model.states, results) {
            let expected = state.rate.evaluate { value($0, x: x, y: y) }
            #expect(abs(result - expected) <= 1e-14 * max(1, abs(expected)), "\(state.name) at (\(x), \(y))")
        }
    }

    @Test("The Jacobian and the parameter derivatives agree with central differences")
    func derivatives() throws {
        let compiled = try compiled()
        let (x, y, h) = (0.6, 1.9, 1e-6)
        func rates(x: Double, y: Double, k: Double = 1.7) -> [Double] {
            compiled.model.states.map { $0.rate.evaluate { value($0, x: x, y: y, k: k) } }
        }
        let byX = zip(rates(x: x + h, y: y), rates(x: x - h, y: y)).map { ($0 - $1) / (2 * h) }
        let byY = zip(rates(x: x, y: y + h), rates(x: x, y: y - h)).map { ($0 - $1) / (2 * h) }
        let byK = zip(rates(x: x, y: y, k: 1.7 + h), rates(x: x, y: y, k: 1.7 - h)).map { ($0 - $1) / (2 * h) }
        let jacobian = try run(compiled.jacobian, of: compiled, x: x, y: y)
        #expect(compiled.sparsity.rows == [0, 1, 0, 1])
        for (exact, difference) in zip(jacobian, byX + byY) { #expect(abs(exact - difference) < 1e-7) }
        let parameter = try run(compiled.parameterDerivatives, of: compiled, x: x, y: y)
        for (exact, difference) in zip(parameter, byK) { #expect(abs(exact - difference) < 1e-7) }
        #expect(compiled.restingSensitivities(parameters: [1.7]) == [[0, 1]])
    }

    @Test("Equal subexpressions are computed once, and what hangs on parameters alone leaves the loop")
    func sharing() throws {
        let model = try twoTanks()
        let compiled = try CompiledModel(model)
        #expect(compiled.rates.instructionCount <= 6)
        let everything = try self.compiled()
        #expect(everything.rates.body.filter { $0.operation == .exp }.count == 1)
    }

    @Test("A name that is no parameter is refused")
    func unknownParameter() throws {
        let model = try twoTanks()
        #expect(throws: ModelError.self) { try CompiledModel(model, sensitivityTo: ["first.nothing"]) }
        #expect(throws: ModelError.self) { try CompiledModel(model).parameterValues(replacing: ["x": 1]) }
    }
}
