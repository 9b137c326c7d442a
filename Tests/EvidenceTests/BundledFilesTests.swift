import Evidence
import Foundation
import Testing

@Suite("The bundled evidence files")
struct BundledFilesTests {
    private let library = EvidenceLibrary.bundled

    @Test("hold every row, each identifier once")
    func countsAndIdentifiers() throws {
        // The counts are those of Python's csv module on the same files.
        let observations = try library.observations()
        #expect(observations.count == 2086)
        #expect(Set(observations.map(\.id)).count == 2086)
        #expect(try library.parameters().count == 1821)
        #expect(try library.claims().count == 258)
        #expect(try library.glossary().count == 296)
    }

    @Test("read as Python's csv module reads them")
    func oracle() throws {
        let observations = try library.observations()
        // csv.DictReader: the values added in file order, and the code points of the notes.
        #expect(observations.compactMap(\.value).reduce(0, +) == 441_667.98999999964)
        #expect(observations.map(\.note.unicodeScalars.count).reduce(0, +) == 126_852)
        let texts = observations.map { $0.citation + $0.regimen + $0.population }
        #expect(texts.map(\.unicodeScalars.count).reduce(0, +) == 243_299)
    }

    @Test("keep quotes and commas inside fields")
    func quoting() throws {
        let row = try library.observation("O0509")
        #expect(row.note.contains("\""))
        #expect(!row.note.contains("\"\""))
        #expect(try library.observation("O0001").population == "postmenopausal women 45-64 y, USA, n=875")
    }

    @Test("use every word of the closed vocabularies")
    func vocabularies() throws {
        let observations = try library.observations()
        #expect(Set(observations.map(\.use)) == Set(Observation.Use.allCases))
        #expect(Set(observations.map(\.domain)) == Set(Observation.Domain.allCases))
        #expect(Set(observations.map(\.valueKind)) == Set(Observation.ValueKind.allCases))
        #expect(Set(observations.map(\.dispersion.kind)) == Set(DispersionKind.allCases))
        let parameters = try library.parameters()
        #expect(Set(parameters.map(\.group)) == Set(ParameterRecord.Group.allCases))
        #expect(Set(parameters.map(\.sourceKind)) == Set(SourceKind.allCases))
        let claims = try library.claims()
        #expect(Set(claims.map(\.kind)) == Set(Claim.Kind.allCases))
        #expect(Set(claims.map(\.literatureCheck)) == Set(Claim.LiteratureCheck.allCases))
        #expect(Set(claims.map(\.grade)) == Set(Claim.Grade.allCases))
    }

    @Test("give a row by identifier exactly as in the file")
    func fields() throws {
        let row = try library.observation("O0003")
        #expect(row.use == .calibrate)
        #expect(row.studyID == "PEPI1996")
        #expect(row.year == 1996)
        #expect(row.regimen == "CEE oral 0.625 mg qd; MPA oral 2.5 mg qd")
        #expect(row.endpoint == "BMD" && row.site == "LS" && row.assay == "DXA")
        #expect(row.value == 5.0 && row.unit == "%" && row.valueKind == .percentChangeFromBaseline)
        #expect(row.time.years == 3 && row.time.origin == .start)
        #expect(row.citation == "PMID 8892713; JAMA 1996;276:1389-1396")
        #expect(row.sourceKind == .abstract)
    }

    @Test("answer in the order asked, repeats included")
    func order() throws {
        let rows = try library.observations(["O2007", "O0001", "O2007"])
        #expect(rows.map(\.id) == ["O2007", "O0001", "O2007"])
        #expect(try library.observations([]).isEmpty)
    }

    @Test(
        "refuse an unknown identifier with the nearest one",
        arguments: [
            ("O9999", "O1999"), ("0123", "O0123"), ("O123", "O0123"), ("o0044", "O0044"), ("O2095", "O2090"),
        ])
    func unknownIdentifier(asked: String, nearest: String) {
        let error = #expect(throws: EvidenceError.self) { try library.observation(asked) }
        #expect(error?.description == "observations.csv has no row \"\(asked)\"; the nearest is \(nearest).")
    }

    @Test("carry quantities in words beside numbers")
    func parametersInWords() throws {
        let parameters = try library.parameters()
        let mass = try #require(parameters.first { $0.id == "pk.progesterone.mw" })
        #expect(mass.value == 314.47 && mass.unit == "g/mol")
        let words = try #require(parameters.first { $0.id == "RANKL_surface_postmeno" })
        #expect(words.value == nil && words.valueText == "2 to 3")
    }

    @Test("split the related terms of the glossary")
    func relatedTerms() throws {
        let bone = try #require(try library.glossary().first { $0.term == "bone" })
        #expect(bone.relatedTerms == ["bone remodelling", "bone matrix"])
        #expect(bone.ontologyID == "UBERON:0002481")
    }

    @Test("name a folder that holds none of them")
    func missingFolder() {
        let library = EvidenceLibrary(folder: URL(fileURLWithPath: "/nowhere/at/all"))
        let error = #expect(throws: EvidenceError.self) { try library.claims() }
        #expect(error?.description.hasPrefix("/nowhere/at/all/claims.csv cannot be read: ") == true)
    }
}
