import Modeling
import Symbolics

/// Every quantity of the model in the woman at rest: 40 years old, with her cycles and without medicines.
struct RestingWoman {
    /// Who she is, in words.
    static let words = "a woman of 40 with ovulatory cycles and no medicine"

    /// In base units, by name.
    let values: [String: Double]

    /// - Parameters:
    ///   - time: in days.
    ///   - given: parameters, states and controls that are other than at rest, in base units, by name.
    init(_ model: Model, time: Double = 0, given: [String: Double] = [:]) {
        var values = [Symbol.time.name: time]
        for parameter in model.parameters {
            values[parameter.name] = given[parameter.name] ?? parameter.value * parameter.unit.factor
        }
        for control in model.controls {
            values[control.name] = given[control.name] ?? control.defaultValue * control.unit.factor
        }
        for state in model.states {
            values[state.name] = given[state.name] ?? state.initial.evaluate { values[$0.name] ?? .nan }
        }
        for variable in model.variables {
            values[variable.name] = variable.definition.evaluate { values[$0.name] ?? .nan }
        }
        self.values = values
    }

    /// What is smaller than this beside the terms it is the difference of is rounding.
    private static let rounding = 1e-12

    /// The value in a unit, as it is written at every level.
    func text(of expression: Expression, in unit: Unit) -> String {
        let value = value(of: expression) / unit.factor
        let isRatio = unit.dimension == Unit.one.dimension
        return NumberText.shortened(isRatio && abs(value) < Self.rounding ? 0 : value, digits: 4)
    }

    /// In base units.
    func value(of expression: Expression) -> Double { expression.evaluate { values[$0.name] ?? .nan } }
}
