import Evidence
import Exchange
import Foundation
import Modeling
import Physiology
import Testing
import Trials

@testable import Reporting

@Suite("The papers behind a scenario")
struct CitationTests {
    @Test("A source in words gives its papers with their identifiers, and a reason gives none")
    func words() {
        func found(_ source: String) -> [[String?]] {
            CitationText.references(inSource: source).map { [$0.text, $0.PMID, $0.DOI] }
        }
        #expect(
            found("Marshall 1996, PMID 8634613: 2.3 per SD (gr_spine_bmd_vert_fx)") == [["Marshall 1996", "8634613", nil]])
        #expect(
            found("Levine 2000 Fertil Steril 73:516; Pickar 2015, PMID 25944519; mass spectrometry")
                == [["Levine 2000 Fertil Steril 73:516", nil, nil], ["Pickar 2015", "25944519", nil]])
        #expect(
            found("kinetics (Mashchak 1982, doi 10.1016/0002-9378(82)90218-6)")
                == [["Mashchak 1982", nil, "10.1016/0002-9378(82)90218-6"]])
        #expect(
            found("Andreen 2006, PMID 16406399 and 16724185") == [
                ["Andreen 2006", "16406399", nil], ["Andreen 2006", "16724185", nil],
            ])
        #expect(found("doubles in ten years").isEmpty)
    }

    @Test("A citation of an evidence row is one paper, and our own reckoning is none")
    func citations() {
        let one = CitationText.references(inCitation: "PMCID PMC4666011; PMID 25944519 Table 3; DOI 10.1097/GME.0000000000000467")
        #expect(one.count == 1)
        #expect(one[0].PMID == "25944519" && one[0].DOI == "10.1097/GME.0000000000000467" && one[0].PMCID == "PMC4666011")
        #expect(CitationText.references(inCitation: "own numerical reproduction of the published model").isEmpty)
    }

    private static let scenario = try! ScenarioReader.forTrials.read(
        text: """
            title: A patch
            woman: {age: 56 years, menopause: {age: 51 years}}
            therapy: [{medicine: estradiol, form: patch, dose: 50 ug/day}]
            simulate: {years: 2}
            compare: [O0001]
            """, name: "patch.yaml")

    @Test("Each paper stands once, its parameters are those of the scenario's model, and its rows those compared")
    func scenario() throws {
        let found = try ScenarioReferences(Self.scenario)
        let model = try WomanModel.model(for: Self.scenario.therapy)
        let names = Set(model.parameters.map(\.name))
        for (index, reference) in found.references.enumerated() {
            #expect(names.isSuperset(of: reference.parameters))
            #expect(!reference.parameters.isEmpty || !reference.observations.isEmpty || !reference.method.isEmpty)
            for other in found.references.dropFirst(index + 1) where reference.method.isEmpty {
                #expect(!reference.isSame(as: other), "\(reference.text) and \(other.text)")
            }
        }
        #expect(found.references.contains { $0.observations.contains("O0001") })
        // A parameter is told either with a paper or among those without one.
        let told = Set(found.references.flatMap(\.parameters)).union(found.withoutPaper.flatMap(\.names))
        #expect(told == names)
        // What is not taken is not cited.
        #expect(!found.references.flatMap(\.parameters).contains { $0.hasPrefix("pharmacology.denosumab") })
    }

    @Test("BibTeX has a key for each reference and balanced braces, and the table a field for each column")
    func formats() throws {
        let found = try ScenarioReferences(Self.scenario)
        let bibtex = found.written(as: .bibtex, width: 100)
        let keys = bibtex.matches(of: /@misc\{([^,]+),/).map { String($0.1) }
        #expect(keys.count == found.references.count && Set(keys).count == keys.count)
        let plain = bibtex.replacing("\\{", with: "").replacing("\\}", with: "")
        #expect(plain.filter { $0 == "{" }.count == plain.filter { $0 == "}" }.count)
        let table = found.written(as: .csv, width: 100).split(separator: "\n")
        #expect(table.count == found.references.count + 1)
        #expect(table[0] == "reference,year,PMID,DOI,PMCID,parameters,observations,method")
    }
}
