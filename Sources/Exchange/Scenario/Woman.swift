import Symbolics

/// The woman a scenario is about. Everything but her age has a default.
public struct Woman: Hashable, Sendable {
    /// Age at time zero, in days.
    public var age: Double
    /// When and how her ovarian cycles end; nil for a woman who has not reached it, to whom it comes when it usually does.
    ///
    /// The age may lie after time zero: the menopause is then still to come.
    public var menopause: Menopause?
    /// Body mass; 68 kg by default.
    public var weight: Quantity
    /// Standing height; 162 cm by default.
    public var height: Quantity
    /// Whether she has a uterus; she does by default.
    public var uterus: Bool
    /// The kind of cycle she has while she has cycles; ovulatory by default.
    public var cycles: Cycles
    /// Density at time zero where it was measured; other sites start at what is usual for her.
    public var density: [SkeletalSite: StartingDensity]
    /// Serum 25-hydroxyvitamin D in nmol/L; 60 nmol/L by default.
    public var vitaminD: Quantity
    /// Calcium intake, mass a day; 800 mg/day by default.
    public var calcium: Quantity
    /// Whether she smokes, which lowers what arrives of swallowed estrogen and raises the hazards of fracture, stroke,
    /// thrombosis and breast cancer; she does not by default.
    public var smoking: Bool
    /// What other medicines or food do to her CYP3A4, which breaks down swallowed hormones; nothing by default.
    public var CYP3A4: EnzymeActivity
    public var conditions: [Condition]
    /// Whether rates of fracture are those of average women, which she is by default, or of those who join trials.
    public var population: Population = .average
    /// What is known of her risk of fracture besides density; nothing by default.
    public var risks = FractureRisks()

    public init(
        age: Double, menopause: Menopause? = nil, weight: Quantity = Quantity(68, "kg"),
        height: Quantity = Quantity(162, "cm"), uterus: Bool = true, cycles: Cycles = .ovulatory,
        density: [SkeletalSite: StartingDensity] = [:], vitaminD: Quantity = Quantity(60, "nmol/L"),
        calcium: Quantity = Quantity(800, "mg/day"), smoking: Bool = false, CYP3A4: EnzymeActivity = .usual,
        conditions: [Condition] = []
    ) {
        self.age = age
        self.menopause = menopause
        self.weight = weight
        self.height = height
        self.uterus = uterus
        self.cycles = cycles
        self.density = density
        self.vitaminD = vitaminD
        self.calcium = calcium
        self.smoking = smoking
        self.CYP3A4 = CYP3A4
        self.conditions = conditions
    }
}

/// The end of ovarian cycles.
public struct Menopause: Hashable, Sendable {
    /// How it came: with the last follicles, or by removal of both ovaries.
    public enum Kind: String, CaseIterable, Sendable { case natural, surgical }

    /// Her age at the final period or the operation, in days.
    public var age: Double
    public var kind: Kind

    public init(age: Double, kind: Kind = .natural) {
        self.age = age
        self.kind = kind
    }
}

/// What a menstruating woman's cycles are like.
public enum Cycles: String, CaseIterable, Sendable { case ovulatory, shortLuteal, anovulatory }

/// Among whom a woman is counted.
public enum Population: String, CaseIterable, Sendable {
    case average
    /// Who takes part in trials: fitter, and with fewer hip fractures.
    case volunteer
}

/// What raises or lowers fracture besides density; nil for what is not known, which then counts as in the population.
public struct FractureRisks: Hashable, Sendable {
    /// Whether a parent broke a hip.
    public var parentHipFracture: Bool?
    /// Whether she drinks more than two units of alcohol a day.
    public var alcohol: Bool?
    /// Time from her last fracture to time zero, in days.
    public var lastFracture: Double?
    /// Her ancestry, where rates at equal density were published.
    public var ancestry: Ancestry?

    public enum Ancestry: String, CaseIterable, Sendable { case white, black }

    public init(
        parentHipFracture: Bool? = nil, alcohol: Bool? = nil, lastFracture: Double? = nil, ancestry: Ancestry? = nil
    ) {
        self.parentHipFracture = parentHipFracture
        self.alcohol = alcohol
        self.lastFracture = lastFracture
        self.ancestry = ancestry
    }
}

/// How active an enzyme is, against what is usual.
public enum EnzymeActivity: String, CaseIterable, Sendable { case usual, inhibited, induced }

/// Where bone density is measured.
public enum SkeletalSite: String, CaseIterable, Sendable {
    case lumbarSpine, femoralNeck, totalHip, totalBody, radius
    /// The trabecular bone of the lumbar vertebrae, as quantitative CT sees it.
    case lumbarSpineTrabecular

    /// Whether density here is a volume density (QCT, mg/cm3) rather than the area density of DXA (g/cm2).
    public var isVolumetric: Bool { self == .lumbarSpineTrabecular }
}

/// A measured density at time zero.
public enum StartingDensity: Hashable, Sendable {
    /// Standard deviations from the mean of young women.
    case tScore(Double)
    /// Mass per area, or mass per volume at a volumetric site.
    case measured(Quantity)
}
