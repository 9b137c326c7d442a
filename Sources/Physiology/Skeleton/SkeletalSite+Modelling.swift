import Exchange
import Modeling
import Symbolics

extension SkeletalSite {
    /// Share of the bone formed at the site that was not resorbed before; fitted where density under strong antiresorptives
    /// or teriparatide was published.
    func modellingShare(in b: ComponentBuilder) -> Expression {
        let meaning = "Share of formation that needs no resorption before it, at rest"
        func assumed(
            _ value: Double, _ range: ClosedRange<Double>,
            _ reason: String = "by the trabecular share of the site, between spine and cortical bone"
        ) -> Expression {
            b.parameter("modellingShare", value, .one, .assumed(reason, range: range), meaning)
        }
        switch self {
        case .lumbarSpine, .femoralNeck, .totalHip: return b.fitted("modellingShare", .one, meaning)
        case .lumbarSpineTrabecular: return assumed(0.156, 0.05...0.3, "as fitted for the whole spine")
        case .totalBody: return assumed(0.045, 0.02...0.09)
        case .radius: return assumed(0.02, 0...0.06)
        }
    }
}
