import ArgumentParser
import Exchange
import Foundation
import Physiology
import Reporting

/// `osteon model export`: the flat equations for other programs.
struct ExportModel: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the equations as JSON, for other programs.",
        discussion: """
            Without a scenario it writes the complete model, at rest; with one, the model of her medicines, her \
            traits, every dose, and where she stands at time zero. Numbers are in days, moles, grams and litres.
            """)

    @Argument(help: "File to write.")
    var file: String

    @Option(help: "Scenario file (YAML or JSON).")
    var scenario: String?

    @Flag(help: "Add states and outputs at the scenario's reporting times, from the reference solver.")
    var course = false

    func validate() throws {
        guard scenario != nil || !course else {
            throw ValidationError("--course needs a --scenario to follow.")
        }
    }

    func run() throws {
        let url = URL(fileURLWithPath: file)
        let folder = OutputFolder(path: url.deletingLastPathComponent().path)
        let export = try orFail {
            try folder.check()
            guard let scenario else { return try ModelExport(WomanModel.complete()) }
            let reader = ScenarioReader(
                catalogue: Medicines.catalogue, hypotheses: WomanModel.hypotheses.map(\.name))
            return try ModelExport(reader.read(file: scenario), withCourse: course)
        }
        try orFail { try folder.write([.init(name: url.lastPathComponent, contents: export.json())]) }
    }
}
