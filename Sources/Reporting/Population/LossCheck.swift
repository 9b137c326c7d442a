import Evidence
import Exchange
import Foundation
import Populations
import Symbolics
import Solving
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

    /// Years over which Pouillès followed women, twice 22 months being published; the first are simulated.
    private static let followUp = 22.0 / 12
    private static let rows = [
        "loss_ls_mean_early", "loss_ls_sd_obs", "loss_fem_mean_early", "dxa_cv_ls_lunar", "swan_ls_trans", "swan_fn_trans",
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
            like: "Pouilles", years: followUp, interval: followUp, count: half, seed: seed, threads: threads,
            outputs: ["density.lumbarSpine", "density.totalHip", "markerLevel.CTX"], evidence: evidence, progress: progress)
        let passage = try await simulate(
            like: "SWAN", years: passageYears, interval: 0.5, count: half, seed: seed, threads: threads,
            outputs: ["density.lumbarSpine", "density.femoralNeck"], evidence: evidence) { progress(half + $0) }
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
            guard let next = times.firstIndex(where: { $0 >= time }), !rows.isEmpty, time >= times[0] else { return nil }
            guard next > 0 else { return rows[0][column] }
            let share = (time - times[next - 1]) / (times[next] - times[next - 1])
            return rows[next - 1][column] + share * (rows[next][column] - rows[next - 1][column])
        }

        /// Per cent lost or gained between two times, counted from the final period.
        func change(_ column: Int, from first: Double, to last: Double) -> Double? {
            let final = ((woman.woman.menopause?.age ?? .nan) - woman.woman.age) / Unit.daysPerYear
            guard let start = value(column, at: final + first), let end = value(column, at: final + last) else { return nil }
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
        let cohort = try Cohort(scenario, women: women, count: count, outputs: outputs)
        let simulation = try CohortSimulation(cohort)
        var courses: [Course] = []
        try await CohortRun(women: count, chunkSize: 8, threads: threads).run(
            make: { try simulation.results(for: $0) },
            deliver: { results in
                for result in results {
                    let columns = outputs.count
                    let rows = stride(from: 0, to: result.values.count, by: columns).map {
                        Array(result.values[$0..<($0 + columns)])
                    }
                    courses.append(
                        Course(woman: women[result.number], times: cohort.times, rows: result.failure == nil ? rows : []))
                }
                progress(courses.count)
            })
        return courses
    }

    private static func afterMenopause(_ courses: [Course], _ records: [String: ParameterRecord]) -> [Line] {
        func rates(_ column: Int) -> [Double] {
            courses.compactMap { course in
                guard let first = course.rows.first, let last = course.rows.last else { return nil }
                return 100 * (last[column] / first[column] - 1) / followUp
            }
        }
        let spine = rates(0)
        let precision = records["dxa_cv_ls_lunar"]?.value ?? .nan
        // Two scans, each with its own error.
        let error = precision * 2.0.squareRoot() / followUp
        let noisy = courses.indices.filter { !courses[$0].rows.isEmpty }.enumerated().map { place, index in
            var generator = CounterBasedGenerator(seed: 0, woman: UInt32(courses[index].woman.number), purpose: "DXA")
            return spine[place] + error * generator.normal()
        }
        let CTX = courses.compactMap { $0.rows.first?[2] }
        return [
            Line(
                name: "spine, half to five years after menopause, % a year", published: nil, publishedDeviation: nil,
                values: spine, evidence: nil, decimals: 2),
            Line(
                name: "… as two scans see it", published: records["loss_ls_mean_early"]?.value,
                publishedDeviation: records["loss_ls_sd_obs"]?.value, values: noisy, evidence: "loss_ls_mean_early",
                decimals: 2),
            Line(
                name: "hip, the same women, % a year", published: records["loss_fem_mean_early"]?.value,
                publishedDeviation: nil, values: rates(1), evidence: "loss_fem_mean_early", decimals: 2),
            Line(
                name: "CTX, the same women, ng/mL", published: records["btm_ctx_post"]?.value, publishedDeviation: nil,
                values: CTX, evidence: "btm_ctx_post", decimals: 3),
        ]
    }

    private static func throughMenopause(_ courses: [Course], _ records: [String: ParameterRecord]) -> [Line] {
        func line(_ name: String, _ row: String, _ column: Int, _ first: Double, _ last: Double, perYear: Bool = false) -> Line {
            let values = courses.compactMap { $0.change(column, from: first, to: last) }
            return Line(
                name: name, published: records[row]?.value, publishedDeviation: nil,
                values: perYear ? values.map { $0 / (last - first) } : values, evidence: row, decimals: 2)
        }
        return [
            line("spine, 1 year before to 2 after the final period, %", "swan_ls_trans", 0, -1, 2),
            line("femoral neck, the same, %", "swan_fn_trans", 1, -1, 2),
            line("spine, 5 years before to 5 after, %", "swan_ls10", 0, -5, 5),
            line("femoral neck, the same, %", "swan_fn10", 1, -5, 5),
            line("spine, 0 to 2 years after, % a year", "mbhms_ls_0_2", 0, 0, 2, perYear: true),
            line("spine, 2 to 7 years after, % a year", "mbhms_ls_2_7", 0, 2, 7, perYear: true),
        ]
    }

    public func text(width: Int) -> String {
        let table = TextTable(
            columns: [
                .init("", alignment: .left, wraps: true), .init("mean", unit: "published"), .init("SD", unit: "published"),
                .init("mean", unit: "simulated"), .init("SD", unit: "simulated"), .init("5 %"), .init("50 %"),
                .init("95 %"), .init("women"), .init("evidence", alignment: .left),
            ],
            rows: lines.map { line in
                func number(_ value: Double?) -> String { value.map { NumberText.fixed($0, decimals: line.decimals) } ?? "" }
                let sorted = line.values.sorted()
                func percentile(_ share: Double) -> Double {
                    sorted.isEmpty ? .nan : sorted[Int((Double(sorted.count - 1) * share).rounded())]
                }
                return [
                    line.name, number(line.published), number(line.publishedDeviation), number(mean(line.values)),
                    number(deviation(line.values)), number(percentile(0.05)), number(percentile(0.5)),
                    number(percentile(0.95)), "\(line.values.count)", line.evidence ?? "",
                ]
            }
        ).rendered(width: width)
        let failed = failures == 0 ? "" : "\(failures) women could not be simulated.\n"
        return "Loss of bone without therapy, simulated.\n\n\(table)\(failed)"
    }
}
