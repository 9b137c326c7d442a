import Exchange
import Modeling
import Physiology
import Solving
import Symbolics

import struct Symbolics.Unit

/// A woman of the scoreboard, or women like those of a study: what has to be looked at, whichever rows ask for it.
struct ScoreboardWoman: Sendable {
    /// By which the same woman is known again.
    struct Identity: Hashable, Sendable {
        /// Without title, rows and comparator.
        let scenario: Scenario
        /// Short name of the study like whose women those are who take her place; nil for herself.
        let population: String?

        init(_ scenario: Scenario, like population: String?) {
            self.scenario = ScoreboardWoman.plain(scenario)
            self.population = population
        }
    }

    let identity: Identity
    /// Years at which levels are read as reports show them.
    var years: Set<Double> = []
    /// Days at which blood is drawn.
    var days: Set<Double> = []
    /// Outputs of which blood is drawn.
    var drawn: Set<String> = []
    /// Outputs of which levels are read.
    var read: Set<String> = []
    /// Whether an output with a band is read.
    var hasBand = false

    init(_ identity: Identity) { self.identity = identity }

    /// A scenario as it is simulated, whatever is compared with it.
    private static func plain(_ scenario: Scenario) -> Scenario {
        var plain = scenario
        plain.title = ""
        plain.compare = []
        plain.comparator = nil
        plain.source = nil
        plain.reportInterval = scenario.horizon
        return plain
    }

    /// Runs her, as reports show levels and as blood is drawn.
    ///
    /// - Parameter members: factors of parameters, by name, of runs that make a band; none for no band.
    /// - Throws: `ModelError` or `SolverError`, and what drawing women throws.
    func life(members: [[String: Double]]) throws -> ScoreboardLife {
        var life = ScoreboardLife()
        let scenario = identity.scenario
        if let population = identity.population {
            let sample = try ScoreboardSample(scenario, like: population, years: years.sorted(), outputs: read)
            life.sample = sample
            life.units = sample.units
            return life
        }
        if !years.isEmpty {
            let prepared = try PreparedScenario(scenario, extraTimes: years.sorted(), closeLooks: false)
            let solver = try ScenarioSolver(prepared, resolution: .multiscale)
            life.levels = try Simulation(solver)
            if hasBand, !members.isEmpty { life.members = ParameterBand.runs(solver, members).map { try? $0.get() } }
        }
        if !days.isEmpty {
            let prepared = try PreparedScenario(
                scenario, extraTimes: days.map { $0 / Unit.daysPerYear }, raw: true, closeLooks: false)
            let run = try Simulation(ScenarioSolver(prepared, resolution: .full))
            life.days = run.times.map { $0 * Unit.daysPerYear }
            for name in drawn { life.blood[name] = try Self.course(name, run) }
            life.units = Self.units(of: run.model)
        }
        if let model = life.levels?.model { life.units = Self.units(of: model) }
        return life
    }

    private static func units(of model: Model) -> [String: Unit] {
        var units = Dictionary(uniqueKeysWithValues: model.outputs.map { ($0.name, $0.unit) })
        units[totalEstrone] = "ng/mL"
        return units
    }

    /// The course of an output, or of what laboratories measure as one.
    private static func course(_ name: String, _ run: Simulation) throws -> [Double] {
        guard name == totalEstrone else {
            guard let course = run[name] else { throw ModelError("nothing she takes or has makes an output '\(name)'") }
            return course
        }
        guard let free = run["serum.estrone"], let sulfate = run["serum.estroneSulfate"] else {
            throw ModelError("no estrone in \(run.model.name)")
        }
        let share = Substance.estrone.molarMass / Substance.estroneSulfate.molarMass
        return zip(free, sulfate).map { $0 / 1000 + $1 * share }
    }

    /// Estrone with its sulfate after hydrolysis, as estrone, in ng/mL: no output of the model, but what some assays read.
    static let totalEstrone = "assay.totalEstrone"
    /// The output whose peak tells the days of a cycle.
    static let luteinisingHormone = "serum.LH"
}

/// What became of a woman of the scoreboard.
struct ScoreboardLife: Sendable {
    var levels: Simulation?
    /// Means of women like those of a study, in the place of levels; nil for one woman.
    var sample: ScoreboardSample?
    /// Runs of the ensemble, nil for those that could not be integrated.
    var members: [Simulation?] = []
    /// Days at which blood was drawn.
    var days: [Double] = []
    /// Levels of the moment at `days`, by output.
    var blood: [String: [Double]] = [:]
    var units: [String: Unit] = [:]

    /// Blood drawn between two days.
    func course(_ output: String, from start: Double, until end: Double) -> BloodCourse? {
        guard let levels = blood[output] else { return nil }
        let places = days.indices.filter { days[$0] > start - 1e-5 && days[$0] < end + 1e-5 }
        return BloodCourse(hours: places.map { 24 * (days[$0] - start) }, levels: places.map { levels[$0] })
    }

    /// Her level before anything is taken.
    func own(_ output: String) -> Double? { blood[output]?.first ?? sample?.value(output, at: 0) ?? levels?[output]?.first }
}
