import Symbolics

/// A test that a laboratory offers: what it measures, in which units, against which intervals, and how single readings scatter.
struct LaboratoryTest: Sendable {
    /// Whom a reference interval is for.
    enum Group: Sendable {
        case everyone, follicular, midCycle, luteal, beforeMenopause, afterMenopause
    }

    /// A row of the evidence that holds an interval, and whom it is for.
    struct Reference: Sendable {
        let row: String
        let group: Group
        /// In years; nil for all.
        let ages: Range<Double>?

        init(_ row: String, _ group: Group = .everyone, ages: Range<Double>? = nil) {
            self.row = row
            self.group = group
            self.ages = ages
        }
    }

    /// How single readings scatter: rows with coefficients of variation, or the output whose measurement error is known.
    enum Scatter: Sendable {
        /// Within a woman; and by the method.
        case rows(within: String, method: Method)
        /// As trials have it measured.
        case measurement(of: String)
    }

    enum Method: Sendable {
        /// By mass spectrometry or immunoassay, as asked for.
        case steroid
        case immunoassay
        case row(String)
    }

    let name: String
    let output: String
    let conventional: Unit
    let SI: Unit
    /// In g/mol; nil where both units count the same.
    let molarMass: Double?
    /// The first that fits is hers.
    let references: [Reference]
    let scatter: Scatter
    /// Row that holds a range claimed to be optimal.
    let claim: String?

    init(
        _ name: String, _ output: String, _ conventional: Unit, SI: Unit? = nil, molarMass: Double? = nil,
        _ references: [Reference], _ scatter: Scatter, claim: String? = nil
    ) {
        self.name = name
        self.output = output
        self.conventional = conventional
        self.SI = SI ?? conventional
        self.molarMass = molarMass
        self.references = references
        self.scatter = scatter
        self.claim = claim
    }

    /// A value in another unit, by mass where it was by amount and the other way round; nil if they have nothing in common.
    func converted(_ value: Double, from: Unit, to: Unit) -> Double? {
        if from.dimension == to.dimension { return value * from.factor / to.factor }
        guard let molarMass else { return nil }
        let isByMass = from.dimension == Dimension(mass: 1, length: -3)
        return value * from.factor * (isByMass ? 1 / molarMass : molarMass) / to.factor
    }
}
