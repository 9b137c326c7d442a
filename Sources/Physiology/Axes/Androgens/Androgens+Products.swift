import Modeling
import Symbolics

/// What becomes of her androgens: dihydrotestosterone, and estrogens by aromatase.
extension Androgens {
    func dihydrotestosterone(
        _ b: ComponentBuilder, mass: Expression, precursors: Supply, usual: Supply, entering: Expression
    ) {
        let source = "PMID 5020435 (pk.dht.mcr, pk.testosterone.to_dht)"
        let clearance = b.parameter(
            "dihydrotestosteroneClearance", 366, "L/d",
            .measured("209 L/day/m2 at 1.75 m2, \(source)", range: 290...445),
            "Metabolic clearance of dihydrotestosterone")
        let fromTestosterone = b.parameter(
            "testosteroneToDihydrotestosterone", 0.0156, .one, .measured(source, range: 0.0106...0.0206),
            "Share of testosterone that becomes circulating dihydrotestosterone")
        let fromAndrostenedione = b.parameter(
            "androstenedioneToDihydrotestosterone", 0.0165, .one,
            .fitted(
                "208 pmol/L after menopause (O1193); 0.05 mg/day before, a tenth of it from testosterone",
                range: 0.008...0.03),
            "Share of androstenedione that becomes circulating dihydrotestosterone")
        func level(_ supply: Supply) -> Expression {
            (fromAndrostenedione * supply.androstenedione + fromTestosterone * supply.testosterone) / clearance
        }
        let total = b.variable(
            "dihydrotestosterone", "mol/L", level(precursors) + fromTestosterone * entering / clearance,
            "Serum dihydrotestosterone")
        _ = b.variable(
            "usualDihydrotestosterone", "mol/L", level(usual),
            "Her dihydrotestosterone where her adrenals give what is usual at her age")
        b.output("serum.DHT", "pg/mL", total * mass, "Dihydrotestosterone")
    }

    /// Estrogens that she makes outside the ovary, as a share of what is usual, and those from given testosterone.
    ///
    /// Transfer constants of blood alone miss much of her estradiol after menopause, which tissues make too; so her
    /// level is a measured one, and precursors and inhibitors change it in proportion. Follicles are no part of this:
    /// they aromatise within themselves.
    ///
    /// - Parameters:
    ///   - precursors: what reaches her blood in a week without a working ovary.
    ///   - usual: the same where her adrenals give what is usual at her age.
    func aromatisation(
        _ b: ComponentBuilder, inhibitors: Expression, entering: Expression, precursors: Supply, usual: Supply
    ) {
        let longcope = "Longcope 1969, doi 10.1172/JCI106185"
        let toEstradiol = b.parameter(
            "testosteroneToEstradiol", 0.0015, .one, .measured(longcope, range: 0.001...0.006),
            "Share of testosterone that becomes circulating estradiol")
        let toEstrone = b.parameter(
            "androstenedioneToEstrone", 0.0074, .one, .measured(longcope, range: 0.006...0.03),
            "Share of androstenedione that becomes circulating estrone")
        let oneToTwo = b.parameter(
            "estroneToEstradiol", 0.055, .one,
            .measured("pulse injections in women (pk.estrogen.rho_e1_e2)", range: 0.04...0.08),
            "Share of estrone that becomes estradiol")
        let clearance = b.parameter(
            "estradiolClearance", 1295, "L/d",
            .measured("740 L/day/m2 at 1.75 m2 (pk.estradiol.mcr)", range: 1150...1450),
            "Metabolic clearance of estradiol")
        let reachable = b.parameter(
            "aromatisedShare", 0.94, .one,
            .fitted(
                "Dixon 2008, PMID 18375896: 5.9 % is left on letrozole, 10.1 % on anastrozole (O0711, O0710)",
                range: 0.9...0.97),
            "Share of estradiol after menopause that inhibitors of aromatase can take away")
        func estradiol(_ supply: Supply) -> Expression {
            oneToTwo * toEstrone * supply.androstenedione + toEstradiol * supply.testosterone
        }
        let inhibition = b.variable(
            "inhibition", .one, min(1, inhibitors), "Share of aromatase that medicines inhibit, together")
        let supply = b.variable(
            "estrogenPrecursors", .one,
            estradiol(precursors) / estradiol(usual),
            "Androgens that aromatase can use, relative to what is usual at her age")
        _ = b.variable(
            "estrogenLost", .one, 1 - supply * (1 - reachable * inhibition),
            "Share of the estrogen she makes outside the ovary that is missing")
        let fromGiven = b.variable(
            "estradiolFromGiven", "mol/L", toEstradiol * entering * (1 - inhibition) / clearance,
            "Serum estradiol made of testosterone that was given")
        let toAndrostenedione = b.parameter(
            "testosteroneToAndrostenedione", 0.12, .one,
            .measured("\(longcope) (pk.androstenedione_t_interconversion)", range: 0.06...0.15),
            "Share of testosterone that becomes circulating androstenedione")
        let twoToOne = b.parameter(
            "estradiolToEstrone", 0.34, .one,
            .measured("pulse injections in women (pk.estrogen.rho_e2_e1)", range: 0.2...0.45),
            "Share of estradiol that becomes estrone")
        let estroneClearance = b.parameter(
            "estroneClearance", 1960, "L/d",
            .measured("1120 L/day/m2 at 1.75 m2 (pk.estrone.mcr)", range: 1700...2200),
            "Metabolic clearance of estrone")
        _ = b.variable(
            "estroneFromGiven", "mol/L",
            (toAndrostenedione * toEstrone + twoToOne * toEstradiol) * entering * (1 - inhibition) / estroneClearance,
            "Serum estrone made of testosterone that was given")
        let acting = b.parameter(
            "actingShare", 1, .one,
            .assumed(
                "estradiol is taken to act whatever it was made of; no trial shows that testosterone alone builds women's bone "
                    + "(SC137, SC138), so it may not", range: 0...1),
            "Share of the estradiol made of given testosterone that tissues hear")
        _ = b.variable(
            "actingEstradiol", "mol/L", acting * fromGiven, "Estradiol made of given testosterone, as tissues hear it")
    }
}
