import Foundation
import Yams

/// What a case of the public PEtab test suite is known to come to.
public struct PEtabSolution: Decodable, Sendable {
    public let chiSquared: Double
    public let logLikelihood: Double
    /// Log-densities of priors by parameter; nil where the case has none.
    public let logPriors: [String: Double]?
    public let simulationFiles: [String]
    public let chiSquaredTolerance: Double
    public let logLikelihoodTolerance: Double
    /// Of the mean distance of simulations.
    public let simulationTolerance: Double

    private enum CodingKeys: String, CodingKey {
        case chiSquared = "chi2"
        case logLikelihood = "llh"
        case logPriors = "log_prior"
        case simulationFiles = "simulation_files"
        case chiSquaredTolerance = "tol_chi2"
        case logLikelihoodTolerance = "tol_llh"
        case simulationTolerance = "tol_simulations"
    }

    /// - Throws: an error for a file that is no solution.
    public init(reading file: URL) throws {
        self = try YAMLDecoder().decode(Self.self, from: String(contentsOf: file, encoding: .utf8))
    }
}
