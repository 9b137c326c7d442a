import Exchange
import Modeling
import Symbolics

extension SkeletalSite {
    /// Density of young women at a site, for T-scores.
    package struct Reference {
        package let mean: Double
        package let spread: Double
        let meanProvenance: Provenance
        let spreadProvenance: Provenance
    }

    package var unit: Unit { self == .lumbarSpineTrabecular ? "mg/cm3" : "g/cm2" }

    package var plainName: String {
        switch self {
        case .lumbarSpine: return "lumbar spine"
        case .femoralNeck: return "femoral neck"
        case .totalHip: return "total hip"
        case .totalBody: return "total body"
        case .radius: return "distal third of the radius"
        case .lumbarSpineTrabecular: return "trabecular bone of the lumbar spine (QCT)"
        }
    }

    package var reference: Reference {
        switch self {
        case .lumbarSpine:
            return .measured(1.064, 0.106, "NHANES women 21 to 30 years, PMC12995607 table 3")
        case .totalHip:
            return .measured(0.971, 0.114, "NHANES women 21 to 30 years, PMC12995607 table 3")
        case .femoralNeck:
            return .assumed(
                0.858, 0.120, "NHANES III white women 20 to 29 years, Looker 1998 Osteoporos Int 8:468, recalled")
        case .totalBody:
            return .assumed(1.12, 0.08, "Hologic young women, order of magnitude", 1.05...1.18, 0.07...0.1)
        case .radius:
            return .assumed(0.69, 0.055, "Hologic distal third, order of magnitude", 0.64...0.72, 0.045...0.065)
        case .lumbarSpineTrabecular:
            return .assumed(170, 28, "QCT of young women, order of magnitude", 150...190, 25...32)
        }
    }
}

extension SkeletalSite.Reference {
    fileprivate static func measured(_ mean: Double, _ spread: Double, _ source: String) -> Self {
        Self(mean: mean, spread: spread, meanProvenance: .measured(source), spreadProvenance: .measured(source))
    }

    fileprivate static func assumed(
        _ mean: Double, _ spread: Double, _ reason: String,
        _ meanRange: ClosedRange<Double>? = nil, _ spreadRange: ClosedRange<Double>? = nil
    ) -> Self {
        Self(
            mean: mean, spread: spread, meanProvenance: .assumed(reason, range: meanRange),
            spreadProvenance: .assumed(reason, range: spreadRange))
    }
}
