import Exchange
import Foundation
import Trials

/// A reader of files from outside, tried with whatever the fuzzer makes up.
///
/// A reader may refuse; it may not crash, hang or take memory without bound.
private enum Reader: String, CaseIterable {
    case scenario, trial, sbml, sedml, archive

    static let chosen: Reader = {
        let name = ProcessInfo.processInfo.environment["OSTEON_READER"] ?? ""
        guard let reader = Reader(rawValue: name) else {
            fatalError("OSTEON_READER is one of \(allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return reader
    }()

    private static let trials = Result { try TrialReader.forModel() }

    /// Where readers of files find the bytes; in memory, so that no disk wears out.
    static let file = "/dev/shm/osteon-fuzzing-\(ProcessInfo.processInfo.processIdentifier)"

    func read(_ bytes: Data) throws {
        switch self {
        case .scenario: _ = try ScenarioReader.forTrials.read(text: String(decoding: bytes, as: UTF8.self), name: "file")
        case .trial: _ = try Self.trials.get().read(text: String(decoding: bytes, as: UTF8.self), name: "file")
        case .sbml:
            try bytes.write(to: URL(fileURLWithPath: Self.file))
            _ = try SBMLModel(reading: Self.file).model()
        case .sedml:
            try bytes.write(to: URL(fileURLWithPath: Self.file))
            _ = try SEDMLDocument(reading: Self.file)
        case .archive:
            try bytes.write(to: URL(fileURLWithPath: Self.file))
            _ = try CombineArchive(reading: Self.file)
        }
    }
}

@_cdecl("LLVMFuzzerTestOneInput")
public func tryOneInput(_ start: UnsafePointer<UInt8>, _ size: Int) -> CInt {
    do { try Reader.chosen.read(Data(bytes: start, count: size)) } catch {}
    return 0
}
