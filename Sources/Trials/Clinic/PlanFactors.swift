import Exchange
import Modeling
import Physiology
import Solving
import Symbolics

/// What bears on her bone besides medicines, each moved alone while everything else is as the scenario says.
public struct PlanFactors: Sendable {
    /// One factor, moved, and what comes of it.
    public struct Factor: Sendable {
        /// `energy availability 25 kcal/kg/day`.
        public let name: String
        /// Of the spine and the hip at the end, in % of what they are as she is.
        public let spine: Double
        public let hip: Double
        /// Major osteoporotic fractures by the end, women of a thousand, more or fewer than as she is.
        public let fractures: Double
    }

    public let years: Double
    public let factors: [Factor]

    /// A factor and how it is moved.
    struct Slider: Sendable {
        let name: String
        let move: @Sendable (inout Scenario) -> Void
    }

    /// Conditions as strong as people have them: half again the cortisol, twice the cytokines.
    static func sliders(_ scenario: Scenario) -> [Slider] {
        func condition(_ name: String, _ kind: Condition.Kind) -> Slider {
            Slider(name: name) { changed in
                changed.woman.conditions.append(Condition(kind, until: changed.horizon))
            }
        }
        func taken(_ name: String, _ medicines: [(String, Quantity)]) -> Slider {
            Slider(name: name) { changed in
                changed.therapy += medicines.map { medicine, dose in
                    Treatment(
                        medicine: medicine, form: "oral", dose: dose, every: 1, until: changed.horizon, food: .fed,
                        allowsOverlap: true)
                }
            }
        }
        let weight = scenario.woman.weight.value(in: "kg") ?? .nan
        var sliders = [
            taken("500 mg more calcium a day", [("calcium", Quantity(500, "mg"))]),
            taken("20 ug of vitamin D a day", [("cholecalciferol", Quantity(20, "ug"))]),
            condition("stress: half again her cortisol", .cortisolExcess(factor: 1.5)),
            condition("inflammation: twice IL-6 and TNF-alpha", .inflammation(factor: 2)),
            condition("insulin resistance, HOMA-IR 5", .insulinResistance(homaIR: 5)),
            condition("energy availability 20 kcal/kg/day", .energyDeficit(availability: Quantity(20, "kcal/kg/day"))),
            Slider(name: "15 kg lighter") { $0.woman.weight = Quantity(weight - 15, "kg") },
            Slider(name: "15 kg heavier") { $0.woman.weight = Quantity(weight + 15, "kg") },
        ]
        let smokes = scenario.woman.smoking
        sliders.append(Slider(name: smokes ? "without smoking" : "smoking") { $0.woman.smoking.toggle() })
        // What she has already cannot be added.
        return sliders.filter { slider in
            var moved = scenario
            slider.move(&moved)
            let kinds = moved.woman.conditions.map(\.kind.name)
            return Set(kinds).count == kinds.count && (WomanLimits.weight ~= (moved.woman.weight.value(in: "kg") ?? 0))
        }
    }

    /// - Throws: `CancellationError`, or `SolverError` if a run cannot be integrated.
    public init(_ scenario: Scenario, resolution: Resolution = .auto, tolerances: Tolerances? = nil) async throws {
        var asShe = scenario
        asShe.compare = []
        asShe.reportInterval = asShe.horizon
        let base = try Simulation(asShe, resolution: resolution, tolerances: tolerances)
        let still = asShe
        factors = try await concurrently(Self.sliders(scenario)) { slider in
            var moved = still
            slider.move(&moved)
            let run = try Simulation(moved, resolution: resolution, tolerances: tolerances)
            func last(_ simulation: Simulation, _ output: String) -> Double { simulation[output]?.last ?? .nan }
            func ratio(_ output: String) -> Double { 100 * (last(run, output) / last(base, output) - 1) }
            let fractures = "fracture.majorOsteoporotic"
            return Factor(
                name: slider.name, spine: ratio("density.lumbarSpine"), hip: ratio("density.totalHip"),
                // From per cent to women of a thousand.
                fractures: 10 * (last(run, fractures) - last(base, fractures)))
        }
        years = scenario.years
    }
}

extension Condition.Kind {
    /// The same for all severities.
    fileprivate var name: String {
        switch self {
        case .thyrotoxicosis: "thyrotoxicosis"
        case .hypothyroidism: "hypothyroidism"
        case .cortisolExcess: "cortisolExcess"
        case .inflammation: "inflammation"
        case .insulinResistance: "insulinResistance"
        case .energyDeficit: "energyDeficit"
        }
    }
}
