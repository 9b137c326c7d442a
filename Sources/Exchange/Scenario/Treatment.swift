import Modeling
import Symbolics

/// One medicine in one form, and how it is taken.
public struct Treatment: Hashable, Sendable {
    /// Whether a swallowed dose is taken with a meal.
    public enum Food: String, CaseIterable, Sendable { case fed, fasted }

    /// The medicine's name in the catalogue.
    public var medicine: String
    /// The form's name in the catalogue.
    public var form: String
    /// What is given, in words: `micronized progesterone by mouth`.
    public var product: String
    /// Mass or activity a dose, or the release rate of something worn.
    public var dose: Quantity
    /// How the dose was measured out, where it was written in syringe units.
    public var syringe: Syringe?
    /// Days between two doses, or between two changes of what is worn; nil if given, or put on, once.
    public var every: Double?
    /// The days of each cycle on which it is taken; nil for all.
    public var days: DayPattern?
    /// When it begins, in days.
    public var from: Double
    /// When it ends, in days; never after the end of the simulation.
    public var until: Double
    /// For what is swallowed: with or without food.
    public var food: Food?
    /// Whether the same medicine and form may be taken under another entry at the same time.
    public var allowsOverlap: Bool

    public init(
        medicine: String, form: String, product: String? = nil, dose: Quantity, syringe: Syringe? = nil,
        every: Double? = nil, days: DayPattern? = nil, from: Double = 0, until: Double, food: Food? = nil,
        allowsOverlap: Bool = false
    ) {
        self.medicine = medicine
        self.form = form
        self.product = product ?? "\(medicine) (\(form))"
        self.dose = dose
        self.syringe = syringe
        self.every = every
        self.days = days
        self.from = from
        self.until = until
        self.food = food
        self.allowsOverlap = allowsOverlap
    }

    /// Whether the dose is a release rate, as of a patch, ring or intrauterine device.
    public var isReleaseRate: Bool { dose.unit.isReleaseRate }

    /// Whether it is a single dose, such as an implant put in at `from`.
    public var isGivenOnce: Bool { every == nil && !isReleaseRate }
}

/// A dose measured on an insulin syringe, on which 100 units are 1 mL.
public struct Syringe: Hashable, Sendable {
    public var units: Double
    /// Mass per volume of what is drawn up.
    public var concentration: Quantity

    public init(units: Double, concentration: Quantity) {
        self.units = units
        self.concentration = concentration
    }

    /// What the volume drawn up contains, in mg.
    public var mass: Quantity {
        let volume = Quantity(units / 100, "mL")
        let milligram: Unit = "mg"
        return Quantity(volume.inBaseUnits * concentration.inBaseUnits / milligram.factor, milligram)
    }
}

extension Unit {
    /// Whether it is one of mass a day, as what is worn releases it.
    package var isReleaseRate: Bool { dimension == Dimension(time: -1, mass: 1) }
}
