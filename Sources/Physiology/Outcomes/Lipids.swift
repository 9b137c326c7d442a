import Modeling
import Symbolics

/// Cholesterol and triglycerides: swallowed estrogens raise HDL and triglycerides, estrogen in blood lowers LDL, hers as
/// well as given, and so does thyroid hormone; progestins with androgenic or like effects undo the rise of HDL, which
/// progesterone does not.
struct Lipids: Component {
    let path = "outcomes.lipids"
    let summary = "HDL and LDL cholesterol and triglycerides under sex steroids and thyroid hormone."

    func define(in b: ComponentBuilder) {
        let portal = b.input("portal", .one, "Effect of swallowed estrogens through the liver")
        let systemic = b.input("systemic", .one, "Effect of estrogens from medicines through blood")
        let progestin = b.input("progestin", .one, "Effect of synthetic progestins")
        let androgen = b.sumOfInputs(
            "androgen", .one, "Activation of the androgen receptor above usual, which lowers HDL")
        let walsh = "conjugated estrogens 0.625 mg: HDL +16, LDL -15, triglycerides +24 %, Walsh 1991, recalled; "
        let pepi = "PEPI 1995 (O1843, O1844)"

        func effect(_ name: String, _ value: Double, _ source: String, _ range: ClosedRange<Double>, _ of: String)
            -> Expression
        {
            b.parameter(name, value, .one, .fitted(source, range: range), "Relative change at the full effect of \(of)")
        }
        func lipid(_ name: String, _ level: Double, _ change: Expression, _ meaning: String) {
            let usual = b.parameter(
                "usual\(name.prefix(1).uppercased())\(name.dropFirst())", level, "mg/dL",
                .assumed(
                    "typical of women after menopause; only changes are modelled", range: level * 0.8...level * 1.2),
                "\(meaning) without medicines")
            b.output("outcome.\(name)", "mg/dL", usual * (1 + change), meaning)
        }
        let portalHDL = effect("portalOnHDL", 0.2, walsh + pepi, 0.12...0.26, "swallowed estrogens, HDL")
        let progestinHDL = effect(
            "progestinOnHDL", -0.17, "with medroxyprogesterone acetate HDL rises 2.6 mg/dL over placebo, \(pepi)",
            -0.25 ... -0.08, "synthetic progestins, HDL")
        let androgenHDL = b.parameter(
            "androgenOnHDL", -0.1, .one, .assumed("oral androgens lower HDL; skin ones hardly", range: -0.2...0),
            "Relative change of HDL at full activation of the androgen receptor above usual")
        lipid("HDL", 60, portalHDL * portal + progestinHDL * progestin + androgenHDL * androgen, "HDL cholesterol")
        let onLDL = effect(
            "portalOnLDL", -0.12,
            walsh + "estradiol 1 and 2 mg -11 and -16 % against placebo (O0202 to O0214)", -0.2 ... -0.05,
            "swallowed estrogens, LDL")
        lipid("LDL", 135, (1 + onLDL * portal) * (1 + estradiolOnLDL(b)) * thyroidOnLDL(b) - 1, "LDL cholesterol")
        lipid(
            "triglycerides", 110,
            effect(
                "portalOnTriglycerides", 0.38, walsh + "with estradiol and progesterone +2 %, O1850", 0.1...0.5,
                "swallowed estrogens, triglycerides") * portal
                + effect(
                    "systemicOnTriglycerides", -0.06, "estradiol patch 50 ug/day -4 %, PMID 8270155", -0.16...0,
                    "estrogens in blood, triglycerides") * systemic
                + effect(
                    "progestinOnTriglycerides", -0.2, "oral estrogens with a progestin +9 %, PMID 8270155",
                    -0.3 ... -0.05,
                    "synthetic progestins, triglycerides") * progestin,
            "Triglycerides")
    }

    /// What estradiol in her blood, her own and given, does to LDL: none where she has what is left after menopause.
    private func estradiolOnLDL(_ b: ComponentBuilder) -> Expression {
        let weeks = b.ovarianWeeks()
        let given = b.input("estrogenGiven", "mol/L", "Estradiol and estradiol equivalents from medicines")
        let cycling = b.input("restingLevel", "mol/L", "Her estradiol in cycles without medicines")
        let peripheral = b.input("usualPeripheral", "mol/L", "Her estradiol from outside the ovary, without medicines")
        let source =
            "LDL +18 % after oophorectomy (O2047), +0.25 mmol/L through natural menopause (O2058); estradiol patch 50 ug/day "
            + "+1 %, n.s., or -7 % with another progestin, PMID 8270155"
        let half =
            b.parameter(
                "halfEstradiol", 20, "pg/mL",
                .assumed("between the levels after menopause and those of cycles", range: 10...40),
                "Estradiol of half the largest effect on LDL") / b.molarMass(of: .estradiol)
        let most = b.parameter(
            "estradiolOnLDL", -0.14, .one, .fitted(source, range: -0.24 ... -0.05),
            "Relative change of LDL at the full effect of estradiol in blood")
        let lag = b.parameter(
            "lag", 30, "d", .measured("the rise after oophorectomy is complete in six weeks (O2047)", range: 14...42),
            "Time by which LDL follows estradiol")
        func share(_ level: Expression) -> Expression { DoseResponse.saturating(level, half: half) }
        let change = b.geneProduct(
            "estradiolEffect", of: sum(weeks.map { $0.share * share($0.level + given) }) - share(cycling), lag: lag,
            "Effect of estradiol in blood on LDL, above that in cycles")
        return most * (change + share(cycling) - share(peripheral))
    }

    /// LDL over that at her usual thyroid hormone.
    private func thyroidOnLDL(_ b: ComponentBuilder) -> Expression {
        let action = b.input("thyroidAction", .one, "Thyroid hormone action above usual")
        let fall = b.parameter(
            "thyroidOnLDL", -0.45, .one,
            .fitted(
                "31 (24 to 38) mg/dL lower in overt excess (Kotwal 2020, O2057); levothyroxine lowers it by 8 % where TSH is 12 "
                    + "mIU/L with normal T4, Meier 2001", range: -0.6 ... -0.3),
            "Logarithm of LDL per thyroid hormone action above usual")
        return exp(fall * action)
    }
}
