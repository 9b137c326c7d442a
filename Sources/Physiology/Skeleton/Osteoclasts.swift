import Modeling
import Symbolics

/// Osteoclasts and the pool of precursors they come from.
///
/// Precursors die or mature: death keeps the response to RANKL from vanishing in the long run, depletion keeps it
/// from being proportional.
struct Osteoclasts: Component {
    let path = "skeleton.osteoclasts"
    let summary = "Osteoclast precursors that die or mature, and osteoclasts whose life estrogen shortens."

    func define(in b: ComponentBuilder) {
        let occupancy = b.input("rankOccupancy", .one, "Occupancy of RANK, relative to rest")
        let lost = b.input("estrogenDeficit", .one, "Estrogen action lost in osteoclasts and their precursors")
        let relief = b.sumOfInputs(
            "cytokineRelief", .one, "Estrogen action whose loss goes unheard for want of cytokines, negative")
        let activation = b.sumOfInputs(
            "activation", .one, "Relative change of the supply of precursors, and so of how often remodelling begins")
        let apoptosisChange = b.sumOfInputs(
            "apoptosisChange", .one, "Relative change of osteoclast apoptosis by signals other than estrogen")

        let dyingShare = b.parameter(
            "dyingShare", 0.6, .one,
            .assumed(
                "without death RANKL would not act in the long run, without depletion nothing would rebound after "
                    + "denosumab", range: 0.4...0.9),
            "Share of precursors that die at rest")
        let precursorRate = b.fitted("precursorTurnover", "1/d", "Turnover of precursors")
        let rate = b.fitted("turnover", "1/d", "Turnover of osteoclasts at rest")
        let estrogenOnApoptosis = b.parameter(
            "estrogenOnApoptosis", 0.4, .one,
            .measured(
                "human precursors with RANKL form 40 to 50 % fewer osteoclasts with 1 nmol/L of estradiol (claim SC013; "
                    + "Shevde 2000 PNAS 97:7829)", range: 0.36...0.5),
            "Share of osteoclast apoptosis lost at full loss of estrogen action")

        let supply = b.parameter(
            "supplyFactor", 1, .one, .assumed("experiments change it; at rest it is one by definition"),
            "Supply of precursors relative to normal")

        let precursors = b.state("precursors", .one, initial: 1, "Osteoclast precursors, relative to rest")
        b.rate(
            of: precursors,
            precursorRate
                * (supply * max(Signals.least, 1 + activation) - (dyingShare + (1 - dyingShare) * occupancy) * precursors))
        let count = b.state("count", .one, initial: 1, "Active osteoclasts, relative to rest")
        b.rate(
            of: count,
            rate
                * (occupancy * precursors
                    - (1 - estrogenOnApoptosis * (lost + relief)) * max(Signals.least, 1 + apoptosisChange) * count))
        b.output("bone.osteoclasts", .one, count, "Active osteoclasts relative to a cycling woman")
    }
}
