import Exchange
import Symbolics

/// What studies tell of the women who took part.
public enum Characteristic: String, CaseIterable, Sendable, Hashable {
    case age, yearsSinceMenopause, BMI, weight, height, smoking, hysterectomy, oophorectomy, white, black, hispanic
    case lumbarSpine, femoralNeck, totalHip, lumbarSpineT, femoralNeckT, totalHipT
    /// The lower one of spine and total hip.
    case lowestT, lowestZ
    case vitaminD

    /// Whether a woman has it or not, so that its mean is a share.
    public var isShare: Bool {
        switch self {
        case .smoking, .hysterectomy, .oophorectomy, .white, .black, .hispanic: true
        default: false
        }
    }

    /// As in a table.
    public var title: String {
        switch self {
        case .age: "age"
        case .yearsSinceMenopause: "years since menopause"
        case .smoking: "current smokers"
        case .hysterectomy: "no uterus"
        case .oophorectomy: "both ovaries removed"
        case .white: "non-Hispanic white"
        case .black: "non-Hispanic black"
        case .hispanic: "Hispanic"
        case .lumbarSpine: "lumbar spine"
        case .femoralNeck: "femoral neck"
        case .totalHip: "total hip"
        case .lumbarSpineT: "lumbar spine T"
        case .femoralNeckT: "femoral neck T"
        case .totalHipT: "total hip T"
        case .lowestT: "lower T of spine and hip"
        case .lowestZ: "lower Z of spine and hip"
        case .vitaminD: "25-hydroxyvitamin D"
        case .BMI, .weight, .height: rawValue
        }
    }

    /// For tables; empty for scores and `%` for shares.
    public var unit: String {
        switch self {
        case .age, .yearsSinceMenopause: "years"
        case .BMI: "kg/m2"
        case .weight: "kg"
        case .height: "cm"
        case .lumbarSpine, .femoralNeck, .totalHip: "g/cm2"
        case .vitaminD: "nmol/L"
        case .lumbarSpineT, .femoralNeckT, .totalHipT, .lowestT, .lowestZ: ""
        case .smoking, .hysterectomy, .oophorectomy, .white, .black, .hispanic: "%"
        }
    }

    /// How it is with a woman; one or zero for what she has or has not.
    func value(of plausible: PlausibleWoman, among women: PlausibleWomen) -> Double {
        let woman = plausible.woman
        switch self {
        case .lumbarSpine: return plausible.density(.lumbarSpine)
        case .femoralNeck: return plausible.density(.femoralNeck)
        case .totalHip: return plausible.density(.totalHip)
        case .lumbarSpineT: return plausible.tScore(.lumbarSpine)
        case .femoralNeckT: return plausible.tScore(.femoralNeck)
        case .totalHipT: return plausible.tScore(.totalHip)
        case .lowestT: return min(plausible.tScore(.lumbarSpine), plausible.tScore(.totalHip))
        case .lowestZ: return min(women.zScore(plausible, .lumbarSpine), women.zScore(plausible, .totalHip))
        case .white: return plausible.ethnicity == .white ? 1 : 0
        case .black: return plausible.ethnicity == .black ? 1 : 0
        case .hispanic: return plausible.ethnicity.isHispanic ? 1 : 0
        case .age: return woman.age / Unit.daysPerYear
        case .yearsSinceMenopause: return (woman.age - (woman.menopause?.age ?? .nan)) / Unit.daysPerYear
        case .BMI: return woman.bodyMassIndex
        case .weight: return woman.weight.value(in: "kg") ?? .nan
        case .height: return woman.height.value(in: "cm") ?? .nan
        case .vitaminD: return woman.vitaminD.value(in: "nmol/L") ?? .nan
        case .smoking: return woman.smoking ? 1 : 0
        case .hysterectomy: return woman.uterus ? 0 : 1
        case .oophorectomy: return woman.menopause?.kind == .surgical ? 1 : 0
        }
    }
}

extension Woman {
    /// Weight in kg over the square of height in m.
    public var bodyMassIndex: Double {
        let metres = (height.value(in: "cm") ?? .nan) / 100
        return (weight.value(in: "kg") ?? .nan) / (metres * metres)
    }
}
