import Modeling
import Symbolics

/// Collects samples while an integration advances, so that no part of the trajectory has to be kept.
///
/// Averages are integrals by Simpson's rule on each of the solver's own steps, which are short where outputs move.
struct Sampler {
    private let samples: [Sample]
    private let machine: Machine
    private let factors: [Double]
    private var row: [Double]
    private(set) var outputs: [[Double]]
    private(set) var states: [[Double]]
    private(set) var sensitivities: [[[Double]]]
    /// Samples not yet complete, by the time they begin.
    private var pending: [Int]

    init(_ compiled: CompiledModel, samples: [Sample]) {
        self.samples = samples
        machine = compiled.machine(for: compiled.outputs)
        factors = compiled.model.outputs.map { 1 / $0.unit.factor }
        row = Array(repeating: 0, count: factors.count)
        outputs = Array(repeating: Array(repeating: 0, count: factors.count), count: samples.count)
        states = Array(repeating: [], count: samples.count)
        sensitivities = Array(repeating: [], count: samples.count)
        pending = samples.indices.sorted { samples[$0].start > samples[$1].start }
    }

    var isComplete: Bool { pending.isEmpty }

    func load(controls: [Double], parameters: [Double]) {
        machine.load(controls: controls, parameters: parameters)
    }

    /// Takes in one step.
    ///
    /// - Parameters:
    ///   - state: gives the states at a time within the step.
    ///   - sensitivity: gives their derivatives to each sensitivity parameter.
    mutating func advance(
        from start: Double, to end: Double,
        state: (Double) -> [Double], sensitivity: (Double) -> [[Double]]
    ) {
        guard let next = pending.last, samples[next].start <= end else { return }
        var open: [Int] = []
        while let index = pending.last, samples[index].start <= end {
            pending.removeLast()
            switch samples[index] {
            case .instant(let time):
                let y = state(time)
                outputs[index] = values(at: time, y)
                states[index] = y
                sensitivities[index] = sensitivity(time)
            case .average(let from, let to):
                accumulate(index, from: max(from, start), to: min(to, end), width: to - from, state)
                if to > end { open.append(index) }
            }
        }
        pending += open.sorted { samples[$0].start > samples[$1].start }
    }

    private mutating func accumulate(
        _ index: Int, from: Double, to: Double, width: Double, _ state: (Double) -> [Double]
    ) {
        guard to > from else { return }
        for (time, weight) in [(from, 1.0), ((from + to) / 2, 4.0), (to, 1.0)] {
            let share = weight * (to - from) / (6 * width)
            let y = state(time)
            let now = values(at: time, y)
            for column in now.indices { outputs[index][column] += share * now[column] }
        }
    }

    private mutating func values(at time: Double, _ y: [Double]) -> [Double] {
        machine.evaluate(time: time, states: y, into: &row)
        return row.indices.map { row[$0] * factors[$0] }
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
