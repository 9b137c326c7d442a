import ArgumentParser
import Evidence
import Physiology
import Reporting

/// `osteon model hypotheses`: what a scenario may switch on although the evidence does not support it.
struct ListHypotheses: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hypotheses",
        abstract: "List effects that the evidence does not support, which are off by default, with that evidence.")

    func run() throws {
        let claims = try orFail { try EvidenceLibrary.bundled.claims() }
        print(HypothesisListing.text(WomanModel.hypotheses, claims: claims, width: Terminal.width), terminator: "")
    }
}
