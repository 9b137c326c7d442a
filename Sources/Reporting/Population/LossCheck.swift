import Evidence
import Exchange
import Foundation
import Populations
import Solving
import Symbolics
import Trials

import struct Symbolics.Unit

/// How fast drawn women lose bone when nothing is done, simulated, beside cohorts.
public struct LossCheck: Sendable {
    /// One line: what was lost, published and simulated.
    public struct Line: Sendable {
        public let name: String
        public let published: Double?
        public let publishedDeviation: Double?
        public let values: [Double]
        /// Row of the evidence; nil for a quantity that only the simulation has.
        public let evidence: String?
        public let decimals: Int
    }

    public let lines: [Line]
    /// Women who could not be simulated.
    public let failures: Int

    /// Years over which Pouillès followed women, twice.
    private static let followUp = 22.0 / 12
    private static let rows = [
        "loss_ls_mean_early", "loss_ls_sd_obs", "loss_fem_mean_early", "fast_loser_persist", "dxa_cv_ls_lunar_days",
        "swan_ls_trans", "swan_fn_trans",
        "swan_ls10", "swan_fn10", "mbhms_ls_0_2", "mbhms_ls_2_7", "btm_ctx_post",
    ]

    /// - Throws: `CancellationError`, or whatever keeps the women from being drawn or simulated.
    public static func run(
        women count: Int, seed: UInt64, threads: Int, evidence: EvidenceLibrary = .bundled,
        progress: (Int) -> Void = { _ in }
    ) async throws -> LossCheck {
        let half = (count / 2 + 7) / 8 * 8
        let records = Dictionary(uniqueKeysWithValues: zip(rows, try evidence.parameters(rows)))
        let early = try await simulate(
            like: "Pouilles", years: 2 * followUp, interval: followUp, count: half, seed: seed, threads: threads,
            outputs: ["density.lumbarSpine", "density.totalHip", "markerLevel.CTX"], evidence: evidence,
            progress: progress)
        let passage = try await simulate(
            like: "SWAN", years: passageYears, interval: 0.5, count: half, seed: seed, threads: threads,
            outputs: ["density.lumbarSpine", "density.femoralNeck"], evidence: evidence
        ) { progress(half + $0) }
        return LossCheck(
            lines: afterMenopause(early, records) + throughMenopause(passage, records),
            failures: (early + passage).filter { $0.rows.isEmpty }.count)
    }

    /// Long enough that all but the last of the women of SWAN are five years past their final period.
    private static let passageYears = 20.0

    private struct Course: Sendable {
        let woman: VirtualWoman
        let times: [Double]
        /// Values of the outputs at each time; empty for a woman who could not be simulated.
        let rows: [[Double]]

        /// An output at a time in years, straight between reported times; nil outside them.
        func value(_ column: Int, at time: Double) -> Double? {
            guard let next = times.firstIndex(where: { $0 >= time }), !rows.isEmpty, time >= times[0] else {
                return nil
            }
            guard next > 0 else { return rows[0][column] }
            let share = (time - times[next - 1]) / (times[next] - times[next - 1])
            return rows[next - 1][column] + share * (rows[next][column] - rows[next - 1][column])
        }

        /// Per cent lost or gained between two times, counted from the final period.
        func change(_ column: Int, from first: Double, to last: Double) -> Double? {
            let final = ((woman.woman.menopause?.age ?? .nan) - woman.woman.age) / Unit.daysPerYear
            guard let start = value(column, at: final + first), let end = value(column, at: final + last) else {
                return nil
            }
            return 100 * (end / start - 1)
        }
    }

    private static func simulate(
        like name: String, years: Double, interval: Double, count: Int, seed: UInt64, threads: Int, outputs: [String],
        evidence: EvidenceLibrary, progress: (Int) -> Void
    ) async throws -> [Course] {
        let women = try VirtualWomen(seed: seed, like: .named(name, evidence: evidence), evidence: evidence)
        let scenario = Scenario(
            title: name, woman: women.centre, horizon: years * Unit.daysPerYear,
            reportInterval: interval * Unit.daysPerYear)
        let courses = try await CohortCourses.simulated(
            scenario, women: women, count: count, outputs: outputs, threads: threads, progress: progress)
        return courses.women.map { woman in
            let rows = stride(from: 0, to: woman.values.count, by: outputs.count).map {
                Array(woman.values[$0..<($0 + outputs.count)])
            }
            return Course(woman: women[woman.number], times: courses.times, rows: woman.failure == nil ? rows : [])
        }
    }

    private static func afterMenopause(_ courses: [Course], _ records: [String: ParameterRecord]) -> [Line] {
        let whole = courses.filter { $0.rows.count == 3 }
        func rates(_ column: Int, _ period: Int = 0) -> [Double] {
            whole.map { 100 * ($0.rows[period + 1][column] / $0.rows[period][column] - 1) / followUp }
        }
        // Each of three scans with an error of its own.
        let precision = records["dxa_cv_ls_lunar_days"]?.value ?? .nan
        let errors = whole.map { course -> [Double] in
            var generator = CounterBasedGenerator(seed: 0, woman: UInt32(course.woman.number), purpose: "DXA")
            return (0..<3).map { _ in precision * generator.normal() }
        }
        func seen(_ period: Int) -> [Double] {
            zip(rates(0, period), errors).map { $0 + ($1[period + 1] - $1[period]) / followUp }
        }
        let (first, second) = (seen(0), seen(1))
        func isFast(_ rates: [Double]) -> [Bool] {
            let limit = rates.sorted()[rates.count / 4]
            return rates.map { $0 < limit }
        }
        let both = first.isEmpty ? [] : zip(isFast(first), isFast(second)).map { $0 && $1 ? 100.0 : 0 }
        func line(_ name: String, _ row: String?, _ values: [Double], deviation: String? = nil, decimals: Int = 2)
            -> Line
        {
            Line(
                name: name, published: row.flatMap { records[$0]?.value },
                publishedDeviation: deviation.flatMap { records[$0]?.value },
                values: values, evidence: row, decimals: decimals)
        }
        return [
            line("spine, 0.5 to 5 y after, %/y", nil, rates(0)),
            line("… as two scans see it", "loss_ls_mean_early", first, deviation: "loss_ls_sd_obs"),
            line("… in the fastest quarter twice, %", "fast_loser_persist", both, decimals: 0),
            line("hip, the same women, %/y", "loss_fem_mean_early", rates(1)),
            line("CTX, the same women, ng/mL", "btm_ctx_post", whole.map { $0.rows[0][2] }, decimals: 3),
        ]
    }

    private static func throughMenopause(_ courses: [Course], _ records: [String: ParameterRecord]) -> [Line] {
        func line(_ name: String, _ row: String, _ column: Int, _ first: Double, _ last: Double, perYear: Bool = false)
            -> Line
        {
            let values = courses.compactMap { $0.change(column, from: first, to: last) }
            return Line(
                name: name, published: records[row]?.value, publishedDeviation: nil,
                values: perYear ? values.map { $0 / (last - first) } : values, evidence: row, decimals: 2)
        }
        return [
            line("spine, 1 y before to 2 after, %", "swan_ls_trans", 0, -1, 2),
            line("neck, 1 y before to 2 after, %", "swan_fn_trans", 1, -1, 2),
            line("spine, 5 y before to 5 after, %", "swan_ls10", 0, -5, 5),
            line("neck, 5 y before to 5 after, %", "swan_fn10", 1, -5, 5),
            line("spine, 0 to 2 y after, %/y", "mbhms_ls_0_2", 0, 0, 2, perYear: true),
            line("spine, 2 to 7 y after, %/y", "mbhms_ls_2_7", 0, 2, 7, perYear: true),
        ]
    }

    public func text(width: Int) -> String {
        let table = TextTable(
            columns: [
                .init("", alignment: .left), .init("mean", unit: "cohort"), .init("SD", unit: "cohort"),
                .init("mean", unit: "model"), .init("SD", unit: "model"), .init("5 %"), .init("95 %"), .init("women"),
                .init("evidence", alignment: .left),
            ],
            rows: lines.map { line in
                func number(_ value: Double?) -> String {
                    value.map { NumberText.fixed($0, decimals: line.decimals) } ?? ""
                }
                let sorted = line.values.sorted()
                func percentile(_ share: Double) -> Double {
                    sorted.isEmpty ? .nan : sorted[Int((Double(sorted.count - 1) * share).rounded())]
                }
                return [
                    line.name, number(line.published), number(line.publishedDeviation), number(line.values.mean),
                    number(line.values.standardDeviation), number(percentile(0.05)), number(percentile(0.95)),
                    "\(line.values.count)", line.evidence ?? "",
                ]
            }
        ).rendered(width: width)
        let failed = failures == 0 ? "" : "\(failures) women could not be simulated.\n"
        return
            "Loss of bone without therapy, from the final period on, simulated. Of the published spread most does not last: "
            + "scans err, and hardly more women were fast twice than chance would have it.\n\n\(table)\(failed)"
    }
}
