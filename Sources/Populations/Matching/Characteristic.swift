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
    func value(of woman: PlausibleWoman, among women: PlausibleWomen) -> Double {
        switch self {
        case .lumbarSpine: woman.densities[SkeletalSite.lumbarSpine.index]
        case .femoralNeck: woman.densities[SkeletalSite.femoralNeck.index]
        case .totalHip: woman.densities[SkeletalSite.totalHip.index]
        case .lumbarSpineT: woman.tScore(.lumbarSpine)
        case .femoralNeckT: woman.tScore(.femoralNeck)
        case .totalHipT: woman.tScore(.totalHip)
        case .lowestT: min(woman.tScore(.lumbarSpine), woman.tScore(.totalHip))
        case .lowestZ: min(women.zScore(woman, .lumbarSpine), women.zScore(woman, .totalHip))
        case .white: woman.ethnicity == .white ? 1 : 0
        case .black: woman.ethnicity == .black ? 1 : 0
        case .hispanic: woman.ethnicity.isHispanic ? 1 : 0
        case .age: woman.age
        case .yearsSinceMenopause: woman.age - woman.menopauseAge
        case .BMI: woman.weight / (woman.height * woman.height) * 1e4
        case .weight: woman.weight
        case .height: woman.height
        case .vitaminD: woman.vitaminD
        case .smoking: woman.smokes ? 1 : 0
        case .hysterectomy: woman.hasUterus ? 0 : 1
        case .oophorectomy: woman.isSurgical ? 1 : 0
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
