import Exchange
import Modeling
import Physiology
import Symbolics
import Trials

/// Benefits and harms beside each other: women of a thousand by the end of the simulation, and levels at the end of
/// therapy, with and without it, absolute and relative.
package struct OutcomeCard {
    private static let counted =
        [
            "fracture.hip": "Hip fracture", "fracture.clinicalVertebral": "Clinical vertebral fracture",
            "fracture.wrist": "Wrist fracture", "fracture.majorOsteoporotic": "Any major osteoporotic fracture",
            "fracture.nonvertebral": "Any but a vertebral fracture", "fracture.any": "Any fracture",
            "outcome.venousThrombosis": "Venous thrombosis", "outcome.stroke": "Stroke",
            "outcome.breastCancer": "Breast cancer", hyperplasia: "Endometrial hyperplasia",
        ] as KeyValuePairs
    private static let levels =
        [
            "outcome.hotFlushes": "Hot flushes, if prone", "outcome.sleep": "Sleep gained a night",
            "outcome.sedation": "Drowsy or dizzy after a dose", "outcome.HDL": "HDL cholesterol",
            "outcome.LDL": "LDL cholesterol", "outcome.triglycerides": "Triglycerides",
        ] as KeyValuePairs
    private static let hyperplasia = "outcome.endometrialHyperplasia"
    /// Hyperplasia a year beyond which a regimen is flagged: trials found at most 1 % a year on a sufficient progestogen.
    private static let flaggedHyperplasia = 2.0

    /// Women of a thousand by the end.
    package let rows: [OutcomeRow]
    /// Levels on therapy; none where nothing is taken.
    package let levels: [OutcomeRow]
    /// The numbers that decide what the therapy does, with their sources.
    package let numbers: [ParameterRow]
    /// Sentences about status, safety and what is not known of fractures that follow from the simulation.
    package let remarks: [String]
    let years: Double
    /// When levels are looked at, in years.
    let levelsAt: Double

    init(_ run: ScenarioComparison) {
        let simulation = run.simulation
        let end = simulation.scenario.years
        let hasUterus = simulation.scenario.woman.uterus
        let outcomes = OutcomeReader(run)
        years = end
        rows = Self.counted.compactMap { output, label in
            hasUterus || output != Self.hyperplasia ? outcomes.counted(output, label, at: end) : nil
        }
        let lastOnTherapy = simulation.scenario.therapy.map(\.until).max().map { $0 / Unit.daysPerYear } ?? end
        let levelsAt = simulation.times.last { $0 <= lastOnTherapy + 1e-6 } ?? end
        self.levelsAt = levelsAt
        levels = Self.levels.compactMap { outcomes.level($0, $1, at: levelsAt) }
        let wanted = Self.counted.map { ($0.key, end) } + Self.levels.map { ($0.key, levelsAt) }
        numbers = outcomes.numbers(behind: wanted.filter { hasUterus || $0.0 != Self.hyperplasia })
        let modes = run.fractureModes.map { FractureModesText($0, simulation.scenario).sentences } ?? []
        remarks = Self.status(simulation) + Self.endometrium(simulation, hasUterus: hasUterus) + modes
    }

    private static func status(_ simulation: Simulation) -> [String] {
        let sites = [
            (SkeletalSite.lumbarSpine, "lumbar spine"), (.femoralNeck, "femoral neck"), (.totalHip, "total hip"),
        ]
        return sites.compactMap { site, name in
            let score = { simulation.value("tScore.\(site.rawValue)", at: $0) }
            let end = simulation.scenario.years
            guard let first = score(0), let last = score(end),
                let z = simulation.value("zScore.\(site.rawValue)", at: end)
            else { return nil }
            let (before, after) = (DensityStatus(tScore: first), DensityStatus(tScore: last))
            let change = before == after ? "\(after) throughout" : "\(before) at the start, \(after) at the end"
            return
                "By density at the \(name): \(change) (T \(NumberText.signed(first, decimals: 1)) to "
                + "\(NumberText.signed(last, decimals: 1)); Z \(NumberText.signed(z, decimals: 1)) at the end)."
        }
    }

    private static func endometrium(_ simulation: Simulation, hasUterus: Bool) -> [String] {
        guard hasUterus, simulation.scenario.years > 0,
            let share = simulation.value(hyperplasia, at: simulation.scenario.years),
            share / simulation.scenario.years > flaggedHyperplasia
        else { return [] }
        return [
            "Flag: estrogen that no sufficient progestogen opposes; hyperplasia of the endometrium in "
                + "\(NumberText.significant(share)) % by the end."
        ]
    }

    /// The tables for the terminal.
    func table(width: Int) -> String {
        let heading = "Of 1,000 women like her, by year \(NumberText.short(years)):"
        let counted = Self.table(rows, title: "outcome", width: width)
        let others =
            levels.isEmpty ? [] : ["", levelsHeading, Self.table(levels, title: "level", width: width)]
        let parts = [heading, counted] + others
        return (parts + remarks.flatMap { TextWrap.lines($0, width: width - 2).map { "  \($0)" } }).joined(
            separator: "\n")
    }

    /// `Other effects, at month 36:`.
    var levelsHeading: String { "Other effects, at month \(NumberText.fixed(12 * levelsAt, decimals: 0)):" }

    private static func table(_ rows: [OutcomeRow], title: String, width: Int) -> String {
        let isCompared = rows.contains { $0.without != nil }
        var columns: [TextTable.Column] = [.init(title, alignment: .left)]
        if isCompared { columns.append(.init("without")) }
        columns.append(.init(isCompared ? "with" : "as simulated"))
        if isCompared { columns += [.init("difference (95 %)"), .init("ratio (95 %)")] }
        return TextTable(
            columns: columns,
            rows: rows.map { row in
                var cells = [row.unit.isEmpty ? row.label : "\(row.label), \(UnitText.pretty(row.unit))"]
                if isCompared { cells.append(row.without.map(OutcomeRow.count) ?? "–") }
                cells.append(OutcomeRow.count(row.with))
                if isCompared { cells += [row.differenceText, row.ratioText] }
                return cells
            }
        ).rendered(width: width)
    }
}
