import Modeling
import Symbolics

/// Potentiation of GABA-A receptors in the brain by allopregnanolone and pregnanolone.
///
/// More than 99 % of both is bound in plasma, so total levels are set against what total levels do to people, never
/// against affinities in a dish; and all on one scale, that of mass spectrometry after capsules of progesterone. There
/// the two stand for every sedating metabolite, which immunoassays read with them: thresholds by immunoassay, or of
/// brexanolone, which is allopregnanolone alone, belong to other scales. Her own levels lie below and add to what
/// medicines do as an independent share.
struct GABAAReceptor: Component {
    let path = "receptors.gabaA"
    let summary = "Potentiation of GABA-A receptors by neurosteroids: calm, sleep, sedation."

    func define(in b: ComponentBuilder) {
        let half = b.parameter(
            "halfEffect", 12, "nmol/L",
            .fitted(
                "dizziness on progesterone by mouth less that on placebo, 6 % of women on 200 mg and 20 % on 400 mg, Prometrium "
                    + "label (pk.p4.dizziness_200, pk.p4.dizziness_400), at the levels simulated", range: 8...18),
            "Allopregnanolone and pregnanolone in plasma, together, of half the potentiation")
        let own =
            (b.input("allopregnanoloneOwn", "mol/L", "Allopregnanolone, her own")
                + b.input("pregnanoloneOwn", "mol/L", "Pregnanolone, her own")) / half
        let given =
            (b.sumOfInputs("allopregnanoloneGiven", "mol/L", "Allopregnanolone, from medicines")
                + b.sumOfInputs("pregnanoloneGiven", "mol/L", "Pregnanolone, from medicines")) / half
        func share(_ level: Expression) -> Expression { level / (1 + level) }
        let potentiation = b.variable(
            "potentiation", .one, 1 - (1 - share(own)) * (1 - share(given)), "Share of the largest potentiation")
        let lag = b.parameter(
            "lag", 1, "d", .assumed("what a night leaves behind is gone a day later", range: 0.5...2),
            "Time over which nights are averaged")
        let nightly = b.geneProduct(
            "nightly", of: share(given), lag: lag, "Potentiation by medicines, averaged over the day")

        let minutes = b.parameter(
            "mostSleep", 45, "min",
            .fitted(
                "progesterone 200 to 300 mg by mouth gives 20.7 (-0.2 to 41.6) minutes, Nolan 2021 (O1868)",
                range: 0...90),
            "Sleep gained a night at most")
        let halfNight = b.parameter(
            "halfSleep", 0.11, .one,
            .assumed("what 300 mg of progesterone by mouth gives on average over a day", range: 0.03...0.3),
            "Potentiation averaged over the day that gains half of the most sleep")
        b.output(
            "outcome.sleep", "min", minutes * nightly / (nightly + halfNight),
            "Sleep gained a night by neurosteroids, in women who sleep badly (polysomnography)")
        // Squared, because twice the dose makes more than twice as many dizzy, and so that the hours after a dose count.
        let peaks = b.geneProduct(
            "peaks", of: given * given, lag: lag,
            "Square of neurosteroids from medicines over their half-effect level, mean over days")
        b.output(
            "outcome.sedation", "%", peaks / (1 + peaks),
            "Share of women made drowsy or dizzy by neurosteroids from medicines, beyond placebo")
        b.output("receptor.GABAA", .one, potentiation, "Potentiation of GABA-A receptors by neurosteroids")

        let gain = b.parameter(
            "onOsteoblastsGain", 0.02, .one,
            .assumed(
                "receptors occur in bone cells; in rats 0.1 mmol/L GABA inhibited, so even the sign is open",
                range: -0.03...0.03),
            "Rise of bone formation at full potentiation, where the hypothesis is on")
        let switched = b.control(
            "onOsteoblasts", 0, .one, "Hypothesis, off by default: one lets neurosteroids act on osteoblasts")
        _ = b.variable("onActivity", .one, switched * gain * nightly, "Relative change of bone formed by osteoblasts")
    }
}
