import Modeling

/// The linear kinetics of one batch: moves them through time in closed form and averages what the rest sees of them.
///
/// A class because it owns machines and remembers transitions.
final class KineticsRun {
    private let kinetics: Kinetics
    private let shape: LaneShape
    private let transitions: Transitions
    private let interfaceMachine: LaneMachine
    private let scales: [Double]
    private var cycles: [LaneSchedule.Stretch.Key: Cycle] = [:]
    /// The linear states now.
    private(set) var states: LaneRows
    private let doses: LaneDoses
    /// Where a state of the system stands among the linear ones.
    private let position: [Int: Int]

    /// The periodic state of a repeated window.
    private struct Cycle {
        /// At the window's start.
        let states: LaneRows
        let nodes: [Node]
    }

    /// A point within a window, for averages.
    private struct Node {
        let offset: Double
        let weight: Double
        let states: LaneRows
    }

    /// The kinetics count as periodic when they differ by less than this share of each state's scale or size.
    private static let periodicity = 3e-4
    /// Squarings after which a window has been repeated a million times.
    private static let longest = 20

    init(
        _ kinetics: Kinetics, linear: [Int], system: EquationSystem, states: LaneRows, doses: LaneDoses
    ) {
        self.kinetics = kinetics
        self.states = states
        self.doses = doses
        scales = linear.map { system.scales[$0] }
        position = Dictionary(uniqueKeysWithValues: linear.enumerated().map { ($1, $0) })
        shape = states.shape
        transitions = Transitions(kinetics, shape)
        interfaceMachine = LaneMachine(kinetics.interface, shape)
    }

    /// Takes new values of the system's constants.
    func load(constants: LaneRows) {
        doses.load(constants: constants)
        interfaceMachine.set(EquationSystem.constantGroup, to: constants)
        interfaceMachine.prepare()
        transitions.load(constants: constants)
        cycles = [:]
    }

    /// Lets a woman begin whose lane has run idle.
    func begin(_ lane: Int, with initial: LaneRows) {
        for row in 0..<states.count { states[row, lane] = initial[row, lane] }
    }

    private func add(_ doses: [LaneEvent.Dose], to states: inout LaneRows) throws {
        for dose in doses {
            for jump in try self.doses.jumps(dose) {
                guard let state = position[jump.state] else { continue }
                let lanes = jump.lanes
                for lane in 0..<shape.width { states.values[state * shape.width + lane] += lanes[lane] }
            }
            if let shift = self.doses.shift(of: dose) { move(dose, by: shift, in: &states) }
        }
    }

    /// Accounts in the derivatives for a dose that arrives later: what it brought has moved on for less time.
    ///
    /// The slow system is taken to see nothing of a dosed state itself, as doses enter depots and guts.
    private func move(_ dose: LaneEvent.Dose, by shift: [Double], in states: inout LaneRows) {
        guard let jumps = try? doses.jumps(dose) else { return }
        for (index, place) in kinetics.entries.enumerated() {
            for jump in jumps where position[jump.state] == place.column {
                let flow = transitions.rates[index, 0] * jump.lanes[0]
                for lane in 1..<shape.width { states[place.row, lane] -= flow * shift[lane] }
            }
        }
    }

    /// Goes through a window part by part, from dose to dose.
    private func walk(
        _ length: Double, _ doses: [LaneSchedule.Pattern.Moment], from start: LaneRows,
        _ visit: (_ from: Double, _ to: Double, _ states: LaneRows) -> Void
    ) throws -> LaneRows {
        var states = start
        var time = 0.0
        for moment in doses {
            if moment.offset > time {
                visit(time, moment.offset, states)
                states = transitions.moved(states, over: moment.offset - time)
                time = moment.offset
            }
            try add(moment.doses, to: &states)
        }
        if length > time {
            visit(time, length, states)
            states = transitions.moved(states, over: length - time)
        }
        return states
    }

    private func nodes(
        _ length: Double, _ doses: [LaneSchedule.Pattern.Moment], from start: LaneRows
    ) throws -> (nodes: [Node], end: LaneRows) {
        var nodes: [Node] = []
        let end = try walk(length, doses, from: start) { from, to, states in
            guard !isEmpty(states) else {
                nodes.append(Node(offset: (from + to) / 2, weight: (to - from) / length, states: states))
                return
            }
            for point in DoseQuadrature.points {
                let inner = point.position * (to - from)
                nodes.append(
                    Node(
                        offset: from + inner, weight: point.weight * (to - from) / length,
                        states: transitions.moved(states, over: inner)))
            }
        }
        return (nodes, end)
    }

    /// Whether nothing is there and nothing flows in.
    var isEmpty: Bool { isEmpty(states) }

    private func isEmpty(_ states: LaneRows) -> Bool {
        transitions.areClosed && states.values.allSatisfy { $0 == 0 }
    }

    /// Whether the states are those that a window, repeated for ever, would lead back to.
    func isPeriodic(_ stretch: LaneSchedule.Stretch, ignoring lost: Set<Int>) throws -> Bool {
        let cycle = try cycle(of: stretch)
        for row in 0..<kinetics.count {
            for lane in shape.valueLanes where !lost.contains(lane) {
                let (now, then) = (states[row, lane], cycle.states[row, lane])
                // Written so that what is not a number is never periodic.
                guard abs(now - then) <= Self.periodicity * max(scales[row], abs(then)) else { return false }
            }
        }
        return true
    }

    private func cycle(of stretch: LaneSchedule.Stretch) throws -> Cycle {
        if let found = cycles[stretch.key] { return found }
        // One window from nothing gives what it adds; as the column of the constant one, squaring repeats it.
        let nothing = LaneRows(kinetics.count, shape)
        let added = try walk(stretch.length, stretch.doses, from: nothing) { _, _, _ in }
        var matrix = transitions.over(stretch.length)
        for (index, place) in kinetics.places.enumerated() where place.column == kinetics.count {
            for lane in 0..<shape.width { matrix[index, lane] = added[place.row, lane] }
        }
        for _ in 0..<Self.longest { matrix = transitions.squared(matrix) }
        var states = nothing
        for (index, place) in kinetics.places.enumerated() where place.column == kinetics.count {
            for lane in 0..<shape.width { states[place.row, lane] = matrix[index, lane] }
        }
        let cycle = Cycle(states: states, nodes: try nodes(stretch.length, stretch.doses, from: states).nodes)
        cycles[stretch.key] = cycle
        return cycle
    }

    /// The largest magnitude of each interface function at some times, without medicines and with a typical amount in
    /// every state.
    func typicalSizes(at times: [Double]) -> LaneRows {
        var sizes = LaneRows(kinetics.interface.program.results.count, shape)
        var typical = LaneRows(kinetics.count, shape)
        for (row, scale) in scales.enumerated() { typical.set(row: row, to: scale) }
        for time in times {
            for states in [LaneRows(kinetics.count, shape), typical] {
                interfaceMachine.set(EquationSystem.timeGroup, to: time)
                interfaceMachine.set(EquationSystem.stateGroup, to: states)
                interfaceMachine.run()
                let found = interfaceMachine.results(0..<sizes.count)
                for place in sizes.values.indices where abs(found.values[place]) > sizes.values[place] {
                    sizes.values[place] = abs(found.values[place])
                }
            }
        }
        return sizes
    }

    private func average(_ nodes: [Node], at time: (Node) -> Double) -> LaneRows {
        var sum = LaneRows(kinetics.interface.program.results.count, shape)
        for node in nodes {
            interfaceMachine.set(EquationSystem.timeGroup, to: time(node))
            interfaceMachine.set(EquationSystem.stateGroup, to: node.states)
            interfaceMachine.run()
            for row in 0..<sum.count {
                let values = interfaceMachine.result(row)
                for lane in 0..<shape.width { sum.values[row * shape.width + lane] += node.weight * values[lane] }
            }
        }
        return sum
    }

    /// The average over one window from the present states, which then move on, to its end at most.
    func averageAndAdvance(
        _ stretch: LaneSchedule.Stretch, from start: Double, by time: Double
    ) throws -> LaneRows {
        let (nodes, end) = try nodes(stretch.length, stretch.doses, from: states)
        states = time < stretch.length ? try states(after: time, in: stretch, from: states) : end
        return average(nodes) { start + $0.offset }
    }

    /// What lies between two doses of a window.
    struct Part {
        /// Days since the window's start.
        let from: Double
        let to: Double
        /// At its start, after the dose.
        let states: LaneRows
    }

    /// The parts of a window that begins with the present states.
    func parts(of stretch: LaneSchedule.Stretch) throws -> [Part] {
        var parts: [Part] = []
        _ = try walk(stretch.length, stretch.doses, from: states) { from, to, states in
            parts.append(Part(from: from, to: to, states: states))
        }
        return parts
    }

    /// What the slow system sees at a moment of a part, in a window that starts at `start`.
    func interface(of part: Part, at offset: Double, _ start: Double) -> LaneRows {
        let length = offset - part.from
        let now = length > 0 ? transitions.moved(part.states, over: length) : part.states
        interfaceMachine.set(EquationSystem.timeGroup, to: start + offset)
        interfaceMachine.set(EquationSystem.stateGroup, to: now)
        interfaceMachine.run()
        return interfaceMachine.results(0..<kinetics.interface.program.results.count)
    }

    /// Moves the states through a window, or the beginning of one.
    func advance(_ stretch: LaneSchedule.Stretch, by time: Double) throws {
        states =
            time < stretch.length
            ? try states(after: time, in: stretch, from: states)
            : try walk(stretch.length, stretch.doses, from: states) { _, _, _ in }
    }

    /// The average over a window in periodic state whose middle is at `time`.
    func periodicAverage(_ stretch: LaneSchedule.Stretch, around time: Double) throws -> LaneRows {
        average(try cycle(of: stretch).nodes) { time + $0.offset - stretch.length / 2 }
    }

    /// The periodic states at a time within a window, before a dose at that time.
    func periodicStates(_ stretch: LaneSchedule.Stretch, after offset: Double) throws -> LaneRows {
        try states(after: offset, in: stretch, from: cycle(of: stretch).states)
    }

    /// Sets the states to the periodic ones at a time within a window, at its end those of its start.
    func settle(_ stretch: LaneSchedule.Stretch, after offset: Double) throws {
        let isWhole = offset >= stretch.length
        states = isWhole ? try cycle(of: stretch).states : try periodicStates(stretch, after: offset)
    }

    /// The states at a time within a window that begins with `start`, before a dose at that time.
    func states(after offset: Double, in stretch: LaneSchedule.Stretch, from start: LaneRows) throws -> LaneRows {
        var found = start
        _ = try walk(stretch.length, stretch.doses, from: start) { from, to, states in
            if from + LaneSchedule.slack < offset, offset <= to + LaneSchedule.slack {
                found = transitions.moved(states, over: offset - from)
            }
        }
        return found
    }
}
