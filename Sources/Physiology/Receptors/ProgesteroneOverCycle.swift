import Modeling
import Symbolics

/// Her progesterone as receptors meet it through the weeks: by itself low, high in luteal phases, medicines on top.
///
/// A saturating response to the mean would overstate luteal phases by half, so responses are averaged over them.
struct ProgesteroneOverCycle {
    /// Parts of an ovulatory cycle by rising progesterone: its share of days, and its level over the cycle's mean.
    ///
    /// From the curve through Stricker's daily medians (TMPL_P4_base to TMPL_P4_u2); six parts give saturating
    /// responses to 1 % for any affinity.
    private static let parts: [(share: Double, level: Double)] = [
        (0.5, 0.0648), (0.08, 0.3653), (0.08, 0.7973), (0.1, 1.6333), (0.12, 2.6846), (0.12, 3.2421),
    ]

    private let ovulatory: Expression
    private let remnant: Expression
    private let given: Expression
    private let share: Expression

    /// Declares what the component needs to know of her cycles and medicines.
    init(_ b: ComponentBuilder) {
        ovulatory = b.input("ovulatoryProgesterone", "mol/L", "Her mean progesterone in ovulatory cycles")
        remnant = b.input("remnantProgesterone", "mol/L", "Her progesterone without a corpus luteum")
        share = b.input("ovulatoryShare", .one, "Share of her weeks in ovulatory cycles")
        given = b.input("progesteroneGiven", "mol/L", "Progesterone from medicines")
    }

    /// The mean of a response over her weeks.
    func mean(_ response: (Expression) -> Expression) -> Expression {
        share * overCycle { response($0 + given) } + (1 - share) * response(remnant + given)
    }

    /// The mean of a response over ovulatory cycles without medicines.
    func atRest(_ response: (Expression) -> Expression) -> Expression { overCycle(response) }

    private func overCycle(_ response: (Expression) -> Expression) -> Expression {
        sum(Self.parts.map { Expression($0.share, .one) * response(Expression($0.level, .one) * ovulatory) })
    }
}

extension Assembly {
    /// Tells a component of her progesterone through the weeks.
    mutating func connectProgesterone(to component: String) {
        connect(
            to: component,
            [
                "ovulatoryProgesterone": "axes.ovary.ovulatoryProgesterone",
                "remnantProgesterone": "axes.ovary.remnantProgesterone",
                "ovulatoryShare": "axes.ovary.ovulatoryShare", "progesteroneGiven": "serum.progesteroneFromMedicines",
            ])
    }
}
