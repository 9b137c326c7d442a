import ArgumentParser
import Reporting
import Trials

/// `osteon fracture compare`: worked examples of FRAX and QFracture beside the model.
struct CompareFractures: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Show worked examples of other calculators beside the model.",
        discussion: """
            Ten-year probabilities of hip and major osteoporotic fracture as published for FRAX (United Kingdom, 2008) and \
            QFracture (2012), and the model's at British rates. Nothing in the model is tuned to them.
            """)

    func run() throws {
        let comparison = try orFail { try FractureComparison() }
        print(FractureComparisonText.text(comparison, width: Terminal.width), terminator: "")
    }
}
