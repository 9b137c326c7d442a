import Exchange
import Modeling
import Symbolics

/// What an event table may say of a woman, a column each.
enum WomanCovariate: CaseIterable {
    case age, weight, height, menopause, uterus, calcium, vitaminD, smoking

    /// The column it is read from.
    var column: EventCovariate {
        switch self {
        case .age: .init("her age", headers: ["AGE"], unit: .years, range: WomanLimits.age, mayChange: false)
        case .weight:
            .init("her weight", headers: ["WT", "WEIGHT", "BW"], unit: "kg", range: WomanLimits.weight, mayChange: true)
        case .height:
            .init("her height", headers: ["HT", "HEIGHT"], unit: "cm", range: WomanLimits.height, mayChange: false)
        case .menopause:
            .init(
                "her age at menopause", headers: ["MENOPAUSE"], unit: .years, range: WomanLimits.menopauseAge, mayChange: false)
        case .uterus: .init("whether she has a uterus", headers: ["UTERUS"], unit: .one, range: 0...1, mayChange: false)
        case .calcium:
            .init(
                "her calcium intake", headers: ["CALCIUM"], unit: "mg/day", range: WomanLimits.calcium, mayChange: true)
        case .vitaminD:
            .init(
                "her serum 25-hydroxyvitamin D", headers: ["VITAMIND", "VITD"], unit: "nmol/L", range: WomanLimits.vitaminD,
                mayChange: true)
        case .smoking: .init("whether she smokes", headers: ["SMOKING", "SMK"], unit: .one, range: 0...1, mayChange: false)
        }
    }

    /// Puts its value at time zero into a woman.
    func apply(_ value: Double, to woman: inout Woman) {
        let quantity = Quantity(value, column.unit)
        switch self {
        case .age: woman.age = quantity.inBaseUnits
        case .weight: woman.weight = quantity
        case .height: woman.height = quantity
        case .menopause: woman.menopause = Menopause(age: quantity.inBaseUnits, kind: woman.menopause?.kind ?? .natural)
        case .uterus: woman.uterus = value == 1
        case .calcium: woman.calcium = quantity
        case .vitaminD: woman.vitaminD = quantity
        case .smoking: woman.smoking = value == 1
        }
    }

    /// What makes it take another value on the way; nil for what stays.
    func change(to value: Double) -> Event.Action? {
        let control: String
        switch self {
        case .weight: control = "woman.weight"
        case .calcium: control = "woman.calciumIntake"
        case .vitaminD: control = "woman.vitaminD"
        case .age, .height, .menopause, .uterus, .smoking: return nil
        }
        return .set(control: control, value: Quantity(value, column.unit).inBaseUnits)
    }

    /// The covariate that a column means.
    static func of(_ covariate: EventCovariate) -> WomanCovariate? { allCases.first { $0.column.name == covariate.name } }
}
