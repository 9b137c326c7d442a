import Exchange
import Foundation
import Solving

/// One case of the SBML semantic test suite: a model, what to look at, and what others found.
public struct SBMLSuiteCase: Sendable {
    /// How a case went.
    public enum Outcome: Sendable, Equatable {
        case passed
        /// With the sentence that says why nothing was computed.
        case refused(String)
        /// With the first number that is wrong, or why there is none.
        case failed(String)
    }

    public let number: String
    public let isTimecourse: Bool
    /// What the case tests: components of SBML and ways to use them.
    public let tags: [String]
    private let folder: URL
    private let request: SBMLTimecourse.Request
    private let absolute: Double
    private let relative: Double

    /// Reads the folder of a case.
    ///
    /// - Throws: an error for a folder that is no case.
    public init(folder: URL) throws {
        self.folder = folder
        number = folder.lastPathComponent
        let tags = try JSONDecoder().decode(Tags.self, from: Data(contentsOf: Self.file("tags.json", in: folder)))
        self.tags = tags.componentTags + tags.testTags
        isTimecourse = tags.testType == "TimeCourse"
        let settings = try Self.settings(String(contentsOf: Self.file("settings.txt", in: folder), encoding: .utf8))
        func setting(_ key: String) -> Double { settings[key].flatMap(Double.init) ?? 0 }
        func names(_ key: String) -> [String] {
            (settings[key] ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
                .filter { !$0.isEmpty }
        }
        absolute = setting("absolute")
        relative = setting("relative")
        request = SBMLTimecourse.Request(
            start: setting("start"), duration: setting("duration"), steps: Int(setting("steps")),
            variables: names("variables"), amounts: Set(names("amount")), concentrations: Set(names("concentration")),
            tolerances: Tolerances(relative: 1e-8, absoluteShare: min(1e-12, setting("absolute") * 1e-4)))
    }

    private struct Tags: Decodable {
        let testType: String
        let componentTags: [String]
        let testTags: [String]
    }

    private static func file(_ kind: String, in folder: URL) -> URL {
        folder.appendingPathComponent("\(folder.lastPathComponent)-\(kind)")
    }

    private static func settings(_ text: String) -> [String: String] {
        var result: [String: String] = [:]
        for line in text.split(whereSeparator: \.isNewline) {
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { continue }
            result[parts[0].trimmingCharacters(in: .whitespaces)] = parts[1].trimmingCharacters(in: .whitespaces)
        }
        return result
    }

    /// Simulates it and holds every number against the expected one, by the suite's own rule.
    public func outcome() -> Outcome {
        guard isTimecourse else { return .refused("it is no time course") }
        let found: SBMLTimecourse
        do {
            let model = try SBMLModel(reading: folder.appendingPathComponent("\(number).xml").path)
            found = try SBMLTimecourse(model, request)
        } catch let error as FileError where error.kind == .unsupported {
            return .refused(error.problems.map(\.message).joined(separator: "; "))
        } catch {
            return .failed("\(error)")
        }
        do {
            let text = try String(contentsOf: Self.file("results.csv", in: folder), encoding: .utf8)
            return compare(found, text) ?? .passed
        } catch {
            return .failed("no expected values: \(error)")
        }
    }

    private func compare(_ found: SBMLTimecourse, _ text: String) -> Outcome? {
        let lines = text.split(whereSeparator: \.isNewline).map { line in
            line.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        guard let header = lines.first?.dropFirst(), lines.count == found.rows.count + 1 else {
            return .failed("\(found.rows.count) rows where \(lines.count - 1) are expected")
        }
        for (place, name) in header.enumerated() {
            guard let column = found.headers.firstIndex(of: name) else { return .failed("no column '\(name)'") }
            for (row, cells) in zip(found.rows, lines.dropFirst()) {
                guard place + 1 < cells.count, let expected = Self.number(cells[place + 1]) else {
                    return .failed("an expected value of '\(name)' is no number")
                }
                let value = row[column]
                let isRight =
                    expected.isNaN
                    ? value.isNaN
                    : expected.isInfinite
                        ? value == expected : abs(value - expected) <= absolute + relative * abs(expected)
                if !isRight { return .failed("\(name) at \(cells[0]) is \(value), expected \(expected)") }
            }
        }
        return nil
    }

    private static func number(_ text: String) -> Double? {
        switch text.uppercased() {
        case "INF", "INFINITY": return .infinity
        case "-INF", "-INFINITY": return -.infinity
        case "NAN": return .nan
        default: return Double(text)
        }
    }
}
