import Foundation
import Testing

/// What a reader sees and does, in a real browser: `Scripts/browser` has the checks, in Python, by the names used here.
@Suite("The page in a browser", .serialized, .enabled(if: Browser.isInstalled, "\(Browser.absence)"))
struct BrowserTests {
    @Test("composing, dragging, keys, exports, reloading and wrong input do what a user expects")
    func composing() throws { try Browser.check("composing") }

    @Test("H1: the reading level changes the words and never the numbers")
    func levels() throws { try Browser.check("reading", "levels_keep_numbers") }

    @Test("H2: every label of a chart has its definition, on hover, focus and tap")
    func definitions() throws { try Browser.check("reading", "labels_are_defined") }

    @Test("H3: pictures follow the states of the moment, and the progesterone accelerator is tagged as not proven")
    func metaphors() throws { try Browser.check("reading", "accelerator_is_unproven") }

    @Test("H4: every row of the study table has its source and grade, and says whether the model was fitted to it")
    func studyTable() throws { try Browser.check("reading", "has_sources") }

    @Test("H5: the matrix of hormones and cells is computed: estradiol lowers RANKL, progesterone does not")
    func matrix() throws { try Browser.check("reading", "matrix_is_computed") }

    @Test("H6: every question page opens a run that can be changed, and every statement has its evidence")
    func questions() throws { try Browser.check("reading", "statements_have_evidence", "question_runs") }

    @Test("H7: progesterone alone on fractures is told as extrapolated")
    func gaps() throws { try Browser.check("reading", "extrapolated_is_said") }

    @Test("H8: a claim that was contradicted is struck through, never told as fact")
    func claims() throws { try Browser.check("reading", "contradicted_is_struck") }

    @Test("H9: references that are wrong are flagged")
    func references() throws { try Browser.check("reading", "fabricated_is_flagged") }

    @Test("H10: every place says once that this is not a medical device")
    func device() throws { try Browser.check("reading", "no_medical_device") }

    @Test("H11: bands follow when hands rest, in every chart, beside harms, in words and in exports")
    func bands() throws { try Browser.check("composing", "bands_follow", "question_bands") }

    @Test("H12: Enter on a part of the map shows its inputs, outputs and numbers")
    func map() throws { try Browser.check("reading", "map_opens_parts") }

    @Test("claims and scoreboard are simulated by one button, with progress")
    func simulatingEvidence() throws { try Browser.check("reading", "simulates_the_evidence") }

    @Test("studies and runs are kept over a reload, stopped, exported and wiped, and a trial shows what it found")
    func keeping() throws { try Browser.check("reading", "keeps", "long_run", "trial_result") }

    @Test("a phone, a keyboard alone, less motion and an accessibility checker meet no obstacle in any place")
    func access() throws { try Browser.check("reading", "narrow", "keyboard_only", "still", "accessible") }

    @Test("pictures that do not depend on the machine look as they did when they were looked at")
    func pictures() throws { try Browser.check("pictures") }
}

/// Runs `Scripts/browser/run` against a server of its own.
enum Browser {
    static let absence: Comment = "there is no Chromium here, or playwright and axe cannot be installed from PyPI"

    /// Installs what it takes where it is not.
    static let isInstalled: Bool = (try? call(["--install"]).status) == 0

    /// Tries the checks of a file by name, or all of them, and fails with what did.
    static func check(_ file: String, _ names: String...) throws {
        let server = try ServerProcess()
        defer { server.kill() }
        let result = try call([server.url.absoluteString, file] + names)
        #expect(result.status == 0, "\(result.text)")
    }

    private static func call(_ arguments: [String]) throws -> (status: Int32, text: String) {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let process = Process()
        process.executableURL = root.appendingPathComponent("Scripts/browser/run")
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: said, as: UTF8.self))
    }
}
