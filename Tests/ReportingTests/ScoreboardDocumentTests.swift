import Evidence
import Foundation
import Testing
import Trials

#if canImport(FoundationXML)
    import FoundationXML
#endif

@testable import Reporting

@Suite("The scoreboard as table, page and CSV")
struct ScoreboardDocumentTests {
    private static let files = ScoreboardFiles(
        root: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent())

    private func document(_ rows: Set<String>) async throws -> ScoreboardDocument {
        let run = ScoreboardRun(try ScoreboardPlan(Self.files)) { rows.contains($0.observation.id) }
        return ScoreboardDocument(try await run.scoreboard(threads: 2), command: "osteon validate")
    }

    @Test("the CSV has a line a row, as many fields as its header, and numbers that read back exactly")
    func csv() async throws {
        let document = try await document(["O0966", "O0581", "O1874"])
        let lines = ScoreboardCSV.text(document.board).split(separator: "\n")
        #expect(lines.count == 4)
        let peak = try #require(document.board.rows.first { $0.observation.id == "O0966" }?.comparison?.simulated)
        let line = try #require(lines.first { $0.hasPrefix("O0966") })
        #expect(line.split(separator: ",").contains { Double($0) == peak })
        #expect(lines.contains { $0.hasPrefix("O1874") && $0.contains("not expressible") })
        #expect(lines.contains { $0.hasPrefix("O0581") && $0.contains("disclosed") })
    }

    @Test("the page is well-formed, asks for nothing, and shows what is not counted apart")
    func page() async throws {
        let files = try await document(["O0966", "O0581", "O1874", "O0151"]).files()
        #expect(files.map(\.name) == ["index.html", "observations.csv"])
        let page = files[0].contents
        #expect(XMLParser(data: Data(page.replacing("<!DOCTYPE html>\n", with: "").utf8)).parse())
        #expect(!page.contains("<script") && !page.contains("src="))
        for text in ["Shown and never counted", "Not expressible", "O1874", "O0966", "not a medical device"] {
            #expect(page.contains(text), "\(text)")
        }
    }

    @Test("the table tells totals, aims, parameters against rows, and one row with its setting")
    func texts() async throws {
        let document = try await document(["O0151"])
        let table = document.table(width: 110)
        for text in ["hormone therapy", "aim 90 %", "parameters were fitted to"] { #expect(table.contains(text), "\(text)") }
        let details = document.details(width: 110)
        for text in ["O0151", "Examples/arrenbrecht-patch-50.yaml", "density.lumbarSpine", "measured", "simulated"] {
            #expect(details.contains(text), "\(text)")
        }
        #expect(document.markdown().hasPrefix("# Scoreboard"))
    }
}
