import Exchange
import Foundation
import Physiology
import Populations
import Solving
import Symbolics

/// A woman who was screened, fits and was given to an arm.
public struct EnrolledWoman: Sendable, Hashable {
    /// Her number among the virtual women of the seed.
    public let number: Int
    /// The place of her arm.
    public let arm: Int
    /// Which of the trials she is in, from one.
    public let replicate: Int
    /// The day on which she stops her study medicine; nil if she does not.
    public let stop: Double?
}

/// Women screened one after another, from number one on, until all arms of all replicates are full.
///
/// Who fits goes to the arm that lacks most of its women; since women come in no order, that is as good as by lot. She
/// is a function of trial, sizes and seed alone.
public struct Enrolment: Sendable {
    /// Replicate after replicate, arm after arm, in the order of screening.
    public let women: [EnrolledWoman]
    /// How many were looked at.
    public let screened: Int

    /// So many looked at without one who fits, and the criteria are taken to be out of reach.
    private static let longestSearch = 20_000
    /// Women screened at once; whole batches.
    private static let step = 256

    /// - Parameters:
    ///   - sizes: women of each arm.
    /// - Throws: ``TrialError`` if hardly anyone fits, `SolverError` if screening for density cannot be solved.
    init(_ trial: Trial, sizes: [Int], replicates: Int, seed: UInt64, women: VirtualWomen) throws {
        precondition(sizes.count == trial.arms.count)
        let density = try trial.eligibility.density.isEmpty ? nil : DensityScreening(trial, seed: seed)
        var enrolled: [EnrolledWoman] = []
        var next = 1
        var lastFound = 0
        for replicate in 1...max(1, replicates) {
            var arms: [[EnrolledWoman]] = sizes.map { _ in [] }
            var missing = sizes.reduce(0, +)
            while missing > 0 {
                try Task.checkCancellation()
                // The last of a step that are not needed are screened again for the next replicate.
                let numbers = next..<(next + Self.step)
                let dense = try density?.admitted(numbers)
                for number in numbers where missing > 0 {
                    next = number + 1
                    guard dense?.contains(number) ?? true, trial.eligibility.admits(women[number].woman) else {
                        continue
                    }
                    lastFound = number
                    let arm = Self.neediest(sizes, arms.map(\.count))
                    arms[arm].append(
                        EnrolledWoman(
                            number: number, arm: arm, replicate: replicate,
                            stop: Self.stop(of: number, seed: seed, trial.adherence(ofArm: arm), trial.horizon)))
                    missing -= 1
                }
                if missing > 0, next - lastFound > Self.longestSearch {
                    throw TrialError(
                        description:
                            "eligibility: of \(next - 1) women screened \(enrolled.count + arms.joined().count) "
                            + "fit; expected ranges nearer to the trial's own woman.")
                }
            }
            enrolled += arms.joined()
        }
        self.women = enrolled
        screened = next - 1
    }

    private static func neediest(_ sizes: [Int], _ counts: [Int]) -> Int {
        sizes.indices.max { a, b in
            let (lackA, lackB) = (
                Double(sizes[a] - counts[a]) / Double(sizes[a]), Double(sizes[b] - counts[b]) / Double(sizes[b])
            )
            return (lackA, -a) < (lackB, -b)
        } ?? 0
    }

    /// Women stop at a constant rate.
    private static func stop(of number: Int, seed: UInt64, _ adherence: Adherence, _ horizon: Double) -> Double? {
        guard adherence.stopsPerYear > 0 else { return nil }
        var generator = CounterBasedGenerator(seed: seed, woman: UInt32(number), purpose: "stopsTherapy")
        let rate = -log1p(-adherence.stopsPerYear) / Unit.daysPerYear
        let day = -log(generator.uniform()) / rate
        return day < horizon ? day : nil
    }
}

/// Looks at who has the density that is asked for, which takes her history.
private struct DensityScreening {
    private let simulation: CohortSimulation
    private let ranges: [ClosedRange<Double>]

    init(_ trial: Trial, seed: UInt64) throws {
        let sites = trial.eligibility.density.sorted { $0.key.rawValue < $1.key.rawValue }
        ranges = sites.map(\.value)
        let scenario = Scenario(title: "screening", woman: trial.woman, horizon: 1, reportInterval: 1)
        simulation = try CohortSimulation(
            Cohort(scenario, count: 1, seed: seed, outputs: sites.map { "tScore.\($0.key.rawValue)" }),
            resolution: .multiscale)
    }

    func admitted(_ numbers: Range<Int>) throws -> Set<Int> {
        let fitting = try simulation.results(for: numbers).filter { woman in
            zip(woman.values, ranges).allSatisfy { $1.contains($0) }
        }
        return Set(fitting.map(\.number))
    }
}

/// What cannot be done with a trial, in one sentence.
public struct TrialError: Error, Equatable, CustomStringConvertible {
    public let description: String

    public init(description: String) { self.description = description }
}
