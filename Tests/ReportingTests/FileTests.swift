import Foundation
import Reporting
import Testing

@Suite("The time course as CSV")
struct TimecourseTests {
    @Test("reads back to the same 64 bits")
    func exact() throws {
        var generator = SystemRandomNumberGenerator()
        let special = [
            0.1, 1.0 / 3, Double.leastNonzeroMagnitude, .greatestFiniteMagnitude, -0.0, .infinity, -.infinity, 1e16,
            123456789.125,
        ]
        // Any bits that make a number; a failure prints them.
        let random = (0..<500).map { _ in Double(bitPattern: generator.next()) }.filter { !$0.isNaN }
        let values = special + random
        let times = values.indices.map { Double($0) / 12 }
        let text = TimecourseCSV.text([
            OutputSeries(name: "density.lumbarSpine", label: "", unit: "g/cm2", times: times, values: values)
        ])
        let lines = text.split(separator: "\n")
        #expect(lines[0] == "time [years],density.lumbarSpine [g/cm2]")
        #expect(lines.count == values.count + 1)
        for (index, line) in lines.dropFirst().enumerated() {
            let fields = line.split(separator: ",")
            #expect(try #require(Double(fields[0])).bitPattern == times[index].bitPattern)
            #expect(try #require(Double(fields[1])).bitPattern == values[index].bitPattern)
        }
    }

    @Test("writes nan for what could not be computed, and 1 for no unit")
    func missing() {
        let series = OutputSeries(name: "bone.OPG", label: "", unit: "", times: [0, 1], values: [.nan, 2])
        #expect(TimecourseCSV.text([series]) == "time [years],bone.OPG [1]\n0.0,nan\n1.0,2.0\n")
        #expect(TimecourseCSV.text([]) == "time [years]\n")
    }

    @Test("quotes only fields that need it")
    func quoting() {
        #expect(
            CSVWriter.text(header: ["a", "b, c"], rows: [["say \"x\"", "l\r\nm"]])
                == "a,\"b, c\"\n\"say \"\"x\"\"\",\"l\r\nm\"\n")
    }
}

@Suite("summary.json")
struct RunSummaryTests {
    private func object(_ summary: RunSummary) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(try summary.json().utf8)) as? [String: Any])
    }

    private func summary(value: Double = 0.98, comparisons: [Comparison] = []) -> RunSummary {
        RunSummary(
            title: "T", model: "m", resolution: "full", seconds: 0.4,
            endpoints: [
                .init(output: "density.lumbarSpine", unit: "g/cm2", time: 3, value: value, baseline: 0.94)
            ], comparisons: comparisons)
    }

    @Test("has the keys of SCENARIO.md and no others")
    func keys() throws {
        let object = try object(summary())
        #expect(Set(object.keys) == ["title", "model", "resolution", "seconds", "endpoints"])
        let endpoint = try #require((object["endpoints"] as? [[String: Any]])?.first)
        #expect(Set(endpoint.keys) == ["output", "unit", "time", "value", "baseline", "changePercent"])
        #expect(endpoint["value"] as? Double == 0.98)
        #expect(endpoint["changePercent"] as? Double == 100 * (0.98 - 0.94) / 0.94)
        let text = try summary().json()
        #expect(text.contains("\"g/cm2\""))
    }

    @Test("writes null for what could not be computed")
    func null() throws {
        let object = try object(summary(value: .nan))
        let endpoint = try #require((object["endpoints"] as? [[String: Any]])?.first)
        #expect(endpoint["value"] is NSNull && endpoint["changePercent"] is NSNull)
    }

    @Test("adds the comparisons when there are any")
    func comparisons() throws {
        let rows = [Samples.comparison("density.lumbarSpine"), Samples.comparison("x", interval: nil, simulated: .nan)]
        let object = try object(summary(comparisons: rows))
        let written = try #require(object["comparisons"] as? [[String: Any]])
        #expect(written[0]["interval"] as? [Double] == [4.4, 5.8])
        #expect(written[0]["verdict"] as? String == "inside")
        #expect(written[0]["use"] as? String == "calibrate")
        #expect(written[1]["interval"] is NSNull && written[1]["misfit"] is NSNull)
    }

    @Test(
        "gives an endpoint at a quarter, half and every whole year",
        arguments: [
            (3.0, [0.25, 0.5, 1, 2, 3]), (0.4, [0.25]), (2.9999999999, [0.25, 0.5, 1, 2, 3]), (1.5, [0.25, 0.5, 1]),
            (0, []), (.nan, []),
        ])
    func times(horizon: Double, times: [Double]) {
        #expect(RunSummary.endpointTimes(horizon: horizon) == times)
    }
}

@Suite("The output folder")
struct OutputFolderTests {
    private let root = FileManager.default.temporaryDirectory.appendingPathComponent("reporting-\(UUID().uuidString)")

    private func names(_ url: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
    }

    @Test("is created with its parents and holds exactly what was written")
    func writes() throws {
        let url = root.appendingPathComponent("a/b")
        let folder = OutputFolder(path: url.path)
        try folder.check()
        #expect(!FileManager.default.fileExists(atPath: root.path))
        try folder.write([.init(name: "x.csv", contents: "1"), .init(name: "y.json", contents: "2")])
        try folder.write([.init(name: "x.csv", contents: "new")])
        #expect(try names(url) == ["x.csv", "y.json"])
        #expect(try String(contentsOf: url.appendingPathComponent("x.csv"), encoding: .utf8) == "new")
    }

    @Test("clears what a killed run left, and nothing else")
    func abandoned() throws {
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        let mine = ".x.csv.\(ProcessInfo.processInfo.processIdentifier).partial"
        // No process has the largest number the kernel could give.
        for name in [".x.csv.4194304.partial", mine, ".hidden", "x.partial", ".y.partial"] {
            try Data("half".utf8).write(to: root.appendingPathComponent(name))
        }
        try OutputFolder(path: root.path).write([.init(name: "z", contents: "")])
        let left = try names(root)
        #expect(left == [".hidden", mine, ".y.partial", "x.partial", "z"].sorted())
    }

    @Test("refuses a file where a folder should be, and writes nothing")
    func fileInTheWay() throws {
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        let file = root.appendingPathComponent("taken")
        try Data("old".utf8).write(to: file)
        for path in [file.path, file.path + "/below"] {
            let error = #expect(throws: OutputError.self) {
                try OutputFolder(path: path).write([.init(name: "x", contents: "1")])
            }
            #expect(
                error?.description
                    == "The output folder \(path) cannot be used: \(file.path) is a file, expected a folder.")
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == "old")
    }

    @Test("refuses a folder without permission")
    func noPermission() throws {
        // sysfs takes no new folders, not even from root.
        let error = #expect(throws: OutputError.self) {
            try OutputFolder(path: "/sys/osteon").write([.init(name: "x", contents: "1")])
        }
        #expect(error?.description.hasPrefix("The output folder /sys/osteon cannot be ") == true)
    }

    @Test("keeps an old file and no half-written one when a name is taken by a folder")
    func failedPublish() throws {
        try FileManager.default.createDirectory(
            at: root.appendingPathComponent("b.json/inside"), withIntermediateDirectories: true)
        let error = #expect(throws: OutputError.self) {
            try OutputFolder(path: root.path).write([.init(name: "b.json", contents: "1")])
        }
        #expect(error?.description.contains("b.json cannot be written: is a directory.") == true)
        #expect(try names(root) == ["b.json"])
    }
}
