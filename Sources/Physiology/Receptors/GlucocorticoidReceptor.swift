import Modeling
import Symbolics

/// Activation of the glucocorticoid receptor by her cortisol through the day, by prednisolone and, weakly, by
/// medroxyprogesterone acetate; all as free, unbound levels.
///
/// Doses come and go within hours, so each medicine counts as the constant level with the same mean response.
struct GlucocorticoidReceptor: Component {
    let path = "receptors.glucocorticoid"
    let summary = "Activation of the glucocorticoid receptor by cortisol, prednisolone and medroxyprogesterone acetate."

    func define(in b: ComponentBuilder) {
        let cortisol = b.input("cortisolRelative", .one, "Her cortisol over usual")
        let usual = b.input("usualCortisol", "mol/L", "Free cortisol at rest, mean over the day")
        let day = CortisolDay(
            nadir: b.input("nadirRelative", .one, "Lowest cortisol of the day over its mean"),
            peak: b.input("peakRelative", .one, "Highest cortisol of the day over its mean"))
        let cortisolHalf = b.parameter(
            "cortisolHalf", 30, "nmol/L",
            .assumed("affinity of cortisol, order of magnitude (GR_Kd_CORTISOL)", range: 15...50),
            "Free cortisol that activates half of the receptors")
        let lag = b.parameter(
            "hearingLag", 1, "d", .assumed("averages over a dosing interval", range: 0.3...3),
            "Time over which responses to medicines are averaged")
        let hormone = usual / cortisolHalf

        let prednisolone = b.sumOfInputs("prednisolone", "mol/L", "Free prednisolone") / prednisoloneHalf(b)
        let progestin = progestin(b)
        let reaches = b.control(
            "progestinReachesBone", 0, .one,
            "Hypothesis, off by default: one lets the progestin act as a glucocorticoid in bone and pituitary")
        _ = b.variable(
            "givenOverUsual", .one, (prednisolone + reaches * progestin) / hormone,
            "Glucocorticoid action of medicines over that of her usual cortisol")
        func constant(_ name: String, _ level: Expression, _ title: String) -> Expression {
            let response = b.geneProduct(
                name, of: level / (1 + hormone + level), lag: lag, "Share of receptors that \(title) takes")
            return response * (1 + hormone) / (1 - response)
        }
        let p = constant("prednisoloneResponse", prednisolone, "prednisolone")
        let m = constant("progestinResponse", progestin, "medroxyprogesterone acetate")
        let competes = b.control(
            "progesteroneCompetes", 0, .one, "Hypothesis, off by default: one lets progesterone compete with cortisol")
        let blockers = blockers(b)
        let blocker =
            competes * (blockers.own + constant("progesteroneResponse", blockers.given, "progesterone from medicines"))

        func active(_ agonist: Expression, _ blocker: Expression) -> Expression {
            agonist / (1 + agonist + blocker)
        }
        b.output(
            "receptor.GR", .one,
            day.mean { active(cortisol * $0 * hormone + p + m, blocker) },
            "Activation of the glucocorticoid receptor, mean over the day")
        // Receptors bind genes as pairs, so what genes hear is the square of activation.
        func heard(_ level: (Expression) -> Expression, _ blocker: Expression) -> Expression {
            day.mean { hour in
                let share = active(level(hour), blocker)
                return share * share
            }
        }
        let now = b.variable(
            "heard", .one, heard({ cortisol * $0 * hormone + p + reaches * m }, blocker),
            "Share of receptor pairs that are active in bone, mean over the day")
        let resting = b.variable(
            "heardAtRest", .one, heard({ $0 * hormone }, competes * blockers.atRest),
            "The same with her usual cortisol alone")
        _ = b.variable("excess", .one, now / resting - 1, "Glucocorticoid action in bone above usual, relative")
    }

    private func prednisoloneHalf(_ b: ComponentBuilder) -> Expression {
        b.parameter(
            "prednisoloneHalf", 15, "nmol/L",
            .assumed("about twice the affinity of cortisol; 5 mg then do the work of some 20 mg of it", range: 7...30),
            "Free prednisolone that activates half of the receptors")
    }

    /// Medroxyprogesterone acetate over its half-effect level.
    private func progestin(_ b: ComponentBuilder) -> Expression {
        let half = b.parameter(
            "medroxyprogesteroneHalf", 10.8, "nmol/L",
            .measured("Koubovec 2005 Mol Cell Endocrinol 242:23 (GR_Ki_MPA); transactivation at 7.2", range: 7...22),
            "Free medroxyprogesterone acetate that activates half of the receptors")
        let free = b.parameter(
            "medroxyprogesteroneFree", 0.1, .one,
            .measured("Provera US label: about 90 % bound, mostly to albumin", range: 0.06...0.14),
            "Free share of medroxyprogesterone acetate")
        return free * b.sumOfInputs("medroxyprogesterone", "mol/L", "Serum medroxyprogesterone acetate") / half
    }

    /// Progesterone as a blocker, over its half-effect level: hers in ovulatory cycles, hers now, and from medicines.
    private func blockers(_ b: ComponentBuilder) -> (atRest: Expression, own: Expression, given: Expression) {
        let own = b.input("progesterone", "mol/L", "Her own serum progesterone")
        let resting = b.input("restingProgesterone", "mol/L", "Her mean progesterone in ovulatory cycles")
        let given = b.sumOfInputs("progesteroneGiven", "mol/L", "Serum progesterone from medicines")
        let half = b.parameter(
            "progesteroneHalf", 63.1, "nmol/L",
            .measured(
                "Rizner 2011 Steroids 76:607, Ki 63.1; Koubovec 2005 has 215 (GR_Ki_progesterone)", range: 60...215),
            "Free progesterone that blocks half of the receptors, where that hypothesis is on")
        let free = b.parameter(
            "progesteroneFree", 0.02, .one,
            .measured("1 to 2 % is free (pk.progesterone.binding rows)", range: 0.01...0.03),
            "Free share of progesterone")
        func blocker(_ level: Expression) -> Expression { free * level / half }
        return (blocker(resting), blocker(own), blocker(given))
    }
}
