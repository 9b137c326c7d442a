import Physiology

/// Bands of all that charts show: each output's is of what it rests on.
public struct OutputBands: Sendable {
    /// What is put at other values to find how far an output could lie from its line.
    public enum Spread: String, Sendable, CaseIterable {
        /// What was fitted: where the mean of women like her could lie.
        case fits
        /// What was fitted, and the rates, ratios and half-effects behind outcomes, anywhere in their stated ranges.
        case fitsAndRisks
        /// What women differ in, and the numbers behind hormone levels, anywhere in their stated ranges.
        case women
    }

    /// What the band of an output is of; nil for one that has none.
    public static func spread(of output: String) -> Spread? {
        switch output.split(separator: ".").first {
        case "density", "marker", "bone", "receptor", "tScore", "zScore": .fits
        case "fracture", "outcome": .fitsAndRisks
        case "serum": .women
        default: nil
        }
    }

    /// Of densities, markers, cells and outcomes; nil where none of them was asked for.
    public let fits: ParameterBand?
    /// Of hormone levels; nil where none was asked for.
    public let women: ParameterBand?

    package init(fits: ParameterBand?, women: ParameterBand?) {
        self.fits = fits
        self.women = women
    }

    /// The band that holds an output; nil where there is none.
    public func band(of output: String) -> ParameterBand? {
        switch Self.spread(of: output) {
        case .fits, .fitsAndRisks: fits
        case .women: women
        case nil: nil
        }
    }
}

extension ParameterBand {
    /// Densities, markers, cells, signals and outcomes for what the fit and the ranges of risks leave open.
    ///
    /// - Precondition: the solver gives the outputs whose band is wanted.
    /// - Throws: `CancellationError` if the task was cancelled.
    package static func fits(_ solver: ScenarioSolver, _ ensembles: BandEnsembles, share: Double) throws -> ParameterBand {
        try ParameterBand(solver, share: share, members: ensembles.fitsAndRisks) {
            [.fits, .fitsAndRisks].contains(OutputBands.spread(of: $0))
        }
    }

    /// Hormone levels of women like hers.
    ///
    /// - Parameter outputs: those wanted; nil for all.
    /// - Precondition: the solver gives the outputs whose band is wanted.
    /// - Throws: `CancellationError` if the task was cancelled.
    package static func women(
        _ solver: ScenarioSolver, _ ensembles: BandEnsembles, share: Double, outputs: Set<String>? = nil
    ) throws -> ParameterBand {
        try ParameterBand(solver, share: share, members: ensembles.women, levels: ensembles.levels) { output in
            OutputBands.spread(of: output) == .women && outputs?.contains(output) ?? true
        }
    }
}
