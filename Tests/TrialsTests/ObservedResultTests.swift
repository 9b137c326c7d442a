import Evidence
import Exchange
import Foundation
import Physiology
import Testing
import Trials

@Suite("Reading a published row for a scenario")
struct ObservedResultTests {
    /// One row of an evidence file, everything not said being as in an ordinary trial of density.
    private func row(
        endpoint: String = "BMD", site: String = "LS", assay: String = "DXA", time: String = "24",
        clock: String = "month", value: String = "-2", unit: String = "%", kind: String = "pct_change_baseline",
        note: String = ""
    ) throws -> Observation {
        let fields: [(String, String)] = [
            ("row", "T0001"), ("use", "calibrate"), ("domain", "hormone therapy"), ("study_id", "T"),
            ("study_name", "T"),
            ("year", "2000"), ("design", "trial"), ("population", "women"), ("n_arm", "100"), ("age_mean", ""),
            ("age_sd", ""), ("years_since_menopause", ""), ("baseline_note", ""), ("arm", "a"), ("regimen", "none"),
            ("endpoint", endpoint), ("site", site), ("assay", assay), ("time_value", time), ("time_unit", clock),
            ("value", value), ("unit", unit), ("value_kind", kind), ("dispersion_kind", "none"), ("dispersion_lo", ""),
            ("dispersion_hi", ""), ("comparator", ""), ("citation", "a test"), ("source_kind", "derived"),
            ("note", note),
        ]
        let text = [fields.map(\.0), fields.map(\.1)].map { $0.joined(separator: ",") }.joined(separator: "\n")
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("trials-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(text.utf8).write(to: folder.appendingPathComponent("observations.csv"))
        return try EvidenceLibrary(folder: folder).observation("T0001")
    }

    private func scenario(
        years: Int = 5, therapy: String = "[]", comparator: String? = nil, menopause: Double? = 51
    ) throws -> Scenario {
        let end = menopause.map { "  menopause: {age: \($0) years, kind: natural}\n" } ?? ""
        return try Examples.reader.read(
            text: "woman:\n  age: 50 years\n\(end)therapy: \(therapy)\nsimulate: {years: \(years), report: 6 months}\n"
                + (comparator.map { "comparator: \($0)\n" } ?? ""),
            name: "a.yaml")
    }

    private func refusal(_ observation: Observation, in scenario: Scenario) -> String? {
        do {
            _ = try ObservedResult(observation, in: scenario)
            return nil
        } catch { return error.description }
    }

    private let patch = "[{medicine: estradiol, form: patch, dose: 50 ug/day, until: 3 years}]"

    @Test(
        "an ordinary row runs from the start to its time",
        arguments: [("24", "month", 2.0), ("3", "year", 3), ("52", "week", 364 / 365.25)])
    func ordinary(time: String, clock: String, end: Double) throws {
        let result = try ObservedResult(row(time: time, clock: clock), in: scenario())
        #expect(result.output == "density.lumbarSpine" && result.measure == .percentChange)
        #expect(result.from == 0 && abs(result.to - end) < 1e-9 && result.observed == -2)
    }

    @Test("a window in the note is where the change begins and ends")
    func window() throws {
        let note = "cumulative [window -1 to 2 year_from_FMP; time_value is its end]"
        let result = try ObservedResult(row(time: "2", clock: "year_from_FMP", note: note), in: scenario(menopause: 52))
        // She is 50; her final period is two years away.
        #expect(abs(result.from - 1) < 1e-9 && abs(result.to - 4) < 1e-9)
        let months = try ObservedResult(row(time: "24", note: "[window 12 to 24 month]"), in: scenario())
        #expect(abs(months.from - 1) < 1e-9 && abs(months.to - 2) < 1e-9)
        let atPeriod = try ObservedResult(
            row(time: "0", clock: "year_from_FMP", kind: "pct_per_year", note: "[window -2 to 0 year_from_FMP]"),
            in: scenario(menopause: 53))
        #expect(abs(atPeriod.from - 1) < 1e-9 && abs(atPeriod.to - 3) < 1e-9 && atPeriod.measure == .percentPerYear)
    }

    @Test("time after stopping counts from the end of the therapy that ends, not of what goes on")
    func stopClock() throws {
        let first = try ObservedResult(
            row(time: "1", clock: "year after stop", kind: "pct_per_year"), in: scenario(therapy: patch))
        #expect(abs(first.from - 3) < 1e-9 && abs(first.to - 4) < 1e-9)
        let second = try ObservedResult(
            row(time: "2", clock: "year after stop", note: "[window 1 to 2 year after stop]"),
            in: scenario(therapy: patch))
        #expect(abs(second.from - 4) < 1e-9 && abs(second.to - 5) < 1e-9)
        let calcium =
            "[{medicine: estradiol, form: patch, dose: 50 ug/day, until: 3 years}, "
            + "{medicine: calcium, form: oral, dose: 500 mg, every: 1 day}]"
        let goesOn = try ObservedResult(row(time: "1", clock: "year after stop"), in: scenario(therapy: calcium))
        #expect(abs(goesOn.from - 3) < 1e-9)
        #expect(try refusal(row(time: "1", clock: "year after stop"), in: scenario())?.contains("clock") == true)
    }

    @Test("time from the final period needs a menopause in the scenario")
    func finalPeriod() throws {
        let observation = try row(time: "1", clock: "year_from_FMP")
        #expect(abs(try ObservedResult(observation, in: scenario(menopause: 52)).from - 2) < 1e-9)
        #expect(try refusal(observation, in: scenario(menopause: nil))?.contains("clock") == true)
    }

    @Test("a difference between arms needs the other arm")
    func comparator() throws {
        let observation = try row(kind: "pct_difference_vs_comparator")
        #expect(try refusal(observation, in: scenario())?.contains("comparator") == true)
        #expect(try ObservedResult(observation, in: scenario(comparator: "b.yaml")).measure == .percentDifference)
        let treated = try Simulation(scenario(therapy: patch))
        let untreated = try Simulation(scenario())
        let result = try ObservedResult(observation, in: scenario(comparator: "b.yaml"))
        #expect(result.simulated(treated, comparator: nil) == nil)
        func change(_ run: Simulation) throws -> Double {
            let (before, after) = (run.value("density.lumbarSpine", at: 0), run.value("density.lumbarSpine", at: 2))
            return try 100 * (#require(after) / #require(before) - 1)
        }
        let difference = try #require(result.simulated(treated, comparator: untreated))
        #expect(abs(difference - (try change(treated) - change(untreated))) < 1e-9)
        #expect(difference > 2)
    }

    @Test("quantitative CT is never judged against DXA, nor DXA against it")
    func computedTomography() throws {
        func output(_ observation: Observation) throws -> String {
            try ObservedResult(observation, in: scenario()).output
        }
        #expect(try output(row(site: "LS_trabecular", assay: "QCT")) == "density.lumbarSpineTrabecular")
        #expect(try output(row(site: "LS", assay: "QCT trabecular T12-L3")) == "density.lumbarSpineTrabecular")
        #expect(try output(row(site: "LS")) == "density.lumbarSpine")
        #expect(try refusal(row(site: "LS_trabecular"), in: scenario()) != nil, "DXA sees no trabecular bone alone")
        #expect(try refusal(row(site: "TH", assay: "QCT integral vBMD"), in: scenario()) != nil)
        #expect(try refusal(row(site: "radius", assay: "HRpQCT total vBMD"), in: scenario()) != nil)
        #expect(try refusal(row(site: "FN", assay: "qct"), in: scenario()) != nil)
    }

    @Test("the rows of CT studies in the evidence obey it too", arguments: ["O0124", "O0644", "O0776", "O0692"])
    func bundledComputedTomography(id: String) throws {
        let observation = try EvidenceLibrary.bundled.observation(id)
        let output = try? ObservedResult(observation, in: scenario()).output
        #expect(output == nil || output == "density.lumbarSpineTrabecular", "\(id) is read as \(output ?? "")")
    }

    @Test("an absolute level must be in the output's own unit, and is read at its time")
    func absolute() throws {
        let level = try ObservedResult(
            row(
                endpoint: "serum_E2", site: "NA", assay: "LC-MS", time: "12", value: "43", unit: "pg/mL",
                kind: "absolute"),
            in: scenario())
        #expect(level.output == "serum.estradiol" && level.measure == .absolute && abs(level.to - 1) < 1e-9)
        let reason = try refusal(
            row(endpoint: "serum_E2", site: "NA", value: "43", unit: "pmol/L", kind: "absolute"), in: scenario())
        #expect(reason?.contains("pmol/L") == true)
    }

    @Test("an absolute density is in g/cm2, or mg/cm3 by CT, and in nothing else")
    func absoluteDensity() throws {
        let area = try row(value: "0.9", unit: "g/cm2", kind: "absolute")
        let volume = try row(site: "LS_trabecular", assay: "QCT", value: "110", unit: "mg/cm3", kind: "absolute")
        #expect(try refusal(area, in: scenario()) == nil)
        #expect(try refusal(volume, in: scenario()) == nil)
        #expect(try refusal(row(value: "0.9", unit: "ng/mL", kind: "absolute"), in: scenario()) != nil)
        let marker = try row(endpoint: "CTX", site: "NA", value: "0.4", unit: "ng/mL", kind: "absolute")
        #expect(try refusal(marker, in: scenario()) != nil)
    }

    @Test("what no output stands for is refused with a reason that names the row")
    func refusals() throws {
        let cases = [
            try row(endpoint: "spine_fracture"), try row(site: "heel"), try row(value: ""), try row(time: "NA"),
            try row(time: "10", clock: "year"), try row(kind: "hazard_ratio"), try row(clock: "age_year"),
            try row(time: "0"), try row(time: "-1", clock: "year_from_FMP", note: "[window -5 to -1 year_from_FMP]"),
        ]
        for observation in cases {
            let reason = refusal(observation, in: try scenario())
            let isRefused = reason?.hasPrefix("T0001 cannot be compared") == true
            #expect(isRefused, "\(observation.endpoint) \(observation.time): \(reason ?? "accepted")")
        }
    }

    @Test("percentages are of the value at the window's beginning, a rate is per year of the window")
    func arithmetic() throws {
        let run = try Simulation(scenario())
        let window = try ObservedResult(
            row(time: "36", kind: "pct_per_year", note: "[window 12 to 36 month]"), in: scenario())
        let from = try #require(run.value("density.lumbarSpine", at: 1))
        let to = try #require(run.value("density.lumbarSpine", at: 3))
        #expect(abs(try #require(window.simulated(run, comparator: nil)) - 100 * (to / from - 1) / 2) < 1e-9)
        let marker = try ObservedResult(row(endpoint: "CTX", site: "NA", assay: "serum", value: "20"), in: scenario())
        let rise = try #require(marker.simulated(run, comparator: nil))
        #expect(marker.output == "marker.CTX" && rise > 5)
    }

    @Test("close means inside the interval or within 1.5 points of density, 10 of a marker; a level has no such points")
    func closeness() throws {
        let text =
            "woman:\n  age: 50 years\n  menopause: {age: 51 years, kind: natural}\n"
            + "simulate: {years: 2, report: 6 months}\n"
        // WHAM row of two years: any scenario will do for the arithmetic.
        let run = try ScenarioComparison(Examples.reader.read(text: text + "compare: [O0439, O0440, O0145]\n", name: "a.yaml"))
        #expect(run.comparisons.count == 2 && run.notCompared.map(\.id) == ["O0145"])
        for comparison in run.comparisons {
            #expect(comparison.result.tolerance == 1.5)
            #expect(abs(comparison.misfit - (comparison.simulated - comparison.result.observed)) < 1e-12)
            #expect(comparison.isClose == (abs(comparison.misfit) <= 1.5))
        }
        #expect(throws: EvidenceError.self) {
            try ScenarioComparison(Examples.reader.read(text: text + "compare: [O9999]\n", name: "a.yaml"))
        }
    }
}
