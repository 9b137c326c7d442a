import Exchange
import Foundation
import Solving
import Testing
import Trials

@testable import Reporting

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("The folder of a trial")
struct TrialFolderTests {
    private static let text = """
        title: A patch & <its> placebo
        source: a <journal>
        woman: {age: 56 years, menopause: {age: 51 years, kind: natural}}
        years: 1
        visits: 6 months
        arms:
          - {name: "placebo, none", women: 130}
          - {name: patch, women: 170, therapy: [{medicine: estradiol, form: patch, dose: 50 ug/day}]}
        endpoints:
          - {output: density.lumbarSpine, measure: percent change, at: 1 year}
          - {output: marker.CTX, measure: difference, against: "placebo, none", at: 6 months}
          - {output: fracture.any, measure: hazard ratio, against: "placebo, none", at: 1 year}
        adherence: {stop: 20 %}
        """

    private let root = FileManager.default.temporaryDirectory.appendingPathComponent("trial-\(UUID().uuidString)")

    private func run(seed: UInt64 = 1, replicates: Int = 1) throws -> TrialRun {
        let trial = try TrialReader.forModel().read(text: Self.text, name: "t.yaml")
        return try TrialRun(trial, replicates: replicates, seed: seed, resolution: .multiscale)
    }

    private func folder(_ name: String, _ run: TrialRun) throws -> TrialFolder {
        try TrialFolder(
            path: root.appendingPathComponent(name).path, run: run, command: "osteon trial run t.yaml",
            checkpointInterval: .zero)
    }

    private func contents(_ name: String) throws -> [String: Data] {
        let url = root.appendingPathComponent(name)
        let names = try FileManager.default.contentsOfDirectory(atPath: url.path)
        return try Dictionary(
            uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: url.appendingPathComponent($0))) })
    }

    @Test("holds a row a woman and visit, estimates, summary and a page that opens offline")
    func files() async throws {
        let run = try run(replicates: 2)
        let ending = try await folder("a", run).write(threads: 2)
        let files = try contents("a")
        #expect(Set(files.keys) == ["women.csv", "results.csv", "replicates.csv", "summary.json", "report.html"])
        let rows = String(decoding: files["women.csv"] ?? Data(), as: UTF8.self).split(separator: "\n")
        #expect(rows.count == 1 + 600 * run.times.count)
        #expect(
            rows[0] == "woman,arm,replicate,stopped [years],time [years],density.lumbarSpine [g/cm2],marker.CTX [%],"
                + "fracture.any [%],density.lumbarSpine measured [g/cm2],marker.CTX measured [%]")
        #expect(rows[1].hasPrefix("\(run.enrolment.women[0].number),\"placebo, none\",1,"))
        let page = String(decoding: files["report.html"] ?? Data(), as: UTF8.self)
        #expect(page.contains("A patch &amp; &lt;its&gt; placebo"))
        #expect(page.components(separatedBy: "not a medical device").count == 2)
        #expect(XMLParser(data: Data(page.replacing("<!DOCTYPE html>\n", with: "").utf8)).parse())
        #expect(ending.document.table(width: 100).contains("600 women simulated"))
    }

    @Test("has the same numbers as a run that writes nothing")
    func sameNumbers() async throws {
        let run = try run()
        let written = try await folder("a", run).write(threads: 2).document
        let kept = try TrialDocument(
            TrialAnalysis(await TrialData.simulated(run, threads: 1)), command: "osteon trial run t.yaml")
        #expect(written.table(width: 120) == kept.table(width: 120))
        #expect(TrialCSV.results(written) == TrialCSV.results(kept))
    }

    @Test("has the same bytes whatever the threads, and after a stop or kill midway", arguments: [1, 3])
    func sameBytes(threads: Int) async throws {
        let run = try run()
        _ = try await folder("whole", run).write(threads: 2)
        let stopped = try folder("stopped", run)
        // More blocks than are looked ahead, so that a stop comes before the end.
        let task = Task {
            try await stopped.write(
                threads: threads, progress: { if $0 > 0 { withUnsafeCurrentTask { $0?.cancel() } } })
        }
        let error = await #expect(throws: Interruption.self) { try await task.value }
        #expect(error.map { (1..<300).contains($0.done) } == true)
        #expect(try contents("stopped")["summary.json"] == nil)
        let table = try FileHandle(forWritingTo: root.appendingPathComponent("stopped/women.csv"))
        try table.seekToEnd()
        try table.write(contentsOf: Data("21,placebo,1".utf8))
        try table.close()
        let ending = try await stopped.write(threads: threads)
        #expect(ending.resumedAfter == error?.done)
        #expect(try contents("stopped") == contents("whole"))
    }

    @Test("is not run again when it is finished, and refuses to go on with other settings")
    func settings() async throws {
        let run = try run()
        let first = try await folder("a", run).write(threads: 2)
        let again = try await folder("a", run).write(
            threads: 2,
            simulate: { _ in
                Issue.record("a finished trial was simulated again")
                return []
            })
        #expect(again.wasFinished && again.document.table(width: 100) == first.document.table(width: 100))
        struct Fault: Error {}
        let other = try self.run(seed: 2)
        await #expect(throws: Fault.self) {
            try await folder("b", run).write(threads: 1, simulate: { _ in throw Fault() })
        }
        let refusal = await #expect(throws: OutputError.self) { try await folder("b", other).write(threads: 1) }
        #expect(refusal?.description.contains("seed 1, not 2") == true, "\(refusal?.description ?? "")")
    }

    @Test("names women who failed in table and summary, and has nan in their rows")
    func failures() async throws {
        let run = try run()
        let number = run.enrolment.women[3].number
        let ending = try await folder("a", run).write(
            threads: 2,
            simulate: { block in
                run.results(ofBlock: block).map { woman in
                    woman.number == number
                        ? SimulatedWoman(number: number, failure: "as asked", valueCount: woman.values.count) : woman
                }
            })
        #expect(
            ending.document.table(width: 120).contains("1 failed and are in no estimate: woman \(number) (as asked)"))
        let text = String(decoding: try contents("a")["women.csv"] ?? Data(), as: UTF8.self)
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("\(number),") }
        #expect(rows.count == run.times.count && rows.allSatisfy { $0.hasSuffix("nan,nan,nan,nan,nan") })
    }

    @Test("a page of several trials counts verdicts and says how it was made")
    func markdown() async throws {
        let document = try await folder("a", try run()).write(threads: 2).document
        let page = TrialMarkdown.page([("patch", document)])
        #expect(page.contains("osteon trial run --all --markdown") && page.contains("## patch"))
        #expect(page.contains("| Any fracture: hazard ratio to placebo, none, to year 1 | patch |"))
    }
}
