import Evidence
import Exchange
import Modeling
import Physiology
import Reporting
import Solving
import Symbolics
import Trials

extension RunAnswer {
    /// - Parameters:
    ///   - outputs: those wanted; nil for all.
    ///   - hasOutcomes: whether what befalls women like her is told.
    /// - Throws: `EvidenceError` if a published risk is not in the evidence.
    init(
        _ run: ScenarioComparison, bands: OutputBands?, outputs: [String]?, hasOutcomes: Bool, grades: OutcomeGrades,
        seconds: Double
    ) throws {
        let document = RunDocument(run, seconds: seconds)
        let simulation = run.simulation
        let scenario = simulation.scenario
        let rows = simulation.times.indices.filter { simulation.isReported[$0] }
        let wanted = outputs.map(Set.init)
        title = scenario.title
        words = scenario.words
        self.seconds = seconds
        resolution = simulation.resolution.rawValue
        notes = document.notes
        disclaimer = RunReport.standardDisclaimer
        times = rows.map { simulation.times[$0] }
        let declared = simulation.model.outputs.filter { wanted?.contains($0.name) ?? true }
        series = declared.map { Series($0, simulation, bands, rows: rows) }
        // Their band is that of another share; here it stands with the series.
        endpoints = document.endpoints(of: { wanted?.contains($0) ?? true }).map { endpoint in
            var endpoint = endpoint
            endpoint.band = nil
            return endpoint
        }
        bandPercent = (bands?.fits ?? bands?.women).map { 100 * $0.share }
        guard hasOutcomes else {
            (remarks, harms, outcomes) = ([], [], [])
            return
        }
        let card = document.card
        remarks = card.remarks
        harms = try document.harms
        let alive = simulation.shareAlive(at: scenario.years)
        outcomes =
            card.rows.map { Outcome($0, grades.judgement(of: $0.output, in: scenario), alive: alive) }
            + [Outcome(deathIn: run, alive: alive)].compactMap(\.self)
    }
}

extension RunAnswer.Series {
    init(_ output: Output, _ simulation: Simulation, _ bands: OutputBands?, rows: [Int]) {
        let values = simulation[output.name] ?? []
        self.output = output.name
        label = output.shortLabel
        unit = output.unit.symbol
        self.values = rows.map { values[$0].finite }
        guard let band = bands?.band(of: output.name) else { return }
        let times = rows.map { simulation.times[$0] }
        let found = times.map { band.value(of: output.name, at: $0) }
        low = found.map { $0?.lowerBound }
        high = found.map { $0?.upperBound }
        spread = OutputBands.spread(of: output.name)?.rawValue
        guard ParameterBand.covers(output.name) else { return }
        let changes = times.map { band.ratio(of: output.name, at: $0) }
        changeLow = changes.map { $0.map { 100 * ($0.lowerBound - 1) } }
        changeHigh = changes.map { $0.map { 100 * ($0.upperBound - 1) } }
    }
}

extension RunAnswer.Outcome {
    /// - Parameter alive: the share of women like her alive at the end; nil where that is not known.
    init(_ row: OutcomeRow, _ judgement: OutcomeGrades.Judgement?, alive: Double?) {
        outcome = row.output
        label = row.label
        per1000WithOut = row.without
        per1000With = row.with
        source = row.source
        grade = judgement?.grade.rawValue
        gradeReason = judgement?.reason
        if row.output.hasPrefix("fracture."), let alive {
            // Fracture.swift takes those who fractured to be alive in the share √alive.
            func deathFirst(_ fractured: Double) -> Double { 1000 * (1 - alive) - fractured * (1 - alive.squareRoot()) }
            per1000DeathFirst = deathFirst(row.with)
            per1000DeathFirstWithOut = row.without.map(deathFirst)
        }
        guard case .change(let difference, let ratio) = row.effect else {
            isModelled = false
            return
        }
        isModelled = true
        relativeRisk = ratio?.value
        low = ratio?.interval?.lowerBound
        high = ratio?.interval?.upperBound
        self.difference = difference.value
        differenceLow = difference.interval?.lowerBound
        differenceHigh = difference.interval?.upperBound
    }

    /// Death from other causes, with which fractures compete; nothing that is taken changes it.
    init?(deathIn run: ScenarioComparison, alive: Double?) {
        guard let alive else { return nil }
        outcome = "death"
        label = "Death from other causes"
        per1000With = 1000 * (1 - alive)
        per1000WithOut = run.untreated.map { _ in 1000 * (1 - alive) }
        isModelled = false
        let parameter = run.simulation.model.parameters.first { $0.name == "outcomes.period.mortality" }
        source = parameter?.provenance.source ?? ""
        (grade, gradeReason) = (nil, nil)
    }
}
