import ArgumentParser
import Benchmarking
import Foundation
import Reporting
import Solving

/// `osteon bench stiff`: the solvers on published stiff problems.
struct BenchStiff: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stiff",
        abstract: "Solve published stiff problems with each solver at three tolerances; show errors and work.",
        discussion: """
            Digits are those to which the worst state is right at the end: −log10 of the largest relative error. The \
            absolute error per step is the same share of each state's size at the end as the relative one. Full \
            resolution integrates eight equal copies at once; seconds are for all eight, and the least of a few runs.
            """)

    /// Relative errors per step, from coarse to fine.
    private static let tolerances = [1e-4, 1e-6, 1e-8]

    @Flag(help: "Print JSON.")
    var json = false

    /// One line of the table, as JSON has it.
    private struct Row: Encodable {
        let problem: String
        let solver: String
        let relativeTolerance: Double
        let correctDigits: Double?
        let largestRelativeError: Double?
        let steps: Int
        let rejectedSteps: Int
        let rateEvaluations: Int
        let jacobianEvaluations: Int
        let seconds: Double?
        /// Why the solver gave up, if it did.
        let failure: String?

        init(_ measurement: StiffMeasurement) {
            problem = measurement.problem
            solver = measurement.method.rawValue
            relativeTolerance = measurement.tolerances.relative
            let error = measurement.largestRelativeError
            largestRelativeError = error.isFinite ? error : nil
            correctDigits = error.isFinite && error > 0 ? measurement.correctDigits : nil
            steps = measurement.statistics.steps
            rejectedSteps = measurement.statistics.errorTestFailures
            rateEvaluations = measurement.statistics.rateEvaluations
            jacobianEvaluations = measurement.statistics.jacobianEvaluations
            seconds = measurement.seconds.isFinite ? measurement.seconds : nil
            failure = measurement.failure
        }
    }

    func run() throws {
        let rows = try orFail {
            try StiffProblem.all().flatMap { problem in
                try StiffMeasurement.Method.allCases.flatMap { method in
                    try Self.tolerances.map { Row(try StiffMeasurement(problem, method, relative: $0)) }
                }
            }
        }
        if json {
            print(try rows.prettyJSON(), terminator: "")
        } else {
            show(rows)
        }
        if rows.contains(where: { $0.failure != nil }) { throw ExitCode.failure }
    }

    private func show(_ rows: [Row]) {
        let table = TextTable(
            columns: [
                .init("problem", alignment: .left), .init("solver", alignment: .left), .init("tolerance"),
                .init("digits"), .init("steps"), .init("rejected"), .init("rates"), .init("Jacobians"),
                .init("time", unit: "ms"),
            ],
            rows: rows.map { row in
                [
                    row.problem, row.solver, "\(row.relativeTolerance)",
                    NumberText.fixed(row.correctDigits ?? .nan, decimals: 1), "\(row.steps)", "\(row.rejectedSteps)",
                    "\(row.rateEvaluations)", "\(row.jacobianEvaluations)",
                    NumberText.significant(1000 * (row.seconds ?? .nan)),
                ]
            }, keyColumns: 3)
        print(table.rendered(width: Terminal.width))
        print(
            "Digits to which the worst state is right at the end. The time of 'full' is for eight copies at once, on "
                + "\(InstructionSet.name).")
        for row in rows {
            guard let failure = row.failure else { continue }
            print("\(row.problem), \(row.solver), \(row.relativeTolerance): \(failure)")
        }
    }
}
