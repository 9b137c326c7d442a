import Exchange
import Foundation
import Inference

/// The public PEtab test suite, tried: problems with the simulations and likelihoods that others found.
public struct PEtabSuite: Sendable {
    /// How a case went.
    public enum Outcome: Sendable, Equatable {
        case passed
        /// With the sentence that says why nothing was computed.
        case refused(String)
        /// With the first number that is wrong, or why there is none.
        case failed(String)
    }

    /// `v1.0.0/0001` and so on, each with how it went.
    public let tried: [(name: String, outcome: Outcome)]

    /// Tries every case with an SBML model in a folder of the suite, such as `petabtests/cases`.
    ///
    /// - Throws: `FileError` for a folder without cases.
    public init(folder: String, progress: (Int) -> Void = { _ in }) throws {
        let root = URL(fileURLWithPath: folder)
        let found = ["v1.0.0", "v2.0.0"].flatMap { version -> [(String, URL)] in
            let cases = root.appendingPathComponent(version).appendingPathComponent("sbml")
            let names = (try? FileManager.default.contentsOfDirectory(atPath: cases.path)) ?? []
            return names.filter { Int($0) != nil }.sorted().map {
                ("\(version)/\($0)", cases.appendingPathComponent($0))
            }
        }
        guard !found.isEmpty else {
            throw FileError(file: folder, "there are no cases; expected the folder petabtests/cases of the suite")
        }
        tried = try found.enumerated().map { index, one in
            try Task.checkCancellation()
            progress(index)
            return (one.0, Self.outcome(of: one.1))
        }
    }

    public func count(_ isPicked: (Outcome) -> Bool, version: String) -> Int {
        tried.filter { $0.name.hasPrefix(version) && isPicked($0.outcome) }.count
    }

    private static func outcome(of folder: URL) -> Outcome {
        let number = folder.lastPathComponent
        do {
            let solution = try PEtabSolution(reading: folder.appendingPathComponent("_\(number)_solution.yaml"))
            let problem = try PEtabProblem(reading: folder.appendingPathComponent("_\(number).yaml").path)
            let simulation = try PEtabSimulator(problem).simulation(problem.nominalValues)
            return try compare(simulation, solution, folder) ?? .passed
        } catch let error as FileError where error.kind == .unsupported {
            return .refused("\(error)")
        } catch let error as FileError where error.kind == .unsupported {
            return .refused("\(error)")
        } catch {
            return .failed("\(error)")
        }
    }

    private static func compare(_ found: PEtabSimulation, _ solution: PEtabSolution, _ folder: URL) throws -> Outcome? {
        func differs(_ name: String, _ value: Double, _ expected: Double, _ tolerance: Double) -> Outcome? {
            abs(value - expected) < tolerance ? nil : .failed("\(name) is \(value), expected \(expected)")
        }
        let lines = try solution.simulationFiles.flatMap {
            try PEtabTable(file: folder.appendingPathComponent($0).path, requiring: ["simulation"]).rows
        }
        guard lines.count == found.simulated.count else {
            return .failed("\(found.simulated.count) simulations where \(lines.count) are expected")
        }
        let expected = lines.map { $0["simulation"].flatMap(Double.init) ?? .nan }
        let distance = zip(found.simulated, expected).map { abs($0 - $1) }.reduce(0, +) / Double(lines.count)
        return differs("the mean distance of simulations", distance, 0, solution.simulationTolerance)
            ?? differs("chi2", found.chiSquared, solution.chiSquared, solution.chiSquaredTolerance)
            ?? differs("llh", found.logLikelihood, solution.logLikelihood, solution.logLikelihoodTolerance)
            ?? (solution.logPriors ?? [:]).sorted { $0.key < $1.key }.compactMap { name, value in
                let density = found.logPriors.first { $0.parameter == name }?.logDensity ?? .nan
                return differs("the prior of \(name)", density, value, solution.logLikelihoodTolerance)
            }.first
    }

    /// The score for the terminal.
    public func text(width: Int) -> String {
        let versions = ["v1.0.0", "v2.0.0"].map { version in
            [
                version, "\(count({ _ in true }, version: version))", "\(count({ $0 == .passed }, version: version))",
                "\(count({ if case .refused = $0 { true } else { false } }, version: version))",
                "\(count({ if case .failed = $0 { true } else { false } }, version: version))",
            ]
        }
        var text = TextTable(
            columns: [
                .init("version", alignment: .left), .init("cases", alignment: .right),
                .init("passed", alignment: .right),
                .init("refused", alignment: .right), .init("wrong", alignment: .right),
            ], rows: versions
        ).rendered(width: width)
        let others = tried.compactMap { one -> [String]? in
            switch one.outcome {
            case .passed: return nil
            case .refused(let reason), .failed(let reason): return [one.name, reason]
            }
        }
        if !others.isEmpty {
            text +=
                "\n"
                + TextTable(
                    columns: [.init("case", alignment: .left), .init("reason", alignment: .left, wraps: true)],
                    rows: others
                ).rendered(width: width)
        }
        return text
    }
}
