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
        _ run: ScenarioComparison, outputs: [String]?, hasOutcomes: Bool, grades: OutcomeGrades, seconds: Double
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
        series = declared.map { Series($0, run, rows: rows) }
        endpoints = document.endpoints(of: { wanted?.contains($0) ?? true })
        guard hasOutcomes else {
            (remarks, harms, outcomes) = ([], [], [])
            return
        }
        let card = document.card
        remarks = card.remarks
        harms = try document.harms
        outcomes = card.rows.map { Outcome($0, grades.judgement(of: $0.output, in: scenario)) } + [Outcome(deathIn: run)].compactMap(\.self)
    }
}

extension RunAnswer.Series {
    init(_ output: Output, _ run: ScenarioComparison, rows: [Int]) {
        let simulation = run.simulation
        let values = simulation[output.name] ?? []
        self.output = output.name
        label = output.shortLabel
        unit = output.unit.symbol
        self.values = rows.map { values[$0].finite }
        guard let band = run.band, ParameterBand.covers(output.name) else { return }
        let times = rows.map { simulation.times[$0] }
        let found = times.map { band.value(of: output.name, at: $0) }
        let changes = times.map { band.ratio(of: output.name, at: $0) }
        low = found.map { $0?.lowerBound }
        high = found.map { $0?.upperBound }
        changeLow = changes.map { $0.map { 100 * ($0.lowerBound - 1) } }
        changeHigh = changes.map { $0.map { 100 * ($0.upperBound - 1) } }
    }
}

extension RunAnswer.Outcome {
    init(_ row: OutcomeRow, _ judgement: OutcomeGrades.Judgement?) {
        outcome = row.output
        label = row.label
        per1000WithOut = row.without
        per1000With = row.with
        source = row.source
        grade = judgement?.grade.rawValue
        gradeReason = judgement?.reason
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
    init?(deathIn run: ScenarioComparison) {
        let simulation = run.simulation
        guard let alive = simulation.shareAlive(at: simulation.scenario.years) else { return nil }
        outcome = "death"
        label = "Death from other causes"
        per1000With = 1000 * (1 - alive)
        per1000WithOut = run.untreated.map { _ in 1000 * (1 - alive) }
        isModelled = false
        let parameter = simulation.model.parameters.first { $0.name == "outcomes.period.mortality" }
        source = parameter?.provenance.source ?? ""
        (grade, gradeReason) = (nil, nil)
    }
}
