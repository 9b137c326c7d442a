import Symbolics

/// The shapes by which effects follow doses, so that each stands in one place under its name.
enum DoseResponse {
    /// Share of the largest effect by a ligand that binds one site: one half at `half`.
    static func saturating(_ level: Expression, half: Expression) -> Expression { level / (level + half) }

    /// Share of the largest effect with cooperativity; steeper around `half` the larger the exponent.
    static func hill(_ level: Expression, half: Expression, exponent: Expression) -> Expression {
        let relative = pow(level / half, exponent)
        return relative / (1 + relative)
    }

    /// A rise at low levels and a fall at high ones: `gain` where only the first site is full, `loss` subtracted where
    /// the second is full too.
    ///
    /// - Returns: the relative change, zero without ligand.
    static func biphasic(
        _ level: Expression, gain: Expression, half: Expression, loss: Expression, halfLoss: Expression
    ) -> Expression {
        gain * saturating(level, half: half) - (gain + loss) * saturating(level, half: halfLoss)
    }

    /// A smooth rise from exactly zero up to `low` to exactly one from `high` on.
    static func step(_ level: Expression, from low: Expression, to high: Expression) -> Expression {
        let x = min(1, max(0, (level - low) / (high - low)))
        return x * x * (3 - 2 * x)
    }
}
