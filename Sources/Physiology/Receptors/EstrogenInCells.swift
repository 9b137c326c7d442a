import Modeling
import Symbolics

/// Estrogen action lost as each kind of bone cell sees it, through its own receptors alpha and beta.
///
/// Alpha carries nearly all of it in every bone cell. Receptors of one cell can be switched off, as in knock-out mice
/// and in the women and men without a working receptor, to see what that cell contributes.
struct EstrogenInCells: Component {
    let path = "receptors.estrogenInCells"
    let summary = "Estrogen action lost in osteoclasts, osteoblasts, osteocytes, lining cells and lymphocytes."

    /// The kinds of cells, as their quantities are named.
    enum Cell: String, CaseIterable {
        case osteoclasts, osteoblasts, osteocytes, liningCells, lymphocytes

        var words: String { self == .liningCells ? "bone lining cells" : rawValue }
    }

    func define(in b: ComponentBuilder) {
        let heard = b.input("heard", .one, "Estrogen action as cells have heard it, one at rest")
        let alphaShare = b.parameter(
            "alphaShare", 0.9, .one,
            .assumed(
                "loss of receptor alpha alone gives the bone of estrogen lack in mice and in one man (Smith 1994 "
                    + "N Engl J Med 331:1056); loss of beta alone does little (Sims 2002 Bone 30:18)", range: 0.8...1),
            "Share of estrogen action in bone cells that passes through receptor alpha")
        let alpha = b.control("alpha", 1, .one, "Working share of receptor alpha, in all cells")
        let beta = b.control("beta", 1, .one, "Working share of receptor beta, in all cells")
        for cell in Cell.allCases {
            let own = b.parameter(
                "\(cell.rawValue)Receptors", 1, .one,
                .assumed("experiments change it; all receptors work by definition of a healthy woman"),
                "Working share of estrogen receptors in \(cell.words)")
            _ = b.variable(
                "\(cell.rawValue)Deficit", .one,
                1 - heard * own * (alphaShare * alpha + (1 - alphaShare) * beta),
                "Estrogen action lost in \(cell.words)")
        }
    }
}
