import ArgumentParser
import Exchange
import Foundation
import Physiology
import Reporting
import Solving
import Symbolics
import Trials

/// `osteon simulate --events`: a table of records in; what was observed beside what is predicted out.
struct EventSimulation: Sendable {
    let file: String
    let scenario: Scenario
    /// An SBML file in place of the program's own model.
    let model: String?
    let folder: OutputFolder?
    let resolution: Resolution
    let tolerances: Tolerances?

    /// Reads the table and prints its schedule, or runs it.
    ///
    /// - Throws: `ExitCode` after a sentence.
    func run(_ options: EventOptions) async throws {
        let places: EventPlaces
        var imported: ImportedPlaces?
        if let model {
            let found = try orFail { try ImportedPlaces(scenario, SBMLModel(reading: model)) }
            imported = found
            places = found.places
        } else {
            places = try orFail { try EventPlaces.woman() }
        }
        let (table, schedules) = try orFail { try options.read(file, places, horizon: scenario.horizon) }
        let run = try orFail {
            if let imported {
                return EventRun(try ImportedEvents(imported, table, schedules, resolution: resolution, tolerances: tolerances))
            }
            return EventRun(try EventScenario(scenario, table, schedules, resolution: resolution, tolerances: tolerances))
        }
        if options.dryRun {
            print(
                ScheduleListing(table, schedules).written(as: options.format ?? .text, width: Terminal.width), terminator: "")
            return
        }
        let failed = try await Interruptible.run(
            women: schedules.count, stopped: "stopped; the persons whose files were written are whole, the others are not there"
        ) { progress in
            try await simulate(run, progress)
        }
        if failed > 0 { throw ExitCode(3) }
    }

    /// Persons at once: as many as keep the machine busy, and no more than can be held.
    private static let atOnce = 16

    /// - Returns: how many persons could not be simulated.
    private func simulate(_ run: EventRun, _ progress: (Int) -> Void) async throws -> Int {
        let document = EventDocument(run)
        let start = ContinuousClock.now
        var predictions = document.predictionsHeader
        var ratios: [Double] = []
        var failed = 0
        var work = (steps: 0, events: 0)
        var text = document.heading(width: Terminal.width)
        for first in stride(from: 0, to: run.schedules.count, by: Self.atOnce) {
            let some = Array(run.schedules[first..<min(first + Self.atOnce, run.schedules.count)])
            for person in try await concurrently(some, { run.person($0) }) {
                text += "\n" + document.text(of: person, width: Terminal.width)
                predictions += document.predictions(of: person)
                ratios += person.ratios
                switch person.outcome {
                case .failure: failed += 1
                case .success(let course):
                    work.steps += course.statistics.steps
                    work.events += course.statistics.events
                }
                if let folder {
                    let files = try document.files(of: person, seconds: (ContinuousClock.now - start) / .seconds(1))
                    try OutputFolder(path: folder.url.appendingPathComponent(person.schedule.person.id).path).write(files)
                }
            }
            progress(first + some.count)
        }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        text += "\n" + document.ending(failed: failed, ratios: ratios, seconds: seconds, statistics: work)
        if let folder {
            try folder.write([
                .init(name: "predictions.csv", contents: predictions),
                .init(name: "schedule.csv", contents: ScheduleListing(run.table, run.schedules).csv),
            ])
            text += "Written to \(folder.url.relativePath): predictions.csv, schedule.csv, and for each ID timecourse.csv, "
                + "summary.json, report.html\n"
        }
        print(text)
        return failed
    }
}
