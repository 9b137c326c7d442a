import Exchange
import Foundation
import Reporting
import Solving
import Symbolics
import Testing

/// Numbers are those of `science/` and the files' own README, from runs of the papers' equations elsewhere.
@Suite(
    "Published models read from SBML do what was published", .enabled(if: SharedModels.arePresent, SharedModels.absence)
)
struct PublishedModelTests {
    @Test("Lemaire 2004 rests at its published cell counts (pM)")
    func lemaire() throws {
        let course = try SharedModels.course("BIOMD0000000278", duration: 1000, steps: 1, ["R", "B", "C"])
        for (found, published) in zip(course.rows[1], [7.734e-4, 7.283e-4, 9.128e-4]) {
            #expect(abs(found / published - 1) < 1e-3)
        }
    }

    @Test("Komarova 2003 returns to the steady state of its power laws after one remodelling event")
    func komarova() throws {
        // x1* = 1.0607 osteoclasts and x2* = 212.13 osteoblasts (bone_models_other.md, 2).
        let course = try SharedModels.course("BIOMD0000000148", duration: 1000, steps: 1000, ["x1", "x2", "z"])
        let end = try #require(course.rows.last)
        #expect(abs(end[0] - 1.0607) < 1e-3)
        #expect(abs(end[1] - 212.13) < 0.1)
        // Osteoblasts follow the osteoclasts, and the flags that events set let bone mass move at all.
        #expect(try #require(course.rows.map { $0[1] }.max()) > 300)
        #expect(abs(end[2] - 100) > 1)
    }

    @Test("Komarova 2005 stays where it starts, at the steady state without parathyroid hormone")
    func komarova2005() throws {
        let course = try SharedModels.course("BIOMD0000000279", duration: 100, steps: 1, ["x1", "x2"])
        #expect(abs(course.rows[1][0] - 1.0607) < 1e-3)
        #expect(abs(course.rows[1][1] - 212.13) < 0.1)
    }

    @Test("Graham 2013 resorbs bone within days and forms it again within its cycle of 100 days")
    func graham() throws {
        let course = try SharedModels.course(
            "BIOMD0000000721", duration: 100, steps: 100, ["Osteocytes__S", "Bone_volume__z"])
        let volume = course.rows.map { $0[1] }
        let least = try #require(volume.indices.min { volume[$0] < volume[$1] })
        #expect((2...20).contains(least))
        #expect(volume[least] < 95)
        #expect(abs(volume[100] - 100) < 1)
        #expect(abs(course.rows[100][0] - 200) < 0.1)
    }

    @Test("Peterson and Riggs 2010 stays at its baseline for a year")
    func petersonRiggsAtRest() throws {
        // Calcium drifts by 0.002 % (README of the files); the file's own doses are switched off.
        let run = try ImportedRun(
            scenario(
                years: 1,
                mapping: ModelMapping(
                    timeUnit: 1.0 / 24, changes: [.init(parameter: "teri_times_initial", value: -1)],
                    outputs: ["P", "PTH"])),
            model: SharedModels.model("BIOMD0000000613"))
        let end = try #require(run.rows.last)
        #expect(abs(end[0] / 32.9 - 1) < 5e-5)
    }

    @Test("Its own first dose of 20 µg of teriparatide raises parathyroid hormone to 30.51 pM")
    func petersonRiggsDose() throws {
        // At 12 h, by an event whose condition holds for an instant only; PTH is in pmol in 14 L.
        let course = try SharedModels.course("BIOMD0000000613", duration: 14, steps: 1400, ["PTH"])
        let peak = try #require(course.rows.map { $0[0] }.max())
        #expect(abs(peak / 14 - 30.51) < 0.01)
    }

    @Test("The same dose, given by a scenario, does the same")
    func dosedByScenario() throws {
        let run = try ImportedRun(Self.teriparatide, model: SharedModels.model("BIOMD0000000613"), raw: true)
        // The first dose is at time zero here.
        let peak = try #require(run["PTH"]?.prefix(100).max())
        #expect(abs(peak / 14 - 30.51) < 0.02)
    }

    @Test("Full resolution, which batches women, follows the same doses")
    func fullResolution() throws {
        // A model without triggers, so that every way of solving can have it.
        let scenario = scenario(years: 0.2, mapping: ModelMapping(timeUnit: 1, outputs: ["R", "B", "C"]))
        let model = try SharedModels.model("BIOMD0000000278")
        let reference = try ImportedRun(scenario, model: model, resolution: .reference)
        let full = try ImportedRun(scenario, model: model, resolution: .full)
        for (a, b) in zip(reference.rows, full.rows) {
            for (x, y) in zip(a, b) { #expect(abs(x - y) < 1e-4 * abs(x)) }
        }
    }

    @Test("The cycle of Röblitz 2013 is 28 days, with a surge of LH and a luteal rise of progesterone")
    func cycle() throws {
        // Period 28.2 d, LH to 125 IU/L, P4 to 16 ng/mL with both analogues' doses set to zero (axes_models.md, 1.3).
        let run = try ImportedRun(
            scenario(
                years: 0.5, report: 0.1,
                mapping: ModelMapping(
                    changes: [.init(parameter: "p272", value: 0), .init(parameter: "p472", value: 0)],
                    outputs: ["LH_bld", "P4"])),
            model: SharedModels.model("BIOMD0000000494_Roblitz2013_GynCycle"))
        let lh = try #require(run["LH_bld"])
        let peaks = lh.indices.dropFirst().dropLast().filter {
            lh[$0] > 60 && lh[$0] > lh[$0 - 1] && lh[$0] >= lh[$0 + 1]
        }.map { run.times[$0] }
        try #require(peaks.count >= 3)
        let period = (peaks[peaks.count - 1] - peaks[0]) / Double(peaks.count - 1)
        #expect(abs(period - 28.2) < 0.3)
        #expect(abs(try #require(lh.max()) - 125) < 5)
        #expect(abs(try #require(run["P4"]?.max()) - 16) < 1)
    }

    @Test(
        "The published models of the adrenal axis load and run",
        arguments: [
            "MODEL0478740924_Kyrylov2005_HPA", "MODEL0911270004_GonzalezHeydrich1994_HPA",
            "MODEL1006230036_Gupta2007_HPA_modelB",
            "MODEL1006230060_Liu1999_HPA_pulsatile", "MODEL1006230111_Gupta2007_HPA_modelA",
        ])
    func adrenalAxis(name: String) throws {
        let model = try SharedModels.model(name)
        let course = try SharedModels.course(name, duration: 200, steps: 20, model.moving)
        #expect(course.rows.allSatisfy { $0.allSatisfy(\.isFinite) })
    }

    private func scenario(years: Double, report: Double = 30, mapping: ModelMapping) -> Scenario {
        Scenario(
            title: "published", woman: Self.woman, horizon: years * Unit.daysPerYear, reportInterval: report,
            mapping: mapping)
    }

    private static let woman = Woman(age: 60 * Unit.daysPerYear)

    private static let teriparatide = Scenario(
        title: "teriparatide", woman: woman,
        therapy: [
            Treatment(
                medicine: "teriparatide", form: "subcutaneous", dose: Quantity(20, "ug"), every: 1, from: 0, until: 2)
        ],
        horizon: 2, reportInterval: 0.01 / 24,
        mapping: ModelMapping(
            timeUnit: 1.0 / 24,
            entries: [.init(medicine: "teriparatide", target: "TERISC", increase: 4856.96, dose: Quantity(20, "ug"))],
            changes: [.init(parameter: "teri_times_initial", value: -1)], outputs: ["PTH"]))
}
