import Exchange
import Modeling
import Physiology
import Solving
import Symbolics

/// How the spine answers to estradiol: one woman after menopause on patches of rising strength for two years.
///
/// Patches, because they bring estradiol without the estrone and the liver's answer that tablets add.
public struct EstradiolResponse: Sendable {
    public struct Point: Sendable, Hashable {
        /// Release of the patch, in ug a day.
        public let patch: Double
        /// In serum, in pg/mL, mean over the last interval.
        public let estradiol: Double
        /// Of the spine, in % over the two years.
        public let spine: Double
    }

    /// In order of strength; the first is without any.
    public let points: [Point]

    /// Releases in ug a day: those marketed, none, and one below them.
    static let patches = [0, 7, 14, 25, 37.5, 50, 75, 100.0]
    private static let years = 2.0

    /// - Throws: `SolverError` if a run cannot be integrated.
    public init(_ woman: Woman, resolution: Resolution = .auto, tolerances: Tolerances? = nil) throws {
        let days = Self.years * Unit.daysPerYear
        func patch(_ release: Double) -> Treatment {
            Treatment(medicine: "estradiol", form: "patch", dose: Quantity(release, "ug/day"), until: days)
        }
        let scenario = Scenario(
            title: "answer to estradiol", woman: woman, therapy: [patch(50)], horizon: days, reportInterval: days)
        let prepared = try PreparedScenario(scenario, closeLooks: false)
        let outputs = ["serum.estradiol", "density.lumbarSpine"]
        let columns = outputs.compactMap { name in prepared.model.outputs.firstIndex { $0.name == name } }
        let solver = try ScenarioSolver(prepared, resolution: resolution, tolerances: tolerances, outputs: columns)
        let problems = try Self.patches.map { release in
            try prepared.problem(ownTherapy: release > 0 ? [patch(release)] : [])
        }
        points = try zip(Self.patches, solver.trajectories(of: problems)).map { release, trajectory in
            let rows = prepared.rows(of: try trajectory.get(), columns: columns)
            let last = rows.count - 2
            return Point(patch: release, estradiol: rows[last], spine: 100 * (rows[last + 1] / rows[1] - 1))
        }
    }

    /// How much of what the strongest patch saves a level saves, as a share; linear between patches.
    public func share(at estradiol: Double) -> Double {
        guard let first = points.first, let last = points.last, last.spine > first.spine else { return .nan }
        let above = points.firstIndex { $0.estradiol >= estradiol } ?? points.count - 1
        guard above > 0 else { return 0 }
        let (a, b) = (points[above - 1], points[above])
        let place = min(1, (estradiol - a.estradiol) / (b.estradiol - a.estradiol))
        return (a.spine + place * (b.spine - a.spine) - first.spine) / (last.spine - first.spine)
    }
}
