import Exchange
import Modeling
import Symbolics

extension SkeletalSite {
    /// Share of the bone formed at the site that was not resorbed before; fitted where density under strong antiresorptives
    /// or teriparatide was published.
    func modellingShare(in b: ComponentBuilder) -> Expression {
        let meaning = "Share of formation that needs no resorption before it, at rest"
        func assumed(_ value: Double, _ range: ClosedRange<Double>) -> Expression {
            b.parameter(
                "modellingShare", value, .one,
                .assumed("by the trabecular share of the site, between spine and cortical bone", range: range), meaning)
        }
        switch self {
        case .lumbarSpine, .femoralNeck, .totalHip: return b.fitted("modellingShare", .one, meaning)
        case .lumbarSpineTrabecular: return assumed(0.09, 0.04...0.15)
        case .totalBody: return assumed(0.045, 0.02...0.09)
        case .radius: return assumed(0.02, 0...0.06)
        }
    }
}
