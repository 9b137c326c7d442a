import Modeling
import Symbolics

/// The parathyroid gland and the PTH it keeps in serum, which follows serum calcium within minutes and so is algebra.
///
/// Two levels are told apart. Serum PTH answers to everything that moves calcium. Bone hears the PTH she would have
/// were her bone at its usual turnover: what estrogen loss and medicines do to bone was fitted with the answer of PTH
/// to the calcium that bone gives up or takes in already in it, and must not be counted twice.
struct Parathyroid: Component {
    let path = "axes.calcium"
    let summary = "Parathyroid hormone: secretion, growth of the gland, and its action on bone."

    static let published = "Peterson and Riggs 2010, PMID 19732857 (parameters.csv file peterson_riggs"

    static func published(_ symbol: String) -> Provenance { .fitted("\(published), \(symbol))") }

    func define(in b: ComponentBuilder) {
        let calcium = b.input("calcium", .one, "Serum calcium at usual bone turnover, relative to rest")
        let serumCalcium = b.input("serumCalcium", .one, "Serum calcium, relative to rest")
        let calcitriol = b.input("calcitriol", .one, "Calcitriol, relative to rest")
        let age = b.input("age", .years, "Age now")
        let given = b.sumOfInputs("given", "pmol/L", "PTH and its fragments from medicines, mean over a day")
        let infusion = b.control("infusion", 0, "pmol/h", "PTH given into a vein at a constant rate")

        let resting = b.parameter("PTHAtRest", 3.85, "pmol/L", Self.published("INIT_PTH"), "PTH at rest")
        let clearance = b.parameter(
            "PTHClearance", 100, "L/h", Self.published("kout times V1"), "Clearance of PTH from plasma")
        let mass = b.parameter(
            "PTHMolarMass", 9400, "g/mol", .measured("9.4 pg/mL per pM of PTH(1-84), 84 amino acids"),
            "Molar mass of PTH")
        let ageing = b.parameter(
            "ageOnPTH", 0.045, .one,
            .measured("4.2 to 5.0 % a decade in two laboratories (O1651, O1652)", range: 0.04...0.056),
            "Rise of PTH per decade of age that does not reach bone")
        let normAge = b.parameter(
            "normAge", 40, .years, .assumed("the age of the resting woman, a definition"), "Age at which PTH is stated")

        let gland = Gland(b)
        let capacity = b.state("glandCapacity", .one, initial: 1, "Capacity of the gland, relative to rest")
        b.rate(of: capacity, gland.turnover * (gland.growth(calcitriol) - capacity))
        let added = (given + infusion / clearance) / resting
        func level(_ x: Expression) -> Expression {
            gland.secretion(x) * gland.releasable(calcium: x, calcitriol: calcitriol) * capacity
        }
        let heard = b.variable(
            "PTHHeard", .one, level(calcium) + added, "PTH at usual bone turnover, relative to her age's norm")
        let own = b.variable("PTHOwn", .one, level(serumCalcium), "Her own serum PTH, relative to her age's norm")
        _ = b.variable("PTHRelative", .one, own + added, "Serum PTH, relative to her age's norm")
        b.output(
            "serum.PTH", "pg/mL",
            (own * pow(1 + ageing, (age - normAge) / Expression(10, .years)) + added) * resting * mass,
            "Parathyroid hormone, intact or its given fragment")

        let effect = b.fitted("calciumOnRANKL", .one, "Fall of RANKL at the calcium supply of trials")
        let trialPTH = b.parameter(
            "trialPTH", 0.8978, .one,
            .fitted("PTH of this axis after a year at 1500 mg of calcium a day, 700 mg above usual"),
            "PTH at the calcium supply of trials, relative to usual")
        _ = b.variable(
            "onRANKL", .one, pow(max(0, heard), log(1 - effect) / log(trialPTH)) - 1,
            "Relative change of RANKL by PTH")
    }

    /// What the gland does with calcium and calcitriol.
    private struct Gland {
        private let most, least, steepness, capacityMost, capacityLeast, capacitySteepness: Expression
        private let slope, calciumOnSetPoint, secretionAtRest: Expression
        let turnover: Expression

        init(_ b: ComponentBuilder) {
            func constant(_ name: String, _ value: Double, _ unit: Unit, _ symbol: String, _ meaning: String)
                -> Expression
            { b.parameter(name, value, unit, Parathyroid.published(symbol), meaning) }
            most = constant("secretionMost", 6249.09, "pmol/h", "T58", "Secretion of PTH without calcium")
            least = constant("secretionLeast", 96.25, "pmol/h", "T61", "Secretion of PTH at high calcium")
            secretionAtRest = constant("secretionAtRest", 385, "pmol/h", "kout times INIT_PTH", "Secretion at rest")
            steepness = constant("secretionSteepness", 11.7387, .one, "T59", "Exponent of calcium in PTH secretion")
            slope = constant(
                "calcitriolOnRelease", 2.7, .one, "T71 times 90 pM", "Slope of the brake by calcitriol on releasable PTH")
            calciumOnSetPoint = constant(
                "calciumOnSetPoint", 0.9, .one, "ScaEffGam", "Exponent of calcium in the set point of calcitriol")
            capacityMost = constant("growthMost", 4.1029, .one, "CtriolMax", "Capacity without calcitriol")
            capacityLeast = constant("growthLeast", 0.9, .one, "CtriolMin", "Capacity at high calcitriol")
            capacitySteepness = constant(
                "growthSteepness", 12.5033, .one, "CtriolPTgam", "Exponent of calcitriol in the growth of the gland")
            turnover = constant("glandTurnover", 0.0001604, "1/h", "PTout", "Turnover of the gland's capacity")
        }

        /// Secretion at a serum calcium, relative to rest.
        func secretion(_ calcium: Expression) -> Expression {
            let half = (most - least) / (most - secretionAtRest) - 1
            let power = pow(calcium, steepness)
            return (most - (most - least) * power / (power + half)) / secretionAtRest
        }

        /// Releasable PTH, relative to rest; it settles within two days.
        func releasable(calcium: Expression, calcitriol: Expression) -> Expression {
            let distance = slope * (calcitriol - pow(calcium, -calciumOnSetPoint))
            let tanh = 1 - 2 / (exp(2 * distance) + 1)
            return 1 - Expression(0.85) * tanh
        }

        /// Where the gland's capacity settles.
        func growth(_ calcitriol: Expression) -> Expression {
            let half = (capacityMost - capacityLeast) / (capacityMost - 1) - 1
            let power = pow(calcitriol, capacitySteepness)
            return capacityMost - (capacityMost - capacityLeast) * power / (power + half)
        }
    }
}
