import Exchange
import Foundation
import Testing

@Suite("What is said of a file that is no scenario")
struct FileErrorTests {
    private static let keys = "expected the keys title, woman, therapy and simulate"

    @Test(
        "text that is not a scenario gets one sentence with its line",
        arguments: [
            ("", "a.yaml:1: the file is empty; \(keys)"),
            ("# only a remark\n", "a.yaml:1: the file is empty; \(keys)"),
            ("- a\n", "a.yaml:1: this is no group of keys; \(keys)"),
            ("hello", "a.yaml:1: this is no group of keys; \(keys)"),
            ("root: x\ndaemon: y\n", "a.yaml:1: none of the keys of a scenario is here; \(keys)"),
            ("title: x\nwoman: a: b\n", "a.yaml:2: not YAML: mapping values are not allowed in this context"),
            (
                "title: x\nwoman: {age: 56 years\n",
                "a.yaml:3: not YAML: while parsing a flow mapping (line 2), did not find expected ',' or '}'"
            ),
            (
                "title: x\nwoman:\n\tage: 56 years\n",
                "a.yaml:3: not YAML: while scanning for the next token (line 3), found character that cannot start any "
                    + "token; indent with blanks, not tabs"
            ),
            ("title: x\nwoman: \u{1}\n", "a.yaml:2: not YAML: control characters are not allowed"),
            ("title: x\nwoman: *a\n", "a.yaml:2: not YAML: found undefined alias"),
            (
                "title: x\n---\ntitle: y\n",
                "a.yaml:2: not YAML: expected a single document in the stream (line 1), but found another document"
            ),
        ])
    func notAScenario(text: String, sentence: String) {
        #expect(complaints(text) == [sentence])
    }

    @Test("a file nested without end is refused, not followed")
    func nesting() {
        #expect(complaints("woman: " + String(repeating: "[", count: 100_000)).count == 1)
    }

    @Test("a key given twice is named, quoted or not")
    func duplicateKey() {
        for key in ["age", "\"age\""] {
            #expect(
                complaints("simulate: {years: 3}\nwoman:\n  age: 56 years\n  \(key): 57 years\n") == [
                    "a.yaml:3: age: this key, first given here, is given again in the same group; keep one"
                ])
        }
    }

    @Test(
        "what is wrong at the top of a scenario",
        arguments: [
            (
                "title: x\nwoman: {age: 56 years}",
                "a.yaml:1: simulate: this key is required and missing; expected for example 'simulate: {years: 3, report: 1 month}'"
            ),
            (
                "title: x\nsimulate: {years: 3}",
                "a.yaml:1: woman: this key is required and missing; expected for example 'woman: {age: 56 years}'"
            ),
            (
                "wman: {age: 56 years}\nsimulate: {years: 3}",
                "a.yaml:1: wman: there is no such key here; did you mean 'woman'?"
            ),
            (
                "woman: {age: 56 years}\nsimulate: {year: 3}",
                "a.yaml:2: simulate.year: there is no such key here; did you mean 'years'?"
            ),
            (
                "simulate: {years: 3}\nwoman:",
                "a.yaml:2: woman: nothing stands after the key; give a value or leave the key out"
            ),
            (
                "simulate: {years: 3}\nwoman: 56 years",
                "a.yaml:2: woman: expected a group of keys: age, menopause, weight, height, uterus, cycles, density, vitaminD, calcium, smoking, CYP3A4, conditions, population, risks"
            ),
            ("[a]: 3\nsimulate: {years: 3}\nwoman: {age: 56 years}", "a.yaml:1: a key has to be a single word"),
        ])
    func top(text: String, sentence: String) {
        #expect(complaints(text) == [sentence])
    }

    @Test(
        "what is wrong with the times of the simulation",
        arguments: [
            ("{years: 70}", "years: '70' is too much; expected a number of years of more than 0 and at most 60"),
            ("{years: 0}", "years: '0' is zero; expected a number of years of more than 0 and at most 60"),
            ("{years: -1}", "years: '-1' is negative; expected a number of years of more than 0 and at most 60"),
            ("{years: 3 kg}", "years: '3 kg' is not a time; expected a number of years such as '3'"),
            ("{years: three}", "years: 'three' is not a number with its unit; expected a number of years such as '3'"),
            ("{report: 1 day}", "years: this key is required and missing; expected for example 'years: 3'"),
            (
                "{years: 18 months, report: 2 years}",
                "report: 2 years is longer than the whole simulation (18 months); expected a shorter interval"
            ),
            (
                "{years: 50, report: 1 min}",
                "report: 1 minute makes more than 1000000 rows in 50 years; expected a longer interval"
            ),
            (
                "{years: 3, report: 0 days}",
                "report: '0 days' is zero; expected an interval between 1 minute and 10 years"
            ),
            (
                "{years: 3, report: -1 day}",
                "report: '-1 day' is negative; expected an interval between 1 minute and 10 years"
            ),
            ("{years: 3, report: 1}", "report: '1' has no unit; expected an interval such as '1 day'"),
        ])
    func simulate(value: String, sentence: String) {
        #expect(complaints("woman: {age: 56 years}\nsimulate: \(value)") == ["a.yaml:2: simulate.\(sentence)"])
    }

    @Test("nobody is simulated past the longest life")
    func lifetime() {
        #expect(
            complaints("woman: {age: 100 years}\nsimulate: {years: 50}") == [
                "a.yaml:2: simulate.years: she would be 150 at the end; expected at most 120 years of age by then"
            ])
    }

    @Test(
        "what is wrong with the other keys at the top",
        arguments: [
            (
                "compare: [O0001, PEPI]",
                "compare[2]: 'PEPI' is no observation; expected an O and four digits, such as O0123"
            ),
            (
                "compare: [O01234]",
                "compare[1]: 'O01234' is no observation; expected an O and four digits, such as O0123"
            ),
            ("compare: O0001", "compare: expected a list: [O0123, O0124]"),
            (
                "comparator: a.yaml",
                "comparator: 'a.yaml' is not another file; expected the file of the comparator arm, such as 'placebo.yaml'"
            ),
            ("allowOverlap: maybe", "allowOverlap: 'maybe' is neither true nor false"),
            ("title: [a]", "title: a list stands here; expected a title"),
            (
                "hypotheses: [progesteronOnOPG]",
                "hypotheses[1]: 'progesteronOnOPG' is not a hypothesis this program knows; did you mean 'progesteroneOnOPG'? "
                    + "expected one of: progesteroneOnOPG, gabaReceptorsOnOsteoblasts"
            ),
        ])
    func others(line: String, sentence: String) {
        #expect(complaints("woman: {age: 56 years}\nsimulate: {years: 3}\n\(line)") == ["a.yaml:3: \(sentence)"])
    }

    @Test("all that is wrong is told, in the order of the file")
    func together() {
        #expect(
            complaints("compare: O1\nwoman:\n  weight: 7 kg\nsimulate: {}\n").map { $0.prefix(9) } == [
                "a.yaml:1:", "a.yaml:2:", "a.yaml:3:", "a.yaml:4:",
            ])
    }
}

@Suite("Reading scenario files from disk")
struct FileAccessTests {
    /// Runs the body in a new folder that is removed afterwards.
    private func inFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "osteon-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    private func failure(_ path: String) -> String? {
        do throws(FileError) {
            _ = try testReader.read(file: path)
            return nil
        } catch {
            return error.description
        }
    }

    @Test("a file that is not there, a folder, and what is not text are one sentence each")
    func unreadable() throws {
        try inFolder { folder in
            let missing = folder.appending(path: "a.yaml").path
            #expect(failure(missing) == "\(missing): there is no such file; expected a scenario file")
            #expect(failure(folder.path) == "\(folder.path): this is a folder; expected a scenario file")
            try Data([0xFF, 0xFE, 0x00, 0xC3]).write(to: folder.appending(path: "a.yaml"))
            #expect(
                failure(missing) == "\(missing): this is not UTF-8 text; expected a scenario file in YAML or JSON")
        }
    }

    @Test("an empty file and a device are read like any other")
    func empty() {
        #expect(failure("/dev/null")?.hasPrefix("/dev/null:1: the file is empty") == true)
    }

    @Test("a comparator has to be there")
    func comparator() throws {
        try inFolder { folder in
            let file = folder.appending(path: "a.yaml")
            let arm = folder.appending(path: "placebo.yaml")
            try Data("woman: {age: 56 years}\nsimulate: {years: 3}\ncomparator: placebo.yaml\n".utf8).write(to: file)
            #expect(
                failure(file.path)
                    == "\(file.path):3: comparator: there is no file '\(arm.standardizedFileURL.path)'; expected the file "
                    + "of the comparator arm, such as 'placebo.yaml', beside this file")
            try Data().write(to: arm)
            #expect(failure(file.path) == nil)
        }
    }
}
