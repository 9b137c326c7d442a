import Evidence
import Exchange
import Foundation
import Inference
import Physiology
import Trials

/// A fit for people and for machines: a page with pictures, and its numbers as CSV.
public struct CalibrationReport {
    let fit: CalibrationFit
    let values: [FittedValue]
    let ensemble: ParameterEnsemble
    let profiles: [ParameterProfile]

    public init(
        _ fit: CalibrationFit, values: [FittedValue], ensemble: ParameterEnsemble, profiles: [ParameterProfile]
    ) {
        self.fit = fit
        self.values = values
        self.ensemble = ensemble
        self.profiles = profiles
    }

    /// `report.html`, `rows.csv`, `parameters.csv` and `profiles.csv`.
    public var files: [OutputFolder.File] {
        [
            .init(name: "report.html", contents: page), .init(name: "rows.csv", contents: rowsCSV),
            .init(name: "parameters.csv", contents: parametersCSV), .init(name: "profiles.csv", contents: profilesCSV),
        ]
    }

    private var rowsCSV: String {
        csv(["row", "scenario", "output", "observed", "low_95", "high_95", "simulated", "deviation", "score", "close"], rows: fit.residuals.map { residual in
            let result = residual.row.result
            let interval = result.observation.interval95
            return [
                result.observation.id, residual.row.scenario, result.output, "\(result.observed)",
                interval.map { "\($0.lowerBound)" } ?? "", interval.map { "\($0.upperBound)" } ?? "",
                "\(residual.simulated)", "\(residual.row.deviation)", "\(residual.score)", "\(residual.isClose)",
            ]
        })
    }

    private var parametersCSV: String {
        let verdicts = Dictionary(uniqueKeysWithValues: profiles.map { ($0.name, $0.verdict.rawValue) })
        let fitted = values.map { value in
            [
                value.name, value.unit, "fitted", "\(value.value)", "\(value.interval68.lowerBound)",
                "\(value.interval68.upperBound)", "\(value.interval95.lowerBound)", "\(value.interval95.upperBound)",
                "\(value.priorCentre)", "\(value.prior68.lowerBound)", "\(value.prior68.upperBound)",
                "\(value.shareOfPrior)", verdicts[value.name] ?? "",
            ]
        }
        let held = fit.calibration.plan.held.map { held in
            [held.name, held.unit, "held", "\(held.value)"] + Array(repeating: "", count: 9)
        }
        return csv(
            [
                "parameter", "unit", "status", "value", "low_68", "high_68", "low_95", "high_95", "prior_centre",
                "prior_low_68", "prior_high_68", "width_of_prior", "by_rows",
            ], rows: fitted + held)
    }

    private var profilesCSV: String {
        csv(["parameter", "unit", "value", "rise", "rise_by_rows"], rows: profiles.flatMap { profile in
            profile.points.map { point in
                [
                    profile.name, profile.unit, "\(profile.value * exp(point.distance))", "\(point.rise)",
                    "\(point.riseByRows)",
                ]
            }
        })
    }

    private func csv(_ heading: [String], rows: [[String]]) -> String {
        ([heading] + rows).map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
    }
}

extension CalibrationFit.Residual {
    /// Whether the simulation lies in the published interval or within the tolerance examples are held to.
    var isClose: Bool { row.result.isClose(simulated) }
}
