import Evidence
import Exchange
import Foundation
import Inference
import Modeling
import Physiology
import Symbolics
import Trials

/// The program's own calibration as a PEtab problem of version 2: an SBML model for each arm, one table of parameters.
///
/// PEtab reads one model at one moment. A change since an earlier moment is written by what the model remembers of that
/// moment; what needs two arms, an average or another loss is left out, and named.
public struct CalibrationPEtab: Sendable {
    public let files: [OutputFolder.File]
    public let measurementCount: Int
    public let modelCount: Int
    /// What the problem does not say, a sentence each.
    public let omissions: [String]

    /// - Parameter scenarios: those of the calibration.
    /// - Throws: an error of writing SBML, naming what cannot be written.
    public init(
        _ calibration: Calibration, scenarios: [Scenario], progress: (String) -> Void = { _ in }
    ) throws {
        var models: [OutputFolder.File] = []
        var observables = [
            ["observableId", "observableName", "observableFormula", "noiseFormula", "noiseDistribution"]
        ]
        var measurements = [["modelId", "observableId", "experimentId", "time", "measurement"]]
        var usedNames = Set<String>()
        var differences: [String] = []
        for scenario in scenarios {
            try Task.checkCancellation()
            let file = (scenario.source ?? scenario.title).split(separator: "/").last.map(String.init) ?? ""
            let all = calibration.rows.filter { $0.scenario == file }
            guard !all.isEmpty else { continue }
            let rows = all.filter { $0.result.measure != .percentDifference }
            differences += all.filter { $0.result.measure == .percentDifference }.map(\.result.observation.id)
            guard !rows.isEmpty else { continue }
            progress(file)
            let arm = try Arm(scenario, file: file, rows: rows)
            models.append(.init(name: "\(arm.id).xml", contents: arm.model.document))
            observables += arm.observables
            measurements += arm.measurements
            usedNames.formUnion(arm.parameterNames)
        }
        let fitted = calibration.plan.fitted.filter { usedNames.contains($0.name) }
        let parameters = try Self.parameterTable(fitted)
        func table(_ rows: [[String]]) -> String {
            rows.map { $0.joined(separator: "\t") }.joined(separator: "\n") + "\n"
        }
        files =
            models + [
                .init(name: "observables.tsv", contents: table(observables)),
                .init(name: "measurements.tsv", contents: table(measurements)),
                .init(name: "parameters.tsv", contents: table(parameters)),
                .init(name: "problem.yaml", contents: Self.yaml(models.map(\.name))),
            ]
        measurementCount = measurements.count - 1
        modelCount = models.count
        let robustness = calibration.plan.robustness
        omissions = [
            differences.isEmpty
                ? nil
                : "\(differences.count) rows are differences between two arms, and an observable of PEtab sees one model: "
                    + differences.joined(separator: ", ") + ".",
            "Misfits count by their squares; here they count linearly beyond \(robustness.misfit) standard deviations, and more "
                + "beyond \(robustness.grace) of a row's tolerance.",
            "Where a woman stands at time zero is written as numbers; here her history follows the fitted parameters too.",
            "Quantities that swing with doses are taken at the moment; here, on average over the time between two doses.",
            fitted.contains { $0.centre < 0 }
                ? "A prior of a negative parameter is normal with the same median and spread; here it is log-normal in its size."
                : nil,
        ].compactMap(\.self)
    }

    /// One scenario as a model, and its rows as observables of it.
    private struct Arm {
        let id: String
        let model: ModelSBML
        let observables: [[String]]
        let measurements: [[String]]
        let parameterNames: Set<String>

        init(_ scenario: Scenario, file: String, rows: [Calibration.Row]) throws {
            id = "arm_" + Identifiers.identifier((file as NSString).deletingPathExtension)
            var baselines: [SBMLBaseline] = []
            for row in rows where row.result.measure != .absolute {
                let baseline = Self.baseline(of: row.result)
                if !baselines.contains(baseline) { baselines.append(baseline) }
            }
            model = try ModelSBML(scenario, remembering: baselines)
            let equations = try WomanModel.model(for: scenario.therapy, ovary: scenario.ovary)
            parameterNames = Set(equations.parameters.map(\.name))
            let units = Dictionary(uniqueKeysWithValues: equations.outputs.map { ($0.name, $0.unit) })
            let arm = id
            observables = rows.map { row in
                [
                    Self.observable(row, arm), "\(row.result.output), \(row.result.observation.id)",
                    Self.formula(row.result, in: units[row.result.output] ?? .one),
                    "\(row.deviation)", "normal",
                ]
            }
            measurements = rows.map { row in
                let time = row.result.to * Unit.daysPerYear
                return [arm, Self.observable(row, arm), "", "\(time)", "\(row.result.observed)"]
            }
        }

        private static func observable(_ row: Calibration.Row, _ arm: String) -> String {
            "\(row.result.observation.id)_\(arm)"
        }

        private static func baseline(of result: ObservedResult) -> SBMLBaseline {
            SBMLBaseline(output: result.output, time: result.from * Unit.daysPerYear)
        }

        /// What is remembered is in the document's own units, and the output in those that people read.
        private static func formula(_ result: ObservedResult, in unit: Symbolics.Unit) -> String {
            let output = Identifiers.output(result.output)
            guard result.measure != .absolute else { return output }
            let factor = unit.factor * SBMLWriter.documentUnits(perBaseUnitOf: unit)
            let before = Identifiers.identifier(baseline(of: result).name)
            if result.measure == .slope {
                return "\(result.slope(0, 1)) * (\(output) - \(before) / \(factor))"
            }
            let change = "100 * (\(factor) * \(output) / \(before) - 1)"
            return result.measure == .percentPerYear ? "\(change) / \(result.to - result.from)" : change
        }
    }

    /// Priors are log-normal; bounds are eight of their standard deviations away, and hold nothing that the
    /// rows and the prior would not.
    private static func parameterTable(_ fitted: [CalibrationPlan.Prior]) throws -> [[String]] {
        let known = Dictionary(uniqueKeysWithValues: try WomanModel.complete().parameters.map { ($0.name, $0) })
        return [
            [
                "parameterId", "lowerBound", "upperBound", "nominalValue", "estimate", "priorDistribution",
                "priorParameters",
            ]
        ]
            + fitted.compactMap { prior in
                guard let parameter = known[prior.name] else { return nil }
                // Units of the document per unit of the parameter.
                let factor = parameter.unit.factor * SBMLWriter.documentUnits(perBaseUnitOf: parameter.unit)
                let centre = prior.centre * factor
                let ends = [-8.0, 8].map { centre * exp($0 * prior.logDeviation) }.sorted()
                let distribution =
                    centre > 0
                    ? ["log-normal", "\(log(centre));\(prior.logDeviation)"]
                    : ["normal", "\(centre);\(abs(centre) * prior.logDeviation)"]
                return [
                    Identifiers.identifier(prior.name), "\(ends[0])", "\(ends[1])", "\(parameter.value * factor)",
                    "true",
                ]
                    + distribution
            }
    }

    private static func yaml(_ models: [String]) -> String {
        let entries = models.map { name -> String in
            let id = name.split(separator: ".").first.map(String.init) ?? name
            return "  \(id):\n    language: sbml\n    location: \(name)\n"
        }
        return """
            format_version: 2.0.0
            parameter_files: [parameters.tsv]
            observable_files: [observables.tsv]
            measurement_files: [measurements.tsv]
            condition_files: []
            experiment_files: []
            model_files:

            """ + entries.joined()
    }
}
