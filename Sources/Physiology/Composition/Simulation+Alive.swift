import Exchange
import Modeling
import Symbolics

extension Simulation {
    /// The share of women like her who have not died of other causes by a time; nil if the model does not say.
    ///
    /// - Parameter years: since time zero.
    public func shareAlive(at years: Double) -> Double? {
        let parameters = Dictionary(uniqueKeysWithValues: model.parameters.map { ($0.name, $0.value * $0.unit.factor) })
        let variables = Dictionary(uniqueKeysWithValues: model.variables.map { ($0.name, $0.definition) })
        let controls = Dictionary(uniqueKeysWithValues: model.controls.map { ($0.name, $0.defaultValue * $0.unit.factor) })
        func value(_ symbol: Symbol) -> Double {
            if symbol == .time { return years * Unit.daysPerYear }
            if symbol.name == "woman.ageAtTimeZero" { return scenario.woman.age }
            if let definition = variables[symbol.name] { return definition.evaluate(value) }
            return parameters[symbol.name] ?? controls[symbol.name] ?? .nan
        }
        return variables["outcomes.period.alive"].map { $0.evaluate(value) }
    }
}
