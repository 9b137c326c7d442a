import Exchange
import Modeling
import Physiology
import Solving
import Symbolics
import Testing

@Suite("Accuracy of a whole run")
struct AccuracyTests {
    @Test(
        "the default tolerances give a year of nightly estradiol and progesterone to a part in ten thousand",
        arguments: [Resolution.reference, .full])
    func defaults(_ resolution: Resolution) throws {
        let year = Unit.daysPerYear
        let scenario = Scenario(
            title: "nightly", woman: .aged(55, menopause: 51),
            therapy: [
                Treatment(medicine: "estradiol", form: "oral", dose: Quantity(1, "mg"), every: 1, until: year),
                Treatment(
                    medicine: "progesterone", form: "oral micronized", dose: Quantity(100, "mg"), every: 1, until: year,
                    food: .fasted),
            ], horizon: year, reportInterval: year / 4)
        let usual = try Simulation(scenario, resolution: resolution)
        let exact = try Simulation(
            scenario, resolution: .reference, tolerances: Tolerances(relative: 1e-9, absoluteShare: 1e-10))
        for output in usual.model.outputs where !["tScore.", "zScore."].contains(where: output.name.hasPrefix) {
            let pairs = try zip(#require(usual[output.name]), #require(exact[output.name]))
            for (value, truth) in pairs where truth != 0 {
                // What cumulates from zero counts in thousandths of a per cent.
                let least = output.name.hasPrefix("outcome.") || output.name.hasPrefix("fracture.") ? 1e-3 : 0
                #expect(
                    abs(value - truth) < 1e-4 * abs(truth) + least, "\(output.name): \(value) against \(truth)")
            }
        }
    }
}
