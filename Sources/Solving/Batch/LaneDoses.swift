import Modeling
import Symbolics

/// What each dose adds to the states of every lane, for one set of constants; repeated doses are computed once.
///
/// A class because it owns machines and remembers.
final class LaneDoses {
    typealias Jump = (state: Int, lanes: [Double])

    private struct Port {
        let machine: LaneMachine
        let states: [Int]
    }

    private let ports: [String: Port]
    private let shape: LaneShape
    private var known: [LaneEvent.Dose: [Jump]] = [:]

    /// Group number of the dose in a port's program.
    private static let doseGroup = 3

    init(_ compiled: CompiledModel, shape: LaneShape) {
        self.shape = shape
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
            let results = shares.map { lowering.lower($0.amount, into: &builder) }
            ports[port.name] = Port(
                machine: LaneMachine(LaneProgram(builder.program(results: results)), shape), states: shares.map(\.state)
            )
        }
        self.ports = ports
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
        port.machine.set(Self.doseGroup, to: amounts)
        port.machine.run()
        let jumps = port.states.enumerated().map { index, state -> Jump in
            var lanes = Array(port.machine.result(index))
            for lane in shape.valueLanes where Double?.of(dose.amounts, lane: lane) == nil { lanes[lane] = 0 }
            return (state: state, lanes: lanes)
        }
        known[dose] = jumps
        return jumps
    }
}
