import Exchange
import Modeling
import Solving
import Symbolics

extension PreparedScenario {
    /// A text that changes with anything the numbers of a run depend on: equations, values, doses, times.
    ///
    /// It tells whether a run that was interrupted can be continued. The numbers of a solver are not in it.
    public var fingerprint: String {
        get throws {
            var hash = StableHash()
            for state in model.states {
                hash.add(state.name)
                hash.add("\(state.rate)")
                hash.add("\(state.initial)")
                hash.add(state.scale)
            }
            for variable in model.variables {
                hash.add(variable.name)
                hash.add("\(variable.definition)")
            }
            for output in model.outputs {
                hash.add(output.name)
                hash.add(output.unit.symbol)
                hash.add("\(output.expression)")
            }
            for port in model.dosePorts {
                hash.add(port.name)
                for share in port.shares { hash.add("\(share.state.name) \(share.amount)") }
            }
            let problem = try problem()
            for number in problem.parameters + problem.history.controls + [problem.history.span.lowerBound] {
                hash.add(number)
            }
            for event in problem.events { hash.add("\(event)") }
            for sample in samples { hash.add("\(sample)") }
            for (site, density) in scenario.woman.density.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                hash.add("\(site) \(density)")
            }
            return hash.text
        }
    }
}
