import Modeling
import Symbolics

/// What an osteoblast makes besides bone: the programme of Runx2, alkaline phosphatase, collagen and osteocalcin.
///
/// Signals that change one product without changing how much bone is formed enter here and show in the markers.
struct OsteoblastProgramme: Component {
    let path = "skeleton.programme"
    let summary = "Alkaline phosphatase, collagen and osteocalcin made per bone formed, as Runx2 and hormones set them."

    func define(in b: ComponentBuilder) {
        let runx2 = b.sumOfInputs("runx2Change", .one, "Relative change of Runx2 activity, which drives all products")
        for (product, title) in [
            ("alkalinePhosphatase", "Alkaline phosphatase"), ("collagen", "Collagen I"), ("osteocalcin", "Osteocalcin"),
        ] {
            let change = b.sumOfInputs("\(product)Change", .one, "Relative change of \(title.lowercased()) alone")
            _ = b.variable(
                product, .one, max(Signals.least, 1 + runx2 + change), "\(title) per bone formed, relative to rest")
        }
    }
}
