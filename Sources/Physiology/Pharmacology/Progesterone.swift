import Modeling
import Symbolics

/// Progesterone from medicines in the body, and the neurosteroids made of it.
///
/// Science: two-compartment progesterone; allopregnanolone and pregnanolone from circulating progesterone and, after
/// oral doses, from the first pass. All on the scale of mass spectrometry.
struct ProgesteroneKinetics: Component {
    let path = "pharmacology.progesterone"
    let summary = "Progesterone given as a medicine, with allopregnanolone and pregnanolone."

    func define(in b: ComponentBuilder) {
        let input = b.sumOfInputs("input", "mol/d", "Progesterone reaching the blood")
        let alloInput = b.sumOfInputs("allopregnanoloneInput", "mol/d", "Allopregnanolone formed in the first pass")
        let pregInput = b.sumOfInputs("pregnanoloneInput", "mol/d", "Pregnanolone formed in the first pass")
        let clearanceScale = b.input("clearanceScale", .one, "Allometric scale of clearances")
        let volumeScale = b.input("volumeScale", .one, "Allometric scale of volumes")

        let clearance = b.parameter(
            "clearance", 87.5, "L/h", .assumed("textbook metabolic clearance of 2100 to 2200 L/day", range: 80...92),
            "Metabolic clearance")
        let source = Provenance.fitted(
            "Levine 2000 Fertil Steril 73:516; Pickar 2015, PMID 25944519; mass spectrometry")
        let central = b.parameter("centralVolume", 69.9, "L", source, "Central volume")
        let exchange = b.parameter("exchange", 5.81, "L/h", source, "Clearance between compartments")
        let peripheral = b.parameter("peripheralVolume", 39.8, "L", source, "Peripheral volume")
        let progesterone = TwoCompartments(
            b, "central", of: "Progesterone", input: input, clearance: clearance * clearanceScale,
            central: central * volumeScale, exchange: exchange * clearanceScale,
            peripheral: peripheral * volumeScale, scale: 1e-7)
        _ = b.variable("concentration", "mol/L", progesterone.concentration, "Progesterone from medicines")

        let alloShare = b.parameter(
            "allopregnanoloneShare", 0.036, .one,
            .measured("luteal allopregnanolone over progesterone 0.04, Kimball 2020, PMID 31780185, times clearances"),
            "Share of progesterone clearance that becomes circulating allopregnanolone")
        let pregShare = b.parameter(
            "pregnanoloneShare", 0.022, .one, .assumed("0.6 of allopregnanolone", range: 0.011...0.033),
            "Share of progesterone clearance that becomes circulating pregnanolone")
        let brexanolone = Provenance.measured(
            "brexanolone phase 1b and Wald 2022 (pk.allo rows of the evidence), women post partum")
        let steroidClearance = b.parameter(
            "neurosteroidClearance", 1.124, "L/h/kg", brexanolone, "Clearance of allopregnanolone per weight")
        let steroidCentral = b.parameter(
            "neurosteroidCentral", 1.5, "L/kg", brexanolone, "Central volume of allopregnanolone per weight")
        let steroidExchange = b.parameter(
            "neurosteroidExchange", 0.22, "L/h/kg", brexanolone, "Exchange of allopregnanolone per weight")
        let steroidPeripheral = b.parameter(
            "neurosteroidPeripheral", 3, "L/kg", brexanolone, "Peripheral volume of allopregnanolone per weight")
        let weight = b.input("weight", "kg", "Body weight")
        func neurosteroid(_ name: String, _ title: String, _ firstPass: Expression, _ share: Expression) {
            let disposition = TwoCompartments(
                b, name, of: title, input: firstPass + share * progesterone.elimination,
                clearance: steroidClearance * weight, central: steroidCentral * weight,
                exchange: steroidExchange * weight, peripheral: steroidPeripheral * weight, scale: 1e-7)
            _ = b.variable("\(name)Concentration", "mol/L", disposition.concentration, "\(title) from medicines")
        }
        neurosteroid("allopregnanolone", "Allopregnanolone", alloInput, alloShare)
        neurosteroid("pregnanolone", "Pregnanolone", pregInput, pregShare)
    }
}

/// Oral micronized progesterone, with or without food.
struct OralProgesterone: Component {
    let withFood: Bool

    var path: String { withFood ? "pharmacology.progesterone.oralFed" : "pharmacology.progesterone.oralFasted" }
    var summary: String { "Micronized progesterone by mouth, \(withFood ? "with a meal" : "on an empty stomach")." }

    func define(in b: ComponentBuilder) {
        let source = Provenance.fitted(
            withFood
                ? "Lobo 2019, PMID 30694918 (100 mg); Pickar 2015, PMID 25944519 (absorption, lag); mass spectrometry"
                : "Levine 2000 Fertil Steril 73:516, mass spectrometry")
        let absorption = b.parameter("absorption", withFood ? 1.801 : 2.674, "1/h", source, "Absorption rate")
        let lag = b.parameter("lag", withFood ? 2.8 : 0.339, "h", source, "Time before absorption begins")
        let bioavailability = b.parameter(
            "bioavailability", withFood ? 0.0139 : 0.00307, .one, source, "Share of 100 mg that reaches the blood")
        let exponent = b.parameter(
            "doseExponent", 0.21, .one,
            .measured("Prometrium US label, table 1; Simon 1993 Fertil Steril 60:26 reports zero", range: 0...0.21),
            "Power of dose in bioavailability")
        let food = b.parameter(
            "foodOnFirstPass", withFood ? 2 : 1, .one,
            withFood
                ? .measured("Simon 1993 Fertil Steril 60:26, fed over fasted exposure")
                : .assumed("a definition: fasting is the reference"),
            "Effect of food on first-pass metabolites")
        let alloShare = b.parameter(
            "allopregnanoloneFirstPass", 0.0039, .one,
            .fitted(
                "bracketed by Andreen 2006, PMID 16406399 and 16724185, and Freeman 1993, PMID 7904330",
                range: 0.0012...0.013),
            "Share of a dose that becomes circulating allopregnanolone in the first pass")
        let pregShare = b.parameter(
            "pregnanoloneFirstPass", 0.0023, .one, .assumed("0.6 of allopregnanolone", range: 0.0007...0.008),
            "Share of a dose that becomes circulating pregnanolone in the first pass")
        let arrives = b.input("firstPassProgestogen", .one, "Oral progestogen that arrives, over usual")
        let mass = b.molarMass(of: .progesterone)
        let reference = b.parameter(
            "referenceDose", 100, "mg", .assumed("a definition: the dose at which bioavailability is stated"),
            "Reference dose")

        let parent = b.state(
            "gutParent", "mol", initial: Expression(0, "mol"), scale: 1e-6, "Progesterone that will reach the blood")
        let gut = b.state("gut", "mol", initial: Expression(0, "mol"), scale: 1e-4, "Progesterone in the gut")
        b.rate(of: parent, -absorption * parent)
        b.rate(of: gut, -absorption * gut)
        b.dosePort("dose", "mg", lag: lag, "Tablets or capsules swallowed") { dose in
            [(parent, dose / mass * bioavailability * pow(dose / reference, exponent)), (gut, dose / mass)]
        }
        _ = b.variable("toBlood", "mol/d", arrives * absorption * parent, "Progesterone reaching the blood")
        _ = b.variable(
            "toAllopregnanolone", "mol/d", alloShare * food * absorption * gut, "First-pass allopregnanolone")
        _ = b.variable("toPregnanolone", "mol/d", pregShare * food * absorption * gut, "First-pass pregnanolone")
    }
}
