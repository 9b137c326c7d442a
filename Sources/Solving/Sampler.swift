import Modeling
import Symbolics

/// Collects samples while an integration advances, so that no part of the trajectory has to be kept.
///
/// Averages are integrals by Simpson's rule on each of the solver's own steps, which are short where outputs move.
struct Sampler {
    /// Looks into the step just made: writes the states, or one parameter's sensitivities, at a time within it.
    protocol Step {
        func states(at time: Double, into values: inout [Double])
        func sensitivities(at time: Double) -> [[Double]]
    }

    private let samples: [Sample]
    private let machine: Evaluator
    private let factors: [Double]
    private var y: [Double]
    private var row: [Double]
    /// The row at the end of the last step, which begins the next one unless an event lies between.
    private var last: (time: Double, row: [Double])?
    private(set) var outputs: [[Double]]
    private(set) var states: [[Double]]
    private(set) var sensitivities: [[[Double]]]
    /// Samples not yet begun, the earliest last.
    private var pending: [Int]
    /// Averages begun and not yet complete.
    private var open: [Int] = []

    init(_ compiled: CompiledModel, samples: [Sample], past: Past? = nil) {
        self.samples = samples
        machine = Evaluator(compiled, compiled.outputs, past)
        factors = compiled.model.outputs.map { 1 / $0.unit.factor }
        y = Array(repeating: 0, count: compiled.model.states.count)
        row = Array(repeating: 0, count: factors.count)
        outputs = Array(repeating: Array(repeating: 0, count: factors.count), count: samples.count)
        states = Array(repeating: [], count: samples.count)
        sensitivities = Array(repeating: [], count: samples.count)
        pending = samples.indices.sorted { samples[$0].start > samples[$1].start }
    }

    /// Takes new controls and parameters, from now on.
    mutating func load(controls: [Double], parameters: [Double]) {
        machine.load(controls: controls, parameters: parameters)
        last = nil
    }

    /// Forgets what the outputs were at the end of the last step, because the states have changed since.
    mutating func interrupt() { last = nil }

    /// Takes in one step, or the first instant as a step of no length.
    ///
    /// - Parameter isOpen: whether the step's end does not belong to it; what is wanted there is left to the next one.
    mutating func advance(from start: Double, to end: Double, _ step: some Step, isOpen: Bool = false) {
        while let index = pending.last, isOpen ? samples[index].start < end : samples[index].start <= end {
            pending.removeLast()
            if case .instant(let time) = samples[index] {
                evaluate(at: time, step)
                for column in row.indices { outputs[index][column] = row[column] }
                states[index] = y
                sensitivities[index] = step.sensitivities(at: time)
            } else {
                open.append(index)
            }
        }
        guard !open.isEmpty, end > start else { return }
        for index in open {
            guard case .average(let from, let to) = samples[index] else { continue }
            accumulate(index, from: max(from, start), to: min(to, end), width: to - from, step)
        }
        open.removeAll { samples[$0].end <= end }
    }

    private mutating func accumulate(
        _ index: Int, from: Double, to: Double, width: Double, _ step: some Step
    ) {
        guard to > from else { return }
        let sixth = (to - from) / (6 * width)
        if let last, last.time == from {
            add(last.row, times: sixth, to: index)
        } else {
            evaluate(at: from, step)
            add(row, times: sixth, to: index)
        }
        evaluate(at: (from + to) / 2, step)
        add(row, times: 4 * sixth, to: index)
        evaluate(at: to, step)
        add(row, times: sixth, to: index)
        last = (to, row)
    }

    private mutating func add(_ values: [Double], times weight: Double, to index: Int) {
        for column in values.indices { outputs[index][column] += weight * values[column] }
    }

    private mutating func evaluate(at time: Double, _ step: some Step) {
        step.states(at: time, into: &y)
        machine.evaluate(time: time, states: y, into: &row)
        for column in row.indices { row[column] *= factors[column] }
    }
}

extension Sample {
    var start: Double {
        switch self {
        case .instant(let time): return time
        case .average(let from, _): return from
        }
    }
}
