import ArgumentParser
import Exchange
import Foundation
import Inference
import Modeling
import Physiology
import Reporting
import Trials

/// The plan of a calibration, and the searches that are finished; the same for every command that fits.
struct CalibrationInput: ParsableArguments {
    @Argument(help: "Plan file (YAML or JSON).")
    var plan = "Calibration/plan.yaml"

    /// Reads the plan and its scenarios.
    ///
    /// - Parameter only: file names of the scenarios to read, all in the plan; all of them for nil.
    /// - Throws: an exit code, once what is wrong has been said.
    func calibration(only: Set<String>? = nil) throws -> Calibration {
        try orFail {
            let parameters = try WomanModel.complete().parameters
            let units = Dictionary(uniqueKeysWithValues: parameters.map { ($0.name, $0.unit) })
            let reader = CalibrationPlanReader(units: units, required: Array(FittedParameters.table.keys))
            let plan = try reader.read(file: self.plan)
            let files = plan.scenarios.filter { only?.contains(URL(fileURLWithPath: $0).lastPathComponent) != false }
            return try Calibration(files.map { try ScenarioReader.forTrials.readArms(file: $0) }, plan: plan)
        }
    }

    /// The scenarios that a calibration has rows of, without those they are compared with.
    func scenarios(of calibration: Calibration) throws -> [Scenario] {
        let names = Set(calibration.rows.map(\.scenario))
        let files = calibration.plan.scenarios.filter { names.contains(URL(fileURLWithPath: $0).lastPathComponent) }
        return try orFail { try files.map { try ScenarioReader.forTrials.readArms(file: $0).0 } }
    }

    /// Searches for the best set, going on where an earlier run was stopped.
    func fit(_ calibration: Calibration) async throws -> CalibrationFit {
        let journal = try orFail { CalibrationJournal(plan: plan, fingerprint: try fingerprint(calibration)) }
        if !journal.starts.isEmpty {
            note("\(journal.starts.count) of \(calibration.plan.starts) searches were finished before.")
        }
        return try await interruptible { printer in
            var journal = journal
            return try await calibration.fit(after: journal.starts) { start in
                try journal.add(start)
                let value = start.objective.map { "objective \(NumberText.significant($0, digits: 6))" }
                printer.end()
                note(
                    "search \(start.number + 1) of \(calibration.plan.starts): \(value ?? start.failure ?? "") after "
                        + "\(start.steps) steps\(start.isConverged ? "" : ", not converged")")
            } report: { progress in
                printer.show(
                    "search \(progress.start + 1) of \(calibration.plan.starts), step \(progress.step): objective "
                        + NumberText.significant(progress.objective, digits: 6))
            }
        }
    }

    /// Profiles of parameters, of all if no names are given.
    func profiles(of fit: CalibrationFit, _ names: [String]? = nil) async throws -> [ParameterProfile] {
        try await interruptible { printer in
            try await fit.profiles(of: names) { printer.show("profiles: \($0) places to go") }
        }
    }

    /// Work that a user may stop; what is finished by then is kept.
    func interruptible<Result: Sendable>(_ work: @escaping @Sendable (ProgressPrinter) async throws -> Result)
        async throws -> Result
    {
        try await Interruptible.run(
            stopped: "stopped; the same command goes on after the searches that are finished.", work)
    }

    /// Another program may compute other numbers from the same equations.
    private func fingerprint(_ calibration: Calibration) throws -> String {
        let program = Bundle.main.executablePath.flatMap { try? FileManager.default.attributesOfItem(atPath: $0) }
        let date = (program?[.modificationDate] as? Date).map { "\($0.timeIntervalSince1970)" } ?? ""
        return "\(try calibration.fingerprint) \(date)"
    }
}
