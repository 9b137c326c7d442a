import Modeling

/// Collects samples of all lanes while an integration advances, so that no part of the trajectory has to be kept.
///
/// Averages are integrals by Simpson's rule on each of the solver's own steps, which are short where outputs move.
struct LaneSampler {
    let samples: [Sample]
    private let machine: LaneMachine
    private let factors: [Double]
    private let shape: LaneShape
    private var y: LaneRows
    private var row: LaneRows
    /// The row at the end of the last step, which begins the next one unless an event lies between.
    private var last: (time: Double, row: LaneRows)?
    /// For each sample, the outputs in their units, on all lanes.
    private(set) var outputs: [LaneRows]
    /// For each instant sample taken, the states.
    private(set) var states: [Int: LaneRows] = [:]
    /// Samples not yet begun, the earliest last.
    private var pending: [Int]
    /// Averages begun and not yet complete.
    private var open: [Int] = []

    init(_ system: EquationSystem, _ program: LaneProgram, samples: [Sample], shape: LaneShape) {
        self.samples = samples
        self.shape = shape
        machine = LaneMachine(program, shape)
        factors = system.outputFactors.map { 1 / $0 }
        y = LaneRows(system.states.count, shape)
        row = LaneRows(factors.count, shape)
        outputs = samples.map { _ in LaneRows(system.outputs.count, shape) }
        pending = samples.indices.sorted { samples[$0].start > samples[$1].start }
    }

    /// Takes new values of what is constant between events, from now on.
    mutating func load(constants: LaneRows) {
        machine.set(EquationSystem.constantGroup, to: constants)
        machine.prepare()
        last = nil
    }

    /// Takes new values of what the solver itself varies, from now on.
    mutating func load(varying: LaneRows) {
        machine.set(EquationSystem.varyingGroup, to: varying)
        last = nil
    }

    /// Forgets the last row, because states jump here.
    mutating func interrupt() { last = nil }

    /// Whether a step that ends at `time` has to be looked at.
    func isInterested(upTo time: Double) -> Bool {
        !open.isEmpty || pending.last.map { samples[$0].start <= time } == true
    }

    /// Takes in one step, or the first instant as a step of no length.
    mutating func advance(_ step: LaneStep) {
        while let index = pending.last, samples[index].start <= step.to {
            pending.removeLast()
            if case .instant(let time) = samples[index] {
                evaluate(at: time, step)
                outputs[index].values = row.values
                states[index] = y
            } else {
                open.append(index)
            }
        }
        guard !open.isEmpty, step.to > step.from else { return }
        // Windows as long as half a year overlap; what holds the whole step shares its integral.
        var whole: LaneRows?
        for index in open {
            guard case .average(let from, let to) = samples[index] else { continue }
            if from <= step.from, step.to <= to {
                let mine = whole ?? integral(from: step.from, to: step.to, step)
                whole = mine
                outputs[index].add(mine, times: 1 / (to - from))
            } else if from < step.to, step.from < to {
                let part = integral(from: max(from, step.from), to: min(to, step.to), step)
                outputs[index].add(part, times: 1 / (to - from))
            }
        }
        open.removeAll { samples[$0].end <= step.to }
    }

    private mutating func integral(from: Double, to: Double, _ step: LaneStep) -> LaneRows {
        let sixth = (to - from) / 6
        var sum = LaneRows(factors.count, shape)
        if let last, last.time == from {
            sum.add(last.row, times: sixth)
        } else {
            evaluate(at: from, step)
            sum.add(row, times: sixth)
        }
        evaluate(at: (from + to) / 2, step)
        sum.add(row, times: 4 * sixth)
        evaluate(at: to, step)
        sum.add(row, times: sixth)
        last = (to, row)
        return sum
    }

    private mutating func evaluate(at time: Double, _ step: LaneStep) {
        step.states(at: time, into: &y)
        machine.set(EquationSystem.timeGroup, to: time)
        machine.set(EquationSystem.stateGroup, to: y)
        machine.run()
        let width = shape.width
        row.values.withUnsafeMutableBufferPointer { row in
            for (column, factor) in factors.enumerated() {
                let values = machine.result(column)
                for lane in 0..<width { row[column * width + lane] = factor * values[lane] }
            }
        }
    }
}
