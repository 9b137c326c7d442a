import Evidence
import Exchange
import Modeling
import Physiology
import Populations
import Solving
import Symbolics

/// Tries claims: each setting that one of them needs is simulated once.
public struct ClaimRun: Sendable {
    /// The claims that have their place in this run, in the order of the file.
    public let claims: [Claim]
    public let plan: ClaimPlan
    private let jobs: [Job]

    /// A setting with all that is wanted of it.
    fileprivate struct Job: Sendable {
        let setting: ClaimPlan.Setting
        var outputs: Set<String> = []
        /// In days.
        var times: Set<Double> = []
    }

    /// - Parameters:
    ///   - chosen: identifiers of the claims to try; nil for all. What is not tried by its nature is part of a run of all.
    public init(_ plan: ClaimPlan, claims: [Claim], only chosen: Set<String>? = nil) {
        self.plan = plan
        self.claims = claims.filter { chosen?.contains($0.id) ?? true }
        var jobs: [String: Job] = [:]
        for attempt in plan.attempts where chosen?.contains(attempt.claim) ?? true {
            let plain = (attempt.parts + attempt.shows).flatMap { $0.series.joined().flatMap(\.measurements) }
            let assumed =
                attempt.hypotheses.isEmpty
                ? [] : attempt.parts.flatMap { $0.series.joined().flatMap(\.measurements) }
            for (measurements, hypotheses) in [(plain, []), (assumed, attempt.hypotheses)] {
                for measurement in measurements {
                    guard let setting = plan.settings[measurement.setting]?.assuming(hypotheses) else { continue }
                    jobs[setting.name, default: Job(setting: setting)].outputs.insert(measurement.output)
                    jobs[setting.name]?.times.formUnion([measurement.from, measurement.at])
                }
            }
        }
        // The longest first, so that no thread waits for one at the end.
        self.jobs = jobs.values.sorted {
            ($0.cost, $0.setting.name) > ($1.cost, $1.setting.name)
        }
    }

    /// The plan that comes with the program.
    ///
    /// - Throws: `FileError` naming line and key of what is wrong with it, `EvidenceError` or `ModelError`.
    public static func bundled(
        _ evidence: EvidenceLibrary = .bundled, only chosen: Set<String>? = nil
    ) throws -> ClaimRun {
        let claims = try evidence.claims()
        let plan = try ClaimPlanReader.forModel(claims: claims)
            .read(text: evidence.claimPlan(), name: EvidenceLibrary.claimPlanName)
        return ClaimRun(plan, claims: claims, only: chosen)
    }

    /// How many settings are simulated.
    public var settingCount: Int { jobs.count }

    /// Identifiers of claims that are tried, as many as asked for, spread over the file.
    public static func sample(_ count: Int, of plan: ClaimPlan) -> Set<String> {
        let all = plan.attempts.map(\.claim).sorted()
        guard count < all.count else { return Set(all) }
        return Set((0..<count).map { all[$0 * all.count / count] })
    }

    /// Simulates the settings, several at once, and judges every claim.
    ///
    /// - Parameters:
    ///   - resolution: how finely time is resolved; a setting whose hours and years cannot be kept apart is resolved fully.
    ///   - progress: told how many settings are done.
    /// - Throws: `CancellationError` if the task was cancelled. A setting that cannot be simulated is no error: its claims
    ///   say so.
    public func results(
        resolution: Resolution = .multiscale, threads: Int, progress: (Int) -> Void = { _ in }
    ) async throws -> [ClaimResult] {
        var outcomes = ClaimOutcomes()
        var done = 0
        let jobs = jobs
        let run = CohortRun(women: jobs.count, chunkSize: 1, threads: threads, lookAhead: max(1, jobs.count))
        try await run.run(
            make: { numbers in
                try Task.checkCancellation()
                let job = jobs[numbers.lowerBound - 1]
                let curves = Result {
                    try ClaimCurves(job.setting, outputs: job.outputs, extraTimes: job.times, resolution: resolution)
                }
                return (job.setting.name, curves)
            },
            deliver: { name, curves in
                switch curves {
                case .success(let curves): outcomes.curves[name] = curves
                case .failure(let error as CancellationError): throw error
                case .failure(let error): outcomes.failures[name] = "'\(name)' could not be simulated: \(error)"
                }
                done += 1
                progress(done)
            })
        return claims.compactMap { result(of: $0, outcomes) }
    }

    /// The claim in its place; nil for one that the plan forgets.
    private func result(of claim: Claim, _ outcomes: ClaimOutcomes) -> ClaimResult? {
        if claim.kind == .reference {
            return ClaimResult(claim: claim, place: .reference(ReferenceStatus(claim.literatureCheck)))
        }
        if let omission = plan.omissions.first(where: { $0.claim == claim.id }) {
            return ClaimResult(claim: claim, place: .untried(omission))
        }
        guard let attempt = plan.attempts.first(where: { $0.claim == claim.id }) else { return nil }
        func finding(_ criterion: ClaimCriterion, isPart: Bool) -> ClaimFinding {
            let quantities = criterion.series.joined()
            let failure = quantities.flatMap(\.measurements).compactMap { outcomes.failures[$0.setting] }.first
            let assumed: [[Double]]? =
                !isPart || attempt.hypotheses.isEmpty
                ? nil
                : criterion.series.map { series in
                    series.map { quantity in
                        outcomes.value(
                            quantity.inSettings { plan.settings[$0]?.assuming(attempt.hypotheses).name ?? $0 })
                    }
                }
            return ClaimFinding(
                criterion: criterion,
                isExpected: criterion.evidence.map { $0 == .for } ?? (!isPart || claim.literatureCheck == .supported),
                found: criterion.series.map { $0.map(outcomes.value) }, failure: failure, assumed: assumed)
        }
        return ClaimResult(
            claim: claim,
            place: .tried(
                ClaimVerdict(
                    attempt, parts: attempt.parts.map { finding($0, isPart: true) },
                    shows: attempt.shows.map { finding($0, isPart: false) }, check: claim.literatureCheck)))
    }
}

extension ClaimRun.Job {
    /// What it roughly takes: women and years, and the days of a resolved ovary or a close report.
    fileprivate var cost: Double {
        let rows = setting.scenario.horizon / setting.scenario.reportInterval
        return Double(setting.women) * (setting.scenario.horizon + rows)
            * (setting.scenario.ovary == .resolved ? 10 : 1)
    }
}

extension ClaimPlan.Setting {
    /// The same with hypotheses on, under a name of its own.
    func assuming(_ hypotheses: [String]) -> ClaimPlan.Setting {
        guard !hypotheses.isEmpty else { return self }
        var setting = self
        setting.name += " + " + hypotheses.joined(separator: " + ")
        setting.scenario.hypotheses += hypotheses.filter { !scenario.hypotheses.contains($0) }
        return setting
    }
}

extension ClaimPlanReader {
    /// Reads plans for this model's outputs, parameters, medicines and hypotheses.
    ///
    /// - Throws: `ModelError` if the model does not hang together.
    public static func forModel(claims: [Claim]) throws -> ClaimPlanReader {
        let model = try WomanModel.complete()
        let laboratory =
            model.parameters.map { ($0.name, $0.unit) } + model.controls.map { ($0.name, $0.unit) }
        return ClaimPlanReader(
            scenarios: .forModel,
            outputs: Dictionary(model.outputs.map { ($0.name, $0.unit) }) { first, _ in first },
            laboratory: Dictionary(laboratory) { first, _ in first },
            populations: try Baseline.all().map(\.name),
            claims: claims.filter { $0.kind != .reference }.map(\.id),
            divided: Set(claims.filter { $0.literatureCheck == .partly }.map(\.id)))
    }
}
