import Modeling
import Symbolics

/// The parathyroid gland and PTH in plasma.
struct PetersonRiggsGland: Component {
    let path = "\(PetersonRiggs.path).gland"
    let summary = "Plasma PTH, the releasable pool and the capacity of the gland."

    func define(in b: ComponentBuilder) {
        let calcium = b.input("calcium", .one, "Plasma calcium, relative to rest")
        let calcitriol = b.input("calcitriol", "pmol/L", "Calcitriol")
        let injected = b.input("injected", "pmol/h", "Teriparatide entering plasma")
        let infusion = b.control("infusion", 0, "pmol/h", "PTH infused")
        let volume = b.published("V1", 14, "L", "Volume of distribution")
        let elimination = b.published("kout", 7.14285714285714, "1/h", "Elimination of PTH")
        let resting = b.resting("PTH", 53.9, "pmol", "Plasma PTH")
        let most = b.published("T58", 6249.09, "pmol/h", "Secretion without calcium")
        let least = b.published("T61", 96.25, "pmol/h", "Secretion at high calcium")
        let steepness = b.published("T59", 11.7387, .one, "Exponent of calcium")
        let secretion = FallingEffect(
            most: most, least: least, atRest: elimination * resting, exponent: steepness)(calcium)

        let pth = b.state("PTH", "pmol", initial: resting, scale: 50, "PTH in plasma")
        let pool = b.state("pool", .one, initial: Expression(0.5, .one), scale: 0.5, "Releasable PTH")
        let capacity = b.state("capacity", .one, initial: 1, "Capacity of the gland")
        b.rate(of: pth, secretion * (pool / Expression(0.5)) * capacity - elimination * pth + injected + infusion)
        _ = b.variable("level", .one, pth / resting, "Plasma PTH, relative to rest")
        b.output("PTH", "pmol/L", pth / volume, "Plasma PTH")

        let setPoint = b.published("T35", 90, "pmol/L", "Calcitriol at rest")
        let slope = b.published("T71", 0.03, "L/pmol", "Slope of calcitriol on the pool")
        let byCalcium = b.published("ScaEffGam", 0.9, .one, "Exponent of calcium in the set point")
        let rate = b.published("T70", 0.01, "1/h", "Rate of the pool")
        let distance = slope * (calcitriol - setPoint * pow(calcium, -byCalcium))
        let tanh = 1 - 2 / (exp(2 * distance) + 1)
        let (share, rest) = (Expression(0.85), Expression(0.15))
        b.rate(
            of: pool,
            (1 - pool) * rate * (share * (1 - tanh) + rest) - pool * rate * (share * (1 + tanh) + rest))
        let growth = FallingEffect(
            most: b.published("CtriolMax", 4.1029, .one, "Capacity without calcitriol"),
            least: b.published("CtriolMin", 0.9, .one, "Capacity at high calcitriol"), atRest: 1,
            exponent: b.published("CtriolPTgam", 12.5033, .one, "Exponent of calcitriol"))
        b.rate(
            of: capacity,
            b.published("PTout", 0.0001604, "1/h", "Turnover of capacity") * (growth(calcitriol / setPoint) - capacity))
    }
}

/// 1-alpha-hydroxylase and calcitriol.
struct PetersonRiggsCalcitriol: Component {
    let path = "\(PetersonRiggs.path).calcitriol"
    let summary = "1-alpha-hydroxylase under PTH and phosphate, and calcitriol."

    func define(in b: ComponentBuilder) {
        let pth = b.input("PTH", .one, "Plasma PTH, relative to rest")
        let phosphate = b.input("phosphate", .one, "Phosphate, relative to rest")
        let volume = b.published("V1", 14, "L", "Volume of distribution")
        let resting = b.resting("B", 1260, "pmol", "Calcitriol")
        let exponent = b.published("AlphOHgam", 0.111241, .one, "Exponent of PTH")
        let half =
            b.published("T67", 1.54865, "pmol/L", "PTH of half effect")
            / b.parameter(
                "restingPTHLevel", 3.85, "pmol/L", .fitted("INIT_PTH over V1, PMID 19732857"), "Plasma PTH at rest")
        let byPTH = pow(pth, exponent) * (1 + pow(half, exponent)) / (pow(half, exponent) + pow(pth, exponent))
        let most = b.published("PhosEff0", 1.52493, .one, "Effect without phosphate")
        let steepness = b.published("PhosEffGam", 8.25229, .one, "Exponent of phosphate")
        let halfPhosphate =
            b.published("PhosEff50", 1.3021, "mmol/L", "Phosphate of half effect")
            / b.parameter(
                "restingPhosphateLevel", 1.2, "mmol/L", .fitted("INIT_ECCPhos over V1, PMID 19732857"),
                "Phosphate at rest")
        let (atHalf, here) = (pow(halfPhosphate, steepness), pow(phosphate, steepness))
        let brake = most * (1 - (most - 1) / most * (1 + atHalf) * here / (here + atHalf))
        let loss = b.published("T64", 0.05, "1/h", "Elimination of 1-alpha-hydroxylase")
        let made = b.published("T65", 6.3, "pmol/h/h", "Production of 1-alpha-hydroxylase")
        let elimination = b.published("T69", 0.1, "1/h", "Elimination of calcitriol")
        let enzyme = b.state(
            "enzyme", "pmol/h", initial: resting * elimination, scale: 100, "1-alpha-hydroxylase activity")
        let calcitriol = b.state("amount", "pmol", initial: resting, scale: 1000, "Calcitriol")
        b.rate(of: enzyme, made * byPTH * select(phosphate <= 1, 1, brake) - loss * enzyme)
        b.rate(of: calcitriol, enzyme - elimination * calcitriol)
        let level = b.variable("level", "pmol/L", calcitriol / volume, "Calcitriol")
        b.output("calcitriol", "pmol/L", level, "Calcitriol")
    }
}

/// Estrogen relative to youth: constant unless age or a control lowers it.
struct PetersonRiggsEstrogen: Component {
    let path = "\(PetersonRiggs.path).estrogen"
    let summary = "Estrogen through the menopausal transition, or as a control sets it."

    func define(in b: ComponentBuilder) {
        let follows = b.control("followsAge", 0, .one, "One lets estrogen fall with age")
        let imposed = b.control("imposed", 1, .one, "Estrogen if it does not follow age")
        let rate = b.published("koutEST", 0.05776227, "1/h", "Elimination of estrogen")
        let start = b.published("ageENTER", 358_176, "h", "Age at the start")
        let done = b.published("ageDONE", 445_536, "h", "Age at the last period")
        let duration = b.published("menoDUR", 14501.76, "h", "Duration of the transition")
        let exponent = b.published("ageGAM", -2.3, .one, "Exponent of age")
        let fall = b.published("age50", 0.64, .one, "Fall in the transition")
        let age = start + Expression(.time)
        let since = max(0, age - (done - duration)) / (duration / 2)
        let course = pow(age / start, exponent) * (1 - fall * since * since / (1 + since * since))
        let level = b.state("level", .one, initial: 1, "Estrogen, relative to youth")
        b.rate(of: level, rate * (select(0 < follows, course, imposed) - level))
        b.output("estrogen", .one, level, "Estrogen, relative to youth")
    }
}

/// Teriparatide and denosumab under the skin.
struct PetersonRiggsInjections: Component {
    let path = "\(PetersonRiggs.path).injections"
    let summary = "Kinetics of teriparatide and denosumab."

    func define(in b: ComponentBuilder) {
        let depot = b.state(
            "teriparatide", "pmol", initial: Expression(0, "pmol"), scale: 1000, "Teriparatide under the skin")
        let flow =
            b.published("TERICL", 62.2, "L/h", "Clearance") / b.published("TERIVC", 94.4, "L", "Volume") * depot
        b.rate(of: depot, -flow)
        let mass = b.molarMass(of: .teriparatide)
        b.dosePort("teriparatideDose", "ug", "Teriparatide injected") { dose in [(depot, dose / mass)] }
        _ = b.variable("teriparatideFlow", "pmol/h", flow, "Teriparatide entering plasma")

        let none = Expression(0, "ng")
        let absorption = b.published("DENKA", 0.00592, "1/h", "Absorption of denosumab")
        let available = b.published("DENF", 0.729, .one, "Share of denosumab that is absorbed")
        let central = b.published("DENVC", 2340, "mL", "Central volume")
        let peripheral = b.published("DENVP", 1324, "mL", "Peripheral volume")
        let exchange = b.published("DENQ", 18.67, "mL/h", "Clearance between compartments")
        let clearance = b.published("DENCL", 2.75, "mL/h", "Linear clearance")
        let most = b.published("DENVMAX", 3110, "ng/h", "Most that is eliminated by the saturable way")
        let half = b.published("DENKM", 188, "ng/mL", "Level at which the saturable way is half used")
        let skin = b.state("denosumabDepot", "ng", initial: none, scale: 1e7, "Denosumab under the skin")
        let inner = b.state("denosumabCentral", "ng", initial: none, scale: 1e7, "Denosumab in the central compartment")
        let outer = b.state("denosumabPeripheral", "ng", initial: none, scale: 1e7, "Denosumab in the periphery")
        b.dosePort("denosumabDose", "mg", "Denosumab injected") { dose in [(skin, available * dose)] }
        let level = b.variable("denosumab", "ng/mL", inner / central, "Serum denosumab")
        let passage = exchange * (level - outer / peripheral)
        b.rate(of: skin, -absorption * skin)
        b.rate(of: inner, absorption * skin - passage - (clearance + most / (half + level)) * level)
        b.rate(of: outer, passage)
        b.output("denosumab", "ng/mL", level, "Serum denosumab")
    }
}
