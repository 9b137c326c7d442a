import HTTPTypes
import Trials

/// What there is to choose from, and simulating it.
extension InterfaceDescription {
    static let catalogueOperations = [
        Operation(
            method: .get, path: "/api/version", summary: "The version of equations and parameters",
            gives: .object(["version": .text, "model": .text, "disclaimer": .text])),
        Operation(method: .get, path: "/api/openapi.json", summary: "This description", gives: .open),
        Operation(
            method: .get, path: "/api/medicines", summary: "Medicines and forms with a sensible dose each",
            gives: .list(
                .object(
                    [
                        "medicine": .text, "form": .text, "route": .text, "doseUnit": .text,
                        "kind": .words(["amount", "rate"]),
                        "dose": .text, "value": .number, "highest": .number, "every": .text, "isSwallowed": .flag,
                    ], optional: ["every"]))),
        Operation(
            method: .get, path: "/api/outputs", summary: "Outputs that may be asked for",
            gives: .list(
                .object([
                    "output": .text, "unit": .text, "label": .text, "meaning": .text, "group": .text, "hasBand": .flag,
                ]))),
        Operation(
            method: .get, path: "/api/presets", summary: "Scenarios to begin with, with what was published of them",
            gives: .list(
                .object([
                    "id": .text, "group": .text, "title": .text, "text": .text, "scenario": .open,
                    "scenarios": .list(.open),
                    "published": .list(
                        .object(
                            [
                                "scenario": .whole, "against": .whole, "observation": .text, "output": .text,
                                "fromYears": .number, "years": .number, "value": .number, "low": .number,
                                "high": .number, "tolerance": .number, "use": .text, "study": .text, "citation": .text,
                                "kind": .words(Preset.Published.Kind.allCases.map(\.rawValue)),
                            ], optional: ["against", "low", "high", "tolerance"])),
                ]))),
        Operation(
            method: .get, path: "/api/glossary", summary: "Terms at three levels",
            gives: .list(
                .object([
                    "term": .text, "plain": .text, "intermediate": .text, "technical": .text, "unit": .text,
                    "related": .list(.text), "names": .list(.text),
                ]))),
        Operation(
            method: .get, path: "/api/examples", summary: "Names of the scenarios that come with the program",
            gives: .list(.text)),
        Operation(
            method: .get, path: "/api/examples/{name}", summary: "A scenario that comes with the program",
            parameters: [path("name")], gives: .open),
    ]

    static func simulations(_ catalogue: Catalogue) -> [Operation] {
        let outputs = Schema.list(.words(catalogue.outputNames), atMost: catalogue.outputs.count)
        return [
            Operation(
                method: .post, path: "/api/simulations",
                summary: "Simulate up to four scenarios; without bands in well under a second",
                takes: .object(
                    [
                        "scenarios": .list(.reference("Scenario"), atLeast: 1, atMost: SimulationRoutes.mostScenarios),
                        "outputs": outputs, "bands": .flag, "outcomes": .flag,
                    ], optional: ["outputs", "bands", "outcomes"], isClosed: true),
                gives: .object(["runs": .list(run)]), refusals: [503]),
            Operation(
                method: .post, path: "/api/zoom", summary: "Levels of the moment over a day or 28 days",
                takes: .object(
                    [
                        "scenario": .reference("Scenario"), "from": .text, "length": .words(["1 day", "28 days"]),
                        "outputs": outputs, "bands": .flag,
                    ], optional: ["from", "length", "outputs", "bands"], isClosed: true),
                gives: .object(
                    [
                        "times": .list(.number),
                        "series": .list(
                            .object(["output": .text, "label": .text, "unit": .text, "values": .reference("Values")])),
                        "bands": .list(
                            .object([
                                "output": .text, "low": .reference("Values"), "high": .reference("Values"),
                                "spread": spread,
                            ])),
                    ], optional: ["bands"]), refusals: [503]),
        ]
    }

    private static let spread = Schema.words(OutputBands.Spread.allCases.map(\.rawValue)).described(
        "What lies between low and high: fits of the model; the same with risks anywhere in their stated ranges; or "
            + "women like her, with the numbers behind hormone levels anywhere in theirs.")

    private static let run = Schema.object(
        [
            "bandPercent": .number,
            "title": .text, "words": .list(.text), "seconds": .number, "resolution": .text, "notes": .list(.text),
            "remarks": .list(.text), "harms": .list(.text), "disclaimer": .text, "times": .list(.number),
            "series": .list(
                .object(
                    [
                        "output": .text, "label": .text, "unit": .text, "values": .reference("Values"),
                        "low": .reference("Values"), "high": .reference("Values"), "spread": spread,
                        "changeLow": .reference("Values"), "changeHigh": .reference("Values"),
                    ], optional: ["low", "high", "spread", "changeLow", "changeHigh"])),
            "endpoints": .list(
                .object(
                    [
                        "output": .text, "unit": .text, "time": Schema.number.orNull, "value": Schema.number.orNull,
                        "baseline": Schema.number.orNull, "changePercent": Schema.number.orNull,
                    ], optional: ["time", "value", "baseline", "changePercent"])),
            "outcomes": .list(
                .object(
                    [
                        "outcome": .text, "label": .text, "per1000With": .number, "isModelled": .flag, "source": .text,
                        "per1000WithOut": .number, "per1000DeathFirst": .number, "per1000DeathFirstWithOut": .number,
                        "relativeRisk": .number, "low": .number, "high": .number, "difference": .number,
                        "differenceLow": .number, "differenceHigh": .number, "grade": .words(["A", "B", "C", "D"]),
                        "gradeReason": .text,
                    ],
                    optional: [
                        "per1000WithOut", "per1000DeathFirst", "per1000DeathFirstWithOut", "relativeRisk", "low",
                        "high",
                        "difference", "differenceLow", "differenceHigh", "grade", "gradeReason",
                    ])),
        ], optional: ["bandPercent"])
}
