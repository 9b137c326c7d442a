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
        for index in open {
            guard case .average(let from, let to) = samples[index] else { continue }
            accumulate(index, from: max(from, step.from), to: min(to, step.to), width: to - from, step)
        }
        open.removeAll { samples[$0].end <= step.to }
    }

    private mutating func accumulate(_ index: Int, from: Double, to: Double, width: Double, _ step: LaneStep) {
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

    private mutating func add(_ rows: LaneRows, times weight: Double, to index: Int) {
        for place in rows.values.indices { outputs[index].values[place] += weight * rows.values[place] }
    }

    private mutating func evaluate(at time: Double, _ step: LaneStep) {
        step.states(at: time, into: &y)
        machine.set(EquationSystem.timeGroup, to: time)
        machine.set(EquationSystem.stateGroup, to: y)
        machine.run()
        for column in factors.indices {
            let values = machine.result(column)
            let start = column * shape.width
            for lane in 0..<shape.width { row.values[start + lane] = factors[column] * values[lane] }
        }
    }
}
