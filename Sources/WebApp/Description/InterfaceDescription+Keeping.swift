import HTTPTypes

/// What is kept: scenarios, women and long runs.
extension InterfaceDescription {
    static func items(_ kind: KeptItem.Kind) -> [Operation] {
        let (path, name) = ("/api/\(kind.plural)", kind.rawValue)
        let content = kind == .scenario ? Schema.reference("Scenario") : .open
        let sent = Schema.object(
            ["title": .text(1...200), name: content, "study": .reference("Study")], optional: ["title", "study"],
            isClosed: true)
        let kept = Schema.object(
            [
                "id": .text, "title": .text, "created": .text, "changed": .text, name: content,
                "study": .reference("Study"),
            ],
            optional: ["study"])
        let id = Self.path("id")
        return [
            Operation(
                method: .get, path: path, summary: "All \(kind.plural) kept, last changed first", gives: .list(kept)),
            Operation(
                method: .post, path: path, summary: "Keep a \(name)", takes: sent, gives: kept, statuses: [201],
                refusals: [409]),
            Operation(method: .get, path: "\(path)/{id}", summary: "A \(name) kept", parameters: [id], gives: kept),
            Operation(
                method: .put, path: "\(path)/{id}", summary: "Change a \(name) kept", parameters: [id], takes: sent,
                gives: kept),
            Operation(
                method: .delete, path: "\(path)/{id}", summary: "Delete a \(name) kept", parameters: [id],
                statuses: [204]),
        ]
    }

    static func runs(_ trials: [String]) -> [Operation] {
        let kinds = KeptRun.Kind.allCases.map(\.rawValue)
        let run = Schema.object(
            [
                "id": .text, "kind": .words(kinds), "state": .words(KeptRun.State.allCases.map(\.rawValue)),
                "done": .whole,
                "total": .whole, "created": .text, "changed": .text, "trial": .text, "number": .whole, "seed": .whole,
                "sentence": .text, "result": .open,
            ], optional: ["trial", "number", "seed", "sentence", "result"])
        let id = path("id")
        return [
            Operation(
                method: .get, path: "/api/trials", summary: "Trials that come with the program",
                gives: .list(
                    .object(
                        [
                            "id": .text, "title": .text, "source": .text, "years": .number, "arms": .list(.text),
                            "women": .whole,
                        ], optional: ["source"]))),
            Operation(method: .get, path: "/api/runs", summary: "Long runs, last begun first", gives: .list(run)),
            Operation(
                method: .post, path: "/api/runs", summary: "Begin a long run",
                takes: .either([
                    .object(
                        [
                            "kind": .words([KeptRun.Kind.trial.rawValue]), "trial": .words(trials),
                            "number": .whole(1...RunRoutes.mostWomen).described("Women in all arms together."),
                            "seed": .whole(0...Int(Int32.max)),
                        ], optional: ["number", "seed"], isClosed: true),
                    .object(
                        ["kind": .words(kinds.filter { $0 != KeptRun.Kind.trial.rawValue })], isClosed: true),
                ]), gives: run, statuses: [202], refusals: [429]),
            Operation(
                method: .get, path: "/api/runs/{id}", summary: "A long run, with its result once it is finished",
                parameters: [id], gives: run),
            Operation(
                method: .delete, path: "/api/runs/{id}", summary: "Cancel a run, or delete one that is over",
                parameters: [id], gives: run, statuses: [200, 204]),
        ]
    }

    static let data = [
        Operation(
            method: .get, path: "/api/export", summary: "Everything kept",
            gives: .object([
                "model": .text, "exported": .text, "scenarios": .list(.open), "women": .list(.open),
                "runs": .list(.open),
            ])),
        Operation(method: .delete, path: "/api/data", summary: "Delete everything kept", statuses: [204]),
    ]
}
