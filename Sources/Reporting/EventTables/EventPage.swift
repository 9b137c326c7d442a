import Exchange
import Modeling
import Symbolics

/// The page about one person of an event table: what was given, and what was observed beside what is predicted.
struct EventPage {
    private let run: EventRun
    private let person: EventRun.Person
    private let course: EventRun.Course
    private let seconds: Double

    init(_ run: EventRun, _ person: EventRun.Person, _ course: EventRun.Course, seconds: Double) {
        self.run = run
        self.person = person
        self.course = course
        self.seconds = seconds
    }

    private var schedule: PersonSchedule { person.schedule }

    /// The page's text.
    var text: String {
        let report = report
        let main =
            [HTMLPage.section("The person", [HTMLPage.list(person.words + run.words)]), comparison, doses]
            + [HTMLReport.glance(report), HTMLReport.charts(report), notes]
        return HTMLPage.text(
            title: report.title, model: run.modelName, header: HTMLReport.header(report), main: main.flatMap(\.self))
    }

    /// Everything over the whole time, for the charts that every run has.
    private var report: RunReport {
        RunReport(
            title: "\(run.title), ID \(schedule.person.id)", scenarioInWords: [], modelVersion: run.modelName,
            resolution: run.resolution, seconds: seconds,
            series: run.series(course).filter { $0.values.contains { $0 != 0 } }, hypothesesOn: run.hypotheses)
    }

    private var notes: [Node] {
        HTMLPage.section(
            "Notes",
            [
                HTMLPage.list(
                    run.table.notes + schedule.notes + [
                        "Levels are those of the moment, not means over an interval between doses.",
                        "What is observed stands in \(run.table.file); it is not part of the program's evidence.",
                    ])
            ])
    }

    /// Rows shown; all of them are in `schedule.csv`.
    private static let mostRows = 60

    /// A row for each row of the table that does something: further doses are counted, `schedule.csv` has each.
    private var doses: [Node] {
        var further: [Int: Int] = [:]
        let entries = schedule.entries.filter { entry in
            switch entry.act {
            case .observation: return false
            case .dose(_, let number) where number > 0:
                further[entry.line, default: 0] += 1
                return false
            default: return true
            }
        }
        guard !entries.isEmpty else { return [] }
        let listing = ScheduleListing(run.table, [schedule])
        let rows = entries.prefix(Self.mostRows).map { entry -> [HTMLTable.Cell] in
            let cells = listing.cells(entry)
            return [
                .text(cells.time), .text(cells.action + more(entry, further)), .text(cells.place), .text(cells.amount),
                .text(cells.rate), .text("\(entry.line)"),
            ]
        }
        let table = HTMLTable(
            columns: [
                .init(title: "Time", unit: run.table.timeUnit.symbol, style: "number"),
                .init(title: "What happens", style: "medium"), .init(title: "Place", style: "medium"),
                .init(title: "Amount", style: "number"), .init(title: "Rate", style: "number"),
                .init(title: "From line", style: "number"),
            ], rows: Array(rows))
        let caption = entries.count > Self.mostRows
            ? [HTMLPage.caption("The first \(Self.mostRows) of \(entries.count); schedule.csv has all of them.")] : []
        return HTMLPage.section("What is given", caption + [table.node()])
    }

    /// How a row's dose goes on; nothing where it does not.
    private func more(_ entry: PersonSchedule.Entry, _ further: [Int: Int]) -> String {
        guard case .dose(let dose, _) = entry.act, let interval = dose.interval, let count = further[entry.line] else { return "" }
        let every = NumberText.shortened(interval / run.table.timeUnit.factor, digits: 6)
        return ", and \(count) more every \(every) \(run.table.timeUnit)"
    }

    private var comparison: [Node] {
        let charts = charts
        guard !charts.isEmpty || !schedule.observations.isEmpty else { return [] }
        var content = [
            HTMLPage.caption(
                "The line is what is predicted, a mark what the table says was observed, a small triangle on the time axis a dose.")
        ]
        content += charts.map(ChartFigure.large)
        if !schedule.observations.isEmpty { content.append(table) }
        return HTMLPage.section(schedule.observations.isEmpty ? "Levels" : "Observed and predicted", content)
    }

    private var table: Node {
        let rows = zip(schedule.observations, course.predictions).map { look, prediction -> [HTMLTable.Cell] in
            let place = run.table.places.observed[look.observation.output]
            let observed = look.observation.value
            return [
                .lines(place.name, UnitText.pretty(place.unitText)),
                .text(NumberText.shortened(look.time / run.table.timeUnit.factor, digits: 7)),
                .text(observed.map { NumberText.significant($0, digits: 4) } ?? "–"),
                .text(NumberText.significant(prediction, digits: 4)),
                .text(observed.map { UnitText.minus(NumberText.signed(100 * (prediction / $0 - 1), decimals: 1)) } ?? "–"),
                .text("\(look.line)"),
            ]
        }
        return HTMLTable(
            columns: [
                .init(title: "Output"), .init(title: "Time", unit: run.table.timeUnit.symbol, style: "number"),
                .init(title: "Observed", style: "number"), .init(title: "Predicted", style: "number"),
                .init(title: "Difference", unit: "%", style: "number"), .init(title: "Line", style: "number"),
            ], rows: rows
        ).node()
    }

    /// One chart for each output that is drawn, with its marks.
    private var charts: [Chart] {
        run.outputs.enumerated().compactMap { number, output in course.curves[output.name].flatMap { chart(of: output, $0, number) } }
    }

    /// The chart of one output; nil where there is nothing to see.
    private func chart(of output: EventRun.Reported, _ values: [Double], _ number: Int) -> Chart? {
        let place = schedule.observations.first { run.name(of: $0.observation) == output.name }?.observation.output
        let end = schedule.curveEnd(of: place, horizon: run.horizon * Unit.daysPerYear) * (1 + 1e-12)
        let times = course.curveTimes.prefix { $0 <= end }
        let unit: Zoom.TimeUnit? = end <= Self.longestHours ? .hours : end <= Self.longestDays ? .days : nil
        let scale = unit.map { $0 == .hours ? 24.0 : 1 } ?? 1 / Unit.daysPerYear
        let series = OutputSeries(
            name: output.name, label: output.label, unit: output.unit, alternate: output.alternate,
            times: times.map { $0 * scale }, values: Array(values.prefix(times.count)))
        guard place != nil || (series.moves && series.isMeasurable) else { return nil }
        let doses = schedule.doseTimes.filter { $0 <= end }.map { $0 * scale }
        let zoom = Zoom(
            title: "", timeUnit: unit ?? .days, series: [series], doses: doses.count <= Self.drawnDoses ? doses : [])
        var chart = ChartBuilder(report: report).zoomPanels(zoom, number: number).first
        chart?.lines[0].label = "predicted"
        if unit == nil { chart?.clock = .years }
        chart?.points = points(of: output.name, scale: scale)
        chart?.keepsMarksApart = false
        return chart
    }

    /// Days up to which hours, and days up to which days, are what one counts in.
    private static let longestHours = 7.0
    private static let longestDays = 400.0
    private static let drawnDoses = 120

    private func points(of output: String, scale: Double) -> [Chart.Point] {
        zip(schedule.observations, course.predictions).compactMap { look, prediction in
            guard run.name(of: look.observation) == output, let value = look.observation.value else { return nil }
            return Chart.Point(
                label: "line \(look.line): observed \(NumberText.significant(value, digits: 4)), predicted "
                    + NumberText.significant(prediction, digits: 4),
                style: 0, time: look.time * scale, value: value, interval: nil, calibrates: false)
        }
    }
}
