import Evidence
import Exchange
import Foundation
import Inference
import Trials

/// What a fit prints in the terminal.
public enum CalibrationTables {
    /// Rows, parameters, and how the searches ended.
    public static func text(
        _ fit: CalibrationFit, _ values: [FittedValue], _ ensemble: ParameterEnsemble, width: Int
    ) -> String {
        [rows(fit.residuals, width: width), parameters(values, width: width)].joined(separator: "\n") + "\n"
            + summary(fit, ensemble).joined(separator: "\n")
    }

    /// Profiles, the least known parameters last.
    public static func text(_ profiles: [ParameterProfile], width: Int) -> String {
        let rows = profiles.map { profile in
            [
                profile.name, NumberText.significant(profile.value, digits: 5), UnitText.pretty(profile.unit),
                interval(profile.interval68), interval(profile.interval95), profile.verdict.rawValue,
            ]
        }
        let columns: [TextTable.Column] = [
            .init("parameter", alignment: .left), .init("value"), .init("unit", alignment: .left),
            .init("68 % interval", alignment: .left), .init("95 % interval", alignment: .left),
            .init("by the rows alone", alignment: .left),
        ]
        let flat = profiles.filter { $0.verdict == .notIdentified }.map(\.name)
        let sentence = flat.isEmpty
            ? "The rows bound every one of these parameters, at least on one side."
            : "Not identified by these rows, within three standard deviations: \(flat.joined(separator: ", "))."
        return TextTable(columns: columns, rows: rows).rendered(width: width) + "\n"
            + TextWrap.lines(sentence, width: width).joined(separator: "\n")
    }

    /// `0.1 to 0.3`, with `…` for an end that the profile does not reach.
    static func interval(_ interval: (low: Double?, high: Double?)) -> String {
        let ends = [interval.low, interval.high].map { $0.map { NumberText.significant($0, digits: 4) } ?? "…" }
        return "\(ends[0]) to \(ends[1])"
    }

    private static func rows(_ residuals: [CalibrationFit.Residual], width: Int) -> String {
        let rows = residuals.sorted { abs($0.score) > abs($1.score) }.map { residual in
            [
                residual.row.result.observation.id, residual.row.scenario, residual.row.result.output,
                NumberText.signed(residual.row.result.observed, decimals: 2),
                NumberText.signed(residual.simulated, decimals: 2), NumberText.signed(residual.score, decimals: 1),
            ]
        }
        let columns: [TextTable.Column] = [
            .init("row", alignment: .left), .init("scenario", alignment: .left), .init("output", alignment: .left),
            .init("observed"), .init("simulated"), .init("score"),
        ]
        return TextTable(columns: columns, rows: rows).rendered(width: width)
    }

    private static func parameters(_ values: [FittedValue], width: Int) -> String {
        let rows = values.map { value in
            [
                value.name, NumberText.significant(value.value, digits: 5), UnitText.pretty(value.unit),
                range(value.interval68), NumberText.significant(value.priorCentre, digits: 5),
                NumberText.fixed(value.shareOfPrior, decimals: 2),
            ]
        }
        let columns: [TextTable.Column] = [
            .init("parameter", alignment: .left), .init("value"), .init("unit", alignment: .left),
            .init("68 % interval", alignment: .left), .init("prior centre"), .init("width", unit: "of prior"),
        ]
        return TextTable(columns: columns, rows: rows).rendered(width: width)
    }

    static func range(_ range: ClosedRange<Double>) -> String {
        "\(NumberText.significant(range.lowerBound, digits: 4)) to \(NumberText.significant(range.upperBound, digits: 4))"
    }

    /// How the searches ended and what the ensemble is, a sentence each.
    static func summary(_ fit: CalibrationFit, _ ensemble: ParameterEnsemble) -> [String] {
        let failed = fit.starts.filter { $0.objective == nil }
        let best = fit.minima[0]
        var lines = [
            "Objective \(NumberText.significant(fit.objective, digits: 6)), of which priors "
                + "\(NumberText.significant(fit.priorObjective)); reached by \(best.starts.count) of \(fit.starts.count) searches."
        ]
        for minimum in fit.minima.dropFirst() {
            let differences = fit.differences(of: minimum, atMost: 3).map { difference in
                "\(difference.name) \(NumberText.significant(difference.value)) "
                    + "(\(NumberText.signed(difference.distance, decimals: 1)) SD)"
            }
            let count = minimum.starts.count == 1 ? "1 search" : "\(minimum.starts.count) searches"
            lines.append(
                "Another minimum, \(NumberText.significant(minimum.best.objective ?? .nan, digits: 6)), from \(count)"
                    + "\(minimum.best.isConverged ? "" : " that did not converge"): \(differences.joined(separator: ", ")).")
        }
        if let failure = failed.first?.failure {
            lines.append("\(failed.count) starts could not be integrated; the first because \(failure).")
        }
        lines.append(
            "Ensemble: \(ensemble.members.count) members"
                + (ensemble.unfinished == 0 ? "." : ", \(ensemble.unfinished) of them not fully converged."))
        return lines
    }
}
