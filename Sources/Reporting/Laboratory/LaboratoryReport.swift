import Evidence
import Exchange
import Modeling
import Physiology
import Solving
import Symbolics
import Trials

/// What a laboratory and a scanner would report of a woman on one day.
public struct LaboratoryReport: Sendable {
    /// Density at one site.
    public struct Bone: Sendable {
        public let site: SkeletalSite
        public let name: String
        public let unit: String
        public let density: Double
        public let tScore: Double?
        public let zScore: Double?
        /// In % of the density, in the year before.
        public let yearlyChange: Double?
        /// Precision error of one scan, in %.
        public let precision: Double
        public let precisionSource: String
        public var leastSignificantChange: LeastSignificantChange { LeastSignificantChange(percent: precision) }
    }

    /// Progesterone by one way of measuring it, in ng/mL.
    public struct ProgesteroneReading: Sendable {
        public let method: String
        public let value: Double
    }

    /// How her estradiol stands to what bone answers to.
    public struct Target: Sendable {
        /// Where the gain of bone flattens, in pg/mL.
        public let band: ClosedRange<Double>
        public let source: String
        /// In pg/mL.
        public let own: Double
        public let response: EstradiolResponse
    }

    public let sample: BloodSample
    public let assay: SteroidAssay
    public let units: LaboratoryUnits
    public let lines: [LaboratoryLine]
    public let bones: [Bone]
    /// Where she takes progesterone.
    public let progesterone: [ProgesteroneReading]
    /// Milligrams of progesterone cream a day.
    public let cream: Double
    /// After menopause.
    public let target: Target?
    /// The claims behind ranges that are said to be optimal, with what the literature says of them.
    public let claims: [Claim]
    /// Published loss of spongy bone in cycling women, in mg/cm3 a year, beside hers; row O0448.
    public let publishedQCT: Observation?

    private static let saliva = "saliva"
    private static let trabecularRow = "O0448"

    /// - Parameters:
    ///   - withTarget: also simulates how her bone answers to estradiol, where she is past menopause.
    /// - Throws: `EvidenceError` if a row is not in the evidence, `SolverError` if she cannot be integrated.
    public init(
        _ sample: BloodSample, assay: SteroidAssay = .massSpectrometry, units: LaboratoryUnits = .conventional,
        withTarget: Bool = true, evidence: EvidenceLibrary = .bundled
    ) throws {
        let reader = try LaboratoryReader(sample, assay: assay, units: units, evidence: evidence)
        self.sample = sample
        self.assay = assay
        self.units = units
        lines = LaboratoryPanel.tests.compactMap(reader.line)
        let claimed = Set(lines.compactMap { $0.claimed?.note })
        claims = try evidence.claims().filter { claimed.contains($0.id) }
        bones = try Self.bones(sample, evidence: evidence)
        let takesProgesterone = sample.therapy.contains { $0.medicine == "progesterone" }
        let days = sample.years * Unit.daysPerYear
        cream = SalivaryProgesterone.dailyCream(in: sample.therapy, at: days)
        progesterone = takesProgesterone ? Self.progesterone(sample, at: days) : []
        let isAfterMenopause = sample.stage == .afterMenopause
        target = withTarget && isAfterMenopause ? try Self.target(sample, evidence: evidence) : nil
        publishedQCT = isAfterMenopause ? nil : try evidence.observation(Self.trabecularRow)
    }

    private static func bones(_ sample: BloodSample, evidence: EvidenceLibrary) throws -> [Bone] {
        let outputs = SkeletalSite.allCases.map { "density.\($0.rawValue)" }
        let errors = try MeasurementError(outputs: outputs, evidence: evidence)
        return zip(SkeletalSite.allCases, outputs).compactMap { site, output in
            guard let density = sample.level(output), let error = errors.variations[output],
                let described = sample.model.outputs.first(where: { $0.name == output })
            else { return nil }
            return Bone(
                site: site, name: described.shortLabel, unit: described.unit.symbol, density: density,
                tScore: sample.level("tScore.\(site.rawValue)"), zScore: sample.level("zScore.\(site.rawValue)"),
                yearlyChange: sample.changeInYear(output).map { 100 * $0 / (density - $0) },
                precision: error.percent, precisionSource: error.source)
        }
    }

    private static func progesterone(_ sample: BloodSample, at days: Double) -> [ProgesteroneReading] {
        let serum = sample.level("serum.progesterone") ?? .nan
        let immunoassay = sample.level(SteroidAssay.immunoassay.output(for: "serum.progesterone")) ?? serum
        return [
            .init(method: "serum, \(SteroidAssay.massSpectrometry.rawValue)", value: serum),
            .init(method: "serum, direct immunoassay", value: immunoassay),
            .init(
                method: saliva,
                value: SalivaryProgesterone.reading(serum: serum, therapy: sample.therapy, at: days)),
        ]
    }

    private static func target(_ sample: BloodSample, evidence: EvidenceLibrary) throws -> Target? {
        let row = try evidence.parameters(["lab_target_estradiol"])[0]
        guard let low = row.dispersion.low, let high = row.dispersion.high, let own = sample.level("serum.estradiol")
        else { return nil }
        var woman = sample.scenario.woman
        // She is followed from the day of the sample, and has her menopause where it was.
        if woman.menopause == nil { woman.menopause = Menopause(age: woman.assumedMenopauseAge * Unit.daysPerYear) }
        woman.age += sample.years * Unit.daysPerYear
        woman.density = [:]
        woman.conditions = []
        return Target(band: low...high, source: row.citation, own: own, response: try EstradiolResponse(woman))
    }
}
