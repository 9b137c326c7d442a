import ArgumentParser
import Physiology
import Reporting

/// `osteon model hypotheses`: what a scenario may switch on although the evidence does not support it.
struct ListHypotheses: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hypotheses",
        abstract: "List effects that the evidence does not support, which are off by default.")

    func run() {
        print(HypothesisListing.text(WomanModel.hypotheses, width: Terminal.width), terminator: "")
    }
}
