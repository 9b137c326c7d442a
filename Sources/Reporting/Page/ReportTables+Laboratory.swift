import Exchange
import Trials

extension ReportTables {
    /// Levels with what one reading could show, their interval and flag.
    static func laboratory(_ lines: [LaboratoryLine]) -> Node {
        let columns: [HTMLTable.Column] = [
            .init(title: "Test"), .init(title: "Level", style: "number"),
            .init(title: "One reading", unit: "95 %", style: "number"), .init(title: "Reference", style: "number"),
            .init(title: "Flag"), .init(title: "Source of the reference", style: "source"),
        ]
        let rows = lines.map { line -> [HTMLTable.Cell] in
            [
                .lines(line.name, UnitText.pretty(line.unit)), .text(NumberText.significant(line.value)),
                .text(LaboratoryReport.words(line.reading)),
                .text(line.reference.map { LaboratoryReport.words($0.range) } ?? "–"), .text(line.flag?.rawValue ?? "–"),
                .text(line.reference.map { "\($0.citation) (\($0.row))" } ?? ""),
            ]
        }
        return HTMLTable(columns: columns, rows: rows).node()
    }

    /// Densities with the least change that two scans can tell.
    static func scans(_ bones: [LaboratoryReport.Bone]) -> Node {
        let columns: [HTMLTable.Column] = [
            .init(title: "Scan"), .init(title: "Density", style: "number"), .init(title: "T-score", style: "number"),
            .init(title: "Z-score", style: "number"), .init(title: "Precision", unit: "%", style: "number"),
            .init(title: "Least significant change", unit: "%", style: "number"), .init(title: "Source", style: "source"),
        ]
        let rows = bones.map { bone -> [HTMLTable.Cell] in
            let score = { (value: Double?) in value.map { UnitText.minus(NumberText.signed($0, decimals: 1)) } ?? "–" }
            return [
                .lines(bone.name, UnitText.pretty(bone.unit)),
                .text(NumberText.fixed(bone.density, decimals: bone.site.isVolumetric ? 1 : 3)), .text(score(bone.tScore)),
                .text(score(bone.zScore)), .text(NumberText.fixed(bone.precision, decimals: 1)),
                .text(NumberText.fixed(bone.leastSignificantChange.rise, decimals: 1)), .text(bone.precisionSource),
            ]
        }
        return HTMLTable(columns: columns, rows: rows).node()
    }
}
