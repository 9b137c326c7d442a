import Exchange
import Foundation

/// The SBML semantic test suite, tried: how many cases pass, by what they test.
public struct SBMLSuite: Sendable {
    /// What an outcome is counted as.
    public enum Standing: String, Sendable, CaseIterable {
        case passed, refused, failed
    }

    /// Each case with how it went.
    public let tried: [(test: SBMLSuiteCase, outcome: SBMLSuiteCase.Outcome)]

    /// The cases in a folder, in order of their numbers.
    ///
    /// - Throws: `FileError` for a folder without cases.
    public static func cases(in folder: String) throws -> [SBMLSuiteCase] {
        let root = URL(fileURLWithPath: folder)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
        let cases = try names.filter { $0.count == 5 && Int($0) != nil }.sorted().map {
            try SBMLSuiteCase(folder: root.appendingPathComponent($0))
        }
        guard !cases.isEmpty else {
            throw FileError(file: folder, "there are no cases; expected folders named 00001, 00002 …")
        }
        return cases
    }

    /// Tries cases, one after another; stops where its task is cancelled.
    ///
    /// - Parameter progress: is told how many are done.
    public init(_ cases: [SBMLSuiteCase], progress: (Int) -> Void = { _ in }) throws {
        tried = try cases.enumerated().map { index, test in
            try Task.checkCancellation()
            progress(index)
            return (test, test.outcome())
        }
    }

    /// How many of all cases, or of those that a condition picks, went so.
    public func count(_ standing: Standing, where isPicked: (SBMLSuiteCase) -> Bool = { _ in true }) -> Int {
        tried.filter { isPicked($0.test) && $0.outcome.standing == standing }.count
    }
}

extension SBMLSuiteCase.Outcome {
    public var standing: SBMLSuite.Standing {
        switch self {
        case .passed: return .passed
        case .refused: return .refused
        case .failed: return .failed
        }
    }
}

extension SBMLSuiteCase {
    /// Whether it needs a package of SBML besides the core.
    public var usesPackage: Bool { tags.contains { $0.contains(":") } }
    /// Whether it tests what few simulators do: algebraic rules, delayed values, fast reactions.
    public var isHard: Bool {
        !Set(tags).isDisjoint(with: ["AlgebraicRule", "CSymbolDelay", "FastReaction"])
    }
}
