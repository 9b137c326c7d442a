import ArgumentParser
import Exchange
import Foundation
import Physiology
import Reporting
import Solving

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

    @Option(help: "Relative error per step of the course; the absolute one is a tenth of that, of each state's scale.")
    var tolerance = ScenarioExport.reference.relative

    func validate() throws {
        guard tolerance >= 1e-12, tolerance <= 1e-2 else {
            throw ValidationError("--tolerance: \(tolerance) is out of range; expected 1e-12 to 1e-2.")
        }
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
            let reader = ScenarioReader.forModel
            let tolerances = Tolerances(relative: tolerance)
            return try ModelExport(reader.read(file: scenario), course: course ? tolerances : nil)
        }
        try orFail { try folder.write([.init(name: url.lastPathComponent, contents: export.json())]) }
    }
}
