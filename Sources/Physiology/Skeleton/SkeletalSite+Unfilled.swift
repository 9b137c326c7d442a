import Exchange
import Modeling
import Symbolics

extension SkeletalSite {
    /// Share of the bone resorbed beyond rest that no formation follows; nil where there is none to speak of.
    ///
    /// At the hip high turnover hollows the cortex out from within, and what is trabecular then is not filled again, so that
    /// the hip loses nearly as much as the spine, but gains half as much.
    func unfilledShare(in b: ComponentBuilder) -> Expression? {
        switch self {
        case .femoralNeck, .totalHip:
            b.fitted("unfilledShare", .one, "Share of the bone resorbed beyond rest that is not filled again")
        case .lumbarSpine, .lumbarSpineTrabecular, .totalBody, .radius: nil
        }
    }
}
