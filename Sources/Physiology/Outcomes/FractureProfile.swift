import Exchange
import Modeling
import Solving
import Symbolics

/// A woman as calculators of fracture risk see her: her age, her density, what is known of her otherwise.
public struct FractureProfile: Sendable, Hashable {
    /// In years.
    public var age: Double
    /// T-score of the femoral neck.
    public var femoralNeckT: Double
    /// Z-score of the lumbar spine.
    public var lumbarSpineZ: Double
    /// Nil where it is not known, which then counts as in the population.
    public var smoking: Bool?
    public var risks: FractureRisks
    public var population: Population
    /// Open cavities in bone over those of women of her age.
    public var turnover: Double

    public init(
        age: Double, femoralNeckT: Double, lumbarSpineZ: Double, smoking: Bool? = nil,
        risks: FractureRisks = FractureRisks(), population: Population = .average, turnover: Double = 1
    ) {
        self.age = age
        self.femoralNeckT = femoralNeckT
        self.lumbarSpineZ = lumbarSpineZ
        self.smoking = smoking
        self.risks = risks
        self.population = population
        self.turnover = turnover
    }
}

/// The part of the model that makes fractures, alone: what it says of profiles whose density moves with the population's.
///
/// The equations are the model's own components; only what feeds them is held, her T-score falling with age as the mean of
/// women does and her Z-score and turnover staying.
public struct FractureModel: Sendable {
    private let compiled: CompiledModel

    /// - Throws: `ModelError` if the components do not hang together.
    public init() throws {
        var assembly = Assembly("fractures")
        assembly.add(HeldWoman())
        assembly.add(ObservedPeriod())
        assembly.connect(to: "outcomes.period", ["age": "held.age", "ageAtTimeZero": "held.ageAtTimeZero"])
        assembly.connect(
            to: "held", ["usualCavities": "outcomes.fracture.usualCavities", "slope": "outcomes.fracture.neckSlope"])
        assembly.add(Fracture())
        assembly.connect(
            to: "outcomes.fracture",
            [
                "age": "held.age", "ageAtTimeZero": "held.ageAtTimeZero", "smoking": "held.smoking",
                "femoralNeckDensity": "held.femoralNeckDensity", "femoralNeckYoungMean": "held.youngMean",
                "femoralNeckYoungSpread": "held.youngSpread", "lumbarSpineZ": "held.lumbarSpineZ",
                "openCavities": "held.cavities", "spineTurnover": "held.spineTurnover", "hipTurnover": "held.hipTurnover",
                "material": "held.material",
                "glucocorticoidExposure": "held.glucocorticoids", "alive": "outcomes.period.alive",
                "counted": "outcomes.period.counted",
            ])
        compiled = try CompiledModel(assembly.model())
    }

    /// Cumulative probabilities by output, in %.
    ///
    /// - Parameters:
    ///   - factors: what the model's values are multiplied by, for parameters by name.
    ///   - deathCompetes: whether some die first; otherwise all live.
    /// - Throws: `SolverError` if integration fails.
    public func risks(
        of profile: FractureProfile, years: Double, parameterFactors factors: [String: Double] = [:],
        deathCompetes: Bool = true
    ) throws -> [String: Double] {
        var parameters = try compiled.parameterValues()
        for (index, parameter) in compiled.model.parameters.enumerated() {
            parameters[index] *= factors[parameter.name] ?? 1
            if !deathCompetes, parameter.name == "outcomes.period.mortality" { parameters[index] = 0 }
        }
        let held: [String: Double] = [
            "held.ageAtTimeZero": profile.age * Unit.daysPerYear, "held.startT": profile.femoralNeckT,
            "held.lumbarSpineZ": profile.lumbarSpineZ, "held.smoking": profile.smoking.map { $0 ? 1 : 0 } ?? -1,
            "held.turnover": profile.turnover, "outcomes.period.begun": 1,
        ].merging(profile.risks.controls(profile.population)) { $1 }
        let controls = compiled.model.controls.enumerated().map { index, control in
            held[control.name] ?? compiled.controlValues[index]
        }
        let end = years * Unit.daysPerYear
        let trajectory = try CVODES().solve(
            InitialValueProblem(
                compiled, parameters: parameters, controls: controls,
                initialState: compiled.restingState(parameters: parameters), span: 0...end, events: []),
            samples: [.instant(end)])
        return Dictionary(
            uniqueKeysWithValues: compiled.model.outputs.map { ($0.name, trajectory[$0.name]?.last ?? .nan) })
    }

    /// Bands of age in which hip fractures were counted: the age in years that stands for each, and how its row of the
    /// evidence ends.
    public static var hipBands: [(age: Double, row: String)] { FractureRates.hipBands.map { ($0.age, $0.row) } }

    /// Hip fractures of women who volunteer for a trial over those of average women.
    public var volunteerFactor: Double {
        compiled.model.parameters.first { $0.name == "outcomes.fracture.volunteerFactor" }?.value ?? .nan
    }

    /// The parameters that hold the rates of hip fracture by age.
    public static var hipRateParameters: [String] { FractureRates.hipBands.map { "outcomes.fracture.\($0.parameter)" } }

    /// Factors that put another published set of hip rates in place of the model's: Olmsted County, 1989 to 1991.
    public static var olmstedHipRates: [String: Double] {
        Dictionary(
            uniqueKeysWithValues: FractureRates.hipBands.map {
                ("outcomes.fracture.\($0.parameter)", $0.olmsted1990 / $0.inpatients2006)
            })
    }
}

extension FractureRisks {
    /// Values of the model's controls, in base units.
    func controls(_ population: Population) -> [String: Double] {
        [
            "outcomes.fracture.volunteer": population == .volunteer ? 1 : 0,
            "outcomes.fracture.parentHipFracture": parentHipFracture.map { $0 ? 1 : 0 } ?? -1,
            "outcomes.fracture.alcohol": alcohol.map { $0 ? 1 : 0 } ?? -1,
            "outcomes.fracture.yearsSinceFracture": lastFracture ?? -Unit.daysPerYear,
            "outcomes.fracture.black": ancestry == .black ? 1 : 0,
        ]
    }
}

/// What fractures hear of a woman, held as a profile says.
private struct HeldWoman: Component {
    let path = "held"
    let summary = "Age, density and turnover of a profile."

    func define(in b: ComponentBuilder) {
        let start = b.control("ageAtTimeZero", 60, .years, "Age when the period begins")
        let age = b.variable("age", .years, start + Expression(.time), "Age now")
        let reference = SkeletalSite.femoralNeck.reference
        let young = b.parameter(
            "youngMean", reference.mean, "g/cm2", reference.meanProvenance, "Mean density of young women")
        let spread = b.parameter(
            "youngSpread", reference.spread, "g/cm2", reference.spreadProvenance, "Standard deviation among young women"
        )
        let slope = b.input("slope", "1/years", "Change of the T-score with age, as in the population")
        let score = b.control("startT", -1, .one, "T-score of the femoral neck at time zero")
        _ = b.variable(
            "femoralNeckDensity", "g/cm2", young + spread * (score + slope * (age - start)),
            "Density of the femoral neck")
        _ = b.control("lumbarSpineZ", 0, .one, "Z-score of the lumbar spine")
        _ = b.control("smoking", 0, .one, "One if she smokes")
        _ = b.control("material", 1, .one, "Strength of bone material")
        _ = b.control("glucocorticoids", 0, .one, "Glucocorticoid action above usual over one more than that")
        for (site, name) in [("lumbarSpine", "spineTurnover"), ("totalHip", "hipTurnover")] {
            let rate = FittedParameters.table["skeleton.\(site).turnover"]?.value ?? .nan
            _ = b.control(name, rate, "1/years", "Share of the site renewed a year at rest")
        }
        let usual = b.input("usualCavities", .one, "Open cavities of women of her age, relative to rest")
        let turnover = b.control("turnover", 1, .one, "Open cavities over those of women of her age")
        _ = b.variable("cavities", .one, turnover * usual, "Open cavities, relative to rest")
    }
}
