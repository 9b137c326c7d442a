import Modeling
import Solving
import Symbolics
import Testing

@testable import Physiology

/// A run of the published model: what is done to it, and how long it is watched.
struct PetersonRiggsScenario: Sendable, CustomTestStringConvertible {
    let name: String
    var controls: [String: Double] = [:]
    /// Controls that return to zero, with the hour.
    var untilHour: Double?
    var doses: (port: String, amount: Double, hours: [Double])?

    var testDescription: String { name }

    static let hour = 1.0 / 24

    /// Values at hours, just before anything given at that hour.
    func run(to hours: [Double]) throws -> Trajectory {
        try solve(hours.map { .instant($0 * Self.hour) })
    }

    /// Samples in days.
    func solve(_ samples: [Sample]) throws -> Trajectory {
        let compiled = try CompiledModel(PetersonRiggs.model())
        var schedule = Schedule()
        for (control, value) in controls.sorted(by: { $0.key < $1.key }) {
            let unit = try #require(compiled.model.controls.first { $0.name == control }).unit
            schedule.set(control, to: value * unit.factor, at: 0)
            if let untilHour { schedule.set(control, to: 0, at: untilHour * Self.hour) }
        }
        if let doses {
            let unit = try #require(compiled.model.dosePorts.first { $0.name == doses.port }).dose.unit
            for hour in doses.hours {
                schedule.dose(doses.amount * unit.factor, port: doses.port, at: hour * Self.hour)
            }
        }
        let problem = try InitialValueProblem(
            resting: compiled, span: 0...(samples.map(\.last).max() ?? 0), events: schedule.events { _ in 0 })
        return try CVODES(tolerances: Tolerances(relative: 1e-9, absoluteShare: 1e-11)).solve(problem, samples: samples)
    }

    private static let teriparatide = "reference.petersonRiggs.injections.teriparatideDose"
    private static let denosumab = "reference.petersonRiggs.injections.denosumabDose"
    private static let infusion = "reference.petersonRiggs.gland.infusion"
    private static let week = 168.0

    static let untreated = Self(name: "untreated")
    static let firstDose = Self(name: "teriparatide_20ug_qd_52wk_then_off", doses: (teriparatide, 20, [0]))
    static let denosumabStopped = Self(
        name: "denosumab_60mg_q6m_x4_then_off", doses: (denosumab, 60, [0, 24, 48, 72].map { $0 * week }))

    static let all = [
        untreated,
        Self(name: "pth_infusion_560pmol_h_28h", controls: [infusion: 560], untilHour: 28),
        Self(name: "pth_infusion_385pmol_h_180d", controls: [infusion: 385], untilHour: 180 * 24),
        Self(
            name: "teriparatide_20ug_qd_52wk_then_off",
            doses: (teriparatide, 20, (0..<364).map { Double($0) * 24 })),
        denosumabStopped,
        Self(
            name: "denosumab_arm_60mg_q6m_x8",
            doses: (denosumab, 60, (0..<8).map { Double($0) * 24 * week })),
        Self(name: "menopause_natural_age41_to_61", controls: ["reference.petersonRiggs.estrogen.followsAge": 1]),
        Self(name: "estrogen_step_to_0.5_10y", controls: ["reference.petersonRiggs.estrogen.imposed": 0.5]),
        Self(
            name: "gfr_decline_84mL_min_10y",
            controls: ["reference.petersonRiggs.kidney.filtrationLost": 84 / 16.667]),
    ]
}

@Suite("The published model of calcium and bone by Peterson and Riggs")
struct PetersonRiggsTests {
    @Test(
        "it follows another implementation of itself",
        .enabled(if: PublishedTrajectories.arePresent, PublishedTrajectories.absence),
        arguments: PetersonRiggsScenario.all)
    func trajectories(_ scenario: PetersonRiggsScenario) throws {
        let published = try PublishedTrajectories()
        let hours = try published.series(scenario.name, "PTH_pM").map(\.hours)
        let mine = try scenario.run(to: hours)
        var report = "\(scenario.name):"
        for (variable, output, limit, isRelative) in [
            ("PTH_pM", "PTH", 1e-4, true), ("Ca_mM", "calcium", 1e-4, true), ("PO4_mM", "phosphate", 1e-4, true),
            ("calcitriol_pM", "calcitriol", 1e-4, true), ("CTX_pct_of_baseline", "CTX", 0.01, false),
            ("BSAP_pct_of_baseline", "BSAP", 0.01, false), ("BMDls_pct", "spine", 0.001, false),
            ("BMDlsDEN_pct", "spineOnDenosumab", 0.001, false), ("BMDfn_pct", "femoralNeck", 0.001, false),
        ] {
            let expected = try published.series(scenario.name, variable)
            let values = try #require(mine[output])
            let differences = zip(expected, values).map { abs($1 - $0.value) / (isRelative ? $0.value : 1) }
            let worst = try #require(differences.indices.max { differences[$0] < differences[$1] })
            report += " \(output) \(differences[worst])"
            #expect(
                differences[worst] <= limit,
                "\(scenario.name), \(output) at \(hours[worst]) h: \(values[worst]) against \(expected[worst].value)")
        }
        print(report)
    }

    @Test("an injection of teriparatide peaks at 28.9 pM of PTH after 0.4 h, as printed with the model")
    func teriparatidePeak() throws {
        let hours = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6]
        let levels = try #require(PetersonRiggsScenario.firstDose.run(to: hours)["PTH"])
        for (level, printed) in zip(levels, [3.85, 19.59, 26.29, 28.62, 28.87, 28.17, 27.04]) {
            #expect(abs(level - printed) < 0.01, "\(level) against \(printed)")
        }
    }

    @Test("a week after denosumab calcium is low and PTH nearly twice its resting value, as in the published model")
    func firstWeekOfDenosumab() throws {
        let seen = try PetersonRiggsScenario.denosumabStopped.run(to: [0, 168])
        for (output, printed) in [("CTX", 14.61), ("calcium", 2.2058), ("PTH", 7.152), ("denosumab", 7480.7)] {
            let value = try #require(seen[output])[1]
            #expect(abs(value / printed - 1) < 5e-4, "\(output) \(value) against \(printed)")
        }
    }

    @Test("twice the OPG changes next to nothing in it, which is why its cells are not used here")
    func inertOPG() throws {
        let compiled = try CompiledModel(PetersonRiggs.model())
        func osteoclasts(_ factor: Double) throws -> Double {
            let name = "reference.petersonRiggs.cytokines.k1"
            let value = try compiled.model.parameter(name)
            let parameters = try compiled.parameterValues(replacing: [name: factor * value.value * value.unit.factor])
            let problem = InitialValueProblem(
                compiled, parameters: parameters, controls: compiled.controlValues,
                initialState: compiled.restingState(parameters: parameters), span: 0...365)
            return try #require(CVODES().solve(problem, samples: [.instant(365)])["CTX"])[0]
        }
        #expect(abs(try osteoclasts(2) - osteoclasts(1)) < 0.5)
    }
}
