import Modeling
import Symbolics

/// Her androgens, from dehydroepiandrosterone sulfate to dihydrotestosterone, by mass balance: what glands secrete and
/// precursors turn into is what the blood is cleared of.
///
/// The adrenal share falls with age; the ovary's androstenedione with its cycles; its testosterone not before it is
/// removed. Testosterone that is given adds to her own and is aromatised like it. Glucocorticoids take her adrenal
/// androgens away, but not the estrogen she makes outside the ovary: estradiol was that of other women where DHEA-S was far
/// lower (Hall 1993 Ann Rheum Dis 52:211, O2075).
struct Androgens: Component {
    let path = "axes.androgens"
    let summary = "DHEA-S, androstenedione, testosterone and dihydrotestosterone, her own and given, and aromatisation."

    private static let longcope = "Longcope, androgen metabolism and the menopause, abstract: no change with age"

    func define(in b: ComponentBuilder) {
        let age = b.input("age", .years, "Age")
        let activity = b.input("ovarianActivity", .one, "Share of time with a working ovary")
        let ovaries = b.input("ovaries", .one, "One while she has her ovaries")
        let scale = b.input("clearanceScale", .one, "Allometric scale of clearances")
        let given = b.sumOfInputs("testosteroneGiven", "mol/L", "Serum testosterone from medicines")
        let entering = b.sumOfInputs("testosteroneEntering", "mol/d", "Testosterone from medicines reaching the blood")
        let inhibitors = b.sumOfInputs("aromataseInhibition", .one, "Share of aromatase that medicines inhibit")

        let masses = Masses(b)
        let sulfate = sulfateLevel(b, masses, age: age)
        let adrenal = adrenalSupply(b, masses, sulfate: sulfate)
        let (stroma, follicles) = ovarianSupply(b, masses)
        let ovarian = ovaries * stroma + activity * follicles
        let toTestosterone = b.parameter(
            "androstenedioneToTestosterone", 0.022, .one,
            .measured(
                "Longcope 1969, doi 10.1172/JCI106185 (pk.androstenedione_t_interconversion)", range: 0.02...0.05),
            "Share of androstenedione that becomes circulating testosterone")
        let clearance = b.parameter(
            "testosteroneClearance", 532, "L/d",
            .measured("304 L/day/m2 at 1.75 m2, PMID 5020435 (pk.testosterone.mcr)", range: 440...625),
            "Metabolic clearance of testosterone")
        let driven = b.input("adrenalDrive", .one, "Androgens of the adrenals under their ACTH, over usual")
        let glands = b.parameter(
            "adrenalOutput", 1, .one, .assumed("experiments change it; at rest it is one by definition"),
            "Adrenal androgens relative to what ACTH asks of glands of her age")
        let output = glands * driven
        let supply = ovarian + output * adrenal
        let usual = ovarian + adrenal
        let usualProduction = usual.precursors(toTestosterone)
        let androstenedione = b.variable(
            "androstenedioneProduction", "mol/d", supply.androstenedione, "Androstenedione reaching the blood")
        let production = b.variable(
            "testosteroneProduction", "mol/d", supply.precursors(toTestosterone).testosterone,
            "Her own testosterone reaching the blood, from glands and androstenedione")
        let own = b.variable("testosteroneOwn", "mol/L", production / clearance, "Her own serum testosterone")
        _ = b.variable(
            "usualTestosterone", "mol/L", usualProduction.testosterone / clearance,
            "Her testosterone where her adrenals give what is usual at her age")
        let total = b.variable("testosterone", "mol/L", own + given, "Serum testosterone")
        _ = b.variable("given", "mol/L", given, "Serum testosterone from medicines")

        dihydrotestosterone(
            b, mass: masses.dihydrotestosterone, precursors: supply.precursors(toTestosterone), usual: usualProduction,
            entering: entering / scale)
        aromatisation(
            b, inhibitors: inhibitors, entering: entering / scale,
            precursors: (ovaries * stroma + glands * adrenal).precursors(toTestosterone),
            usual: (ovaries * stroma + adrenal).precursors(toTestosterone))

        let androstenedioneClearance = b.parameter(
            "androstenedioneClearance", 1900, "L/d", .measured(Self.longcope, range: 1800...2000),
            "Metabolic clearance of androstenedione")
        b.output(
            "serum.testosterone", "ng/dL", total * masses.testosterone, "Testosterone")
        b.output(
            "serum.androstenedione", "ng/mL",
            androstenedione / androstenedioneClearance * masses.androstenedione, "Androstenedione")
        b.output(
            "serum.DHEAS", "ug/dL", output * sulfate * masses.sulfate,
            "Dehydroepiandrosterone sulfate")
    }

    private struct Masses {
        let androstenedione, testosterone, dihydrotestosterone, sulfate: Expression

        init(_ b: ComponentBuilder) {
            androstenedione = b.molarMass(of: .androstenedione)
            testosterone = b.molarMass(of: .testosterone)
            dihydrotestosterone = b.molarMass(of: .dihydrotestosterone)
            sulfate = b.molarMass(of: .dehydroepiandrosteroneSulfate)
        }
    }

    /// What reaches the blood, in mol/d.
    struct Supply {
        let androstenedione: Expression
        let testosterone: Expression

        /// With the testosterone that androstenedione turns into.
        func precursors(_ share: Expression) -> Supply {
            Supply(androstenedione: androstenedione, testosterone: testosterone + share * androstenedione)
        }

        static func + (a: Supply, b: Supply) -> Supply {
            Supply(
                androstenedione: a.androstenedione + b.androstenedione, testosterone: a.testosterone + b.testosterone)
        }
        static func * (factor: Expression, supply: Supply) -> Supply {
            Supply(androstenedione: factor * supply.androstenedione, testosterone: factor * supply.testosterone)
        }
    }

    private func sulfateLevel(_ b: ComponentBuilder, _ masses: Masses, age: Expression) -> Expression {
        let source = "line through Orentreich 1984, PMID 6235241, Han and Choi, and NHS (O1564 to O1569, O1577, O1582)"
        let level = b.parameter(
            "sulfateAtForty", 115, "ug/dL", .fitted(source, range: 100...130), "Serum DHEA-S at the age of 40")
        let fall = b.parameter(
            "sulfateFall", 0.031, "1/years", .fitted(source, range: 0.027...0.036), "Share of DHEA-S lost each year")
        let reference = b.parameter(
            "referenceAge", 40, .years, .assumed("the age at which levels are stated"), "Age at which levels are stated"
        )
        return b.variable(
            "usualSulfate", "mol/L",
            level / masses.sulfate * exp(-fall * (age - reference)),
            "DHEA-S usual at her age")
    }

    /// DHEA-S turns into androstenedione and testosterone; the rest the adrenal cortex secretes at any age.
    private func adrenalSupply(_ b: ComponentBuilder, _ masses: Masses, sulfate: Expression) -> Supply {
        let clearance = b.parameter(
            "sulfateClearance", 12, "L/d", .measured(Self.longcope, range: 10...14), "Metabolic clearance of DHEA-S")
        let asAndrostenedione = b.parameter(
            "sulfateToAndrostenedione", 0.065, .one,
            .assumed("half of adrenal androstenedione at 40 years comes by way of DHEA", range: 0.04...0.09),
            "Share of DHEA-S that becomes circulating androstenedione")
        let asTestosterone = b.parameter(
            "sulfateToTestosterone", 0.002, .one,
            .assumed("half of adrenal testosterone at 40 years comes by way of DHEA", range: 0.001...0.006),
            "Share of DHEA-S that becomes circulating testosterone other than by androstenedione")
        let androstenedione = b.parameter(
            "adrenalAndrostenedione", 0.6, "mg/d",
            .assumed("androstenedione falls less with age than DHEA-S", range: 0.3...1),
            "Androstenedione that the adrenals secrete at any age")
        let testosterone = b.parameter(
            "adrenalTestosterone", 18, "ug/d",
            .assumed("testosterone after 60 years hardly falls (O1576, O1581) while DHEA-S does", range: 5...40),
            "Testosterone that the adrenals secrete at any age")
        let turnover = clearance * sulfate
        return Supply(
            androstenedione: androstenedione / masses.androstenedione + asAndrostenedione * turnover,
            testosterone: testosterone / masses.testosterone + asTestosterone * turnover)
    }

    /// What the stroma secretes as long as she has her ovaries, and what follicles add while they work.
    private func ovarianSupply(_ b: ComponentBuilder, _ masses: Masses) -> (stroma: Supply, follicles: Supply) {
        let androstenedione = b.parameter(
            "ovarianAndrostenedione", 1.3, "mg/d",
            .assumed("half of a production of 3 mg/day at MCR_A4 is ovarian", range: 0.8...1.8),
            "Androstenedione that cycling ovaries secrete")
        let stromal = b.parameter(
            "stromalAndrostenedione", 0.2, .one,
            .assumed("follicles make most of it; the stroma goes on", range: 0.1...0.4),
            "Share of ovarian androstenedione that outlasts the cycles")
        let testosterone = b.parameter(
            "ovarianTestosterone", 40, "ug/d",
            .assumed(
                "half of testosterone goes with the ovaries, before or after menopause (pk.testosterone.production_premenopausal)",
                range: 25...60), "Testosterone that the ovaries secrete, with or without cycles")
        let moles = androstenedione / masses.androstenedione
        return (
            Supply(androstenedione: stromal * moles, testosterone: testosterone / masses.testosterone),
            Supply(androstenedione: (1 - stromal) * moles, testosterone: Expression(0, "mol/d"))
        )
    }
}
