import Foundation
import HTTPTypes
import Hummingbird
import Physiology

/// The question pages.
struct QuestionRoutes {
    /// The texts are read anew for each request; what was filled in is kept by them.
    let folder: URL
    let catalogue: Catalogue
    let desk: SimulationDesk

    private struct Entry: Encodable {
        let id: String
        let title: String
        let kind: String
    }

    func add(to router: Router<some RequestContext>) {
        let filled = Remembered<String, Data>(capacity: 64)
        router.get("/api/questions") { _, _ in
            try Answer.json(
                names.map { name in
                    let file = try file(name)
                    return Entry(id: name, title: file.title, kind: file.kind)
                })
        }
        router.get("/api/questions/:id") { _, context in
            let name = context.parameters.get("id") ?? ""
            guard names.contains(name) else {
                throw Refusal(.notFound, "there is no question '\(name.prefix(60))'; /api/questions lists them all")
            }
            let text = try text(name)
            if let known = filled[text] { return Answer.json(bytes: known) }
            let file = try file(name)
            let answer = try await desk.work {
                try Answer.encoded(QuestionAnswer(file, shelf: desk.shelf, claims: catalogue.claims))
            }
            filled[text] = answer
            return Answer.json(bytes: answer)
        }
    }

    private var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
            .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(".yaml".count)) }.sorted()
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent("\(name).yaml"), encoding: .utf8)
    }

    private func file(_ name: String) throws -> QuestionFile {
        try QuestionFile(text(name), id: name, examples: catalogue.examples)
    }
}
