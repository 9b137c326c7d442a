import Evidence
import Exchange
import Foundation
import Modeling
import Physiology
import Populations
import Symbolics

/// What a trial found, endpoint by endpoint and arm by arm, as a trial of the published numbers would estimate it.
public struct TrialAnalysis: Sendable {
    /// The estimate of one endpoint in one arm.
    public struct Finding: Sendable {
        /// Places of endpoint and arm.
        public let endpoint: Int
        public let arm: Int
        public let estimate: Estimate
        /// Women simulated in whom it is known.
        public let women: Int
        /// The standard deviation between women; nil where the endpoint has none.
        public let deviation: Double?
        /// Estimates of one replicate after another; empty where there is one.
        public let replicates: [Double]
        public let published: [PublishedEstimate]

        /// What 95 of 100 replicates estimate; nil where there is one.
        public var replicateInterval: ClosedRange<Double>? {
            let sorted = replicates.filter(\.isFinite).sorted()
            guard sorted.count > 1 else { return nil }
            return sorted.quantile(0.025)...sorted.quantile(0.975)
        }
    }

    public let data: TrialData
    /// Endpoint after endpoint, arm after arm.
    public let findings: [Finding]

    /// - Throws: `EvidenceError` or ``NotComparable`` for a published row that does not belong.
    public init(_ data: TrialData, evidence: EvidenceLibrary = .bundled) throws {
        self.data = data
        let trial = data.run.trial
        let rows = try evidence.observations(trial.endpoints.flatMap { $0.published.map(\.row) })
        let byName = Dictionary(rows.map { ($0.id, $0) }) { first, _ in first }
        var findings: [Finding] = []
        for (place, endpoint) in trial.endpoints.enumerated() {
            let values = EndpointValues(data, endpoint)
            for arm in trial.arms.indices where arm != endpoint.against {
                let sample = values.sample(ofArm: arm)
                let replicates =
                    data.run.replicates > 1
                    ? (1...data.run.replicates).map { values.estimate(ofArm: arm, replicate: $0).value } : []
                findings.append(
                    Finding(
                        endpoint: place, arm: arm, estimate: values.estimate(ofArm: arm), women: sample.count,
                        deviation: values.hasDeviation ? sample.deviation : nil, replicates: replicates,
                        published: try endpoint.published.filter { $0.arm == arm }.compactMap { published in
                            try byName[published.row].map { try PublishedEstimate($0, trial, endpoint, arm: arm) }
                        }))
            }
        }
        self.findings = findings
    }
}

/// What one endpoint is in each woman, and what a trial makes of it.
public struct EndpointValues: Sendable {
    public let endpoint: TrialEndpoint
    private let data: TrialData
    /// By arm and replicate (from one, nought for all).
    private let samples: [[SampleMoments]]

    public init(_ data: TrialData, _ endpoint: TrialEndpoint) {
        self.data = data
        self.endpoint = endpoint
        let run = data.run
        let output = run.outputs.firstIndex { $0.name == endpoint.output } ?? 0
        let years = (endpoint.at - endpoint.from) / Unit.daysPerYear
        func value(_ woman: Int) -> Double {
            let after = data.measured(woman, output: output, at: endpoint.at, of: endpoint.clock)
            func before() -> Double { data.measured(woman, output: output, at: endpoint.from, of: endpoint.clock) }
            switch endpoint.measure {
            case .percentChange, .difference: return 100 * (after / before() - 1)
            case .percentPerYear: return 100 * (after / before() - 1) / years
            case .change: return after - before()
            case .losers:
                let change = 100 * (after / before() - 1)
                return change.isFinite ? (change < -(endpoint.loss ?? 0) ? 1 : 0) : .nan
            case .level, .ratio, .hazardRatio: return after
            }
        }
        samples = run.trial.arms.indices.map { arm in
            let women = data.women(ofArm: arm)
            let values = women.map(value)
            guard run.replicates > 1 else { return [SampleMoments(values)] }
            let parts = (1...run.replicates).map { replicate in
                SampleMoments(
                    zip(women, values).filter { run.enrolment.women[$0.0].replicate == replicate }.map(\.1))
            }
            return [SampleMoments(values)] + parts
        }
    }

    /// Whether women differ in it by a standard deviation that a trial would see: not so of probabilities and shares.
    public var hasDeviation: Bool { endpoint.measure != .losers && !endpoint.output.hasPrefix("fracture.") }

    /// The women of an arm, of one replicate or of all.
    public func sample(ofArm arm: Int, replicate: Int? = nil) -> SampleMoments { samples[arm][replicate ?? 0] }

    /// What a trial of the published numbers estimates.
    public func estimate(ofArm arm: Int, replicate: Int? = nil) -> Estimate {
        let arms = data.run.trial.arms
        return estimate(ofArm: arm, replicate: replicate, sizes: arms.map(\.women))
    }

    /// What a trial with so many women in each arm estimates.
    public func estimate(ofArm arm: Int, replicate: Int? = nil, sizes: [Int]) -> Estimate {
        let mine = sample(ofArm: arm, replicate: replicate)
        func other() -> SampleMoments { sample(ofArm: endpoint.against ?? arm, replicate: replicate) }
        let both = (sizes[arm], sizes[endpoint.against ?? arm])
        switch endpoint.measure {
        case .percentChange, .percentPerYear, .change: return .mean(mine, size: sizes[arm])
        case .losers: return .share(mine.mean, size: sizes[arm])
        case .level:
            return hasDeviation ? .mean(mine, size: sizes[arm]) : .share(mine.mean / 100, size: sizes[arm])
        case .difference: return .difference(mine, other(), sizes: both)
        case .ratio:
            return hasDeviation
                ? .ratioOfMeans(mine, other(), sizes: both)
                : .relativeRisk((mine.mean / 100, other().mean / 100), sizes: both)
        case .hazardRatio: return .hazardRatio((mine.mean / 100, other().mean / 100), sizes: both)
        }
    }
}

extension TrialData {
    /// What was measured in a woman at a day of a clock, on the line between two visits if need be; not a number outside
    /// the trial.
    fileprivate func measured(_ woman: Int, output: Int, at day: Double, of clock: TrialEndpoint.Clock) -> Double {
        guard clock == .finalPeriod else {
            return measured(woman, output: output, time: run.place(of: day / Unit.daysPerYear))
        }
        let her = run.virtualWomen[run.enrolment.women[woman].number].woman
        let years = (her.assumedMenopause - her.age + day) / Unit.daysPerYear
        guard let above = run.times.firstIndex(where: { $0 >= years }), years >= 0 else { return .nan }
        guard above > 0 else { return measured(woman, output: output, time: 0) }
        let (low, high) = (run.times[above - 1], run.times[above])
        let before = measured(woman, output: output, time: above - 1)
        return before + (years - low) / (high - low) * (measured(woman, output: output, time: above) - before)
    }
}

extension Woman {
    /// Her age at her final period, in days, also where none is stated.
    fileprivate var assumedMenopause: Double { menopause?.age ?? assumedMenopauseAge * Unit.daysPerYear }
}

extension TrialRun {
    /// The place of a time in years among those looked at.
    fileprivate func place(of years: Double) -> Int {
        times.indices.min { abs(times[$0] - years) < abs(times[$1] - years) } ?? 0
    }
}
