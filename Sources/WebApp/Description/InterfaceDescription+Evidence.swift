import Evidence
import HTTPTypes
import Trials

/// The evidence, and what explains the model.
extension InterfaceDescription {
    private static func words<Word: RawRepresentable<String> & CaseIterable>(_ type: Word.Type) -> Schema {
        .words(Word.allCases.map(\.rawValue))
    }

    static let evidence = [
        Operation(
            method: .get, path: "/api/claims", summary: "The claims ledger",
            parameters: [
                query("verdict", words(Claim.LiteratureCheck.self)), query("grade", words(Claim.Grade.self)),
                query("kind", words(Claim.Kind.self)), query("standing"), query("text"),
            ],
            gives: .object(
                [
                    "simulated": .text, "total": .whole,
                    "claims": .list(
                        .object(
                            [
                                "id": .text, "kind": .text, "system": .text, "claim": .text, "value": .text,
                                "mustShow": .text,
                                "verdict": .text, "bestEvidence": .text, "grade": .text, "citation": .text,
                                "addresses": .list(.text), "note": .text, "simulator": .text, "standing": .text,
                                "reference": .text,
                            ], optional: ["simulator", "standing", "reference"])),
                ], optional: ["simulated"])),
        Operation(
            method: .get, path: "/api/scoreboard", summary: "Published rows, and what is simulated for them",
            parameters: [
                query("domain", words(Observation.Domain.self)), query("use", words(Observation.Use.self)),
                query("standing", words(ScoreboardRow.Standing.self)), query("inside", .flag), query("text"),
                query("limit", .whole(1...500)), query("offset", .whole(0...1_000_000)),
            ],
            gives: .object(
                [
                    "simulated": .text,
                    "total": .object(
                        ["rows": .whole, "compared": .whole, "inside": .whole, "near": .whole],
                        optional: ["inside", "near"]),
                    "offset": .whole,
                    "rows": .list(
                        .object(
                            [
                                "observation": .text, "domain": .text, "use": .text, "study": .text, "arm": .text,
                                "regimen": .text, "endpoint": .text, "site": .text, "time": .text, "observed": .number,
                                "low": .number, "high": .number, "unit": .text, "standing": .text, "reason": .text,
                                "grade": words(Claim.Grade.self), "citation": .text, "addresses": .list(.text),
                                "simulated": .number, "misfit": .number,
                                "inside": .flag, "near": .flag,
                            ], optional: ["observed", "low", "high", "simulated", "misfit", "inside", "near"])),
                ], optional: ["simulated"]), refusals: [503]),
        Operation(
            method: .get, path: "/api/references", summary: "Citations that were checked, and papers behind the model",
            gives: .object([
                "checked": .list(
                    .object([
                        "claim": .text, "citation": .text, "status": words(ReferenceStatus.self), "finding": .text,
                        "source": .text, "addresses": .list(.text),
                    ])),
                "papers": .list(
                    .object(
                        [
                            "text": .text, "PMID": .text, "DOI": .text, "PMCID": .text, "address": .text,
                            "status": .text,
                            "parameters": .list(.text), "method": .text,
                        ], optional: ["PMID", "DOI", "PMCID", "address"])),
            ]), refusals: [503]),
        Operation(
            method: .get, path: "/api/gaps", summary: "What is not known",
            gives: .object([
                "hypotheses": .list(.object(["name": .text, "warning": .text, "claims": .list(.text)])),
                "unverified": .list(
                    .object(["claim": .text, "text": .text, "grade": .text, "bestEvidence": .text, "citation": .text])),
                "extrapolated": .list(
                    .object(["medicine": .text, "outcome": .text, "label": .text, "grade": .text, "reason": .text])),
                "assumed": .list(
                    .object(
                        [
                            "parameter": .text, "meaning": .text, "value": .number, "unit": .text, "low": .number,
                            "high": .number, "reason": .text,
                        ], optional: ["low", "high"])),
            ]), refusals: [503]),
    ]

    private static let column = Schema.object(["output": .text, "label": .text, "unit": .text])

    private static let quantity = Schema.object(
        ["name": .text, "unit": .text, "meaning": .text, "components": .list(.text), "output": .text],
        optional: ["components", "output"])

    static let understanding = [
        Operation(
            method: .get, path: "/api/map", summary: "The systems map",
            gives: .object([
                "width": .number, "height": .number,
                "nodes": .list(
                    .object([
                        "id": .text, "title": .text, "group": .text, "groupTitle": .text, "x": .number, "y": .number,
                        "width": .number, "height": .number,
                    ])),
                "edges": .list(
                    .object(["from": .text, "to": .text, "quantities": .list(.text), "curve": .list(.list(.number))])),
            ]), refusals: [503]),
        Operation(
            method: .get, path: "/api/map/{id}", summary: "A component of the model in full", parameters: [path("id")],
            gives: .object([
                "id": .text, "title": .text, "summary": .text, "inputs": .list(quantity), "outputs": .list(quantity),
                "states": .list(quantity), "equations": .list(.text),
                "parameters": .list(
                    .object(
                        [
                            "name": .text, "meaning": .text, "value": .number, "unit": .text,
                            "status": .words(["measured", "fitted", "assumed"]), "source": .text, "low": .number,
                            "high": .number,
                        ], optional: ["low", "high"])),
            ])),
        Operation(
            method: .get, path: "/api/matrix",
            summary: "What hormones do to cells, and factors to density and fractures",
            gives: .object([
                "woman": .list(.text), "years": .number, "cells": .list(column),
                "hormones": .list(
                    .object(
                        [
                            "title": .text, "output": .text, "unit": .text, "by": .text, "from": .number, "to": .number,
                            "changes": .reference("Values"),
                        ], optional: ["from", "to"])),
                "outcomeYears": .number, "outcomes": .list(column),
                "factors": .list(
                    .object(["title": .text, "from": .reference("Values"), "to": .reference("Values")])),
            ]), refusals: [503]),
        Operation(
            method: .get, path: "/api/questions", summary: "The question pages",
            gives: .list(.object(["id": .text, "title": .text, "kind": .text]))),
        Operation(
            method: .get, path: "/api/questions/{id}", summary: "A question page with its numbers filled in",
            parameters: [path("id")],
            gives: .object([
                "id": .text, "title": .text, "kind": .text, "shows": .list(.text),
                "scenarios": .list(.object(["name": .text, "title": .text, "scenario": .open])),
                "statements": .list(
                    .object(
                        [
                            "fundamentals": .text, "intermediate": .text, "academic": .text, "grade": .text,
                            "claims": .list(
                                .object(["claim": .text, "text": .text, "verdict": .text, "grade": .text])),
                            "citations": .list(.object(["text": .text, "url": .text], optional: ["url"])),
                        ], optional: ["grade"])),
            ]), refusals: [503]),
    ]
}
