import Exchange
import Foundation
import Symbolics
import Testing

import struct Symbolics.Unit

@Suite("Plans of a calibration")
struct CalibrationPlanTests {
    private static func reader(required: [String] = ["lag", "turnover"]) -> CalibrationPlanReader {
        CalibrationPlanReader(
            units: ["lag": .days, "turnover": "1/years", "share": .one, "level": "pg/mL"],
            required: required)
    }

    /// A folder with a plan and two scenarios beside it.
    private static func folder(_ plan: String) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("plan-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in ["b.yaml", "a.yaml", "c.txt"] { try Data().write(to: folder.appendingPathComponent(name)) }
        try Data(plan.utf8).write(to: folder.appendingPathComponent("plan.txt"))
        return folder
    }

    private static func read(_ text: String) throws -> CalibrationPlan {
        let folder = try folder(text)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try reader().read(file: folder.appendingPathComponent("plan.txt").path)
    }

    /// What is said of a plan, without its folder.
    private static func complaints(_ text: String) throws -> [String] {
        do {
            _ = try read(text)
            return []
        } catch let error as FileError {
            return error.problems.map { problem in
                [problem.line.map { "\($0)" }, problem.place, problem.message].compactMap(\.self).joined(
                    separator: ": ")
            }
        }
    }

    @Test("a plan says what is fitted, with which priors, what is held and why, and how it is searched")
    func whole() throws {
        let plan = try Self.read(
            """
            scenarios: [./*.yaml, a.yaml]
            prior: {width: 0.2}
            robust: {misfit: 3, grace: 1, excess: 2}
            search: {starts: 5, steps: 7}
            seed: 11
            ensemble: 64
            write: {values: out/values.swift, ensemble: out/members.swift}
            fitted:
              turnover: {centre: 0.1 1/years, width: 0.5, source: iliac biopsies}
              level: 0.02 ng/mL
            held:
              lag: {value: 2 weeks, within: 1.5, because: cells turn over within weeks}
            """)
        #expect(plan.scenarios.map { URL(fileURLWithPath: $0).lastPathComponent } == ["a.yaml", "b.yaml"])
        #expect(plan.fitted.map(\.name) == ["level", "turnover"], "in the order of names, whatever that of the file")
        #expect(abs(plan.fitted[0].centre - 20) < 1e-9, "20 pg/mL, the parameter's unit")
        #expect(plan.fitted.map(\.logDeviation) == [0.2, 0.5])
        #expect(plan.fitted[1].source == "iliac biopsies")
        #expect(
            plan.held == [.init(name: "lag", value: 14, unit: "d", factor: 1.5, reason: "cells turn over within weeks")]
        )
        #expect(plan.robustness.misfit == 3 && plan.robustness.grace == 1 && plan.robustness.excess == 2)
        #expect(plan.starts == 5 && plan.steps == 7 && plan.seed == 11 && plan.members == 64)
        #expect(plan.files?.values.hasSuffix("/out/values.swift") == true)
    }

    @Test(
        "what is wrong gets one sentence with line and key",
        arguments: [
            (
                "fitted: {lag: 9 mg, turnover: 1 1/years}",
                "2: fitted.lag: '9 mg' is in a unit that does not fit; expected a value such as '0.5 d'"
            ),
            (
                "fitted: {lag: 0 d, turnover: 1 1/years}",
                "2: fitted.lag: '0 d' is zero; parameters move in proportion to their size"
            ),
            (
                "fitted: {lagg: 9 d, lag: 9 d, turnover: 1 1/years}",
                "2: fitted.lagg: the model has no such parameter; did you mean 'lag'?"
            ),
            (
                "fitted: {lag: 9 d}",
                "2: fitted: the program's file of fitted values also holds 'turnover'; expected all of it under 'fitted' or 'held'"
            ),
            (
                "fitted: {lag: {centre: 9 d, width: -1}, turnover: 1 1/years}",
                "2: fitted.lag.width: '-1' will not do; expected a width between 0.001 and 3"
            ),
            (
                "fitted: {lag: 9 d, turnover: 1 1/years}\nheld: {lag: {value: 9 d, within: 2, because: x}}",
                "3: held: 'lag' is also under 'fitted'; expected it in one of the two"
            ),
            (
                "fitted: {lag: 9 d}\nheld: {turnover: {value: 9 1/years, within: 2}}",
                "3: held.turnover.because: this key is required and missing; expected for example 'because: cells turn over within weeks'"
            ),
            (
                "fitted: {lag: 9 d, turnover: 1 1/years}\nsearch: {starts: 0}",
                "3: search.starts: '0' will not do; expected a number of starts between 1 and 1000"
            ),
        ])
    func faults(text: String, sentence: String) throws {
        #expect(try Self.complaints("scenarios: [a.yaml]\n" + text) == [sentence])
    }

    @Test("a pattern that matches no scenario is told, as is a file that is no plan")
    func files() throws {
        let fitted = "fitted: {lag: 9 d, turnover: 1 1/years}\n"
        #expect(
            try Self.complaints("scenarios: [none/*.yaml]\n" + fitted) == [
                "1: scenarios[1]: 'none/*.yaml' is no file beside this one; expected scenario files"
            ])
        #expect(
            try Self.complaints("title: x\nwoman: {}\n") == [
                "1: none of the keys of a plan is here; expected the keys scenarios, fitted and held"
            ])
    }
}
