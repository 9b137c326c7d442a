import Evidence
import Exchange
import Modeling
import Physiology
import Solving
import Symbolics
import Trials

/// Everything a finished run is shown as: a table, two files for machines and a page for people.
public struct RunDocument: Sendable {
    private let run: ScenarioComparison
    private let seconds: Double
    private let isRaw: Bool
    private let comparisons: [Comparison]

    /// - Parameters:
    ///   - seconds: what the run took.
    ///   - isRaw: whether oscillating quantities are instantaneous.
    public init(_ run: ScenarioComparison, seconds: Double, isRaw: Bool = false) {
        self.run = run
        self.seconds = seconds
        self.isRaw = isRaw
        comparisons = Self.comparisons(of: run)
    }

    private var simulation: Simulation { run.simulation }
    private var scenario: Scenario { simulation.scenario }

    /// `timecourse.csv`, `summary.json` and `report.html`.
    ///
    /// - Throws: `EvidenceError` if a published risk is not in the evidence, or if the summary cannot be encoded.
    public func files() throws -> [OutputFolder.File] {
        [
            .init(name: "timecourse.csv", contents: TimecourseCSV.text(series(reportedOnly: true))),
            .init(name: "summary.json", contents: try summary.json()),
            .init(name: "report.html", contents: HTMLReport.render(try report())),
        ]
    }

    /// Each output over time; for files the scenario's own rows, for charts every time known.
    private func series(reportedOnly: Bool) -> [OutputSeries] {
        let rows = simulation.times.indices.filter { !reportedOnly || simulation.isReported[$0] }
        let times = rows.map { simulation.times[$0] }
        return simulation.model.outputs.map { output in
            let values = simulation[output.name] ?? []
            var series = OutputSeries(
                name: output.name, label: output.shortLabel, unit: output.unit.symbol,
                alternate: OutputUnits.alternate(to: output), times: times, values: rows.map { values[$0] })
            if run.band != nil, ParameterBand.covers(output.name) {
                series.band = times.map { band(of: output.name, at: $0) }
            }
            return series
        }
    }

    private func band(of output: String, at time: Double) -> OutputSeries.Band? {
        guard let value = run.band?.value(of: output, at: time), let ratio = run.band?.ratio(of: output, at: time)
        else {
            return nil
        }
        return .init(value: value, ratio: ratio)
    }

    private var summary: RunSummary {
        RunSummary(
            title: scenario.title, model: WomanModel.version, resolution: resolution, seconds: seconds,
            endpoints: endpoints { _ in true }, comparisons: comparisons)
    }

    /// What some outputs come to at the times that are told of each.
    package func endpoints(of isWanted: (_ output: String) -> Bool) -> [RunSummary.Endpoint] {
        let wanted = RunSummary.endpointTimes(horizon: scenario.years)
        return simulation.model.outputs.filter { isWanted($0.name) }.flatMap { output in
            wanted.compactMap { time -> RunSummary.Endpoint? in
                guard let value = simulation.value(output.name, at: time),
                    let baseline = simulation.value(output.name, at: 0)
                else { return nil }
                return .init(
                    output: output.name, unit: output.unit.symbol, time: time, value: value, baseline: baseline,
                    band: band(of: output.name, at: time))
            }
        }
    }

    private var resolution: String {
        run.simulation.resolution.rawValue + (isRaw ? ", instantaneous" : "")
    }

    private var resolutionWithReason: String {
        resolution + (simulation.fallback.map { " (because \($0))" } ?? "")
    }

    private static func comparisons(of run: ScenarioComparison) -> [Comparison] {
        run.comparisons.map { comparison in
            let result = comparison.result
            let output = run.simulation.model.outputs.first { $0.name == result.output }
            return Comparison(
                observation: result.observation.id,
                label: "\(result.observation.studyName), \(result.observation.arm)",
                output: result.output, outputLabel: result.words(output?.meaning ?? result.output),
                time: result.to, quantity: result.measure.quantity,
                unit: result.measure.unit(of: output, in: result.observation), observed: result.observed,
                interval: result.observation.interval95, simulated: comparison.simulated,
                tolerance: result.tolerance, use: .init(rawValue: result.observation.use.rawValue) ?? .plausibility,
                citation: result.observation.citation)
        }
    }

    private func report() throws -> RunReport {
        let card = card
        return RunReport(
            title: scenario.title, scenarioInWords: scenario.words, modelVersion: WomanModel.version,
            resolution: resolutionWithReason, seconds: seconds,
            treatments: scenario.therapy.map { treatment in
                Period(
                    label: "\(treatment.product), \(treatment.dose.readable)", start: treatment.from / Unit.daysPerYear,
                    end: treatment.until / Unit.daysPerYear)
            },
            series: series(reportedOnly: false).filter { $0.values.contains { $0 != 0 } },
            zooms: simulation.zooms.map { page($0, untreated: run.untreated) }, comparisons: comparisons,
            parameters: ParametersThatMatter.rows(of: simulation.model),
            hypothesesOn: scenario.hypothesesOn.map(\.warning),
            outcomes: card.rows, levels: card.levels, levelsTitle: card.levelsHeading, outcomeNumbers: card.numbers,
            remarks: card.remarks + (try SurrogateCheck(run).map { [try $0.sentence()] } ?? []),
            benefits: benefits,
            harms: try harms, notes: notes, laboratory: try laboratory())
    }

    /// At the end; nil while she cycles, and where levels are those of the moment.
    private func laboratory() throws -> LaboratoryReport? {
        guard !isRaw, let sample = BloodSample(atEndOf: simulation) else { return nil }
        return try LaboratoryReport(sample, withTarget: false)
    }

    /// Benefits and harms beside each other.
    package var card: OutcomeCard { OutcomeCard(run) }

    /// Published harms of what is taken, a sentence each.
    ///
    /// - Throws: `EvidenceError` if a row is not in the evidence.
    package var harms: [String] {
        get throws { try PublishedRisks(scenario).harms() }
    }

    private var benefits: [String] {
        let end = scenario.years
        return [("density.lumbarSpine", "Lumbar spine"), ("density.totalHip", "Total hip")].compactMap { output, site in
            guard let before = simulation.value(output, at: 0), let after = simulation.value(output, at: end),
                !scenario.therapy.isEmpty
            else { return nil }
            let change = NumberText.signed(100 * (after / before - 1), decimals: 1)
            var text = "\(site) density, simulated: \(change) % by year \(NumberText.short(end))"
            if let other = run.comparator, let start = other.value(output, at: 0),
                let last = other.value(output, at: end)
            {
                text += ", against \(NumberText.signed(100 * (last / start - 1), decimals: 1)) % in the comparator arm"
            }
            return text + "."
        }
    }

    private var assumptions: [String] {
        let woman = scenario.woman
        guard woman.menopause == nil, woman.assumedMenopauseAge < woman.age / Unit.daysPerYear + scenario.years else {
            return []
        }
        return [
            "No menopause is given; it is taken to come at \(NumberText.short(woman.assumedMenopauseAge)) years."
        ]
    }

    /// What its reader should not miss, a sentence each.
    package var notes: [String] {
        Notices.notices(for: simulation) + assumptions + run.notCompared.map(\.description)
            + (run.band.map { [bandSentence($0)] } ?? [])
            + [
                "Markers are given in % of her own premenopausal level and, as markerLevel, in laboratory units of each assay.",
                "Hot flushes are those of a woman prone to them; they and sleep say nothing about bone.",
                "Serum levels are on the scale of mass spectrometry.",
            ]
    }

    private func bandSentence(_ band: ParameterBand) -> String {
        let failed = band.failed == 0 ? "" : "; \(band.failed) could not be integrated"
        return "Bands of \(NumberText.fixed(100 * band.share, decimals: 0)) %: \(band.members) sets of fitted parameters (\(FittedEnsemble.description))\(failed). "
            + "Assumed and measured numbers, and the equations, stay as they are."
    }

    /// What a clinician looks at first in a cycle.
    private static let first = ["serum.LH", "serum.FSH", "serum.estradiol", "serum.progesterone"]

    /// - Parameter untreated: the same woman without her therapy, whose own cycle is set beside.
    private func page(_ zoom: Simulation.Zoom, untreated: Simulation?) -> Zoom {
        let isDay = zoom.kind == .day
        let month = NumberText.fixed(zoom.start / (Unit.daysPerYear / 12), decimals: 0)
        func series(_ simulation: Simulation, _ zoom: Simulation.Zoom) -> [OutputSeries] {
            let outputs = simulation.model.outputs.filter { zoom.values[$0.name]?.contains { $0 != 0 } == true }
            let place = { (name: String) in Self.first.firstIndex(of: name) ?? Self.first.count }
            return outputs.enumerated().sorted {
                (place($0.element.name), $0.offset) < (place($1.element.name), $1.offset)
            }
            .map { _, output in
                OutputSeries(
                    name: output.name, label: output.shortLabel, unit: output.unit.symbol,
                    alternate: OutputUnits.alternate(to: output), times: zoom.times.map { $0 * (isDay ? 24 : 1) },
                    values: zoom.values[output.name] ?? [])
            }
        }
        let own = zoom.kind == .ownCycle ? untreated?.zooms.first { $0.kind == .ownCycle } : nil
        let title =
            switch zoom.kind {
            case .day: "One day, around month \(month)"
            case .cycle: "One cycle of the regimen, from month \(month)"
            case .ownCycle: "One cycle of her own, from month \(month)"
            }
        return Zoom(
            title: title, timeUnit: isDay ? .hours : .days, series: series(simulation, zoom),
            without: own.flatMap { own in untreated.map { series($0, own) } } ?? [])
    }

    /// The short table for the terminal: what was simulated, and what was measured.
    public func table(width: Int) -> String {
        let header = TextWrap.heading(scenario.title, width: width)
        let timing =
            "\(WomanModel.version), \(resolution) resolution: \(NumberText.fixed(seconds, decimals: 2)) s, "
            + "\(simulation.statistics.steps) steps, \(simulation.statistics.events) doses and changes."
        let hypotheses = HypothesisListing.warnings(scenario.hypothesesOn, width: width)
        var parts =
            header + hypotheses + scenario.words.map { "  \($0)" } + ["", RunTable.outcomes(simulation, width: width)]
        if let band = run.band {
            parts += ["", RunTable.bands(simulation, band, width: width)]
            parts += TextWrap.lines(bandSentence(band), width: width)
        }
        parts += ["", card.table(width: width)]
        if !comparisons.isEmpty {
            parts += [
                "", RunTable.comparisons(comparisons, width: width),
                "inside: in the published 95 % interval; near: within "
                    + "\(NumberText.significant(ObservedResult.densityTolerance, digits: 2)) points of density or "
                    + "\(NumberText.significant(ObservedResult.markerTolerance, digits: 2)) of a marker.",
            ]
        }
        parts += Notices.notices(for: simulation).map { "  Notice: \($0)" }
        parts += (assumptions + run.notCompared.map(\.description)).map { "  \($0)" }
        if let fallback = simulation.fallback { parts.append("Solved at full resolution, because \(fallback).") }
        return (parts + [timing, RunReport.standardDisclaimer, ""]).joined(separator: "\n")
    }
}
