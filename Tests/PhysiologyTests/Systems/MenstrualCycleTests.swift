import Exchange
import Modeling
import Solving
import Symbolics
import Testing

@testable import Physiology

/// Surroundings of the resolved ovary, held still: its reserve and what other tissues make.
private struct Surroundings: Component {
    let path = "surroundings"
    let summary = "What an isolated ovary is held in."

    func define(in b: ComponentBuilder) {
        _ = b.control("reserve", 25_000, .one, "Follicles")
        _ = b.control("estradiol", 6.099e-9 / Physiology.Substance.estradiol.molarMass, "mol/L", "Peripheral estradiol")
        _ = b.control("estrone", 0, "mol/L", "Peripheral estrone")
        _ = b.control("progestin", 0, .one, "Progestin")
        _ = b.control("driveChange", 0, .one, "Change of the drive")
    }
}

@Suite("The menstrual cycle, resolved")
struct MenstrualCycleTests {
    /// The ovary and the pituitary alone, at days from one day after a surge.
    private func isolated(_ controls: [String: Double] = [:], at days: [Double]) throws -> Trajectory {
        var assembly = Assembly("cycle")
        assembly.add(Surroundings())
        assembly.add(MenstrualCycle())
        assembly.add(CyclicPituitary())
        assembly.connect(
            to: "axes.ovary",
            [
                "reserve": "surroundings.reserve", "peripheralEstradiol": "surroundings.estradiol",
                "peripheralEstrone": "surroundings.estrone", "LH": "axes.pituitary.LH", "FSH": "axes.pituitary.FSH",
                "progestinSuppression": "surroundings.progestin", "driveChange": "surroundings.driveChange",
            ])
        assembly.connect(
            to: "axes.pituitary",
            [
                "drive": "axes.ovary.drive", "estradiol": "axes.ovary.estradiolSeen",
                "progesterone": "axes.ovary.progesteroneSeen", "smallFollicles": "axes.ovary.smallFolliclesPresent",
                "inhibinAMade": "axes.ovary.inhibinAMade",
            ])
        assembly.add(SerumProbe())
        assembly.connect(
            to: "probe", ["estradiol": "axes.ovary.estradiol", "progesterone": "axes.ovary.progesterone"])
        let compiled = try CompiledModel(assembly.model())
        let parameters = try compiled.parameterValues()
        var values = compiled.controlValues
        for (index, control) in compiled.model.controls.enumerated() {
            values[index] = controls[control.name] ?? values[index]
        }
        return try CVODES(tolerances: Tolerances(relative: 1e-8)).solve(
            InitialValueProblem(
                compiled, parameters: parameters, controls: values,
                initialState: compiled.restingState(parameters: parameters), span: 0...(days.last ?? 0), events: []),
            samples: days.map { .instant($0) })
    }

    @Test("A2: days 0, 7, 14, 21 and 26 agree with an independent solution of the same equations to 1 %")
    func checkValues() throws {
        let seen = try isolated(at: [0, 7, 14, 21, 26])
        let expected: [String: [Double]] = [
            "serum.LH": [5.455, 5.090, 4.813, 4.450, 10.463], "serum.FSH": [7.462, 4.343, 5.518, 8.034, 6.903],
            "probe.estradiol": [95.84, 135.31, 31.62, 52.48, 178.09],
            "probe.progesterone": [3.657, 10.496, 0.593, 0.203, 0.207],
        ]
        for (name, values) in expected {
            for (mine, other) in zip(try seen.series(name), values) {
                #expect(abs(mine / other - 1) < 0.01, "\(name): \(mine) against \(other)")
            }
        }
    }

    @Test("A2: an ovulatory cycle lasts 28 days, LH peaks near 50 IU/L, progesterone exceeds 5 ng/mL for 8 to 14 days")
    func cycle() throws {
        let step = 0.05
        let days = Array(stride(from: 0.0, through: 290, by: step))
        let seen = try isolated(at: days)
        let (lh, progesterone) = (try seen.series("serum.LH"), try seen.series("probe.progesterone"))
        let surges = days.indices.dropFirst().dropLast().filter {
            lh[$0] > 20 && lh[$0] > lh[$0 - 1] && lh[$0] >= lh[$0 + 1]
        }
        let length = (days[surges[surges.count - 1]] - days[surges[0]]) / Double(surges.count - 1)
        let luteal = Double(progesterone[surges[1]..<surges[2]].filter { $0 > 5 }.count) * step
        print("cycle \(length) days, LH \(lh[surges[2]]), luteal \(luteal) days")
        #expect(abs(length - MenstrualCycle.length) < 0.05)
        #expect((40...60).contains(lh[surges[2]]))
        #expect((8...14).contains(luteal) && (10...15).contains(progesterone.max() ?? 0))
    }

    @Test(
        "A1: it comes to rest without follicles, under progestin, with little drive and without ovaries",
        arguments: [
            (["surroundings.reserve": 20.0], [33.48, 76.31, 6.34]),
            (["surroundings.progestin": 3 / 1.25], [3.44, 7.39, 25.18]),
            (["surroundings.driveChange": -0.7], [2.29, 6.20, 27.31]),
            (["axes.ovary.present": 0], [33.87, 77.20, 6.10]),
        ] as [([String: Double], [Double])])
    func steadyStates(controls: [String: Double], expected: [Double]) throws {
        let seen = try isolated(controls, at: [2_000])
        let found = try ["serum.LH", "serum.FSH", "probe.estradiol"].map { try seen.series($0)[0] }
        for (mine, other) in zip(found, expected) { #expect(abs(mine / other - 1) < 0.01, "\(found) \(expected)") }
    }

    @Test("averaged and resolved ovary agree: estradiol, progesterone and FSH over a year, spine over ten years")
    func averagedAgainstResolved() throws {
        func year(_ ovary: OvaryResolution) throws -> Trajectory {
            var experiment = Experiment(woman: .aged(30))
            experiment.ovary = ovary
            return try experiment.run([
                .average(from: 0, to: 13 * MenstrualCycle.length), .instant(10 * Unit.daysPerYear),
            ])
        }
        let (averaged, resolved) = (try year(.averaged), try year(.resolved))
        func ratio(_ output: String, _ sample: Int) throws -> Double {
            try resolved.series(output)[sample] / averaged.series(output)[sample]
        }
        for name in ["serum.estradiol", "serum.progesterone", "serum.FSH", "serum.LH", "receptor.ER", "receptor.PRB"] {
            print(name, "resolved over averaged:", try ratio(name, 0))
        }
        print("spine after ten years:", try ratio("density.lumbarSpine", 1))
        for name in ["serum.estradiol", "serum.progesterone", "serum.FSH", "serum.LH"] {
            #expect(abs(try ratio(name, 0) - 1) < 0.15, "\(name)")
        }
        #expect(abs(try ratio("receptor.ER", 0) - 1) < 0.05)
        #expect(abs(try ratio("density.lumbarSpine", 1) - 1) < 0.002)
    }
}

/// Estradiol and progesterone in the units of the laboratory.
private struct SerumProbe: Component {
    let path = "probe"
    let summary = "Serum levels of an isolated ovary."

    func define(in b: ComponentBuilder) {
        let estradiol = b.input("estradiol", "mol/L", "Estradiol")
        let progesterone = b.input("progesterone", "mol/L", "Progesterone")
        b.output("probe.estradiol", "pg/mL", estradiol * b.molarMass(of: .estradiol), "Estradiol")
        b.output("probe.progesterone", "ng/mL", progesterone * b.molarMass(of: .progesterone), "Progesterone")
    }
}
