/// Everything one report says about one simulated woman; values only, no link to the simulator.
public struct RunReport: Sendable {
    /// The sentence every report carries once.
    public static let standardDisclaimer =
        "Osteon is a research and teaching instrument, not a medical device; "
        + "nothing here replaces the judgement of a clinician."

    public var title: String
    /// The woman, her therapy and the horizon, one sentence each.
    public var scenarioInWords: [String]
    public var modelVersion: String
    /// How time was resolved, for example `full`.
    public var resolution: String
    /// Wall time of the simulation, s.
    public var seconds: Double
    public var disclaimer: String
    /// Medicines over time, years since time zero.
    public var treatments: [Period]
    /// Outputs over the horizon.
    public var series: [OutputSeries]
    /// Close-ups of a day or a cycle.
    public var zooms: [Zoom]
    public var comparisons: [Comparison]
    public var parameters: [ParameterRow]
    /// Hypotheses the user switched on, one sentence each; shown at the top.
    public var hypothesesOn: [String]
    /// Women per thousand to whom each thing happens, with and without therapy.
    public var outcomes: [OutcomeRow]
    /// Levels on therapy, such as of cholesterol, with therapy and without.
    public var levels: [OutcomeRow]
    /// Above ``levels``: when they are looked at.
    public var levelsTitle: String
    /// The numbers behind ``outcomes`` and ``levels``, with their sources.
    public var outcomeNumbers: [ParameterRow]
    /// What follows for her: status by density, flags.
    public var remarks: [String]
    /// Shown beside ``harms``.
    public var benefits: [String]
    public var harms: [String]
    public var notes: [String]
    /// What a laboratory and a scanner would read at the end; nil where levels hang on the day of a cycle.
    public var laboratory: LaboratoryReport?

    public init(
        title: String, scenarioInWords: [String], modelVersion: String, resolution: String, seconds: Double,
        disclaimer: String = RunReport.standardDisclaimer, treatments: [Period] = [], series: [OutputSeries],
        zooms: [Zoom] = [], comparisons: [Comparison] = [], parameters: [ParameterRow] = [],
        hypothesesOn: [String] = [], outcomes: [OutcomeRow] = [], levels: [OutcomeRow] = [],
        levelsTitle: String = "Other effects", outcomeNumbers: [ParameterRow] = [], remarks: [String] = [],
        benefits: [String] = [], harms: [String] = [], notes: [String] = [], laboratory: LaboratoryReport? = nil
    ) {
        self.title = title
        self.scenarioInWords = scenarioInWords
        self.modelVersion = modelVersion
        self.resolution = resolution
        self.seconds = seconds
        self.disclaimer = disclaimer
        self.treatments = treatments
        self.series = series
        self.zooms = zooms
        self.comparisons = comparisons
        self.parameters = parameters
        self.hypothesesOn = hypothesesOn
        self.outcomes = outcomes
        self.levels = levels
        self.levelsTitle = levelsTitle
        self.outcomeNumbers = outcomeNumbers
        self.remarks = remarks
        self.benefits = benefits
        self.harms = harms
        self.notes = notes
        self.laboratory = laboratory
    }
}

/// A stretch of time with a name, for example a therapy or the luteal phase.
public struct Period: Sendable, Equatable {
    public var label: String
    /// In the time unit of the chart it belongs to.
    public var start: Double
    /// In the time unit of the chart it belongs to; not before ``start``.
    public var end: Double

    public init(label: String, start: Double, end: Double) {
        self.label = label
        self.start = start
        self.end = max(start, end)
    }
}
