import ArgumentParser
import Physiology
import Reporting

/// `osteon explain`: any word of the field or part of the model, for three kinds of reader.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Explain a word of the field, a hormone, a medicine or any part of the model.",
        discussion: """
            For example:  osteon explain RANKL --level fundamentals
                          osteon explain 'bone density'
                          osteon explain skeleton.osteoclasts.count --level academic
            The level changes words and detail, never numbers. Without a word it lists those to begin with.
            """)

    @Argument(help: "A term of the glossary, or the name of an output, component, quantity, medicine or hypothesis.")
    var term: [String] = []

    @Option(help: "For whom: fundamentals (plain words), intermediate, or academic (equations, parameters, claims).")
    var level = ReadingLevel.intermediate

    func run() throws {
        let text = try orFail {
            let explainer = try Explainer(WomanModel.complete())
            guard !term.isEmpty else { return explainer.overview(width: Terminal.width) }
            return try explainer.explanation(of: term.joined(separator: " "), level: level, width: Terminal.width).text
        }
        print(text, terminator: "")
    }
}

extension ReadingLevel: ExpressibleByArgument {}
