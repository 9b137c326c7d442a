import Modeling
import Solving
import Symbolics
import Testing

@testable import Physiology

/// What the calcium axis needs of the rest of a woman, set by hand.
private struct Bench: Component {
    let path = "bench"
    let summary = "Inputs of the calcium axis."

    func define(in b: ComponentBuilder) {
        _ = b.control("cells", 1, .one, "Formation and resorption")
        _ = b.control("turnover", 0.05, "1/years", "Turnover of the skeleton")
        _ = b.control("release", 0, "mmol/d", "Calcium from bone")
        _ = b.control("intake", 800, "mg/d", "Calcium intake")
        _ = b.control("supplement", 0, "mg/d", "Calcium from tablets")
        _ = b.control("vitaminD", 60, "nmol/L", "25-hydroxyvitamin D")
        _ = b.control("age", 40, .years, "Age")
    }

    static func model() throws -> Model {
        var assembly = Assembly("calcium axis")
        assembly.add(Bench())
        assembly.add(Parathyroid())
        assembly.add(VitaminD())
        assembly.add(CalciumBalance())
        assembly.add(Phosphate())
        let (gland, kidney) = ("axes.calcium", "axes.calcium.balance")
        assembly.connect(
            to: gland,
            [
                "calcium": "\(kidney).calcium", "serumCalcium": "\(kidney).serumCalcium",
                "calcitriol": "\(gland).vitaminD.calcitriol", "age": "bench.age",
            ])
        assembly.connect(
            to: "\(gland).vitaminD",
            ["usual": "bench.vitaminD", "PTH": "\(gland).PTHHeard", "phosphate": "\(gland).phosphate.atUsualTurnover"])
        assembly.connect(
            to: kidney,
            [
                "intake": "bench.intake", "supplement": "bench.supplement",
                "vitaminD": "\(gland).vitaminD.onAbsorption",
                "PTH": "\(gland).PTHHeard", "serumPTH": "\(gland).PTHRelative",
                "calcitriol": "\(gland).vitaminD.calcitriol", "formation": "bench.cells", "resorption": "bench.cells",
                "turnover": "bench.turnover", "release": "bench.release",
            ])
        assembly.connect(
            to: "\(gland).phosphate",
            [
                "fromBone": "\(kidney).fromBone", "filtration": "\(kidney).filtration", "PTH": "\(gland).PTHRelative",
            ])
        return try assembly.model()
    }
}

/// The small calcium axis beside the published model it was made from, fed with that model's calcium from bone.
@Suite("The calcium axis and the model it was made from")
struct CalciumAxisReferenceTests {
    /// PTH of both models, day after day.
    private func both(_ scenario: PetersonRiggsScenario, days: Int) throws -> [(mine: Double, published: Double)] {
        let windows = (0..<days).map { Sample.average(from: Double($0), to: Double($0) + 1) }
        let published = try scenario.solve(windows)
        let fromBone = try published.series("fromBone")
        let calcium = try published.series("calcium")
        let filtration = try published.series("filtration")
        let compiled = try CompiledModel(Bench.model())
        // The published model loses no calcium into the gut.
        let parameters = try compiled.parameterValues(replacing: ["axes.calcium.balance.endogenousLoss": 0])
        let exchange = try compiled.model.parameter("axes.calcium.balance.exchange").value
        let millimole = ("mmol/d" as Unit).factor
        var schedule = Schedule()
        for day in 0..<days {
            // Its own slow exchange with bone is in what the published bone gives already.
            let release = fromBone[day] - exchange * (1 - calcium[day] / 2.35)
            schedule.set("bench.release", to: release * millimole, at: Double(day))
            schedule.set("axes.calcium.balance.filtration", to: filtration[day] / filtration[0], at: Double(day))
        }
        let infused = scenario.controls["reference.petersonRiggs.gland.infusion"] ?? 0
        schedule.set("axes.calcium.infusion", to: infused * ("pmol/h" as Unit).factor, at: 0)
        let mine = try CVODES().solve(
            InitialValueProblem(
                compiled, parameters: parameters, controls: compiled.controlValues,
                initialState: compiled.restingState(parameters: parameters), span: 0...Double(days),
                events: schedule.events { _ in 0 }),
            samples: windows)
        let (a, b) = (try mine.series("serum.PTH"), try published.series("PTH"))
        return zip(a, b).map { ($0 / 9.4, $1) }
    }

    private func largest(_ pairs: ArraySlice<(mine: Double, published: Double)>) -> Double {
        pairs.map { abs($0.mine / $0.published - 1) }.max() ?? .nan
    }

    @Test("PTH infused for months: within 5 % of the published PTH from the fifth day")
    func infusion() throws {
        var scenario = PetersonRiggsScenario.untreated
        scenario.controls = ["reference.petersonRiggs.gland.infusion": 385]
        let difference = largest(try both(scenario, days: 170)[5...])
        print("PTH infused: \(difference)")
        #expect(difference < 0.05)
    }

    @Test("denosumab: within 20 % of the published PTH from the second week, and within 5 % from the third month")
    func denosumab() throws {
        let pairs = try both(.denosumabStopped, days: 168)
        let (early, late) = (largest(pairs[14...]), largest(pairs[84...]))
        print("denosumab: \(early), later \(late)")
        #expect(early < 0.2 && late < 0.05)
    }

    @Test("filtration that falls by two fifths: within 15 % of the published PTH")
    func kidney() throws {
        let scenario = try #require(PetersonRiggsScenario.all.last)
        let difference = largest(try both(scenario, days: 1200)[5...])
        print("falling filtration: \(difference)")
        #expect(difference < 0.15)
    }
}
