import Evidence
import Exchange
import Foundation
import Physiology
import Symbolics
import Testing
import Trials

@testable import Reporting

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("Claims on paper")
struct ClaimDocumentTests {
    /// Two claims that are tried with wrong criteria, one that is right, a citation and one that is not tried.
    private static let document = Task {
        let claims = try EvidenceLibrary.bundled.claims()
        let settings = "settings: {rest: {woman: {age: 30 years}, simulate: {years: 1}}}\n"
        let plan = try ClaimPlanReader.forModel(claims: claims).read(
            text: settings + """
                claims:
                  SC001: {claim: [{says: bone is kept, measure: percent per year, output: density.lumbarSpine, in: rest, expect: between -1 and 1 %}]}
                  SC002: {claim: [{measure: percent change, output: marker.CTX, in: rest, expect: above 50 %}], note: A wrong one.}
                  SC035: {claim: [{measure: percent change, output: density.lumbarSpine, in: rest, expect: at most 0.5 %}], known: It is wrong on purpose.}
                untried: {SC113: {because: opinion, words: What would be ethical.}}
                """, name: "plan.yaml")
        let run = ClaimRun(plan, claims: claims, only: ["SC001", "SC002", "SC035", "SC113", "SC218"])
        return ClaimDocument(try await run.results(threads: 1), plan: plan, model: WomanModel.version)
    }

    @Test("a contradicted claim that holds comes first, then what disagrees, agrees, is a citation or not tried")
    func order() async throws {
        let document = try await Self.document.value
        #expect(document.results.map(\.id) == ["SC035", "SC002", "SC001", "SC218", "SC113"])
        #expect(document.summary.contains("5 claims: 3 tried; 1 agree"))
        #expect(document.summary.contains("1 contradicted and 0 unverifiable shown as true"))
        let table = document.table(width: 120)
        for phrase in ["contradicted claim", "(known)", "Climacteric", "What would be ethical.", "wrongly true"] {
            #expect(table.contains(phrase), "\(phrase): \(table)")
        }
    }

    @Test("one claim in full shows criterion, figure, setting, source and grade")
    func detail() async throws {
        let document = try await Self.document.value
        let result = try #require(document.results.first { $0.id == "SC001" })
        let text = document.detail(result, width: 100)
        for phrase in [
            "✓ bone is kept", "-1 to 1 %", "found", "A 30-year-old woman", "grade B", String(result.claim.citation.prefix(20)),
        ] {
            #expect(text.contains(phrase), "\(phrase): \(text)")
        }
    }

    @Test("the page is well formed, asks for nothing from elsewhere and marks errors")
    func page() async throws {
        let document = try await Self.document.value
        let page = document.page(command: "osteon validate claims")
        #expect(XMLParser(data: Data(page.replacing("<!DOCTYPE html>\n", with: "").utf8)).parse())
        #expect(!page.contains("http-equiv") && !page.contains("<script") && !page.contains("src="))
        let errors = try #require(page.range(of: "Contradicted by the literature, shown as true here (1)"))
        let agreeing = try #require(page.range(of: "Simulator and literature agree (1)"))
        #expect(errors.lowerBound < agreeing.lowerBound)
        #expect(page.contains("class=\"verdict outside\"") && page.contains("Known: It is wrong on purpose."))
    }

    @Test("the table for machines has a row a criterion, and one for each claim that has none")
    func csv() async throws {
        let lines = try await Self.document.value.csv.split(separator: "\n")
        #expect(lines.count == 6)
        let fields = lines[0].split(separator: ",").count
        #expect(fields == 20)
        #expect(lines.contains { $0.hasPrefix("SC218,reference") && $0.contains("citation,,wrong") })
        #expect(lines.contains { $0.hasPrefix("SC113,outcome") && $0.contains("not expressible,,opinion") })
    }

    @Test("totals count every claim once")
    func totals() async throws {
        let document = try await Self.document.value
        for (title, rows) in document.totalsByGroup + [("domain", document.totalsByDomain)] {
            #expect(rows.compactMap { Int($0[1]) }.reduce(0, +) == document.results.count, "\(title)")
        }
        let markdown = document.markdown(command: "osteon validate claims")
        #expect(document.results.allSatisfy { markdown.contains("| \($0.id) |") })
    }
}
