import Exchange
import Symbolics

/// What a trial has measured: outputs by woman and time.
public struct TrialData: Sendable {
    public let run: TrialRun
    /// For each woman of the enrolment, her outputs time after time as they are; not a number for who failed.
    public let values: [[Double]]
    /// Women who could not be simulated, by number.
    public let failures: [CohortTally.Failure]

    /// - Precondition: there is a list of values for each woman of the enrolment.
    public init(_ run: TrialRun, values: [[Double]], failures: [CohortTally.Failure]) {
        precondition(values.count == run.enrolment.women.count)
        self.run = run
        self.values = values
        self.failures = failures
    }

    /// Simulates all women, several blocks at once.
    ///
    /// - Throws: `CancellationError` if the task was cancelled.
    public static func simulated(
        _ run: TrialRun, threads: Int, progress: (Int) -> Void = { _ in }
    ) async throws -> TrialData {
        var values: [[Double]] = []
        values.reserveCapacity(run.enrolment.women.count)
        var tally = CohortTally(quantities: 0)
        let blocks = CohortRun(women: run.blocks.count, chunkSize: 4, threads: threads)
        try await blocks.run(
            make: { numbers in
                try numbers.flatMap { number in
                    try Task.checkCancellation()
                    return run.results(ofBlock: number - 1)
                }
            },
            deliver: { women in
                for woman in women {
                    values.append(woman.values)
                    tally.note(woman)
                }
                progress(values.count)
            })
        return TrialData(run, values: values, failures: tally.failures)
    }

    /// What was measured of an output in a woman, by their places, at a time; not a number for who failed, or is not
    /// measured any more.
    public func measured(_ woman: Int, output: Int, time: Int) -> Double {
        let enrolled = run.enrolment.women[woman]
        let years = run.times[time]
        if let stop = enrolled.stop, years * Unit.daysPerYear > stop,
            run.trial.adherence(ofArm: enrolled.arm).afterStopping == .lost
        {
            return .nan
        }
        return run.measured(
            values[woman][time * run.outputs.count + output], output: output, of: enrolled.number, at: years)
    }

    /// Places of the women of an arm, of one replicate or of all.
    public func women(ofArm arm: Int, replicate: Int? = nil) -> [Int] {
        run.enrolment.women.indices.filter { place in
            let woman = run.enrolment.women[place]
            return woman.arm == arm && (replicate == nil || woman.replicate == replicate)
        }
    }
}
