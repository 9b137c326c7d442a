import Exchange
import Foundation
import Inference

extension PEtabSimulation {
    /// How well the measurements are met, for the terminal: totals, and each observable's share.
    public func text(width: Int) -> String {
        let residuals = residuals
        let groups = problem.observables.indices.compactMap { observable -> [String]? in
            let rows = problem.measurements.indices.filter { problem.measurements[$0].observable == observable }
            guard !rows.isEmpty else { return nil }
            let square = rows.reduce(0) { $0 + residuals[$1] * residuals[$1] }
            let worst = rows.max { abs(residuals[$0]) < abs(residuals[$1]) }.map { residuals[$0] } ?? .nan
            return [
                problem.observables[observable].id, "\(rows.count)", NumberText.significant(square, digits: 6),
                NumberText.significant(worst),
            ]
        }
        let table = TextTable(
            columns: [
                .init("observable", alignment: .left, wraps: true), .init("points", alignment: .right),
                .init("chi2", alignment: .right), .init("largest residual", alignment: .right),
            ], rows: groups)
        var lines = [
            "chi2    \(chiSquared)",
            "llh     \(logLikelihood)",
        ]
        if !logPriors.isEmpty {
            lines += ["prior   \(logPrior)", "llh + prior   \(logLikelihood + logPrior)"]
        }
        lines += ["points  \(problem.measurements.count)"]
        return table.rendered(width: width) + "\n" + lines.joined(separator: "\n")
    }

    /// The simulation table of PEtab: the measurements' rows with what is simulated.
    public var table: String {
        let before =
            problem.version == 1
            ? ["observableId", "preequilibrationConditionId", "simulationConditionId", "time"]
            : ["modelId", "observableId", "experimentId", "time"]
        let after = ["observableParameters", "noiseParameters", "datasetId", "replicateId"]
        let required = ["observableId", "simulationConditionId", "experimentId", "time"]
        func used(_ columns: [String]) -> [String] {
            columns.filter { column in
                required.contains(column) || problem.measurements.contains { $0.row[column] != nil }
            }
        }
        let (first, last) = (used(before), used(after))
        let lines = zip(problem.measurements, simulated).map { measurement, value in
            (first.map { measurement.row[$0] ?? "" } + ["\(value)"] + last.map { measurement.row[$0] ?? "" })
                .joined(separator: "\t")
        }
        return ([(first + ["simulation"] + last).joined(separator: "\t")] + lines).joined(separator: "\n") + "\n"
    }
}

extension PEtabFit {
    /// The fitted values and how the searches ended, for the terminal.
    public func text(width: Int) -> String {
        let problem = simulation.problem
        let rows = zip(problem.estimated, deviations).map { parameter, deviation -> [String] in
            let value = best.values[parameter.id] ?? .nan
            let bounds =
                "\(NumberText.significant(parameter.bounds.lowerBound)) to \(NumberText.significant(parameter.bounds.upperBound))"
            let spread = deviation.map { NumberText.significant($0) } ?? "at a bound"
            let nominal = parameter.nominalValue.map { NumberText.significant($0, digits: 6) } ?? ""
            return [parameter.id, NumberText.significant(value, digits: 6), spread, nominal, bounds]
        }
        let table = TextTable(
            columns: [
                .init("parameter", alignment: .left, wraps: true), .init("fitted", alignment: .right),
                .init("deviation on its scale", alignment: .right), .init("nominal", alignment: .right),
                .init("bounds", alignment: .right),
            ], rows: rows)
        let failed = starts.filter { $0.logPosterior == nil }
        var text = table.rendered(width: width) + "\n" + simulation.text(width: width)
        text += "\n\(sameCount) of \(starts.count) searches ended within 0.1 of the best, number \(best.number + 1)"
        text += best.isConverged ? "." : "; it was still climbing when its steps were used up."
        if let failure = failed.first?.failure {
            text += "\n\(failed.count) could not start: \(failure)"
        }
        return text
    }

    /// The parameter table of PEtab with the fitted values in place of the nominal ones.
    public var parameterTable: String {
        let problem = simulation.problem
        let isVersion1 = problem.version == 1
        let header =
            ["parameterId"] + (isVersion1 ? ["parameterScale"] : []) + [
                "lowerBound", "upperBound", "nominalValue", "estimate",
            ]
        let lines = problem.parameters.map { parameter -> String in
            func bound(_ value: Double) -> String { parameter.isEstimated ? "\(value)" : "" }
            let value = (best.values[parameter.id] ?? parameter.nominalValue).map { "\($0)" } ?? ""
            let estimate = isVersion1 ? (parameter.isEstimated ? "1" : "0") : "\(parameter.isEstimated)"
            return
                ([parameter.id] + (isVersion1 ? [parameter.scale.rawValue] : [])
                + [bound(parameter.bounds.lowerBound), bound(parameter.bounds.upperBound), value, estimate]).joined(
                    separator: "\t")
        }
        return ([header.joined(separator: "\t")] + lines).joined(separator: "\n") + "\n"
    }
}
