import Modeling
import Symbolics

/// Programs for what doses add through each port, and for their lags.
struct DosePrograms: Sendable {
    fileprivate struct Port: Sendable {
        let program: LaneProgram
        let states: [Int]

        /// Where the lag stands among the results, after what each state gets.
        var lag: Int { states.count }
    }

    fileprivate let ports: [String: Port]

    /// Group number of the dose in a port's program.
    fileprivate static let doseGroup = EquationSystem.nextGroup

    init(_ compiled: CompiledModel) {
        let system = compiled.equations
        var ports: [String: Port] = [:]
        for port in compiled.model.dosePorts {
            var builder = ProgramBuilder()
            let inputs = system.inputs(of: &builder)
            let dose = builder.inputs(1, changing: .always)[0]
            var lowering = system.lowering(inputs, time: inputs.time, states: inputs.states, also: [port.dose: dose])
            let shares = port.shares.compactMap { share in
                system.states.firstIndex(of: share.state).map { (state: $0, amount: share.amount) }
            }
            let results = (shares.map(\.amount) + [port.lag]).map { lowering.lower($0, into: &builder) }
            ports[port.name] = Port(
                program: LaneProgram(builder.program(results: results)), states: shares.map(\.state))
        }
        self.ports = ports
    }
}

/// What each dose adds to the states of every lane, for one set of constants; repeated doses are computed once.
///
/// A class because it owns machines and remembers.
final class LaneDoses {
    typealias Jump = (state: Int, lanes: [Double])

    private struct Port {
        let machine: LaneMachine
        let states: [Int]
        let lag: Int
    }

    private let ports: [String: Port]
    private let shape: LaneShape
    private var known: [LaneEvent.Dose: [Jump]] = [:]

    init(_ programs: DosePrograms, shape: LaneShape) {
        self.shape = shape
        ports = programs.ports.mapValues {
            Port(machine: LaneMachine($0.program, shape), states: $0.states, lag: $0.lag)
        }
    }

    func load(constants: LaneRows) {
        for port in ports.values {
            port.machine.set(EquationSystem.constantGroup, to: constants)
            port.machine.prepare()
        }
        known = [:]
    }

    /// - Throws: `ModelError` for a name that is no port.
    func jumps(_ dose: LaneEvent.Dose) throws -> [Jump] {
        if let found = known[dose] { return found }
        guard let port = ports[dose.port] else { throw ModelError("no place called '\(dose.port)' takes doses") }
        var amounts = LaneRows(1, shape)
        for lane in shape.valueLanes { amounts[0, lane] = .of(dose.amounts, lane: lane) ?? 0 }
        port.machine.set(DosePrograms.doseGroup, to: amounts)
        port.machine.run()
        let jumps = port.states.enumerated().map { index, state -> Jump in
            var lanes = Array(port.machine.result(index))
            for lane in shape.valueLanes where Double?.of(dose.amounts, lane: lane) == nil { lanes[lane] = 0 }
            return (state: state, lanes: lanes)
        }
        known[dose] = jumps
        return jumps
    }

    /// How a dose's arrival moves with each quantity that derivatives are taken to, on the derivatives' lanes; nil where
    /// nothing moves it.
    ///
    /// - Precondition: `jumps(_:)` knows the port.
    func shift(of dose: LaneEvent.Dose) -> [Double]? {
        guard shape.reading == .derivatives, let port = ports[dose.port] else { return nil }
        port.machine.run()
        var lanes = Array(port.machine.result(port.lag))
        lanes[0] = 0
        return lanes.contains { $0 != 0 } ? lanes : nil
    }
}
