import Modeling
import Symbolics

/// Serum calcium: what the gut takes up, the kidney lets go and bone gives or takes.
///
/// Plasma and the calcium that bone exchanges within a day are one pool. Beyond it a slow exchange with bone holds
/// serum calcium up or down. Calcium at usual bone turnover is followed beside serum calcium: it is what remains when
/// bone gives and takes alike.
struct CalciumBalance: Component {
    let path = "axes.calcium.balance"
    let summary = "Serum calcium between gut, kidney and bone."

    func define(in b: ComponentBuilder) {
        let intake = b.input("intake", "mg/d", "Calcium she takes in at any rate")
        let supplement = b.input("supplement", "mg/d", "Elemental calcium from tablets")
        let vitaminD = b.input("vitaminD", .one, "Absorption by vitamin D status, relative to usual")
        let pth = b.input("PTH", .one, "PTH at usual bone turnover, relative to rest")
        let serumPTH = b.input("serumPTH", .one, "Serum PTH, relative to rest")
        let calcitriol = b.input("calcitriol", .one, "Calcitriol, relative to rest")
        let formation = b.input("formation", .one, "Bone formation by all osteoblasts, relative to rest")
        let resorption = b.input("resorption", .one, "Bone resorbed in the whole body, relative to rest")
        let turnover = b.input("turnover", "1/years", "Share of the skeleton renewed per year at rest")
        let absorptionChange = b.sumOfInputs(
            "absorptionChange", .one, "Relative change of calcium absorption by signals other than vitamin D")
        let release = b.sumOfInputs("release", "mmol/d", "Calcium that bone releases by other ways than remodelling")
        let filtration = b.control("filtration", 1, .one, "Glomerular filtration, relative to 100 mL/min")

        let calciumAtRest = b.parameter(
            "calciumAtRest", 2.35, "mmol/L", Parathyroid.published("INIT_P over V1"), "Serum calcium at rest")
        let pool = b.parameter(
            "pool", 132.9, "mmol", Parathyroid.published("INIT_P plus INIT_Q"),
            "Calcium in plasma and in bone that exchanges within a day")
        let exchange = b.parameter(
            "exchange", 30, "mmol/d",
            .assumed(
                "Peterson and Riggs have 88, which lets 700 mg of calcium a day lower PTH by only 4 %; trials of "
                    + "calcium find 10 to 15 %", range: 15...88),
            "Calcium that bone takes up or gives off per relative change of serum calcium")
        let skeleton = b.parameter(
            "skeletalCalcium", 22, "mol", .assumed("0.9 kg of calcium in a woman's skeleton", range: 19...25),
            "Calcium in her skeleton")
        let endogenous = b.parameter(
            "endogenousLoss", 2.5, "mmol/d",
            .assumed("calcium of digestive juices lost with the stool, about 100 mg a day", range: 1.5...3.5),
            "Calcium lost into the gut")

        let kidney = Kidney(b, calciumAtRest: calciumAtRest)
        func urine(_ calcium: Expression, _ pth: Expression) -> Expression {
            max(0, kidney.excretion(calcium, pth: pth, calcitriol: calcitriol, filtration: filtration))
        }
        let atRest = b.variable(
            "urineAtRest", "mmol/d", kidney.excretion(1, pth: 1, calcitriol: 1, filtration: 1),
            "Calcium in urine at rest")
        let gut = Gut(b)
        b.rate(of: gut.response, gut.rate(calcitriol))
        let absorbed = b.variable(
            "absorbed", "mmol/d",
            (atRest + endogenous) * gut.share * max(Signals.least, 1 + absorptionChange)
                * gut.saturation(intake + supplement, vitaminD: vitaminD) - endogenous,
            "Calcium that the gut takes up, less what is lost into it")
        let net = b.variable(
            "fromBone", "mmol/d", skeleton * turnover * (resorption - formation) + release,
            "Calcium that bone gives beyond what it takes")

        let calcium = b.state("calcium", .one, initial: 1, scale: 0.1, "Serum calcium at usual bone turnover")
        b.rate(of: calcium, (absorbed - urine(calcium, pth) + exchange * (1 - calcium)) / pool)
        let serum = b.state("serumCalcium", .one, initial: 1, scale: 0.1, "Serum calcium, relative to rest")
        b.rate(of: serum, (absorbed - urine(serum, serumPTH) + exchange * (1 - serum) + net) / pool)
        b.output("serum.calcium", "mmol/L", serum * calciumAtRest, "Total calcium")
        b.output("urine.calcium", "mmol/d", urine(serum, serumPTH), "Calcium in urine")
    }

    /// Calcium absorption: a share that calcitriol sets within a day, of an intake that saturates.
    private struct Gut {
        let response: Expression
        private let atRest, steepness, slowest, fastest, half, shareHalf, usualIntake, halfIntake: Expression

        init(_ b: ComponentBuilder) {
            slowest = b.parameter(
                "gutSlowest", 0.003, "1/h", Parathyroid.published("T33"), "Least rate of the gut's response")
            fastest = b.parameter(
                "gutFastest", 0.037, "1/h", Parathyroid.published("T34"), "Most rate of the gut's response")
            half = b.parameter(
                "gutHalf", 1, .one, Parathyroid.published("T35 over 90 pM"), "Calcitriol of half effect on the gut")
            steepness = b.parameter(
                "gutSteepness", 4, .one, Parathyroid.published("T80"), "Exponent of the gut's response")
            shareHalf = b.parameter(
                "gutShareHalf", 0.75, .one, Parathyroid.published("T81"), "Response at which half is absorbed")
            usualIntake = b.parameter(
                "usualCalcium", 800, "mg/d", .assumed("usual intake in the trials' placebo arms", range: 600...1000),
                "Calcium intake of the resting woman")
            halfIntake = b.parameter(
                "halfAbsorptionIntake", 800, "mg/d",
                .assumed("saturation of calcium balance near 1500 mg/d", range: 400...1600),
                "Calcium intake of which half as large a share is absorbed")
            atRest = (slowest * half + fastest) / (1 + half) / (slowest + fastest)
            response = b.state("gutResponse", .one, initial: atRest, scale: 0.1, "Response of the gut to calcitriol")
        }

        func rate(_ calcitriol: Expression) -> Expression {
            let effect = calcitriol / (calcitriol + half)
            return (slowest + (fastest - slowest) * effect) * (1 - response)
                - (fastest - (fastest - slowest) * effect) * response
        }

        /// The share absorbed, relative to rest.
        var share: Expression {
            func part(_ x: Expression) -> Expression { 1 / (1 + pow(shareHalf / x, steepness)) }
            return part(response) / part(atRest)
        }

        /// Uptake of an intake, relative to the usual one at usual vitamin D status.
        func saturation(_ intake: Expression, vitaminD: Expression) -> Expression {
            let effective = intake * vitaminD
            return effective / (effective + halfIntake) * ((usualIntake + halfIntake) / usualIntake)
        }
    }

    /// Filtration and reabsorption of calcium, the latter raised by PTH; calcitriol lowers what is left.
    private struct Kidney {
        private let calciumAtRest, unbound, filtrationAtRest, passive, half, most, calcitriolMost,
            calcitriolHalf: Expression

        init(_ b: ComponentBuilder, calciumAtRest: Expression) {
            self.calciumAtRest = calciumAtRest
            unbound = b.parameter(
                "activeShare", 0.3, .one, Parathyroid.published("unbound 0.6 times the PTH-sensitive half"),
                "Share of filtered calcium that PTH-sensitive tubules see")
            filtrationAtRest = b.parameter(
                "filtrationAtRest", 6, "L/h", Parathyroid.published("INIT_GFR"), "Glomerular filtration at rest")
            passive = b.parameter(
                "lossAtRest", 0.149997, "mmol/h", Parathyroid.published("J27 at rest"),
                "Calcium that escapes reabsorption at rest")
            half = b.parameter(
                "reabsorptionHalf", 1.57322, "mmol/L", Parathyroid.published("Reabs50"), "Calcium of half reabsorption")
            most = b.parameter(
                "PTHOnReabsorption", 1.06147, .one, Parathyroid.published("T16"),
                "Most that PTH multiplies reabsorption by")
            calcitriolMost = b.parameter(
                "calcitriolOnUrine", 2, .one, Parathyroid.published("T7"), "Most effect of calcitriol on what is lost")
            calcitriolHalf = b.parameter(
                "calcitriolOnUrineHalf", 1, .one, Parathyroid.published("T9 over 90 pM"),
                "Calcitriol of half that effect")
        }

        func excretion(
            _ calcium: Expression, pth: Expression, calcitriol: Expression, filtration: Expression
        ) -> Expression {
            let load = unbound * filtrationAtRest * filtration * calciumAtRest
            let capacity = (load - passive) * (half + calciumAtRest) / calciumAtRest
            let reabsorbed =
                capacity * (calcium * calciumAtRest / (half + calcium * calciumAtRest))
                * (most * pth / (pth + most - 1))
            let left = 2 - calcitriolMost * calcitriol / (calcitriol + calcitriolHalf)
            return left * (load * calcium - reabsorbed)
        }
    }
}
