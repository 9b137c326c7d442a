import Exchange
import Physiology
import Trials

/// The tables a run prints.
enum RunTable {
    private static let columns: [(output: String, title: String, unit: String, asChange: Bool)] = [
        ("serum.estradiol", "E2", "pg/mL", false), ("serum.estrone", "E1", "pg/mL", false),
        ("serum.progesterone", "P4", "ng/mL", false), ("bone.RANKLtoOPG", "RANKL:OPG", "ratio", false),
        ("marker.CTX", "CTX", "% change", true), ("marker.P1NP", "P1NP", "% change", true),
        ("density.lumbarSpine", "spine", "% change", true), ("density.femoralNeck", "f. neck", "% change", true),
        ("density.totalHip", "hip", "% change", true), ("density.totalBody", "body", "% change", true),
        ("density.radius", "radius", "% change", true),
        ("density.lumbarSpineTrabecular", "spine QCT", "% change", true),
    ]

    /// Levels and changes at 0, 3, 6 and 12 months and then every year (every other beyond six).
    static func outcomes(_ simulation: Simulation, width: Int) -> String {
        let whole = RunSummary.endpointTimes(horizon: simulation.scenario.years)
        let times = [0] + whole.filter { $0 <= 6 || Int($0) % 2 == 0 }
        let rows = times.map { time in
            [NumberText.fixed(time * 12, decimals: 0)]
                + columns.map { column in
                    guard let value = simulation.value(column.output, at: time),
                        let start = simulation.value(column.output, at: 0)
                    else { return "–" }
                    return column.asChange
                        ? NumberText.signed(
                            100 * (value / start - 1), decimals: column.output.hasPrefix("density") ? 2 : 0)
                        : NumberText.significant(value)
                }
        }
        return TextTable(
            columns: [.init("time", unit: "months")] + columns.map { .init($0.title, unit: $0.unit) }, rows: rows
        ).rendered(width: width)
    }

    /// Changes at the end, with the bands that the fit leaves open.
    static func bands(_ simulation: Simulation, _ band: ParameterBand, width: Int) -> String {
        let end = simulation.scenario.years
        let rows = columns.filter(\.asChange).compactMap { column -> [String]? in
            guard let value = simulation.value(column.output, at: end), let start = simulation.value(column.output, at: 0),
                let ratio = band.ratio(of: column.output, at: end)
            else { return nil }
            let change = { (ratio: Double) in NumberText.signed(100 * (ratio - 1), decimals: 1) }
            return [column.title, change(value / start), "\(change(ratio.lowerBound)) to \(change(ratio.upperBound))"]
        }
        return TextTable(
            columns: [
                .init("change by year \(NumberText.short(end))", alignment: .left), .init("simulated", unit: "%"),
                .init("90 % band", unit: "%"),
            ], rows: rows
        ).rendered(width: width)
    }

    /// Published rows beside what was simulated.
    static func comparisons(_ comparisons: [Comparison], width: Int) -> String {
        let rows = comparisons.map { comparison -> [String] in
            let interval = comparison.interval.map {
                "\(NumberText.signed($0.lowerBound, decimals: 1)) to \(NumberText.signed($0.upperBound, decimals: 1))"
            }
            return [
                comparison.observation, comparison.label, comparison.outputLabel,
                NumberText.signed(comparison.observed, decimals: 2), interval ?? "",
                NumberText.signed(comparison.simulated, decimals: 2), NumberText.signed(comparison.misfit, decimals: 2),
                comparison.use.rawValue, comparison.verdict.rawValue,
            ]
        }
        return TextTable(
            columns: [
                .init("row", alignment: .left), .init("study, arm", alignment: .left, wraps: true),
                .init("measure", alignment: .left, wraps: true), .init("observed"), .init("95 % interval"),
                .init("simulated"), .init("misfit"), .init("use", alignment: .left), .init("verdict", alignment: .left),
            ], rows: rows
        ).rendered(width: width)
    }
}
