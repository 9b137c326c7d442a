import Evidence
import Exchange
import Foundation
import Inference
import Trials

extension CalibrationReport {
    private static let begin = "<!-- fit: written by osteon calibrate -->"
    private static let end = "<!-- end of fit -->"

    /// A page of documentation with its facts on the fit written anew, between two marks.
    ///
    /// - Parameter path: of the page.
    /// - Throws: ``OutputError`` if the page cannot be read or has no marks.
    public func documentation(replacingIn path: String) throws -> String {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw OutputError(description: "\(path) cannot be read; expected the page on the fit.")
        }
        guard let begin = text.range(of: Self.begin), let end = text.range(of: Self.end, range: begin.upperBound..<text.endIndex)
        else {
            throw OutputError(
                description: "\(path) has no place for the fit; expected a line '\(Self.begin)' and below it '\(Self.end)'.")
        }
        return text[..<begin.upperBound] + "\n" + facts + "\n" + text[end.lowerBound...]
    }

    /// What of the fit changes from one to the next, as Markdown.
    private var facts: String {
        let plan = fit.calibration.plan
        let far = fit.residuals.filter { !$0.isClose }.sorted { abs($0.score) > abs($1.score) }
        let scenarios = Set(fit.residuals.map(\.row.scenario)).count
        var lines = [
            "\(fit.residuals.count) rows of \(scenarios) scenarios, \(plan.fitted.count) parameters fitted, \(plan.held.count) held. "
                + CalibrationTables.summary(fit, ensemble).joined(separator: " "),
            "",
        ]
        let flat = profiles.filter { $0.verdict == .notIdentified }.map { "`\($0.name)`" }
        if !flat.isEmpty {
            lines += [
                "Not identified by these rows, so that the interval is that of the prior: \(flat.joined(separator: ", ")).", "",
            ]
        }
        let sided = profiles.filter { [.boundedBelow, .boundedAbove].contains($0.verdict) }.map { "`\($0.name)`" }
        if !sided.isEmpty { lines += ["Bounded on one side only: \(sided.joined(separator: ", ")).", ""] }
        lines += [
            "\(far.count) rows are neither in their published interval nor within \(NumberText.short(ObservedResult.densityTolerance)) "
                + "points of density or \(NumberText.short(ObservedResult.markerTolerance)) of a marker:", "",
            "| row | scenario | output | published | 95 % interval | simulated |", "|---|---|---|---:|---|---:|",
        ]
        lines += far.map { residual in
            let result = residual.row.result
            let number = { (value: Double) in
                result.measure == .absolute
                    ? NumberText.significant(value) : UnitText.minus(NumberText.signed(value, decimals: 1))
            }
            let interval = result.observation.interval95.map { "\(number($0.lowerBound)) to \(number($0.upperBound))" } ?? ""
            return "| \(result.observation.id) | \(residual.row.scenario) | \(result.output) | \(number(result.observed)) | "
                + "\(interval) | \(number(residual.simulated)) |"
        }
        return lines.joined(separator: "\n")
    }
}
