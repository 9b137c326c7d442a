import Modeling

/// Runs one program of a model, with what it wants from the past.
///
/// A class because it owns a machine; one for each program of an integration.
final class Evaluator {
    private let machine: Machine
    private let past: Past?
    private var controls: [Double] = []
    private var parameters: [Double] = []
    private var others: [Double] = []

    init(_ compiled: CompiledModel, _ program: Program, _ past: Past?) {
        machine = compiled.machine(for: program)
        self.past = past
    }

    /// Takes new controls and parameters, and whatever the program has besides.
    func load(controls: [Double], parameters: [Double], others: [Double] = []) {
        (self.controls, self.parameters, self.others) = (controls, parameters, others)
        if past == nil { machine.load(controls: controls + others, parameters: parameters) }
    }

    /// Evaluates all results at a time and state, in base units.
    func evaluate(time: Double, states: [Double], into results: UnsafeMutablePointer<Double>) {
        if let past {
            machine.load(controls: controls + past.values(at: time, states) + others, parameters: parameters)
        }
        machine.evaluate(time: time, states: states, into: results)
    }
}
