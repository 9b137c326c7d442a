import Exchange
import Modeling
import Symbolics

extension SkeletalSite {
    /// Density of women of one age, for Z-scores: level in youth, then a straight fall.
    package struct Norm {
        /// Age from which the mean falls, in years.
        package let onset: Double
        /// Fall of the mean a year, as a share of the young mean.
        package let fall: Double
        let fallProvenance: Provenance
        /// Standard deviation among women of one age, in the site's unit.
        package let spread: Double
        let spreadProvenance: Provenance
    }

    package var norm: Norm {
        switch self {
        case .lumbarSpine:
            return Norm(
                onset: 42, fall: 0.00455,
                source: .fitted("NHANES women by decade, O1998 to O2003", range: 0.004...0.005),
                spread: 0.142, .measured("NHANES women of 61 to 70 years, O2002", range: 0.134...0.167))
        case .femoralNeck:
            return Norm(
                onset: 37, fall: 0.00655,
                source: .assumed(
                    "NHANES III white women by decade, recalled; agrees with T -1.23 in women over 50, Looker 2010",
                    range: 0.0055...0.0075),
                spread: 0.12, .assumed("NHANES III white women, recalled", range: 0.11...0.122))
        case .totalHip:
            return .assumed(onset: 42, fall: 0.0062, spread: 0.122, "falls nearly as the femoral neck does")
        case .totalBody:
            return .assumed(onset: 45, fall: 0.0035, spread: 0.1, "a sixth is lost by 90 years")
        case .radius:
            return .assumed(onset: 45, fall: 0.008, spread: 0.065, "cortical bone, a quarter is lost by 80 years")
        case .lumbarSpineTrabecular:
            return .assumed(onset: 40, fall: 0.015, spread: 30, "trabecular bone on QCT, three fifths lost by 80 years")
        }
    }
}

extension SkeletalSite.Norm {
    fileprivate init(
        onset: Double, fall: Double, source: Provenance, spread: Double, _ spreadSource: Provenance
    ) {
        self.init(
            onset: onset, fall: fall, fallProvenance: source, spread: spread, spreadProvenance: spreadSource)
    }

    fileprivate static func assumed(onset: Double, fall: Double, spread: Double, _ reason: String) -> Self {
        Self(
            onset: onset, fall: fall, source: .assumed(reason, range: fall / 1.4...fall * 1.4),
            spread: spread,
            .assumed("order of magnitude of published reference data", range: spread / 1.2...spread * 1.2))
    }
}
