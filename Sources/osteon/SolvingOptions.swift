import ArgumentParser
import Solving

/// How a simulation is solved; the same options for every command that simulates.
struct SolvingOptions: ParsableArguments {
    @Option(help: "How finely time is resolved: auto, full, multiscale or reference.")
    var resolution = Resolution.auto

    @Option(help: "Relative error per step of the solver; that of the resolution if left out.")
    var tolerance: Double?

    func validate() throws {
        if let tolerance, !(1e-12...1e-2).contains(tolerance) {
            throw ValidationError("--tolerance: \(tolerance) is out of range; expected 1e-12 to 1e-2.")
        }
    }

    var tolerances: Tolerances? { tolerance.map { Tolerances(relative: $0) } }

    /// The options as they would be written, those left out left out.
    var words: [String] {
        (resolution == .auto ? [] : ["--resolution", resolution.rawValue])
            + (tolerance.map { ["--tolerance", "\($0)"] } ?? [])
    }
}

extension Resolution: ExpressibleByArgument {}
