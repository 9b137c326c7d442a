/// One published result: what was measured in one arm of one study at one time, with its spread and its citation.
public struct Observation: Sendable, Equatable, Identifiable {
    /// What the row may be used for.
    public enum Use: String, CaseIterable, Sendable, Codable {
        /// May be fitted.
        case calibrate
        /// Shown beside the simulation, never fitted or tuned to.
        case validate
        /// For a glance only: memory, overlapping meta-analyses, results without a value.
        case plausibility
    }

    /// The part of the model the row speaks to.
    public enum Domain: String, CaseIterable, Sendable, Codable {
        case hormoneTherapy = "hormone therapy"
        case pharmacokinetics
        case endocrineAxes = "endocrine axes"
        case naturalHistoryAndOtherTherapy = "natural history and other therapy"
        case otherOutcomes = "other outcomes"
    }

    /// How ``Observation/value`` relates to what was measured.
    public enum ValueKind: String, CaseIterable, Sendable, Codable {
        /// Per cent change from the arm's own value at time zero.
        case percentChangeFromBaseline = "pct_change_baseline"
        /// Per cent difference from the comparator arm.
        case percentDifferenceFromComparator = "pct_difference_vs_comparator"
        /// The quantity itself, in ``Observation/unit``.
        case absolute
        /// A quotient of two quantities or risks.
        case ratio
        case hazardRatio = "hazard_ratio"
        /// A slope, per cent a year.
        case percentPerYear = "pct_per_year"
    }

    /// Stable identifier, for example `O0123`.
    public let id: String
    public let use: Use
    public let domain: Domain
    /// Short key of the study, for example `PEPI1996`.
    public let studyID: String
    public let studyName: String
    /// Year of publication.
    public let year: Int?
    public let design: String
    public let population: String
    /// Women in the arm; a span when the paper gives one.
    public let armSize: ClosedRange<Int>?
    /// Mean age at time zero, years.
    public let ageMean: Double?
    /// Standard deviation of age, years.
    public let ageSD: Double?
    /// As printed, because papers give means, ranges and limits.
    public let yearsSinceMenopause: String
    public let baselineNote: String
    public let arm: String
    /// Medicine, form, dose and schedule as printed, or `none`.
    public let regimen: String
    /// What was measured, for example `BMD`, `CTX`, `serum_E2`.
    public let endpoint: String
    /// Where, for example `LS`, `FN`, `TH`, `TB`; `NA` when a site makes no sense.
    public let site: String
    /// How, for example `DXA` or `LC-MS/MS`; empty when not said.
    public let assay: String
    public let time: ObservationTime
    /// The result in ``unit``; nil when it was only described.
    public let value: Double?
    /// As printed; `%` for per cent changes.
    public let unit: String
    public let valueKind: ValueKind
    public let dispersion: Dispersion
    /// Arm or state compared with; empty when there is none.
    public let comparator: String
    public let citation: String
    public let sourceKind: SourceKind
    public let note: String

    static let columns = [
        "row", "use", "domain", "study_id", "study_name", "year", "design", "population", "n_arm", "age_mean", "age_sd",
        "years_since_menopause", "baseline_note", "arm", "regimen", "endpoint", "site", "assay", "time_value",
        "time_unit", "value", "unit", "value_kind", "dispersion_kind", "dispersion_lo", "dispersion_hi", "comparator",
        "citation", "source_kind", "note",
    ]

    init(row: EvidenceRow) throws {
        id = row.identifier
        use = try row.word("use")
        domain = try row.word("domain")
        studyID = row.text("study_id")
        studyName = row.text("study_name")
        year = try row.integer("year")
        design = row.text("design")
        population = row.text("population")
        armSize = try row.integerRange("n_arm")
        ageMean = try row.number("age_mean")
        ageSD = try row.number("age_sd")
        yearsSinceMenopause = row.text("years_since_menopause")
        baselineNote = row.text("baseline_note")
        arm = row.text("arm")
        regimen = row.text("regimen")
        endpoint = row.text("endpoint")
        site = row.text("site")
        assay = row.text("assay")
        time = ObservationTime(text: row.text("time_value"), unit: row.text("time_unit"))
        value = try row.number("value")
        unit = row.text("unit")
        valueKind = try row.word("value_kind")
        dispersion = try Dispersion(row: row)
        comparator = row.text("comparator")
        citation = row.text("citation")
        sourceKind = try row.word("source_kind")
        note = row.text("note")
        guard !citation.isEmpty else { throw row.error("citation", expected: "a source for the row") }
    }
}
