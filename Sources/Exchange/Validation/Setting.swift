/// A woman and what she takes, and the published rows that are read from what becomes of her.
public struct Setting: Hashable, Sendable {
    /// Unique in its file.
    public var name: String
    public var scenario: Scenario
    /// Who differences and ratios refer to: another setting of the same file, or the comparator of the scenario's own file.
    public var comparator: Scenario?
    /// Short name of a published population: women like hers, drawn, stand in the place of the scenario's and of the
    /// comparator's; nil for these alone.
    public var population: String?
    /// What the publication does not say and the setting takes for granted, a sentence each.
    public var assumptions: [String]
    public var readings: [Reading]

    public init(
        name: String, scenario: Scenario, comparator: Scenario? = nil, population: String? = nil,
        assumptions: [String] = [], readings: [Reading]
    ) {
        self.name = name
        self.scenario = scenario
        self.comparator = comparator
        self.population = population
        self.assumptions = assumptions
        self.readings = readings
    }
}

/// How published rows are read from a simulation.
public struct Reading: Hashable, Sendable {
    /// What is made of the course of an output.
    public enum Measure: String, CaseIterable, Sendable {
        /// At `at`, averaged over the dosing or cycle period as reports show it.
        case level
        /// Change in % from `from` to `at`, each read as a level.
        case change
        /// The same, divided by the years between.
        case changePerYear = "change per year"
        /// Change in the output's own unit a year, from `from` to `at`.
        case slope
        /// Of a probability, hazards between `from` and `at`: women of 10,000 a year.
        case rate
        /// At the moment `at`.
        case moment
        /// At the moment of the row's own day of a cycle, counted so that LH peaks on the day `peak`.
        case cycleDay = "cycle day"
        /// Mean over the drawing of blood.
        case average
        case peak
        case trough
        /// From the beginning of the drawing, in hours where the row names no unit of time.
        case timeOfPeak = "time of peak"
        /// Trapezoids over the drawing, in hours times the output's unit.
        case area
        /// The same and what the slope between the ends of `tail` extrapolates.
        case areaToInfinity = "area to infinity"
        /// Of the straight line of the logarithm between the ends of `tail`.
        case halfLife = "half-life"

        /// Whether blood is drawn often, at the moment, for it.
        public var drawsBlood: Bool { ![.level, .change, .changePerYear, .slope, .rate].contains(self) }
    }

    /// How a measure of two women, or of a woman and herself before, becomes one number.
    public enum Comparison: String, CaseIterable, Sendable {
        case ratio, difference
        /// The ratio in %.
        case percent
        /// Of probabilities, the ratio of cumulated hazards.
        case hazardRatio = "hazard ratio"
        /// The ratio less one, in %.
        case percentDifference = "percent difference"
    }

    public var rows: [String]
    /// Nil where the row's own columns say output, measure and times.
    public var output: String?
    public var measure: Measure
    /// Days since time zero; of the drawing of blood, or of the two ends of a change.
    public var from: Double
    public var until: Double
    /// Hours since the beginning of the drawing between which the terminal slope is taken.
    public var tail: ClosedRange<Double>?
    /// The day of a cycle on which the row's study has the peak of LH.
    public var peakDay: Double?
    /// Whether her own level, before time zero, is taken off first.
    public var isAboveOwn: Bool
    /// An output over whose same measure this one is taken.
    public var over: String?
    /// How the measure is set against that of the comparator.
    public var againstComparator: Comparison?
    /// How the measure is set against the same at time zero, before anything is taken.
    public var againstOwn: Comparison?
    /// The unit of the row's number where its column says it in other words.
    public var unit: String?
    /// What the number is multiplied by in the end, as for a level per milligram.
    public var scale: Double

    public init(
        rows: [String], output: String? = nil, measure: Measure = .level, from: Double = 0, until: Double = 0,
        tail: ClosedRange<Double>? = nil, peakDay: Double? = nil, isAboveOwn: Bool = false, over: String? = nil,
        againstComparator: Comparison? = nil, againstOwn: Comparison? = nil, unit: String? = nil, scale: Double = 1
    ) {
        self.rows = rows
        self.output = output
        self.measure = measure
        self.from = from
        self.until = until
        self.tail = tail
        self.peakDay = peakDay
        self.isAboveOwn = isAboveOwn
        self.over = over
        self.againstComparator = againstComparator
        self.againstOwn = againstOwn
        self.unit = unit
        self.scale = scale
    }
}

/// Published rows that no simulation can stand beside, and why.
public struct Exclusion: Hashable, Sendable {
    /// A column of the evidence and what rows that are meant have there.
    public struct Condition: Hashable, Sendable {
        public enum Column: String, CaseIterable, Sendable {
            // The whole cell has to be one of the texts.
            case endpoint, site, unit, study, timeUnit
            // The cell has to contain one of the texts.
            case design, population, regimen, arm, assay, note

            /// Whether the whole cell has to be one of the texts.
            public var isExact: Bool { [.endpoint, .site, .unit, .study, .timeUnit].contains(self) }
        }

        public var column: Column
        public var texts: [String]

        public init(column: Column, texts: [String]) {
            self.column = column
            self.texts = texts
        }
    }

    public var reason: String
    public var rows: [String]
    /// All of them hold of a row that is meant besides; none where there are no others.
    public var conditions: [Condition]

    public init(reason: String, rows: [String] = [], conditions: [Condition] = []) {
        self.reason = reason
        self.rows = rows
        self.conditions = conditions
    }
}

/// One file of settings and of rows that cannot be simulated.
public struct ValidationFile: Hashable, Sendable {
    public var settings: [Setting]
    public var exclusions: [Exclusion]
    /// Rows that were looked at in an early choice, and how; they are shown and not counted.
    public var disclosures: [Exclusion]
    /// The file it was read from.
    public var file: String

    public init(
        settings: [Setting] = [], exclusions: [Exclusion] = [], disclosures: [Exclusion] = [], file: String
    ) {
        self.settings = settings
        self.exclusions = exclusions
        self.disclosures = disclosures
        self.file = file
    }
}
