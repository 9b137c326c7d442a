import Evidence
import Exchange
import Foundation
import Modeling
import Physiology
import Populations
import Solving
import Symbolics

import struct Symbolics.Unit

/// The lowest dose at which a share of women keeps what they have, found by bracketing and halving.
///
/// The same women are simulated at every dose, so the answer moves with the dose alone and comes out the same again.
public struct DoseSearch: Sendable {
    /// What is asked.
    public struct Question: Sendable {
        public let scenario: Scenario
        /// How it is given, with any dose.
        public let treatment: Treatment
        /// A density of the model.
        public let output: String
        /// The share of women without loss that is asked for, 0 to 1.
        public let share: Double
        /// Between which doses, in the unit of the treatment's.
        public let doses: ClosedRange<Double>

        public init(
            scenario: Scenario, treatment: Treatment, output: String, share: Double, doses: ClosedRange<Double>
        ) {
            self.scenario = scenario
            self.treatment = treatment
            self.output = output
            self.share = share
            self.doses = doses
        }

        /// The scenario at a dose; without the medicine at none.
        public func scenario(at dose: Double) -> Scenario {
            var changed = scenario
            changed.therapy.removeAll { $0.medicine == treatment.medicine && $0.form == treatment.form }
            if dose > 0 {
                var taken = treatment
                taken.dose = Quantity(dose, treatment.dose.unit)
                changed.therapy.append(taken)
            }
            changed.reportInterval = scenario.horizon
            changed.compare = []
            return changed
        }
    }

    /// One dose that was tried.
    public struct Point: Sendable {
        /// In the unit of the question's treatment.
        public let dose: Double
        /// Women without loss, in %.
        public let kept: Estimate
        /// Mean and standard deviation of the change, in %.
        public let change: SampleMoments
        fileprivate let changes: [Double]
    }

    public enum Answer: Sendable {
        /// The share is reached without the medicine.
        case noneNeeded
        /// No dose reaches it; the best that was tried.
        case notReached(best: Double)
        /// It is reached at the lowest dose already.
        case atMost(Double)
        /// The lowest dose, to a twentieth, and where it lies for so few women, 95 %; without an upper end where the women
        /// cannot exclude that no dose does.
        case dose(Double, low: Double, high: Double?)
    }

    public let question: Question
    public let women: Int
    public let seed: UInt64
    public let failures: Int
    /// In the order of the dose.
    public let tried: [Point]
    public let answer: Answer

    /// How close the bracket is drawn, as the ratio of its ends.
    public static let closeness = 1.05
    /// Steps beyond which bracketing does not go, enough for a ratio of 10^9.
    private static let mostSteps = 12

    /// Whether more of the medicine never left fewer women without loss.
    public var isMonotone: Bool { zip(tried, tried.dropFirst()).allSatisfy { $0.kept.value <= $1.kept.value + 1e-9 } }

    /// - Parameter progress: hears how many women were simulated, of all doses, and at which dose.
    /// - Throws: `CancellationError`, `CohortError` for an unknown output, or whatever keeps the women from being simulated.
    public init(
        _ question: Question, women count: Int, seed: UInt64, threads: Int, resolution: Resolution = .auto,
        tolerances: Tolerances? = nil, evidence: EvidenceLibrary = .bundled,
        progress: (_ dose: Double, _ women: Int) -> Void = { _, _ in }
    ) async throws {
        let women = try VirtualWomen(seed: seed, around: question.scenario.woman, evidence: evidence)
        var tried: [Point] = []
        var failures = 0
        func kept(_ dose: Double) async throws -> Double {
            let courses = try await CohortCourses.simulated(
                question.scenario(at: dose), women: women, count: count, outputs: [question.output], threads: threads,
                resolution: resolution, tolerances: tolerances, progress: { progress(dose, $0) })
            let changes = courses.changes(question.output, at: courses.times.count - 1)
            let known = changes.filter(\.isFinite)
            failures = max(failures, courses.failures.count)
            let point = Point(
                dose: dose,
                kept: .share(Double(known.count { $0 >= 0 }) / Double(max(1, known.count)), size: known.count),
                change: SampleMoments(changes), changes: changes)
            tried.append(point)
            return point.kept.value / 100
        }
        let (least, most) = (question.doses.lowerBound, question.doses.upperBound)
        let found: Answer
        if try await kept(0) >= question.share {
            found = .noneNeeded
        } else if try await kept(most) < question.share {
            found = .notReached(best: tried.max { $0.kept.value < $1.kept.value }?.dose ?? most)
        } else if try await kept(least) >= question.share {
            found = .atMost(least)
        } else {
            var (low, high) = (least, most)
            for _ in 0..<Self.mostSteps where high / low > Self.closeness {
                // In the logarithm, because doses act by their ratio.
                let middle = (low * high).squareRoot()
                if try await kept(middle) >= question.share { high = middle } else { low = middle }
            }
            let interval = Self.interval(tried.sorted { $0.dose < $1.dose }, share: question.share)
            found = .dose(high, low: min(interval.low, high), high: interval.high.map { max($0, high) })
        }
        self.question = question
        self.women = count
        self.seed = seed
        self.failures = failures
        self.tried = tried.sorted { $0.dose < $1.dose }
        answer = found
    }

    /// The dose at which each woman stops losing, straight between the doses tried, in the order of the doses; its share-th
    /// quantile lies between two of them with 95 %, by the binomial distribution of how many lie below it.
    static func interval(_ tried: [Point], share: Double) -> (low: Double, high: Double?) {
        let count = tried.first?.changes.count ?? 0
        let needed = (0..<count).compactMap { woman -> Double? in
            let course = tried.map { (dose: $0.dose, change: $0.changes[woman]) }
            guard course.allSatisfy({ $0.change.isFinite }) else { return nil }
            guard let first = course.firstIndex(where: { $0.change >= 0 }) else { return .infinity }
            guard first > 0 else { return 0 }
            let (a, b) = (course[first - 1], course[first])
            return a.dose + (b.dose - a.dose) * a.change / (a.change - b.change)
        }.sorted()
        guard !needed.isEmpty else { return (0, nil) }
        let n = Double(needed.count)
        let half = Estimate.normal * (n * share * (1 - share)).squareRoot()
        let low = Int((n * share - half).rounded(.down)) - 1
        let high = Int((n * share + half).rounded(.up))
        let lower = needed[max(0, min(low, needed.count - 1))]
        let upper = high < needed.count ? needed[high] : .infinity
        return (lower, upper.isFinite ? upper : nil)
    }
}

/// Doses in which a medicine is sold, as rows `marketed_…` of the evidence name them.
public struct MarketedDoses: Sendable {
    /// In ascending order, in ``unit``.
    public let doses: [Double]
    public let unit: Unit
    public let source: String

    /// Nil where the evidence names none.
    ///
    /// - Throws: `EvidenceError` if the rows cannot be read.
    public init?(medicine: String, form: String, evidence: EvidenceLibrary = .bundled) throws {
        let name = "marketed_\(medicine)_\(form)".replacing(" ", with: "_")
        guard let row = try evidence.parameters().first(where: { $0.id == name }), let unit = try? Unit(row.unit) else {
            return nil
        }
        doses = row.valueText.split(separator: ";").compactMap { Double($0.trimmingCharacters(in: .whitespaces)) }.sorted()
        self.unit = unit
        source = "\(row.id), \(row.citation), \(row.sourceKind.rawValue)"
    }

    /// The lowest that is no less than a dose; nil beyond the highest.
    public func next(from dose: Double) -> Double? { doses.first { $0 >= dose * (1 - 1e-9) } }
}
