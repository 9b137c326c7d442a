import Evidence
import Exchange
import Physiology
import Solving

/// A scenario run with its comparator arm, beside the published rows it names.
public struct ScenarioComparison: Sendable {
    /// A published result and what the simulation makes of it.
    public struct Comparison: Sendable {
        public let result: ObservedResult
        public let simulated: Double

        /// Simulated less observed.
        public var misfit: Double { simulated - result.observed }
        /// Whether the simulation lies in the published interval or within the tolerance.
        public var isClose: Bool { result.isClose(simulated) }
    }

    public let simulation: Simulation
    public let comparator: Simulation?
    /// The same woman without her therapy; nil where none was asked for or she takes nothing.
    public let untreated: Simulation?
    /// How well what the therapy changes is known; nil where `untreated` is.
    public let intervals: OutcomeIntervals?
    /// Where densities and markers lie for what the fit leaves open; nil where none was asked for.
    public let band: ParameterBand?
    /// Fractures under every structure that the literature leaves open; nil where none was asked for.
    public let fractureModes: FractureModes?
    public let comparisons: [Comparison]
    /// Rows the scenario names that cannot be compared with it, and why.
    public let notCompared: [NotComparable]

    /// Runs a scenario.
    ///
    /// - Parameters:
    ///   - comparator: the comparator arm, already read.
    ///   - besideUntreated: also runs the same woman without her therapy.
    ///   - withBand: also runs her with every member of the ensemble of fitted parameters.
    ///   - extraTimes: years since time zero to report besides the scenario's own.
    ///   - tolerances: those of the resolution if left out.
    ///   - raw: reports oscillating quantities at the instant.
    /// - Throws: `EvidenceError` for an unknown row, `SolverError` if integration fails.
    public init(
        _ scenario: Scenario, comparator other: Scenario? = nil, besideUntreated: Bool = false, withBand: Bool = false,
        evidence: EvidenceLibrary = .bundled, resolution: Resolution = .auto, tolerances: Tolerances? = nil,
        extraTimes: [Double] = [], raw: Bool = false
    ) throws {
        var results: [ObservedResult] = []
        var refused: [NotComparable] = []
        for observation in try scenario.compare.isEmpty ? [] : evidence.observations(scenario.compare) {
            do { results.append(try ObservedResult(observation, in: scenario)) } catch { refused.append(error) }
        }
        let times = extraTimes + results.flatMap { [$0.from, $0.to] }
        func solver(_ scenario: Scenario) throws -> ScenarioSolver {
            try ScenarioSolver(
                PreparedScenario(scenario, extraTimes: times, raw: raw), resolution: resolution, tolerances: tolerances)
        }
        let own = try solver(scenario)
        let with: Simulation
        let without: Simulation?
        if besideUntreated, !scenario.therapy.isEmpty {
            let both = try Simulation.withAndWithoutTherapy(own)
            (with, without) = (both.with, both.without)
        } else {
            (with, without) = (try Simulation(own), nil)
        }
        (simulation, untreated) = (with, without)
        if besideUntreated {
            let variants = try OutcomeVariants(own, times: times, raw: raw)
            intervals = variants.intervals
            fractureModes = try variants.fractureModes(with: with, without: without, evidence: evidence)
        } else {
            (intervals, fractureModes) = (nil, nil)
        }
        band = withBand ? try ParameterBand(scenario, extraTimes: times) : nil
        let comparator = try other.map { try Simulation(solver($0)) }
        comparisons = results.compactMap { result in
            result.simulated(with, comparator: comparator).map { Comparison(result: result, simulated: $0) }
        }
        self.comparator = comparator
        notCompared = refused
    }

    /// Runs the own woman of a solver's scenario, beside nothing published.
    ///
    /// - Parameters:
    ///   - besideUntreated: also runs the same woman without her therapy.
    ///   - withIntervals: also says how well what the therapy changes is known, which takes many runs.
    ///   - band: found already.
    /// - Throws: `SolverError` if integration fails.
    package init(
        _ own: ScenarioSolver, besideUntreated: Bool, withIntervals: Bool, band: ParameterBand?,
        evidence: EvidenceLibrary = .bundled
    ) throws {
        if besideUntreated, !own.prepared.scenario.therapy.isEmpty {
            let both = try Simulation.withAndWithoutTherapy(own)
            (simulation, untreated) = (both.with, both.without)
        } else {
            (simulation, untreated) = (try Simulation(own), nil)
        }
        if withIntervals {
            let variants = try OutcomeVariants(own, times: own.prepared.times, raw: false)
            intervals = variants.intervals
            fractureModes = try variants.fractureModes(with: simulation, without: untreated, evidence: evidence)
        } else {
            (intervals, fractureModes) = (nil, nil)
        }
        self.band = band
        (comparator, comparisons, notCompared) = (nil, [], [])
    }
}
