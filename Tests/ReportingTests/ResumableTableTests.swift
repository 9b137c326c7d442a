import Foundation
import Testing

@testable import Reporting

@Suite("A table that survives being killed")
struct ResumableTableTests {
    private let folder: URL
    private var table: URL { folder.appendingPathComponent("t.csv") }
    private var journal: URL { folder.appendingPathComponent("t.csv.progress") }
    private static let settings = RunSettings(["seed": "1", "women": "9"])

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("table-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func open(
        _ settings: RunSettings = Self.settings, every interval: Duration = .zero
    ) throws -> ResumableTable<[Int]> {
        try ResumableTable(table, header: "n\n", settings: settings, empty: [], checkpointInterval: interval)
    }

    private func add(_ number: Int, to table: ResumableTable<[Int]>) throws {
        try table.append([UInt8]("\(number)\n".utf8), women: 1) { $0.append(number) }
    }

    private var text: String { get throws { try String(contentsOf: table, encoding: .utf8) } }

    @Test("goes on after the last row the journal speaks of, whatever stands behind it")
    func torn() throws {
        do {
            let first = try open()
            for number in 1...3 { try add(number, to: first) }
        }
        // A kill in the middle of a write: bytes behind the journal's promise, the last row torn.
        let handle = try FileHandle(forWritingTo: table)
        try handle.seekToEnd()
        try handle.write(contentsOf: Data("4\n5\n6".utf8))
        try handle.close()
        let second = try open()
        #expect(second.progress.women == 3 && second.progress.tally == [1, 2, 3])
        #expect(try text == "n\n1\n2\n3\n")
        for number in 4...6 { try add(number, to: second) }
        var told: [Int] = []
        try second.finish { told = $0.tally }
        #expect(told == [1, 2, 3, 4, 5, 6])
        #expect(try text == "n\n1\n2\n3\n4\n5\n6\n")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["t.csv"])
    }

    @Test("is behind by no more than its interval, and by nothing after a checkpoint")
    func interval() throws {
        do {
            let first = try open(every: .seconds(3600))
            for number in 1...3 { try add(number, to: first) }
            try first.checkpoint()
            try add(4, to: first)
        }
        #expect(try open().progress.tally == [1, 2, 3])
    }

    @Test("begins anew where a kill came before the header was promised")
    func killedAtOnce() throws {
        do { _ = try open() }
        #expect(FileManager.default.fileExists(atPath: journal.path))
        let second = try open()
        try add(1, to: second)
        #expect(try text == "n\n1\n")
    }

    @Test("is not continued with other settings, which one sentence names")
    func otherSettings() throws {
        do { try add(1, to: open()) }
        let error = #expect(throws: OutputError.self) { try open(RunSettings(["seed": "2", "women": "9"])) }
        #expect(
            error?.description == "\(table.path) was begun with other settings (seed 1, not 2); "
                + "remove it or choose another folder.")
        // Refusing changes nothing.
        #expect(try text == "n\n1\n")
        #expect(try open().progress.tally == [1])
    }

    @Test("is not continued if it has lost rows, or if its journal is something else")
    func damaged() throws {
        do { try add(1, to: open()) }
        try Data("n\n".utf8).write(to: table)
        let shorter = #expect(throws: OutputError.self) { try open() }
        #expect(
            shorter?.description == "\(table.path) is shorter than t.csv.progress says; remove both to begin anew.")
        try Data("{}".utf8).write(to: journal)
        let other = #expect(throws: OutputError.self) { try open() }
        #expect(
            other?.description
                == "\(journal.path) is not the journal of a table; remove it and the table to begin anew.")
    }

    @Test("is written by one run at a time")
    func twice() throws {
        let first = try open()
        let error = #expect(throws: OutputError.self) { try open() }
        #expect(
            error?.description
                == "\(table.path) is being written by another run; wait for it or choose another folder.")
        try add(1, to: first)
        #expect(try text == "n\n1\n")
    }

    @Test("keeps its journal if it cannot be concluded, so that concluding can be tried again")
    func notConcluded() throws {
        struct Fault: Error {}
        do {
            let first = try open(every: .seconds(3600))
            try add(1, to: first)
            #expect(throws: Fault.self) { try first.finish { _ in throw Fault() } }
        }
        #expect(try open().progress.tally == [1])
    }
}
