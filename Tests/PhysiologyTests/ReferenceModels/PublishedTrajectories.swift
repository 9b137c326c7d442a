import Foundation
import Testing

/// Trajectories of the published model by another implementation, kept beside this repository and not in it.
struct PublishedTrajectories: Sendable {
    private static let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../../shared/science/reference_peterson_riggs.csv").standardized

    /// Whether the trajectories are at hand.
    static var arePresent: Bool { FileManager.default.fileExists(atPath: file.path) }

    static let absence: Comment = "no published trajectories stand beside this repository"

    /// By scenario and variable: hours and values, in time order.
    private let series: [String: [String: [(hours: Double, value: Double)]]]

    init() throws {
        var series: [String: [String: [(hours: Double, value: Double)]]] = [:]
        for line in try String(contentsOf: Self.file, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst() {
            let fields = line.split(separator: ",")
            guard fields.count == 4, let hours = Double(fields[1]), let value = Double(fields[3]) else { continue }
            series[String(fields[0]), default: [:]][String(fields[2]), default: []].append((hours, value))
        }
        self.series = series
    }

    func series(_ scenario: String, _ variable: String) throws -> [(hours: Double, value: Double)] {
        try #require(series[scenario]?[variable], "\(scenario) has no \(variable)")
    }
}
