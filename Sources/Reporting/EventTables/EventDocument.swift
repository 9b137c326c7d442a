import Exchange
import Foundation
import Modeling
import Symbolics
import Trials

/// What a table's run is shown as: lines for the terminal, files for machines and a page a person.
public struct EventDocument: Sendable {
    private let run: EventRun

    public init(_ run: EventRun) { self.run = run }

    /// One person's files: `ID/timecourse.csv`, `ID/summary.json` and `ID/report.html`; none where nothing could be simulated.
    ///
    /// - Parameter seconds: what the run took.
    public func files(of person: EventRun.Person, seconds: Double) throws -> [OutputFolder.File] {
        guard case .success(let course) = person.outcome else { return [] }
        return [
            .init(name: "timecourse.csv", contents: TimecourseCSV.text(run.series(course))),
            .init(name: "summary.json", contents: try summary(person, course, seconds: seconds).json()),
            .init(name: "report.html", contents: EventPage(run, person, course, seconds: seconds).text),
        ]
    }

    private func summary(_ person: EventRun.Person, _ course: EventRun.Course, seconds: Double) -> RunSummary {
        let years = course.times.map { $0 / Unit.daysPerYear }
        let endpoints = run.series(course).flatMap { series in
            RunSummary.endpointTimes(horizon: run.horizon).compactMap { time -> RunSummary.Endpoint? in
                guard let row = years.firstIndex(where: { abs($0 - time) < 1e-6 }) else { return nil }
                return .init(
                    output: series.name, unit: series.unit, time: time, value: series.values[row], baseline: series.values[0])
            }
        }
        return RunSummary(
            title: "\(run.title), ID \(person.schedule.person.id)", model: run.modelName, resolution: run.resolution,
            seconds: seconds, endpoints: endpoints)
    }

    /// The header of `predictions.csv`.
    public var predictionsHeader: String {
        CSVWriter.line(["ID", "TIME [\(run.table.timeUnit)]", "output", "unit", "DV", "PRED", "line"])
    }

    /// A person's rows of `predictions.csv`; a DV that is missing is empty, a prediction that is, `nan`.
    public func predictions(of person: EventRun.Person) -> String {
        looks(of: person).map { look, prediction in
            CSVWriter.line([
                person.schedule.person.id, "\(ScheduleListing.plain(look.time / run.table.timeUnit.factor))",
                run.name(of: look.observation), run.table.places.observed[look.observation.output].unitText,
                look.observation.value.map { "\($0)" } ?? "", "\(prediction)", "\(look.line)",
            ])
        }.joined()
    }

    private func looks(of person: EventRun.Person) -> [(PersonSchedule.Look, Double)] {
        let looks = person.schedule.observations
        guard case .success(let course) = person.outcome else { return looks.map { ($0, .nan) } }
        return Array(zip(looks, course.predictions))
    }

    /// What stands above all persons.
    public func heading(width: Int) -> String {
        let facts = run.hypotheses + run.words + ["Doses of \(run.table.file):"] + run.table.notes
        return (TextWrap.heading(run.title, width: width) + facts.flatMap { TextWrap.lines($0, width: width) } + [""])
            .joined(separator: "\n")
    }

    /// Rows shown of one person; all of them are in `predictions.csv`.
    private static let mostRows = 40

    /// One person: what was observed beside what is predicted, or where things stand at the end.
    public func text(of person: EventRun.Person, width: Int) -> String {
        var lines = ["ID \(person.schedule.person.id)"] + person.words.flatMap { TextWrap.lines("  \($0)", width: width) }
        lines += person.schedule.notes.map { "  \($0)" } + [""]
        switch person.outcome {
        case .failure(let failure): lines.append("  Not simulated: \(failure)\n")
        case .success(let course):
            let looks = looks(of: person)
            lines.append(looks.isEmpty ? ends(course, width: width) : comparison(looks, width: width))
            if looks.count > Self.mostRows { lines.append("  and \(looks.count - Self.mostRows) more, with --out in predictions.csv\n") }
        }
        return lines.joined(separator: "\n")
    }

    private func comparison(_ looks: [(PersonSchedule.Look, Double)], width: Int) -> String {
        let rows = looks.prefix(Self.mostRows).map { look, prediction in
            [
                NumberText.shortened(look.time / run.table.timeUnit.factor, digits: 7) + (look.isAfterwards ? "" : " before"),
                run.name(of: look.observation),
                run.table.places.observed[look.observation.output].unitText,
                look.observation.value.map { NumberText.shortened($0, digits: 4) } ?? "",
                NumberText.significant(prediction, digits: 4),
                look.observation.value.map { NumberText.signed(100 * (prediction / $0 - 1), decimals: 1) } ?? "",
            ]
        }
        let columns: [TextTable.Column] = [
            .init("time", unit: run.table.timeUnit.symbol), .init("output", alignment: .left), .init("unit", alignment: .left),
            .init("observed"), .init("predicted"), .init("difference", unit: "%"),
        ]
        return TextTable(columns: columns, rows: rows, keyColumns: 2).rendered(width: width)
    }

    /// What moved most of what is reported, where nothing was observed.
    private func ends(_ course: EventRun.Course, width: Int) -> String {
        let shown = run.outputs.filter { output in
            guard let values = course.columns[output.name] else { return false }
            return ["density.", "marker."].contains { output.name.hasPrefix($0) } || (!output.name.contains(".") && values.count > 1)
        }
        let rows = shown.compactMap { output -> [String]? in
            guard let first = course.columns[output.name]?.first, let last = course.columns[output.name]?.last else { return nil }
            return [
                output.name, output.unit, NumberText.significant(first, digits: 4), NumberText.significant(last, digits: 4),
                first == 0 ? "" : NumberText.signed(100 * (last / first - 1), decimals: 2),
            ]
        }
        return TextTable(
            columns: [
                .init("output", alignment: .left), .init("unit", alignment: .left), .init("at time zero"), .init("at the end"),
                .init("change", unit: "%"),
            ], rows: rows
        ).rendered(width: width)
    }

    /// What stands below all persons.
    ///
    /// - Parameters:
    ///   - failed: how many could not be simulated.
    ///   - ratios: of all that was observed, predicted over observed.
    public func ending(failed: Int, ratios: [Double], seconds: Double, statistics: (steps: Int, events: Int)) -> String {
        var lines: [String] = []
        let logarithms = ratios.filter { $0 > 0 && $0.isFinite }.map { log($0) }
        if logarithms.count > 1 {
            let spread = NumberText.fixed(100 * logarithms.standardDeviation, decimals: 0)
            lines.append(
                "Predicted over observed, \(logarithms.count) values: geometric mean "
                    + "\(NumberText.significant(exp(logarithms.mean))), spread \(spread) %.")
        }
        if failed > 0 { lines.append("\(failed) of \(run.schedules.count) could not be simulated; they are told above.") }
        lines.append(
            "\(run.modelName), \(run.resolution) resolution: \(NumberText.fixed(seconds, decimals: 2)) s, \(statistics.steps) steps, "
                + "\(statistics.events) doses and changes.")
        return (lines + [RunReport.standardDisclaimer, ""]).joined(separator: "\n")
    }
}

extension EventRun.Person {
    /// Of all that was observed, predicted over observed.
    public var ratios: [Double] {
        guard case .success(let course) = outcome else { return [] }
        return zip(schedule.observations, course.predictions).compactMap { look, prediction in
            look.observation.value.map { prediction / $0 }
        }
    }
}

extension EventRun {
    /// Everything that is reported of one person, at the scenario's rows.
    func series(_ course: Course) -> [OutputSeries] {
        outputs.compactMap { output in
            course.columns[output.name].map { values in
                OutputSeries(
                    name: output.name, label: output.label, unit: output.unit, alternate: output.alternate,
                    times: course.times.map { $0 / Unit.daysPerYear }, values: values)
            }
        }
    }
}
