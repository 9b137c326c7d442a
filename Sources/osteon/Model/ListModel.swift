import ArgumentParser
import Physiology
import Reporting

/// `osteon model list`: components and outputs.
struct ListModel: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the parts of the model and what it reports.")

    func run() throws {
        let model = try orFail { try WomanModel.complete() }
        print(ModelGuide(model).list(width: Terminal.width), terminator: "")
    }
}
