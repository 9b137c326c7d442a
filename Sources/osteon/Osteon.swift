import ArgumentParser
import Exchange
import Modeling
import Symbolics
import Physiology

@main
struct Osteon: ParsableCommand {
    @Argument var file: String
    @Flag var raw = false
    func run() throws {
        let clock = ContinuousClock()
        let t0 = clock.now
        let scenario = try ScenarioReader(catalogue: Medicines.catalogue).read(file: file)
        let s = try Simulation(scenario, extraTimes: [0.25, 0.5, 1, 2, 3], raw: raw)
        print(clock.now - t0, s.statistics)
        for o in s.model.outputs where !o.name.hasPrefix("tScore") { print(o.name, o.unit, [0, 0.25, 0.5, 1, 2, 3].map { s.value(o.name, at: $0) ?? .nan }) }
    }
}
