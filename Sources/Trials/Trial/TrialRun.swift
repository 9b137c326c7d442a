import Evidence
import Exchange
import Modeling
import Physiology
import Populations
import Solving
import Symbolics

/// A trial made ready to run: who is in it, and for each arm what simulates its women.
///
/// It is immutable and may be shared between threads.
public struct TrialRun: Sendable {
    public let trial: Trial
    public let seed: UInt64
    /// Women simulated in each arm.
    public let sizes: [Int]
    public let replicates: Int
    public let enrolment: Enrolment
    public let outputs: [Output]
    /// Years since randomisation, from zero on.
    public let times: [Double]
    public let errors: MeasurementError
    /// Women who are simulated together: consecutive ones of one arm and replicate, by their places in the enrolment.
    public let blocks: [Range<Int>]
    public let virtualWomen: VirtualWomen
    private let arms: [TrialArmSolver]

    /// - Parameters:
    ///   - womenPerArm: how many are simulated in each arm; as many as were randomised if left out.
    ///   - replicates: how often the trial is done; as the file says if left out.
    ///   - tolerances: those of the resolution if left out.
    /// - Throws: ``TrialError`` if hardly anyone is eligible, `EvidenceError`, or `SolverError` for the sample on which
    ///   `auto` decides.
    public init(
        _ trial: Trial, womenPerArm: Int? = nil, replicates: Int? = nil, seed: UInt64 = 1,
        resolution: Resolution = .auto, tolerances: Tolerances? = nil, evidence: EvidenceLibrary = .bundled
    ) throws {
        self.trial = trial
        self.seed = seed
        self.replicates = replicates ?? trial.replicates
        sizes = trial.arms.map { womenPerArm ?? $0.women }
        let names = trial.outputNames
        virtualWomen = try VirtualWomen(seed: seed, around: trial.woman, evidence: evidence)
        enrolment = try Enrolment(
            trial, sizes: sizes, replicates: self.replicates, seed: seed, women: virtualWomen)
        errors = try MeasurementError(outputs: names, stated: trial.measurement, evidence: evidence)
        let arms = try trial.arms.indices.map {
            try TrialArmSolver(trial, arm: $0, outputs: names, resolution: resolution, tolerances: tolerances)
        }
        self.arms = arms
        times = arms[0].prepared.times
        outputs = arms[0].columns.map { arms[0].prepared.model.outputs[$0] }
        blocks = Self.blocks(enrolment.women)
    }

    private static func blocks(_ women: [EnrolledWoman]) -> [Range<Int>] {
        var blocks: [Range<Int>] = []
        var first = 0
        for place in women.indices.dropFirst() + [women.count] {
            let isEnd =
                place == women.count || place - first == ScenarioSolver.batch || women[place].arm != women[first].arm
                || women[place].replicate != women[first].replicate
            if isEnd, place > first {
                blocks.append(first..<place)
                first = place
            }
        }
        return blocks
    }

    /// How time is resolved in an arm, never `auto`, and why if it is not what was asked for.
    public func resolution(ofArm arm: Int) -> (resolution: Resolution, fallback: String?, tolerances: Tolerances) {
        (arms[arm].solver.resolution, arms[arm].solver.fallback, arms[arm].solver.tolerances)
    }

    /// A text that changes with anything the numbers of the run depend on, but for solver and sizes.
    public var fingerprint: String {
        get throws {
            var hash = StableHash()
            for arm in arms { hash.add(try arm.prepared.fingerprint) }
            hash.add(virtualWomen.fingerprint)
            hash.add("\(trial.eligibility.ranges.sorted { $0.key.rawValue < $1.key.rawValue })")
            hash.add("\(trial.eligibility.density.sorted { $0.key.rawValue < $1.key.rawValue })")
            for (place, arm) in trial.arms.enumerated() {
                hash.add(arm.name)
                hash.add("\(trial.adherence(ofArm: place))")
            }
            for endpoint in trial.endpoints { hash.add("\(endpoint)") }
            for (output, variation) in errors.variations.sorted(by: { $0.key < $1.key }) {
                hash.add("\(output) \(variation.percent)")
            }
            return hash.text
        }
    }

    /// What becomes of the women of a block, in the order of enrolment. A woman who cannot be integrated is in the result,
    /// with the reason.
    public func results(ofBlock block: Int) -> [SimulatedWoman] {
        let women = enrolment.women[blocks[block]]
        guard let arm = women.first?.arm else { return [] }
        return arms[arm].results(Array(women), trial: trial, women: virtualWomen)
    }

    /// What a measurement of an output, by its place, shows in a woman.
    public func measured(_ value: Double, output: Int, of woman: Int, at time: Double) -> Double {
        errors.measured(value, outputs[output].name, of: woman, at: time, seed: seed)
    }
}

extension Trial {
    /// The outputs of the endpoints, each once, in their order.
    public var outputNames: [String] {
        endpoints.reduce(into: []) { names, endpoint in
            if !names.contains(endpoint.output) { names.append(endpoint.output) }
        }
    }

    /// Years since randomisation at which women are looked at, besides zero and the end.
    var extraTimes: [Double] {
        let interval = Unit.daysPerYear / (horizon < 1.25 * Unit.daysPerYear ? 12 : 2)
        let visits = visits.isEmpty ? Array(stride(from: interval, to: horizon, by: interval)) : visits
        let ofEndpoints = endpoints.filter { $0.clock == .randomisation }.flatMap { [$0.from, $0.at] }
        return (visits + ofEndpoints).map { $0 / Unit.daysPerYear }
    }
}
