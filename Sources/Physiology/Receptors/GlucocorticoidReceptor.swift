import Modeling
import Symbolics

/// Activation of the glucocorticoid receptor by her cortisol and by medroxyprogesterone acetate, a weak agonist.
///
/// At doses used after menopause the progestin adds a few per cent; whether that reaches bone is a hypothesis, as is
/// competition by progesterone.
struct GlucocorticoidReceptor: Component {
    let path = "receptors.glucocorticoid"
    let summary = "Activation of the glucocorticoid receptor by cortisol and medroxyprogesterone acetate."

    func define(in b: ComponentBuilder) {
        let progesterone = b.input("progesterone", "mol/L", "Serum progesterone")
        let medroxyprogesterone = b.sumOfInputs("medroxyprogesterone", "mol/L", "Serum medroxyprogesterone acetate")
        let total = b.parameter(
            "cortisol", 8.1, "ug/dL",
            .measured("mean over the day, own average of published 24-hour profiles", range: 6...10),
            "Mean serum cortisol")
        let free = b.parameter(
            "freeCortisol", 0.04, .one, .assumed("4 % of cortisol is unbound at usual levels", range: 0.03...0.06),
            "Free share of cortisol")
        let mass = b.molarMass(of: .cortisol)
        let cortisolHalf = b.parameter(
            "cortisolHalf", 30, "nmol/L", .assumed("affinity of cortisol, order of magnitude", range: 15...50),
            "Free cortisol that activates half of the receptors")
        let progestinHalf = b.parameter(
            "medroxyprogesteroneHalf", 22, "nmol/L",
            .assumed("29 % of dexamethasone's binding where progesterone, Ki 63 nmol/L, has 10 %", range: 7...60),
            "Medroxyprogesterone acetate that activates half of the receptors")
        let progesteroneHalf = b.parameter(
            "progesteroneHalf", 63.1, "nmol/L", .measured("Rizner 2011 Steroids 76:607, Ki 63.1 nmol/L"),
            "Progesterone that blocks half of the receptors, where that hypothesis is on")
        let competes = b.control(
            "progesteroneCompetes", 0, .one, "Hypothesis, off by default: one lets progesterone compete with cortisol")
        let reachesBone = b.control(
            "progestinReachesBone", 0, .one,
            "Hypothesis, off by default: one lets the progestin's glucocorticoid action harm osteoblasts")

        let hormone = total / mass * free / cortisolHalf
        let progestin = medroxyprogesterone / progestinHalf
        let blocker = competes * progesterone / progesteroneHalf
        let activation = b.variable(
            "activation", .one, (hormone + progestin) / (1 + hormone + progestin + blocker),
            "Share of receptors that are active")
        let usual = b.variable("usualActivation", .one, hormone / (1 + hormone), "The same with cortisol alone")
        let heard = hormone + reachesBone * progestin
        let inBone = b.variable(
            "activationInBone", .one, heard / (1 + heard + blocker),
            "Share of receptors that are active in bone, as far as hypotheses let anything but cortisol act there")
        _ = b.variable(
            "hypotheticalExcess", .one, inBone / usual - 1,
            "Activation above or below usual, where a hypothesis lets it act on bone")
        b.output("receptor.GR", .one, activation, "Activation of the glucocorticoid receptor")
    }
}
