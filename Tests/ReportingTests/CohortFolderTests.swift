import Exchange
import Foundation
import Modeling
import Physiology
import Populations
import Symbolics
import Testing
import Trials

@testable import Reporting

@Suite("The folder of a cohort")
struct CohortFolderTests {
    private static let women = 50
    private static let scenario = Scenario(
        title: "Natural history",
        woman: Woman(age: 56 * Unit.daysPerYear, menopause: Menopause(age: 51 * Unit.daysPerYear)),
        horizon: 2 * Unit.daysPerYear, reportInterval: Unit.daysPerYear)

    private let root = FileManager.default.temporaryDirectory.appendingPathComponent("cohort-\(UUID().uuidString)")

    private func cohort(seed: UInt64 = 1) throws -> Cohort {
        try Cohort(Self.scenario, count: Self.women, seed: seed, outputs: ["density.lumbarSpine", "marker.CTX"])
    }

    private func folder(_ name: String, seed: UInt64 = 1) throws -> CohortFolder {
        try CohortFolder(
            path: root.appendingPathComponent(name).path, cohort: cohort(seed: seed), solver: "test",
            command: "osteon cohort x.yaml", checkpointInterval: .zero)
    }

    private func run(threads: Int = 1) -> CohortRun { CohortRun(women: Self.women, chunkSize: 4, threads: threads) }

    /// Numbers with many digits that depend on the woman alone; woman 7 fails.
    private static let simulate: CohortFolder.Simulate = { numbers in
        try numbers.map { number in
            try Task.checkCancellation()
            if number == 7 { return SimulatedWoman(number: 7, failure: "as asked", valueCount: 6) }
            return SimulatedWoman(number: number, values: (0..<6).map { sin(Double(number * 7 + $0)) })
        }
    }

    private func contents(_ name: String) throws -> [String: Data] {
        let url = root.appendingPathComponent(name)
        let names = try FileManager.default.contentsOfDirectory(atPath: url.path)
        return try Dictionary(
            uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: url.appendingPathComponent($0))) })
    }

    @Test("holds a row a woman and time, who the women are, and a summary")
    func files() async throws {
        let ending = try await folder("a").run(run(), simulate: Self.simulate)
        let files = try contents("a")
        #expect(Set(files.keys) == ["women.csv", "traits.csv", "summary.json"])
        let rows = String(decoding: files["women.csv"] ?? Data(), as: UTF8.self).split(separator: "\n")
        #expect(rows.count == 1 + 3 * Self.women)
        #expect(rows[0] == "woman,time [years],density.lumbarSpine [g/cm2],marker.CTX [%]")
        #expect(rows[1] == "1,0.0,\(sin(7.0)),\(sin(8.0))")
        #expect(rows[6] == "2,2.0,\(sin(18.0)),\(sin(19.0))")
        let traits = String(decoding: files["traits.csv"] ?? Data(), as: UTF8.self).split(separator: "\n")
        #expect(traits.count == 1 + Self.women)
        let third = try cohort().women[3]
        let fields = traits[3].split(separator: ",").map { Double($0) }
        #expect(fields[0] == 3 && fields[1] == third.woman.age / Unit.daysPerYear)
        #expect(fields.last == third.factors.last?.value)
        // Over 49 women: the failed one is not in the mean.
        let numbers = (1...Self.women).filter { $0 != 7 }.map { sin(Double($0 * 7 + 4)) }
        let end = try #require(ending.summary.end(of: "density.lumbarSpine"))
        #expect(end.women == 49 && end.time == 2 && end.unit == "g/cm2")
        #expect(abs((end.mean ?? .nan) - numbers.reduce(0, +) / 49) < 1e-15)
    }

    @Test("names a woman who failed, with the reason, and has nan in her rows")
    func failure() async throws {
        let ending = try await folder("a").run(run(), simulate: Self.simulate)
        #expect(ending.summary.failures.map(\.woman) == [7])
        let text = String(decoding: try contents("a")["women.csv"] ?? Data(), as: UTF8.self)
        #expect(text.contains("\n7,0.0,nan,nan\n7,1.0,nan,nan\n7,2.0,nan,nan\n8,"))
        let table = CohortTable.text(ending.summary, width: 100)
        #expect(table.contains("1 of 50 women failed; their rows are nan:\n  woman 7: as asked\n"))
    }

    @Test("has the same bytes whatever the threads, and after a stop midway", arguments: [1, 3])
    func sameBytes(threads: Int) async throws {
        _ = try await folder("whole").run(run(), simulate: Self.simulate)
        let stopped = try folder("stopped")
        let chunks = run(threads: threads)
        let task = Task {
            try await stopped.run(
                chunks, simulate: Self.simulate,
                progress: { if $0 >= 20 { withUnsafeCurrentTask { $0?.cancel() } } })
        }
        let error = await #expect(throws: Interruption.self) { try await task.value }
        #expect(error.map { (20..<Self.women).contains($0.done) } == true)
        #expect(error?.description.contains("give the same command again to go on") == true)
        #expect(try contents("stopped")["summary.json"] == nil)
        // As if it had been killed in a write after that.
        let table = try FileHandle(forWritingTo: root.appendingPathComponent("stopped/women.csv"))
        try table.seekToEnd()
        try table.write(contentsOf: Data("21,0.0,0.1".utf8))
        try table.close()
        let ending = try await stopped.run(run(threads: threads), simulate: Self.simulate)
        #expect(ending.resumedAfter == error?.done)
        #expect(try contents("stopped") == contents("whole"))
    }

    @Test("ends with the same bytes when simulating fails midway and is tried again")
    func abandoned() async throws {
        struct Fault: Error {}
        _ = try await folder("whole").run(run(), simulate: Self.simulate)
        let broken = try folder("broken")
        await #expect(throws: Fault.self) {
            try await broken.run(run(threads: 2)) { numbers in
                if numbers.contains(30) { throw Fault() }
                return try Self.simulate(numbers)
            }
        }
        let ending = try await broken.run(run(threads: 2), simulate: Self.simulate)
        // Women come in fours, so 28 were written before the chunk of woman 30.
        #expect(ending.resumedAfter == 28)
        #expect(try contents("broken") == contents("whole"))
    }

    @Test("is not run again when it is finished, unless the settings differ")
    func finished() async throws {
        let first = try await folder("a").run(run(), simulate: Self.simulate)
        let again = try await folder("a").run(run()) { _ in
            Issue.record("a finished cohort was simulated again")
            return []
        }
        #expect(again.wasFinished && again.summary == first.summary)
        let other = try await folder("a", seed: 2).run(run(), simulate: Self.simulate)
        #expect(!other.wasFinished && other.summary.settings != first.summary.settings)
    }

    @Test("refuses to go on with other settings")
    func otherSettings() async throws {
        struct Fault: Error {}
        await #expect(throws: Fault.self) {
            try await folder("a").run(run()) { numbers in
                if numbers.contains(30) { throw Fault() }
                return try Self.simulate(numbers)
            }
        }
        let before = try contents("a")
        let error = await #expect(throws: OutputError.self) {
            try await folder("a", seed: 2).run(run(), simulate: Self.simulate)
        }
        #expect(error?.description.contains("women.csv was begun with other settings (") == true)
        #expect(error?.description.contains("seed 1, not 2") == true)
        #expect(try contents("a") == before)
    }

    @Test("tells progress by women and by the speed of this run")
    func progress() {
        var progress = CohortProgress(women: 1000)
        #expect(progress.line(done: 200, seconds: 0) == "200 of 1000 women")
        #expect(progress.line(done: 300, seconds: 10) == "300 of 1000 women, 10.0 women/s, 70 s left")
        #expect(progress.line(done: 201, seconds: 100) == "201 of 1000 women, 0.0100 women/s, 22.2 h left")
    }
}
