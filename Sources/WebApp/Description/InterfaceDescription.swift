import HTTPTypes
import Physiology

/// The OpenAPI description of the programming interface.
struct InterfaceDescription {
    let operations: [Operation]

    /// - Parameters:
    ///   - catalogue: whose outputs may be asked for.
    ///   - trials: names of the trials that may be run.
    init(_ catalogue: Catalogue, trials: [String]) {
        operations =
            Self.catalogueOperations + Self.simulations(catalogue) + Self.evidence + Self.understanding
            + KeptItem.Kind.allCases.flatMap(Self.items) + Self.runs(trials) + Self.data
    }

    /// Methods by address.
    var methods: [String: [String]] {
        Dictionary(grouping: operations, by: \.path).mapValues { $0.map(\.method.rawValue) }
    }

    var json: JSONValue {
        var paths: [String: [String: JSONValue]] = [:]
        for operation in operations {
            paths[operation.path, default: [:]][operation.method.rawValue.lowercased()] = operation.json
        }
        return .object([
            "openapi": .text("3.1.0"),
            "info": .object([
                "title": .text("Osteon"), "version": .text(WomanModel.version),
                "description": .text(
                    "The programming interface of 'osteon serve'. Scenarios have the keys of the scenario file, "
                        + "outputs the names of 'osteon model list'. A research and teaching instrument, not a medical "
                        + "device."),
            ]),
            "paths": .object(paths.mapValues(JSONValue.object)),
            "components": .object(["schemas": .object(Self.schemas.mapValues(\.json))]),
        ])
    }

    private static let schemas: [String: Schema] = [
        "Refusal": .object([
            "error": .object(
                [
                    "sentence": .text, "line": .whole, "key": .text, "scenario": .whole,
                    "problems": .list(
                        .object(
                            ["sentence": .text, "line": .whole, "key": .text, "scenario": .whole],
                            optional: ["line", "key", "scenario"])),
                ], optional: ["line", "key", "scenario"])
        ]),
        "Scenario": .either([.open, .text]).described(
            "A scenario with the keys of the scenario file, or the text of one.",
            example: .object([
                "woman": .object(["age": .text("56 years")]), "therapy": .list([]),
                "simulate": .object(["years": .number(3)]),
            ])),
        "Study": .object(
            [
                "women": .list(.open, atLeast: 1, atMost: KeptStudy.mostWomen), "years": .number,
                "arms": .list(
                    .object(
                        [
                            "title": .text, "woman": .whole(0...(KeptStudy.mostWomen - 1)), "items": .list(.open),
                        ], optional: ["title", "woman"]), atLeast: 1, atMost: SimulationRoutes.mostScenarios),
            ]
        ).described(
            "What the page shows: women with the keys of a scenario's woman, and regimens, each of the woman at a "
                + "place among them (the first if left out), with medicines and conditions whose times are months."),
        "Values": .list(Schema.number.orNull),
    ]

    static func path(_ name: String) -> Operation.Parameter { .init(name: name, place: .path, schema: .text) }

    static func query(_ name: String, _ schema: Schema = .text) -> Operation.Parameter {
        .init(name: name, place: .query, schema: schema)
    }
}
