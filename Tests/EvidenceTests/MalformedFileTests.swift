import Evidence
import Foundation
import Testing

@Suite("A faulty evidence file")
struct MalformedFileTests {
    private static let header =
        "term,plain_definition,intermediate_definition,technical_definition,unit,ontology_id,related_terms\r\n"
    private static let claimHeader =
        "claim_id,kind,system,claim,quantitative_value,what_the_simulator_must_show,literature_check,"
        + "best_evidence_value,evidence_grade,citation,note,source_kind\n"

    private func library(_ file: String, _ text: String) throws -> EvidenceLibrary {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("evidence-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: folder.appendingPathComponent(file))
        return EvidenceLibrary(folder: folder)
    }

    private func glossaryFault(_ rows: String) throws -> String? {
        let library = try library("glossary.csv", Self.header + rows)
        return #expect(throws: EvidenceError.self) { try library.glossary() }?.description
    }

    @Test("with a short or long row names line, row and the number of fields")
    func fieldCount() throws {
        #expect(
            try glossaryFault("bone,a,b,c,,,\r\nBMD,a,b\r\n")
                == "glossary.csv, line 3, row BMD: 3 fields, expected 7 as in the header.")
        #expect(
            try glossaryFault("bone,a,b,c,,,,\r\n")
                == "glossary.csv, line 2, row bone: 8 fields, expected 7 as in the header.")
    }

    @Test("counts lines through line breaks inside quotes")
    func embeddedLineBreaks() throws {
        #expect(
            try glossaryFault("bone,\"a\r\nb\r\nc\",b,c,,,\r\n\r\nBMD,a,b\r\n")
                == "glossary.csv, line 6, row BMD: 3 fields, expected 7 as in the header.")
        let library = try library("glossary.csv", Self.header + "bone,\"a, \"\"b\"\"\nc\",d,e,,,x; y")
        let term = try #require(try library.glossary().first)
        #expect(term.plain == "a, \"b\"\nc")
        #expect(term.relatedTerms == ["x", "y"])
    }

    @Test("with a quote that is not closed names the line on which it opens")
    func unclosedQuote() throws {
        #expect(
            try glossaryFault("bone,a,b,c,,,\r\nBMD,\"a,b,c,,,\r\nCTX,a,b,c,,,\r\n")
                == "glossary.csv, line 3: a quotation mark is opened and not closed before the end of the file.")
    }

    @Test("with a stray quote names the line")
    func strayQuote() throws {
        #expect(
            try glossaryFault("bone,\"a\"b\",b,c\",,,\r\n")
                == "glossary.csv, line 2: a quotation mark stands inside a field; "
                + "expected it doubled, and the field quoted.")
    }

    @Test("with an identifier used twice names the second")
    func duplicate() throws {
        #expect(
            try glossaryFault("bone,a,b,c,,,\r\nbone,a,b,c,,,\r\n")
                == "glossary.csv, line 3: the identifier bone is used a second time, expected each once.")
    }

    @Test("with an empty obligatory field names row and column")
    func emptyField() throws {
        #expect(
            try glossaryFault("bone,,b,c,,,\r\n")
                == "glossary.csv, line 2, row bone, column plain_definition: it is empty, expected a definition.")
        #expect(
            try glossaryFault(",a,b,c,,,\r\n")
                == "glossary.csv, line 2, row without name, column term: it is empty, expected an identifier.")
    }

    @Test("with an unknown word names file, row, column and the words allowed")
    func unknownWord() throws {
        let row = "SC001,mechanism,bone,Bone lives,none,show it,maybe,-,B,a paper,,abstract\n"
        let library = try library("claims.csv", Self.claimHeader + row)
        let error = #expect(throws: EvidenceError.self) { try library.claims() }
        #expect(
            error?.description == "claims.csv, line 2, row SC001, column literature_check: found \"maybe\", "
                + "expected one of: supported, partly, contradicted, unverifiable.")
    }

    @Test("without a column names it")
    func missingColumn() throws {
        let library = try library("claims.csv", "claim_id,kind\nSC001,mechanism\n")
        let error = #expect(throws: EvidenceError.self) { try library.claims() }
        #expect(error?.description.hasPrefix("claims.csv, line 1: the header lacks system, claim,") == true)
    }

    @Test("may begin with a byte order mark")
    func byteOrderMark() throws {
        let library = try library("glossary.csv", "\u{FEFF}" + Self.header + "bone,a,b,c,,,\n")
        #expect(try library.glossary().count == 1)
    }

    @Test(
        "with a value that is no number names the cell",
        arguments: [
            ("value", "high", "a number or nothing"),
            ("n_arm", "few", "a count such as 52, a span such as 12-17, or nothing"),
            ("year", "19x6", "a whole number or nothing"),
            ("use", "fit", "one of: calibrate, validate, plausibility"),
            (
                "value_kind", "delta",
                "one of: pct_change_baseline, pct_difference_vs_comparator, absolute, ratio, "
                    + "hazard_ratio, pct_per_year"
            ),
        ])
    func observationFields(column: String, text: String, expected: String) throws {
        var fields = [
            "row": "O0001", "use": "calibrate", "domain": "pharmacokinetics", "value_kind": "absolute",
            "dispersion_kind": "none", "citation": "a paper", "source_kind": "label",
        ]
        fields[column] = text
        let columns = [
            "row", "use", "domain", "study_id", "study_name", "year", "design", "population", "n_arm", "age_mean",
            "age_sd", "years_since_menopause", "baseline_note", "arm", "regimen", "endpoint", "site", "assay",
            "time_value", "time_unit", "value", "unit", "value_kind", "dispersion_kind", "dispersion_lo",
            "dispersion_hi", "comparator", "citation", "source_kind", "note",
        ]
        let line = columns.map { fields[$0] ?? "" }.joined(separator: ",")
        let library = try library("observations.csv", columns.joined(separator: ",") + "\n" + line + "\n")
        let error = #expect(throws: EvidenceError.self) { try library.observation("O0001") }
        #expect(
            error?.description
                == "observations.csv, line 2, row O0001, column \(column): found \"\(text)\", expected \(expected).")
    }
}
