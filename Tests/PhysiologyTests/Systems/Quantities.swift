import Modeling
import Physiology
import Solving
import Symbolics

extension Trajectory {
    /// A quantity inside the model that no output reports, at one of the samples, in base units.
    ///
    /// Holds for what rests on states, parameters and controls that nothing changed.
    func quantity(_ name: String, at sample: Int, in model: Model) throws -> Double {
        let places = Dictionary(uniqueKeysWithValues: model.states.enumerated().map { ($1.name, $0) })
        let definitions = Dictionary(uniqueKeysWithValues: model.variables.map { ($0.name, $0.definition) })
        let parameters = Dictionary(
            uniqueKeysWithValues: model.parameters.map { ($0.name, $0.value * $0.unit.factor) })
        let controls = Dictionary(
            uniqueKeysWithValues: model.controls.map { ($0.name, $0.defaultValue * $0.unit.factor) })
        func value(_ name: String) throws -> Double {
            if let place = places[name] { return states[sample][place] }
            if let constant = parameters[name] ?? controls[name] { return constant }
            guard let definition = definitions[name] else { throw ModelError("no quantity '\(name)'") }
            return try definition.evaluate { try value($0.name) }
        }
        return try value(name)
    }
}
