import Modeling
import Symbolics

/// Occupancy of the progesterone receptors by progesterone and medroxyprogesterone.
///
/// Both isoforms bind alike; what differs is which of them a tissue has, which estrogen induces.
struct ProgesteroneReceptor: Component {
    let path = "receptors.progesterone"
    let summary = "Occupancy of progesterone receptors A and B by progesterone and by medroxyprogesterone acetate."

    func define(in b: ComponentBuilder) {
        let progesterone = b.input("progesterone", "mol/L", "Serum progesterone")
        let medroxyprogesterone = b.sumOfInputs("medroxyprogesterone", "mol/L", "Serum medroxyprogesterone acetate")
        let estrogen = b.input("estrogenAction", .one, "Estrogen action, which induces the receptor")
        let progesteroneHalf = b.parameter(
            "progesteroneHalf", 20, "nmol/L", .measured("Rizner 2011 Steroids 76:607, Ki 20 nmol/L"),
            "Progesterone that occupies half of the receptors")
        let progestinHalf = b.parameter(
            "medroxyprogesteroneHalf", 0.6, "nmol/L",
            .assumed("tighter than progesterone; whole-cell estimates lie below 1 nmol/L", range: 0.2...9),
            "Medroxyprogesterone acetate that occupies half of the receptors")
        let inducible = b.parameter(
            "inducibleShareA", 0.5, .one,
            .assumed("estrogen induces B more than A in most tissues", range: 0.2...0.8),
            "Share of isoform A that estrogen induces")
        let (p, m) = (progesterone / progesteroneHalf, medroxyprogesterone / progestinHalf)
        let occupancy = b.variable("occupancy", .one, (p + m) / (1 + p + m), "Receptors occupied by any ligand")
        let byProgesterone = b.variable(
            "byProgesterone", .one, p / (1 + p + m), "Receptors occupied by progesterone")
        let hypothesis = b.control(
            "onOsteoblasts", 0, .one, "Hypothesis, off by default: one lets progesterone act on osteoblasts")
        _ = b.variable(
            "hypotheticalDrive", .one, hypothesis * byProgesterone,
            "Progesterone on osteoblasts, if the hypothesis is on")
        _ = b.variable(
            "byMedroxyprogesterone", .one, m / (1 + p + m), "Receptors occupied by medroxyprogesterone acetate")
        b.output("receptor.PRA", .one, occupancy * (1 - inducible + inducible * estrogen), "Activation of PR-A")
        b.output("receptor.PRB", .one, occupancy * estrogen, "Activation of PR-B")
    }
}
