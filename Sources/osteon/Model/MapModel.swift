import ArgumentParser
import Exchange
import Foundation
import Modeling
import Physiology
import Reporting

/// `osteon model map`: the network of the model's parts as a picture.
struct MapModel: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map", abstract: "Draw the network of the model's parts as an SVG picture.",
        discussion: """
            Boxes are parts, arrows are quantities of one that enter the equations of another. It prints on one page; \
            Graphviz leads the arrows round the boxes.
            """)

    @Argument(help: "File to write.")
    var file = "model.svg"

    @Option(help: "Which medicines to draw: none (the woman herself), all, or those of a scenario file.")
    var medicines = "none"

    func run() throws {
        let url = URL(fileURLWithPath: file)
        let folder = OutputFolder(path: url.deletingLastPathComponent().path)
        try orFail {
            try folder.check()
            let (model, subtitle) = try drawn()
            try folder.write([.init(name: url.lastPathComponent, contents: ModelMap.svg(model, subtitle: subtitle))])
        }
        print("Written to \(url.relativePath)")
    }

    private func drawn() throws -> (Model, String) {
        switch medicines {
        case "none": return (try WomanModel.model(for: []), "The woman herself, without medicines.")
        case "all": return (try WomanModel.complete(), "With every medicine of the model.")
        default:
            let scenario = try ScenarioReader.forModel.read(file: medicines)
            return (try WomanModel.model(for: scenario.therapy), "With the medicines of: \(scenario.title).")
        }
    }
}
