import Evidence
import Exchange
import Modeling
import Physiology
import Symbolics
import Trials

extension LaboratoryReport {
    /// The report for the terminal.
    public func text(width: Int) -> String {
        var sources = Sources()
        let title = sample.scenario.title
        var parts = TextWrap.heading(title, width: width)
        parts += paragraph(circumstances, width)
        parts += ["", panel(&sources, width)]
        parts += paragraph(
            "One reading: where 95 of 100 single readings of this level lie, by what varies within her and by the method. "
                + "Reference: the interval for her stage and age, from the first source; scatter from those after it.",
            width)
        parts += section("Progesterone, three ways", progesteroneTable(width), progesteroneSentences, width)
        parts += section("Ranges claimed to be optimal", claimTable(width), claimSentences, width)
        parts += section("Density", density(&sources, width), densitySentences, width)
        if let target {
            parts += section("Estradiol and bone", response(target, width), targetSentences(target), width)
        }
        parts +=
            ["", "Sources"]
            + sources.list.enumerated().flatMap { number, source in
                TextWrap.lines("[\(number + 1)] \(source)", width: width)
            }
        return (parts + ["", RunReport.standardDisclaimer, ""]).joined(separator: "\n")
    }

    /// What is cited, each once with all rows of the evidence that rest on it, by the number of its first mention.
    private struct Sources {
        private var cited: [(citation: String, rows: [String])] = []

        /// - Parameter source: `row, citation`, or a reason alone.
        mutating func number(_ source: String) -> String {
            let parts = source.split(separator: ", ", maxSplits: 1).map(String.init)
            let isRow = parts.count == 2 && !parts[0].contains(" ")
            let (citation, rows) = isRow ? (parts[1], [parts[0]]) : (source, [])
            guard let place = cited.firstIndex(where: { $0.citation == citation }) else {
                cited.append((citation, rows))
                return "\(cited.count)"
            }
            for row in rows where !cited[place].rows.contains(row) { cited[place].rows.append(row) }
            return "\(place + 1)"
        }

        var list: [String] {
            cited.map { $0.citation + ($0.rows.isEmpty ? "" : " (\($0.rows.joined(separator: ", ")))") }
        }
    }

    private func paragraph(_ text: String, _ width: Int) -> [String] { TextWrap.lines(text, width: width) }

    private func section(_ title: String, _ table: String?, _ sentences: [String], _ width: Int) -> [String] {
        guard let table else { return [] }
        return ["", title, table] + sentences.flatMap { paragraph($0, width) }
    }

    private var circumstances: String {
        let stage =
            switch sample.stage {
            case .cycling(let phase): "who cycles, blood drawn in the \(phase.rawValue) part of her last cycle"
            case .notOvulating: "who has no menopause behind her and does not ovulate"
            case .afterMenopause: "after menopause"
            }
        let taken = sample.therapy.map { "\($0.product), \($0.dose.readable)" }
        let when = sample.years == 0 ? "at the start" : "after \(NumberText.short(12 * sample.years)) months"
        return "A woman of \(NumberText.short(sample.age)), \(stage), \(when); "
            + (taken.isEmpty ? "she takes nothing. " : "she takes \(ModelWriter.list(taken)). ")
            + "Steroids by \(assay.rawValue). Levels are means over the interval between doses, cortisol that of eight in the "
            + "morning; markers fasting."
    }

    private func panel(_ sources: inout Sources, _ width: Int) -> String {
        var rows: [[String]] = []
        for line in lines {
            let numbers =
                [line.reference.map { "\($0.row), \($0.citation)" }].compactMap(\.self) + line.variationSources
            rows.append([
                line.name, line.limit.map { "< \(NumberText.significant($0))" } ?? NumberText.significant(line.value),
                UnitText.pretty(line.unit), LaboratoryReport.words(line.reading),
                line.reference.map { LaboratoryReport.words($0.range) } ?? "–", line.flag?.rawValue ?? "–",
                numbers.map { sources.number($0) }.joined(separator: ", "),
            ])
        }
        return TextTable(
            columns: [
                .init("test", alignment: .left), .init("value"), .init("unit", alignment: .left),
                .init("one reading", unit: "95 %"), .init("reference"), .init("flag", alignment: .left),
                .init("sources", alignment: .left),
            ], rows: rows
        ).rendered(width: width)
    }

    /// `31 to 771`, and `under 26` where it begins at nothing.
    static func words(_ range: ClosedRange<Double>) -> String {
        let upper = NumberText.significant(range.upperBound)
        return range.lowerBound == 0 ? "under \(upper)" : "\(NumberText.significant(range.lowerBound)) to \(upper)"
    }

    private func progesteroneTable(_ width: Int) -> String? {
        if progesterone.isEmpty { return nil }
        let serum = progesterone[0].value
        return TextTable(
            columns: [.init("measured in", alignment: .left), .init("reading", unit: "ng/mL"), .init("over LC-MS")],
            rows: progesterone.map {
                [$0.method, NumberText.significant($0.value), NumberText.significant($0.value / serum, digits: 2)]
            }
        ).rendered(width: width)
    }

    private var progesteroneSentences: [String] {
        guard progesterone.count == 3 else { return [] }
        let (serum, immunoassay, saliva) = (progesterone[0].value, progesterone[1].value, progesterone[2].value)
        var sentences: [String] = []
        // Below half again as much, scatter hides it.
        if immunoassay > 1.5 * serum {
            sentences.append(
                "The immunoassay reads \(NumberText.significant(immunoassay / serum, digits: 2)) times what mass spectrometry "
                    + "finds: metabolites that the gut and liver make of what is swallowed cross-react.")
        }
        if cream > 0 {
            let usual = SalivaryProgesterone.share * serum
            sentences.append(
                "Saliva reads \(NumberText.significant(saliva / usual, digits: 2)) times its usual share of serum, while serum "
                    + "is \(NumberText.significant(serum)) ng/mL. Such a reading is unfit for dosing: what a cream brings to saliva "
                    + "does not pass through serum, which the endometrium and bone hear (claim SC182: contradicted; "
                    + "\(SalivaryProgesterone.creamProvenance.source); usual share: "
                    + "\(SalivaryProgesterone.shareProvenance.source)).")
        }
        return sentences
    }

    private func claimTable(_ width: Int) -> String? {
        let claimed = lines.filter { $0.claimed != nil }
        if claimed.isEmpty { return nil }
        return TextTable(
            columns: [
                .init("test", alignment: .left), .init("value"), .init("unit", alignment: .left), .init("reference"),
                .init("claimed"), .init("by", alignment: .left, wraps: true), .init("claim", alignment: .left),
            ],
            rows: claimed.compactMap { line in
                line.claimed.map { claim in
                    [
                        line.name, NumberText.significant(line.value), UnitText.pretty(line.unit),
                        line.reference.map { Self.words($0.range) } ?? "–", Self.words(claim.range), claim.citation,
                        claim.note,
                    ]
                }
            }
        ).rendered(width: width)
    }

    private var claimSentences: [String] {
        ["These are claims, not findings. What the literature makes of them:"]
            + self.claims.map { claim in
                "\(claim.id), \(claim.literatureCheck.rawValue): \(claim.claim). Found: \(claim.bestEvidence)."
            }
    }

    private func density(_ sources: inout Sources, _ width: Int) -> String {
        var rows: [[String]] = []
        for bone in bones {
            let change = bone.leastSignificantChange
            let score = { (value: Double?) in value.map { NumberText.signed($0, decimals: 1) } ?? "–" }
            let decimals = bone.site.isVolumetric ? 1 : 3
            let factors = LeastSignificantChange.single(percent: bone.precision)
            rows.append([
                bone.name, NumberText.fixed(bone.density, decimals: decimals), UnitText.pretty(bone.unit),
                score(bone.tScore),
                score(bone.zScore),
                "\(NumberText.fixed(bone.density * factors.lowerBound, decimals: decimals)) to "
                    + NumberText.fixed(bone.density * factors.upperBound, decimals: decimals),
                bone.yearlyChange.map { NumberText.signed($0, decimals: 1) } ?? "–",
                NumberText.fixed(bone.precision, decimals: 1), NumberText.fixed(change.rise, decimals: 1),
                sources.number(bone.precisionSource),
            ])
        }
        return TextTable(
            columns: [
                .init("site", alignment: .left), .init("density"), .init("unit", alignment: .left), .init("T"),
                .init("Z"),
                .init("one scan", unit: "95 %"), .init("past year", unit: "%"), .init("precision", unit: "%"),
                .init("LSC", unit: "%"), .init("source", alignment: .left),
            ], rows: rows
        ).rendered(width: width)
    }

    private var densitySentences: [String] {
        var sentences = [
            "LSC: least significant change. Two scans by one scanner have to differ by more for the change to be real, 95 %."
        ]
        if let published = publishedQCT, let value = published.value,
            let own = sample.changeInYear("density.lumbarSpineTrabecular")
        {
            sentences.append(
                "Spongy bone of the spine by quantitative CT, in mg/cm³ as Prior 1990 has it: "
                    + "\(NumberText.signed(own, decimals: 1)) a year, beside \(NumberText.signed(value, decimals: 1)) in "
                    + "\(published.population) (\(published.id), held out).")
        }
        return sentences
    }

    private func response(_ target: Target, _ width: Int) -> String {
        TextTable(
            columns: [
                .init("patch", unit: "µg/day"), .init("estradiol", unit: "pg/mL"), .init("spine, 2 years", unit: "%"),
                .init("of the most", unit: "%"),
            ],
            rows: target.response.points.map { point in
                [
                    NumberText.short(point.patch), NumberText.fixed(point.estradiol, decimals: 1),
                    NumberText.signed(point.spine, decimals: 1),
                    NumberText.fixed(100 * target.response.share(at: point.estradiol), decimals: 0),
                ]
            }
        ).rendered(width: width)
    }

    private func targetSentences(_ target: Target) -> [String] {
        let place =
            target.own < target.band.lowerBound ? "below" : target.own > target.band.upperBound ? "above" : "within"
        return [
            "Her \(NumberText.significant(target.own)) pg/mL lie \(place) the \(Self.words(target.band)) pg/mL by which the gain "
                + "flattens (\(target.source)); simulated, such a level of estradiol through the skin brings "
                + "\(NumberText.fixed(100 * target.response.share(at: target.own), decimals: 0)) % of what the strongest patch "
                + "saves at her spine. Measuring estradiol on therapy is no requirement of guidelines."
        ]
    }
}
