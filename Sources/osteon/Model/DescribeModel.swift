import ArgumentParser
import Physiology
import Reporting

/// `osteon model describe`: equations, parameters and sources of a part or quantity.
struct DescribeModel: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "describe", abstract: "Show equations, units, parameters and sources of a part or quantity.",
        discussion: """
            For example:  osteon model describe skeleton.rankl
                          osteon model describe skeleton.osteoclasts.count
                          osteon model describe density.lumbarSpine
            """)

    @Argument(
        help: """
            A component, state, derived quantity, parameter, control, dose port or output; or 'all'. \
            The end of a name is enough where only one ends so.
            """)
    var name: String

    func run() throws {
        let guide = ModelGuide(try orFail { try WomanModel.complete() })
        let width = Terminal.width
        let text = try orFail {
            try name == "all" ? guide.everything(width: width) : guide.description(of: name, width: width)
        }
        print(text, terminator: "")
    }
}
