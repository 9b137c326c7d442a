import Modeling
import Symbolics

/// Cholesterol and triglycerides: swallowed estrogens raise HDL and triglycerides, any estrogen lowers LDL a little, and
/// progestins with androgenic or like effects undo the rise of HDL, which progesterone does not.
struct Lipids: Component {
    let path = "outcomes.lipids"
    let summary = "HDL and LDL cholesterol and triglycerides under sex steroids from medicines."

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
        lipid(
            "LDL", 135,
            effect(
                "portalOnLDL", -0.21, walsh + "with a progestin -15 %, PMID 8270155", -0.27 ... -0.12,
                "swallowed estrogens, LDL")
                * portal
                + effect(
                    "systemicOnLDL", -0.02,
                    "estradiol patch 50 ug/day +1 %, n.s., PMID 8270155; -7 % with another progestin",
                    -0.08...0.02, "estrogens in blood, LDL") * systemic,
            "LDL cholesterol")
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
}
