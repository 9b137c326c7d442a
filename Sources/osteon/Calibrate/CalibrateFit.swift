import ArgumentParser
import Exchange
import Foundation
import Inference
import Reporting

/// `osteon calibrate fit`: all fitted parameters at once.
struct CalibrateFit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fit",
        abstract: "Fit all parameters at once and draw the ensemble that carries their uncertainty.",
        discussion: """
            Searches from several starts with exact derivatives, then refits to rows and priors moved by their own \
            deviations. Without --write nothing of the program is changed. A run that is stopped goes on when the same \
            command is given again. With --petab a problem of others is fitted instead, and nothing of the program \
            is looked at or changed.
            """)

    @OptionGroup var input: CalibrationInput

    @OptionGroup var fitting: PEtabFitting

    @Flag(help: "Write the files that the plan names under 'write'; the program has then to be built anew.")
    var write = false

    @Option(
        help:
            "Folder for a report: report.html with profiles, rows.csv, parameters.csv and profiles.csv; for --petab, parameters.tsv and simulations.tsv."
    )
    var report: String?

    func validate() throws {
        if fitting.petab != nil, write {
            throw ValidationError(
                "--write: the program's files come from its own plan, and not from --petab; use --report DIR.")
        }
    }

    func run() async throws {
        let folder = report.map { OutputFolder(path: $0) }
        try orFail { try folder?.check() }
        if let problem = fitting.petab { return try await fitting.run(problem, folder: folder) }
        let calibration = try input.calibration()
        let plan = calibration.plan
        guard !write || plan.files != nil else {
            throw fail("\(input.plan): write: this key is missing; --write needs its 'values' and 'ensemble'.")
        }
        note("\(calibration.rows.count) rows, \(plan.fitted.count) parameters fitted, \(plan.held.count) held.")
        let fit = try await input.fit(calibration)
        let ensemble = try await input.interruptible { printer in
            try await fit.ensemble { printer.show("ensemble: \($0) members to go") }
        }
        let values = fit.fittedValues(ensemble)
        print(CalibrationTables.text(fit, values, ensemble, width: Terminal.width))
        guard write || folder != nil else { return }
        let profiles = try await input.profiles(of: fit)
        let document = CalibrationReport(fit, values: values, ensemble: ensemble, profiles: profiles)
        if let folder {
            try orFail { try folder.write(document.files) }
            print("Written to \(folder.url.relativePath): report.html, rows.csv, parameters.csv, profiles.csv")
        }
        guard write, let files = plan.files else { return }
        var texts = [
            files.values: FittedParametersFile(values, held: plan.held, rowCount: calibration.rows.count).text,
            files.ensemble: FittedEnsembleFile(
                ensemble, values: values, rowCount: calibration.rows.count, seed: plan.seed
            ).text,
        ]
        if let page = files.documentation {
            texts[page] = try orFail { try document.documentation(replacingIn: page) }
        }
        for (path, text) in texts.sorted(by: { $0.key < $1.key }) {
            try orFail { try text.write(toFile: path, atomically: true, encoding: .utf8) }
            print("Written: \(path)")
        }
    }
}
