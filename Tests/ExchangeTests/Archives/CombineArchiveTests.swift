import Foundation
import Testing

@testable import Exchange

@Suite("COMBINE archives")
struct CombineArchiveTests {
    private typealias Entry = ArchiveSamples.Entry

    @Test("give back what was written, with the simulation that is marked first")
    func roundTrip() throws {
        let text = "ångström <&> \"quoted\"\n"
        let writer = CombineArchiveWriter(
            [
                .init(path: "b/second.sedml", format: .sedml, text: "b"),
                .init(path: "first.sedml", format: .sedml, text: text, isMaster: true),
            ],
            metadata: .init(
                title: "A & B", description: "", created: Date(timeIntervalSince1970: 0),
                license: "https://spdx.org/licenses/MIT",
                describedBy: ["https://identifiers.org/pubmed:1"]))
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appendingPathComponent("a.omex")
        try writer.write(to: file)
        let archive = try CombineArchive(reading: file.path)
        #expect(archive.simulations == ["first.sedml"])
        let unpacked = folder.appendingPathComponent("unpacked")
        try archive.unpack(into: unpacked)
        #expect(try String(contentsOf: unpacked.appendingPathComponent("first.sedml"), encoding: .utf8) == text)
        #expect(try String(contentsOf: unpacked.appendingPathComponent("b/second.sedml"), encoding: .utf8) == "b")
        let metadata = try XMLTree(reading: [UInt8](Data(contentsOf: unpacked.appendingPathComponent("metadata.rdf"))))
        #expect(metadata.children.first?.first("title")?.text == "A & B")
        #expect(metadata.children.first?.first("isDescribedBy")?["rdf:resource"] == "https://identifiers.org/pubmed:1")
    }

    @Test(
        "are refused when a path leads out of them",
        arguments: [
            ("../evil", "leads out of the archive"), ("a/../../evil", "leads out of the archive"),
            ("/etc/evil", "is absolute"), ("..\\evil", "has a backslash"), ("C:/evil", "is no path below the archive"),
        ])
    func traversal(name: String, reason: String) throws {
        let refusal = try #require(try ArchiveSamples.refusal([ArchiveSamples.manifest(), Entry(name, "x")]))
        #expect(refusal.contains(reason))
    }

    @Test("are refused when the manifest names what is not in them, or leads out")
    func manifestPaths() throws {
        #expect(
            try ArchiveSamples.refusal([ArchiveSamples.manifest("./a.sedml")])
                == "manifest.xml:1: the archive has no 'a.sedml'")
        let out = try #require(try ArchiveSamples.refusal([ArchiveSamples.manifest("../../etc/passwd")]))
        #expect(out.contains("leads out of the archive"))
    }

    @Test("are refused with links, two files of one name, or a file in a file")
    func ambiguous() throws {
        let manifest = ArchiveSamples.manifest()
        #expect(
            try ArchiveSamples.refusal([manifest, Entry("l", "/etc/passwd", mode: 0o120777)])
                == "'l' is a link; expected a file")
        #expect(
            try ArchiveSamples.refusal([manifest, Entry("./a", "1"), Entry("a", "2")])
                == "the archive has two files called 'a'")
        #expect(
            try ArchiveSamples.refusal([manifest, Entry("a", "1"), Entry("a/b", "2")])
                == "'a/b' lies in what is a file, not a folder")
    }

    @Test("are refused before they fill the machine")
    func bombs() throws {
        let manifest = ArchiveSamples.manifest()
        var limits = ZipReader.Limits()
        limits.entries = 3
        limits.ratio = 10_000
        limits.entryBytes = 4 << 20
        limits.totalBytes = 5 << 20
        // Zeros shrink to about a thousandth.
        #expect(
            try ArchiveSamples.refusal([manifest, Entry("a", zeros: 5 << 20)], limits: limits)
                == "'a' is 5 MB unpacked; expected 4 MB at most")
        #expect(
            try ArchiveSamples.refusal(
                [manifest, Entry("a", zeros: 3 << 20), Entry("b", zeros: 3 << 20)], limits: limits)
                == "the archive unpacks to more than 5 MB")
        #expect(
            try ArchiveSamples.refusal([manifest, Entry("a"), Entry("b"), Entry("c")], limits: limits)
                == "the archive has 4 entries; expected 3 at most")
        limits.ratio = 100
        #expect(
            try ArchiveSamples.refusal([manifest, Entry("a", zeros: 3 << 20)], limits: limits)
                == "'a' unpacks to more than 100 times what is stored of it")
    }

    @Test("are refused in one sentence when any byte of them is broken")
    func damage() throws {
        // Deterministic, so that a failure can be made again.
        var state: UInt64 = 42
        try ArchiveSamples.with([
            ArchiveSamples.manifest("a.sedml"), Entry("a.sedml", String(repeating: "abc ", count: 200)),
        ]) { path in
            let whole = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
            let broken = URL(fileURLWithPath: path + ".broken")
            defer { try? FileManager.default.removeItem(at: broken) }
            for round in 0..<400 {
                var bytes = whole
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let place = Int(state >> 33) % bytes.count
                if round % 4 == 0 {
                    bytes.removeLast(place)
                } else {
                    bytes[place] ^= UInt8(truncatingIfNeeded: state >> 25) | 1
                }
                try Data(bytes).write(to: broken)
                let folder = URL(fileURLWithPath: path + ".unpacked")
                defer { try? FileManager.default.removeItem(at: folder) }
                do {
                    try CombineArchive(reading: broken.path).unpack(into: folder)
                } catch let error as FileError {
                    #expect(error.description.hasPrefix(broken.path), "round \(round)")
                    #expect(!error.description.contains("\n"))
                }
            }
        }
    }

    @Test("have no manifest, or one that is no XML, and say so")
    func manifests() throws {
        #expect(
            try ArchiveSamples.refusal([Entry("a", "b")])
                == "the archive has no manifest.xml; expected a COMBINE archive")
        #expect(
            try ArchiveSamples.refusal([Entry("manifest.xml", "<a>\n<b></a>")])
                == "manifest.xml:2: the file is not well-formed XML")
        #expect(
            try ArchiveSamples.refusal([Entry("manifest.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")])
                == "manifest.xml:1: a document type, which may hold entities, is not accepted")
    }
}
