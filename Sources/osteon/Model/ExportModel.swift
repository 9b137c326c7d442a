import ArgumentParser
import Exchange
import Foundation
import Physiology
import Reporting
import Solving

/// `osteon model export`: the flat equations for other programs.
struct ExportModel: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the equations as JSON or SBML, for other programs.",
        discussion: """
            Without a scenario it writes the complete model, at rest; with one, the model of her medicines, her \
            traits, every dose, and where she stands at time zero. JSON is in days, moles, grams and litres; SBML \
            (Level 3 Version 2) in days, nanomoles, micrograms and litres, with sources and doses as events. \
            Documentation/Export.md tells how other simulators run them.
            """)

    @Argument(help: "JSON file to write.")
    var file: String?

    @Option(help: "SBML file to write.")
    var sbml: String?

    @Option(help: "Scenario file (YAML or JSON).")
    var scenario: String?

    @Flag(help: "Add states and outputs at the scenario's reporting times, from the reference solver, to the JSON.")
    var course = false

    @Option(help: "Relative error per step of the course; the absolute one is a tenth of that, of each state's scale.")
    var tolerance = ScenarioExport.reference.relative

    func validate() throws {
        guard tolerance >= 1e-12, tolerance <= 1e-2 else {
            throw ValidationError("--tolerance: \(tolerance) is out of range; expected 1e-12 to 1e-2.")
        }
        guard file != nil || sbml != nil else {
            throw ValidationError("There is nothing to write; expected a JSON file, or --sbml with a file.")
        }
        guard scenario != nil || !course else {
            throw ValidationError("--course needs a --scenario to follow.")
        }
        guard file != nil || !course else {
            throw ValidationError("--course is for JSON; expected a JSON file.")
        }
    }

    func run() throws {
        let targets = try orFail { try [file, sbml].compactMap(\.self).map(Target.init) }
        let read = try orFail { try scenario.map { try ScenarioReader.forModel.read(file: $0) } }
        if file != nil {
            try orFail {
                let tolerances = course ? Tolerances(relative: tolerance) : nil
                let export =
                    try read.map { try ModelExport($0, course: tolerances) } ?? ModelExport(WomanModel.complete())
                try targets[0].write(export.json())
            }
        }
        guard let sbml else { return }
        let (export, check) = try orFail {
            let export = try read.map { try ModelSBML($0) } ?? ModelSBML(WomanModel.complete())
            try targets[targets.count - 1].write(export.document)
            return (export, SBMLCheck(document: export.document))
        }
        for remark in check.remarks.prefix(Self.shownRemarks) { print("\(sbml): \(remark)") }
        let end = export.end.map { "; the scenario ends at \($0) d" } ?? ""
        print(
            "Written to \(sbml): \(export.stateCount) states, \(export.parameterCount) parameters\(end). libSBML: "
                + "\(check.errors.count) errors, \(check.warnings.count) warnings.")
        if !check.errors.isEmpty { throw ExitCode.failure }
    }

    /// Remarks of libSBML that are printed; the others are counted.
    private static let shownRemarks = 10

    /// A file in a folder that can be written to.
    private struct Target {
        let folder: OutputFolder
        let name: String

        init(_ path: String) throws {
            let url = URL(fileURLWithPath: path)
            folder = OutputFolder(path: url.deletingLastPathComponent().path)
            name = url.lastPathComponent
            try folder.check()
        }

        func write(_ text: String) throws { try folder.write([.init(name: name, contents: text)]) }
    }
}
