import Exchange
import Foundation
import Physiology
import Trials

/// A reader of files from outside, tried with whatever the toolchain's fuzzer makes up: see `Scripts/fuzz`.
///
/// A reader may refuse; it may not crash, hang or take memory without bound.
enum FuzzedReader: String, CaseIterable {
    case scenario, trial, events, sbml, sedml, archive, petab

    /// The one named by OSTEON_READER.
    static let chosen: FuzzedReader = {
        let name = ProcessInfo.processInfo.environment["OSTEON_READER"] ?? ""
        guard let reader = FuzzedReader(rawValue: name) else {
            fatalError("OSTEON_READER is one of \(allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return reader
    }()

    private static let trials = Result { try TrialReader.forModel() }
    private static let places = Result { try EventPlaces.woman() }

    /// Where readers of files find the bytes; in memory, so that no disk wears out.
    private static let folder: URL = {
        let folder = URL(fileURLWithPath: "/dev/shm/osteon-fuzzing-\(ProcessInfo.processInfo.processIdentifier)")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }()

    /// - Throws: what the reader throws, which is not of interest.
    func read(_ bytes: Data) throws {
        let file = Self.folder.appendingPathComponent("file")
        switch self {
        case .scenario: _ = try ScenarioReader.forTrials.read(text: String(decoding: bytes, as: UTF8.self), name: "file")
        case .trial: _ = try Self.trials.get().read(text: String(decoding: bytes, as: UTF8.self), name: "file")
        case .events:
            _ = try EventTableReader(places: Self.places.get(), horizon: 365)
                .read(text: String(decoding: bytes, as: UTF8.self), name: "file").schedules(horizon: 365)
        case .sbml:
            try bytes.write(to: file)
            _ = try SBMLModel(reading: file.path).model()
        case .sedml:
            try bytes.write(to: file)
            _ = try SEDMLDocument(reading: file.path)
        case .archive:
            try bytes.write(to: file)
            _ = try CombineArchive(reading: file.path)
        case .petab: _ = try PEtabProblem(reading: Self.problem(bytes))
        }
    }

    private static let mark = "=== "

    /// The files of a problem, which stand in one input behind lines with their names; others are left out.
    private static func problem(_ bytes: Data) throws -> String {
        let names: Set = ["problem.yaml", "swallowed.xml", "experiments.tsv", "conditions.tsv", "measurements.tsv", "observables.tsv", "parameters.tsv"]
        var contents: [String: String] = [:]
        var name = ""
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix(mark) {
                name = String(line.dropFirst(mark.count))
            } else if names.contains(name) {
                contents[name, default: ""] += line + "\n"
            }
        }
        for name in names {
            try Data((contents[name] ?? "").utf8).write(to: folder.appendingPathComponent(name))
        }
        return folder.appendingPathComponent("problem.yaml").path
    }
}

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
func tryInput(_ start: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    do { try FuzzedReader.chosen.read(start.map { Data(bytes: $0, count: size) } ?? Data()) } catch {}
    return 0
}
