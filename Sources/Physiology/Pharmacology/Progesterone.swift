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
///
/// Gut wall and liver take nearly all of it, in the manner of a tube along which it is lost, so that the share that
/// escapes is an exponential of their capacity; the more of it comes at once, the less of that capacity is free. One
/// structure so holds what seems at odds: levels that rise faster than the dose, and a meal that dissolves twice as much
/// and yet raises what mass spectrometry finds in the blood several times, the more the larger the dose. Metabolites
/// follow what dissolves.
struct OralProgesterone: Component {
    let withFood: Bool

    var path: String { withFood ? "pharmacology.progesterone.oralFed" : "pharmacology.progesterone.oralFasted" }
    var summary: String { "Micronized progesterone by mouth, \(withFood ? "with a meal" : "on an empty stomach")." }

    /// How much more of a dose dissolves with a meal.
    static let food = (
        ratio: 2.0,
        provenance: Provenance.measured(
            "Simon 1993, PMID 8102614: fed over fasted exposure by an immunoassay that reads metabolites (O0858); by mass"
                + " spectrometry a fatty meal raises progesterone itself sevenfold, Qin 2022, PMID 34806331",
            range: 1.6...2.4)
    )
    func define(in b: ComponentBuilder) {
        let source = Provenance.fitted(
            withFood
                ? "Pickar 2015, PMID 25944519; mass spectrometry"
                : "Levine 2000 Fertil Steril 73:516, mass spectrometry")
        let absorption = b.parameter("absorption", withFood ? 1.801 : 2.674, "1/h", source, "Absorption rate")
        let lag = b.parameter("lag", withFood ? 2.8 : 0.339, "h", source, "Time before absorption begins")
        let doses =
            "100 mg fasted, Levine 2000 (O0866), and fed, Lobo 2019, PMID 30694918 (O0930, O0935); 200 mg fasted, Hermann"
            + " 2005 (O0941), and fed, Pickar 2015, PMID 25944519 (O0874 to O0905); rise with dose, Prometrium US label"
            + " (O0851 to O0857); 20 mg, Andreen 2006 (O0942)"
        let bioavailability = b.parameter(
            "bioavailability", 8.45e-4, .one, .fitted(doses, range: 4e-4...1.7e-3),
            "Share of a small dose, swallowed fasting, that reaches the blood")
        let capacity = b.parameter(
            "saturatingDose", 404, "mg", .fitted(doses, range: 240...680),
            "Dose, swallowed fasting, at which half of the first pass is left")
        let saturable = b.parameter(
            "saturableExtraction", 6.5, .one,
            .assumed(
                "nearly all of the first pass is by enzymes; 7.1 would let everything arrive, rows fit the better the nearer it"
                    + " is, and doses beyond 400 mg fasted are not measured", range: 5...7.1),
            "Logarithm of how much more arrives when the first pass is saturated")
        let food = b.parameter(
            "foodOnDissolution", withFood ? Self.food.ratio : 1, .one,
            withFood ? Self.food.provenance : .assumed("a definition: fasting is the reference"),
            "What dissolves, over fasting")
        let anchors =
            "Andreen 2006, PMID 16406399: after 20 mg allopregnanolone rises by 196 % into the range of progesterone,"
            + " pregnanolone by 119 % (O0943, O0944); Freeman 1993, PMID 7904330: both together some 96 nmol/L after 1200 mg"
        let alloShare = b.parameter(
            "allopregnanoloneFirstPass", 0.003, .one, .fitted(anchors, range: 0.001...0.009),
            "Share of a dose that becomes circulating allopregnanolone in the first pass")
        let pregShare = b.parameter(
            "pregnanoloneFirstPass", 0.001, .one, .fitted(anchors, range: 0.0005...0.003),
            "Share of a dose that becomes circulating pregnanolone in the first pass")
        let arrives = b.input("firstPassProgestogen", .one, "Oral progestogen that arrives, over usual")
        let mass = b.molarMass(of: .progesterone)

        let parent = b.state(
            "gutParent", "mol", initial: Expression(0, "mol"), scale: 1e-6, "Progesterone that will reach the blood")
        let gut = b.state("gut", "mol", initial: Expression(0, "mol"), scale: 1e-4, "Progesterone in the gut")
        b.rate(of: parent, -absorption * parent)
        b.rate(of: gut, -absorption * gut)
        b.dosePort("dose", "mg", lag: lag, "Tablets or capsules swallowed") { dose in
            let dissolved = food * dose
            let escaping = bioavailability * exp(saturable * dissolved / (dissolved + capacity))
            return [(parent, dissolved / mass * min(escaping, 1)), (gut, dose / mass)]
        }
        _ = b.variable("toBlood", "mol/d", arrives * absorption * parent, "Progesterone reaching the blood")
        _ = b.variable(
            "toAllopregnanolone", "mol/d", alloShare * food * absorption * gut, "First-pass allopregnanolone")
        _ = b.variable("toPregnanolone", "mol/d", pregShare * food * absorption * gut, "First-pass pregnanolone")
    }
}
