import Evidence
import Exchange
import Foundation
import Populations
import Symbolics
import Trials

import struct Symbolics.Unit

/// Drawn women beside surveys: density by age and ethnic group, its correlations, and how many have osteoporosis.
public struct DensityCheck: Sendable {
    private let women: [Person]
    private let rows: [String: ParameterRecord]

    /// What of a drawn woman is looked at.
    private struct Person: Sendable {
        let age: Double
        let group: EthnicGroup
        let spine: Double
        let neck: Double
        let hip: Double
        let BMI: Double
    }

    private static let spineDecades = [
        (21, "21_30"), (31, "31_40"), (41, "41_50"), (51, "51_60"), (61, "61_70"), (71, "71_80"),
    ]
    private static let bodyDecades = [
        (20, "20_29"), (30, "30_39"), (40, "40_49"), (50, "50_59"), (60, "60_69"), (70, "70_79"),
    ]
    private static let oldDecades = [(50, "50_59"), (60, "60_69"), (70, "70_79"), (80, "80plus")]

    /// - Throws: `EvidenceError`, `SpreadError` or `BaselineError`.
    public init(women count: Int, seed: UInt64, evidence: EvidenceLibrary = .bundled) throws {
        // All ages evenly, then women of 50 and over as they are in the population.
        let groups = try ["US", "NHANES"].map { try VirtualWomen(seed: seed, like: .named($0, evidence: evidence)) }
        women = groups.flatMap { drawn in
            (1...count).map { number in
                let virtual = drawn[number]
                let woman = virtual.woman
                return Person(
                    age: woman.age / Unit.daysPerYear, group: virtual.ethnicity ?? .other,
                    spine: woman.measuredDensity(.lumbarSpine), neck: woman.measuredDensity(.femoralNeck),
                    hip: woman.measuredDensity(.totalHip), BMI: woman.bodyMassIndex)
            }
        }
        everyAge = 0..<count
        overFifty = count..<(2 * count)
        let names =
            Self.spineDecades.map { "ls_bmd_\($0.1)" } + Self.bodyDecades.map { "bmi_mean_\($0.1)" }
            + Self.oldDecades.map { "op_either_\($0.1)" } + [
                "op_either_50plus", "op_either_white", "op_either_black", "op_either_mexican", "fn_op_prev_0506",
                "fn_t_mean_50plus", "fn_ref_mean", "ls_ref_mean_recalled", "bmd_eth_ls_black", "bmd_eth_ls_mexam",
                "bmd_eth_fn_black", "bmd_eth_fn_mexam", "corr_ls_fn_post", "corr_ls_th_pm", "corr_fn_th_recalled",
                "disc_ls_fn_gt2", "ls_op_prev_0508",
            ]
        rows = Dictionary(uniqueKeysWithValues: zip(names, try evidence.parameters(names)))
    }

    private let everyAge: Range<Int>
    private let overFifty: Range<Int>

    /// One line: what it is, what was published, what was drawn.
    public struct Line: Sendable {
        public let name: String
        public let published: Double
        public let publishedDeviation: Double?
        public let drawn: Double
        public let drawnDeviation: Double?
        /// Row of the evidence.
        public let evidence: String
        public let decimals: Int
        /// Whether the women were drawn from this number, or it is a check on them.
        public let isUsed: Bool
    }

    public var lines: [Line] {
        decades + [neckScore] + groupDifferences + correlations + osteoporosis + body
    }

    private func value(_ row: String) -> Double { rows[row]?.value ?? .nan }

    private var decades: [Line] {
        Self.spineDecades.map { start, name in
            line(
                "lumbar spine at \(start) to \(start + 9), g/cm²", "ls_bmd_\(name)", decimals: 3,
                women[everyAge].filter { (Double(start)..<Double(start + 10)).contains($0.age) }.map(\.spine))
        }
    }

    private var neckScore: Line {
        line("femoral neck T at 50 and over", "fn_t_mean_50plus", decimals: 2, women[overFifty].map(neckT))
    }

    private var body: [Line] {
        Self.bodyDecades.map { start, name in
            line(
                "BMI at \(start) to \(start + 9), kg/m²", "bmi_mean_\(name)", decimals: 1,
                women[everyAge].filter { (Double(start)..<Double(start + 10)).contains($0.age) }.map(\.BMI))
        }
    }

    private var groupDifferences: [Line] {
        let sites: [(String, String, KeyPath<Person, Double>)] = [
            ("ls", "lumbar spine", \.spine), ("fn", "femoral neck", \.neck),
        ]
        let groups: [(EthnicGroup, String, String)] = [
            (.black, "black", "black"), (.mexicanAmerican, "mexam", "Mexican American"),
        ]
        return sites.flatMap { site, name, density in
            groups.map { group, row, who in
                // Of like age: each over the mean of her decade.
                func ratio(_ wanted: EthnicGroup) -> Double {
                    let ratios = stride(from: 20.0, to: 90, by: 10).compactMap { start -> Double? in
                        let decade = women[everyAge].filter { (start..<(start + 10)).contains($0.age) }
                        let some = decade.filter { $0.group == wanted }.map { $0[keyPath: density] }
                        let white = decade.filter { $0.group == .white }.map { $0[keyPath: density] }
                        return some.isEmpty || white.isEmpty ? nil : some.mean / white.mean
                    }
                    return ratios.mean
                }
                return Line(
                    name: "\(name), \(who) over white, %", published: value("bmd_eth_\(site)_\(row)"),
                    publishedDeviation: nil, drawn: 100 * (ratio(group) - 1), drawnDeviation: nil,
                    evidence: "bmd_eth_\(site)_\(row)", decimals: 1, isUsed: true)
            }
        }
    }

    private var correlations: [Line] {
        let pairs: [(String, String, KeyPath<Person, Double>, KeyPath<Person, Double>)] = [
            ("spine and femoral neck", "corr_ls_fn_post", \.spine, \.neck),
            ("spine and total hip", "corr_ls_th_pm", \.spine, \.hip),
            ("femoral neck and total hip", "corr_fn_th_recalled", \.neck, \.hip),
        ]
        return pairs.map { name, row, first, second in
            Line(
                name: "correlation of \(name)", published: value(row), publishedDeviation: nil,
                drawn: women[overFifty].map { $0[keyPath: first] }
                    .correlation(with: women[overFifty].map { $0[keyPath: second] }),
                drawnDeviation: nil, evidence: row, decimals: 2, isUsed: true)
        }
    }

    private var osteoporosis: [Line] {
        let old = Array(women[overFifty])
        func share(_ name: String, _ row: String, of women: [Person], _ has: (Person) -> Bool, used: Bool = false)
            -> Line
        {
            Line(
                name: "\(name), %", published: value(row), publishedDeviation: nil,
                drawn: 100 * Double(women.filter(has).count) / Double(max(1, women.count)), drawnDeviation: nil,
                evidence: row, decimals: 1, isUsed: used)
        }
        func either(_ person: Person) -> Bool { min(neckT(person), spineT(person)) <= -2.5 }
        let neck = share(
            "osteoporosis at femoral neck, 50 and over", "fn_op_prev_0506", of: old, { neckT($0) <= -2.5 }, used: true)
        let spine = share("osteoporosis at spine, 50 and over", "ls_op_prev_0508", of: old) { spineT($0) <= -2.5 }
        let all = share("osteoporosis at neck or spine, 50 and over", "op_either_50plus", of: old, either)
        let ages = Self.oldDecades.map { start, name in
            share(
                "… \(start)\(start == 80 ? " and over" : " to \(start + 9)")", "op_either_\(name)",
                of: old.filter { $0.age >= Double(start) && (start == 80 || $0.age < Double(start + 10)) }, either)
        }
        let groups: [(EthnicGroup, String)] = [(.white, "white"), (.black, "black"), (.mexicanAmerican, "mexican")]
        let ethnic = groups.map { group, name in
            share("… \(group.plainName)", "op_either_\(name)", of: old.filter { $0.group == group }, either)
        }
        let apart = share("spine and neck more than 2 T apart", "disc_ls_fn_gt2", of: old) {
            abs(neckT($0) - spineT($0)) > 2
        }
        return [neck, spine, all] + ages + ethnic + [apart]
    }

    private func neckT(_ person: Person) -> Double { score(person.neck, "fn_ref_mean") }
    // The surveys' own young reference for the spine, from memory; the model's is that of NHANES at 21 to 30.
    private func spineT(_ person: Person) -> Double { score(person.spine, "ls_ref_mean_recalled") }

    private func score(_ density: Double, _ row: String) -> Double {
        (density - value(row)) / (rows[row]?.dispersion.low ?? .nan)
    }

    private func line(_ name: String, _ row: String, decimals: Int, _ values: [Double]) -> Line {
        Line(
            name: name, published: value(row), publishedDeviation: rows[row]?.dispersion.low, drawn: values.mean,
            drawnDeviation: values.standardDeviation, evidence: row, decimals: decimals, isUsed: true)
    }

    public func text(width: Int) -> String {
        let table = TextTable(
            columns: [
                .init("", alignment: .left, wraps: true), .init("mean", unit: "published"),
                .init("SD", unit: "published"),
                .init("mean", unit: "drawn"), .init("SD", unit: "drawn"), .init("evidence", alignment: .left),
            ],
            rows: lines.map { line in
                func number(_ value: Double?) -> String {
                    value.map { NumberText.fixed($0, decimals: line.decimals) } ?? ""
                }
                return [
                    line.name, number(line.published), number(line.publishedDeviation), number(line.drawn),
                    number(line.drawnDeviation), line.isUsed ? line.evidence : "\(line.evidence), check",
                ]
            }
        ).rendered(width: width)
        return
            "Women of the United States, \(everyAge.count) of all ages and \(overFifty.count) of 50 and over. Rows with "
            + "\"check\" were no part of the drawing.\n\n\(table)"
    }
}
