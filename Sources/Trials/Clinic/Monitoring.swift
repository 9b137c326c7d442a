import Evidence
import Exchange
import Foundation
import Modeling
import Physiology
import Populations
import Solving
import Symbolics

/// What visits after the start of a scenario would show in women like its own, and what can be told from error.
public struct Monitoring: Sendable {
    /// What is measured on a visit.
    public struct Visit: Sendable {
        /// In years since time zero.
        public let years: Double
        public let hasBlood: Bool
        public let hasScan: Bool
        public let findings: [Finding]
    }

    /// One measure on one visit, against the first.
    public struct Finding: Sendable {
        public let output: String
        /// Mean and standard deviation between women of the true change, in %.
        public let change: SampleMoments
        /// Women whose measured change is larger than error alone would bring about, in the direction of the mean, in %.
        public let told: Estimate
        public let leastSignificantChange: LeastSignificantChange

        /// Whether the mean change can be told from error in one woman.
        public var isBeyondError: Bool { leastSignificantChange.isExceeded(by: change.mean) }
    }

    /// The first stretch of time in which a measure tells, in years.
    public struct Telling: Sendable {
        public let output: String
        /// In which the mean change is beyond error; nil for never.
        public let mean: Span?
        /// In which the measured changes of at least half of the women are.
        public let halfOfWomen: Span?

        public struct Span: Sendable, Hashable {
            public let from: Double
            /// The last time looked at; nil where it lasts to the end.
            public let until: Double?
        }
    }

    /// How an early change of a marker goes with density later.
    public struct Prediction: Sendable {
        public let marker: String
        public let site: String
        /// When each is looked at, in years.
        public let early: Double
        public let late: Double
        /// Between true changes, and between measured ones.
        public let correlation: Estimate
        public let measuredCorrelation: Estimate
        /// Women whose measured marker fell beyond error, and how many of them had no true loss of density, in %; and of the rest.
        public let fell: Int
        public let keptOfFallen: Estimate
        public let keptOfOthers: Estimate
    }

    public let scenario: Scenario
    public let women: Int
    public let seed: UInt64
    public let failures: [CohortTally.Failure]
    public let visits: [Visit]
    public let telling: [Telling]
    /// Empty where the scenario is shorter than two years.
    public let predictions: [Prediction]
    public let errors: MeasurementError

    static let markers = ["marker.CTX", "marker.P1NP"]
    static let sites = ["density.lumbarSpine", "density.totalHip", "density.femoralNeck"]
    /// Blood is drawn, and bone scanned, at these times and every other year after the last.
    private static let blood = [0, 0.25, 0.5, 1, 2.0]
    private static let scans = [0, 1, 2.0]
    private static let prediction = (early: 0.25, late: 2.0)
    private static let half = 50.0

    /// Years between two looks.
    private static let interval = 0.25

    /// - Throws: `CancellationError`, `EvidenceError`, or whatever keeps the women from being simulated.
    public init(
        _ scenario: Scenario, women count: Int, seed: UInt64, threads: Int, resolution: Resolution = .auto,
        tolerances: Tolerances? = nil, evidence: EvidenceLibrary = .bundled, progress: (Int) -> Void = { _ in }
    ) async throws {
        var watched = scenario
        watched.reportInterval = min(Self.interval * Unit.daysPerYear, scenario.horizon)
        let outputs = Self.markers + Self.sites
        let courses = try await CohortCourses.simulated(
            watched, women: VirtualWomen(seed: seed, around: scenario.woman, evidence: evidence), count: count,
            outputs: outputs, threads: threads, resolution: resolution, tolerances: tolerances, progress: progress)
        let errors = try MeasurementError(outputs: outputs, evidence: evidence)
        let measured = Measured(courses: courses, errors: errors, seed: seed)
        let end = scenario.years + 1e-6
        let later = Array(stride(from: 4.0, through: end, by: 2))
        let bloodTimes = (Self.blood + later).filter { $0 <= end }
        let scanTimes = (Self.scans + later).filter { $0 <= end }
        self.scenario = scenario
        women = count
        self.seed = seed
        failures = courses.failures
        visits = Set(bloodTimes + scanTimes).sorted().map { time in
            let (hasBlood, hasScan) = (bloodTimes.contains(time), scanTimes.contains(time))
            let seen = (hasBlood ? Self.markers : []) + (hasScan ? Self.sites : [])
            return Visit(
                years: time, hasBlood: hasBlood, hasScan: hasScan,
                findings: time == 0 ? [] : seen.map { measured.finding($0, at: courses.place(of: time)) })
        }
        telling = outputs.map { output in
            let findings = courses.times.indices.dropFirst().map { measured.finding(output, at: $0) }
            func span(_ holds: (Finding) -> Bool) -> Telling.Span? {
                guard let first = findings.firstIndex(where: holds) else { return nil }
                let end = findings[first...].firstIndex { !holds($0) }
                // Findings begin one look after time zero.
                return .init(from: courses.times[first + 1], until: end.map { courses.times[$0] })
            }
            return Telling(
                output: output, mean: span(\.isBeyondError), halfOfWomen: span { $0.told.value >= Self.half })
        }
        let (early, late) = (courses.place(of: Self.prediction.early), courses.place(of: Self.prediction.late))
        predictions =
            scenario.years < Self.prediction.late - 1e-6
            ? [] : Self.sites.prefix(2).map { measured.prediction(Self.markers[0], $0, early: early, late: late) }
        self.errors = errors
    }
}

/// The women's changes as they are and as they are measured.
private struct Measured {
    let courses: CohortCourses
    let errors: MeasurementError
    let seed: UInt64

    /// Changes since time zero, in %, both ends measured with error.
    func changes(_ output: String, at place: Int) -> [Double] {
        zip(courses.women, zip(courses.values(output, at: 0), courses.values(output, at: place))).map { woman, values in
            let first = errors.measured(values.0, output, of: woman.number, at: courses.times[0], seed: seed)
            let last = errors.measured(values.1, output, of: woman.number, at: courses.times[place], seed: seed)
            return 100 * (last / first - 1)
        }
    }

    func leastSignificantChange(_ output: String) -> LeastSignificantChange {
        LeastSignificantChange(percent: errors.variations[output]?.percent ?? .nan)
    }

    func finding(_ output: String, at place: Int) -> Monitoring.Finding {
        let least = leastSignificantChange(output)
        let moments = SampleMoments(courses.changes(output, at: place))
        let measured = changes(output, at: place).filter(\.isFinite)
        let told = measured.count { least.isExceeded(by: $0) && ($0 < 0) == (moments.mean < 0) }
        return Monitoring.Finding(
            output: output, change: moments,
            told: Estimate.share(Double(told) / Double(max(1, measured.count)), size: measured.count),
            leastSignificantChange: least)
    }

    func prediction(_ marker: String, _ site: String, early: Int, late: Int) -> Monitoring.Prediction {
        let (truth, bone) = (courses.changes(marker, at: early), courses.changes(site, at: late))
        let (seen, scanned) = (changes(marker, at: early), changes(site, at: late))
        let fall = leastSignificantChange(marker).fall
        let whole = zip(seen, bone).filter { $0.isFinite && $1.isFinite }
        let fallen = whole.filter { $0.0 < -fall }
        let others = whole.filter { $0.0 >= -fall }
        func kept(_ women: [(Double, Double)]) -> Estimate {
            Estimate.share(Double(women.count { $0.1 >= 0 }) / Double(women.count), size: women.count)
        }
        return Monitoring.Prediction(
            marker: marker, site: site, early: courses.times[early], late: courses.times[late],
            correlation: .correlation(truth, bone), measuredCorrelation: .correlation(seen, scanned),
            fell: fallen.count, keptOfFallen: kept(fallen), keptOfOthers: kept(others))
    }
}
