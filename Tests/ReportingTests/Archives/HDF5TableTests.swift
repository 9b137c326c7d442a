import Foundation
import Testing

@testable import Reporting

/// One after the other: the library is built for one thread.
@Suite("Tables as HDF5", .serialized)
struct HDF5TableTests {
    private let folder = OutputFolder(
        path: FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path)
    private let provenance = TableProvenance(title: "A trial", command: "osteon trial run a --seed 7", seed: 7)

    private func write(_ csv: String, read: (HDF5Reading) throws -> Void) throws {
        try folder.write([.init(name: "women.csv", contents: csv)])
        defer { try? FileManager.default.removeItem(at: folder.url) }
        try folder.writeHDF5("a.h5", tables: ["women.csv"], provenance: provenance)
        // The library is not to be entered while another test writes.
        try HDF5Object.exclusively {
            let file = try #require(HDF5Reading(folder.url.appendingPathComponent("a.h5")))
            defer { file.close() }
            try read(file)
        }
    }

    @Test("hold columns by name with units, numbers to the last bit, and texts as they are")
    func columns() throws {
        let awkward = [0.1, 1.0 / 3, Double.leastNonzeroMagnitude, 1.7976931348623157e308, -0.0]
        let rows = awkward.enumerated().map { "\($0),\"low, \"\"dose\"\"\",\($1),," }
        let csv =
            "woman,arm,density.totalHip [g/cm2],stopped [years],remark\n" + rows.joined(separator: "\n")
            + "\n6,Ü,nan,2.5,\n7,,inf,,\n"
        try write(csv) { file in
            #expect(file.columns("women") == ["woman", "arm", "density.totalHip", "stopped", "remark"])
            #expect(file.attribute("units", of: "women") == ["", "", "g/cm2", "years", ""])
            let density = file.numbers("women", "density.totalHip")
            #expect(density.prefix(5).map(\.bitPattern) == awkward.map(\.bitPattern))
            #expect(density[5].isNaN && density[6] == .infinity)
            #expect(file.numbers("women", "woman") == [0, 1, 2, 3, 4, 6, 7])
            #expect(file.texts("women", "arm", width: 16) == Array(repeating: "low, \"dose\"", count: 5) + ["Ü", ""])
            // Nobody stopped but the sixth; an empty field is not a number.
            #expect(file.numbers("women", "stopped").map(\.isNaN) == [true, true, true, true, true, false, true])
            #expect(file.texts("women", "remark", width: 1) == Array(repeating: "", count: 7))
        }
    }

    @Test("tell where their numbers come from")
    func attributes() throws {
        try write("woman\n1\n") { file in
            #expect(file.attribute("command", of: "/") == ["osteon trial run a --seed 7"])
            #expect(file.attribute("seed", of: "/") == ["7"])
            #expect(file.attribute("program", of: "/").first?.isEmpty == false)
        }
    }

    @Test("hold as many rows as there are, over many chunks, and none of an empty table")
    func sizes() throws {
        // About 16 000 rows of 16 bytes make a chunk.
        let count = 50_000
        let csv = "woman,x [1]\n" + (1...count).map { "\($0),\(Double($0) / 7)\n" }.joined()
        try write(csv) { file in
            #expect(file.numbers("women", "woman") == (1...count).map(Double.init))
            #expect(file.numbers("women", "x") == (1...count).map { Double($0) / 7 })
        }
        try write("woman,x [1]\n") { file in #expect(file.shape("women") == [0]) }
    }

    @Test("leave an older file as it was where a table cannot be read")
    func failure() throws {
        try folder.write([.init(name: "women.csv", contents: "a,b\n1\n"), .init(name: "a.h5", contents: "older")])
        defer { try? FileManager.default.removeItem(at: folder.url) }
        #expect(throws: OutputError.self) {
            try folder.writeHDF5("a.h5", tables: ["women.csv"], provenance: provenance)
        }
        #expect(throws: OutputError.self) {
            try folder.writeHDF5("a.h5", tables: ["other.csv"], provenance: provenance)
        }
        #expect(try String(contentsOf: folder.url.appendingPathComponent("a.h5"), encoding: .utf8) == "older")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == ["a.h5", "women.csv"])
    }
}
