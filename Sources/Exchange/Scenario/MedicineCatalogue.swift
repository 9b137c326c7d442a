import Symbolics

/// The medicines a scenario may name, in which forms, and which doses of each are believable.
///
/// The reader of scenarios knows no medicine by itself; whoever models them says what there is.
///
/// ```swift
/// let catalogue = MedicineCatalogue([
///     .init("estradiol", forms: [
///         .init(
///             "oral", route: "by mouth", doses: [.init(1, "mg", atMost: 20)], interval: .usually(days: 1),
///             isSwallowed: true),
///         .init("patch", route: "as a patch", doses: [.init(50, "ug/day", atMost: 400)], interval: .optional),
///     ]),
/// ])
/// ```
public struct MedicineCatalogue: Hashable, Sendable {
    public var medicines: [Medicine]

    public init(_ medicines: [Medicine]) {
        self.medicines = medicines
    }

    /// A medicine and the forms it comes in.
    public struct Medicine: Hashable, Sendable {
        public var name: String
        public var forms: [Form]

        public init(_ name: String, forms: [Form]) {
            self.name = name
            self.forms = forms
        }
    }

    /// A way of giving a medicine.
    public struct Form: Hashable, Sendable {
        /// The name it is written with: `oral micronized`.
        public var name: String
        /// What goes before the medicine in a sentence: `micronized`, or nothing.
        public var qualifier: String
        /// What follows the medicine in a sentence: `by mouth`.
        public var route: String
        /// The kinds of dose accepted, one for each dimension.
        public var doses: [Dose]
        public var interval: Interval
        /// Whether it is swallowed, so that `food` means something.
        public var isSwallowed: Bool

        public init(
            _ name: String, qualifier: String = "", route: String, doses: [Dose], interval: Interval,
            isSwallowed: Bool = false
        ) {
            self.name = name
            self.qualifier = qualifier
            self.route = route
            self.doses = doses
            self.interval = interval
            self.isSwallowed = isSwallowed
        }
    }

    /// A dose as an example to show, whose dimension is the one accepted, and the most that is believable.
    public struct Dose: Hashable, Sendable {
        public var example: Quantity
        /// In the unit of the example; more is taken for a slip of the pen.
        public var maximum: Double

        public init(_ example: Double, _ unit: Unit, atMost maximum: Double) {
            self.example = Quantity(example, unit)
            self.maximum = maximum
        }
    }

    /// What leaving out `every` means. A release rate needs no interval, whatever the form says.
    public enum Interval: Hashable, Sendable {
        /// Taken at this interval.
        case usually(days: Double)
        /// Not allowed: the interval has to be written.
        case stated
        /// Given, or put in place, once.
        case optional
    }
}
