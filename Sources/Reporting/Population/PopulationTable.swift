import Populations

/// What is printed of a drawn population: what was published beside what was drawn.
public enum PopulationTable {
    /// Shown beneath what was published, where it was not.
    private static let others: [Characteristic] = [
        .age, .yearsSinceMenopause, .weight, .BMI, .smoking, .hysterectomy, .oophorectomy, .white, .black, .hispanic,
        .vitaminD, .lumbarSpineT, .femoralNeckT, .totalHipT,
    ]

    public static func text(_ sample: PopulationSample, _ tally: PopulationTally, width: Int) -> String {
        let baseline = sample.selection.baseline
        let published = baseline.targets.enumerated().map { place, target -> [String] in
            let drawn = tally.moments(target: place)
            let isShare = target.band != nil || target.characteristic.isShare
            return [
                title(target), isShare ? "%" : UnitText.pretty(target.characteristic.unit),
                number(target.mean, isShare),
                isShare ? "" : target.deviation.map { number($0, false) } ?? "–",
                number(drawn.mean, isShare), isShare ? "" : number(drawn.deviation, false),
                target.evidence,
            ]
        }
        let stated = Set(baseline.targets.filter { $0.band == nil }.map(\.characteristic))
        let free = others.filter { !stated.contains($0) }.map { characteristic -> [String] in
            let drawn = tally.moments(characteristic)
            let isShare = characteristic.isShare
            return [
                characteristic.title, UnitText.pretty(characteristic.unit), "–", isShare ? "" : "–",
                number(drawn.mean, isShare), isShare ? "" : number(drawn.deviation, false), "",
            ]
        }
        let table = TextTable(
            columns: [
                .init("characteristic", alignment: .left), .init("unit", alignment: .left),
                .init("mean", unit: "published"),
                .init("SD", unit: "published"), .init("mean", unit: "drawn"), .init("SD", unit: "drawn"),
                .init("evidence", alignment: .left),
            ], rows: published + free
        ).rendered(width: width)
        return "\(baseline.name): \(baseline.title)\(size(baseline))\n\n\(table)\n\(method(sample, tally))"
    }

    private static func size(_ baseline: Baseline) -> String { baseline.size.map { ", \($0) women" } ?? "" }

    private static func title(_ target: Baseline.Target) -> String {
        let recalled = target.isRecalled ? " *" : ""
        guard let band = target.band else { return target.characteristic.title + recalled }
        return "\(target.characteristic.title) \(NumberText.short(band.lowerBound)) to "
            + "\(NumberText.short(band.upperBound))\(recalled)"
    }

    private static func number(_ value: Double, _ isShare: Bool) -> String {
        isShare ? NumberText.fixed(100 * value, decimals: 1) : NumberText.significant(value)
    }

    private static func method(_ sample: PopulationSample, _ tally: PopulationTally) -> String {
        let selection = sample.selection
        var sentences = [
            "Drawn \(tally.drawn) plausible women, accepted \(tally.women) "
                + "(\(NumberText.significant(100 * Double(tally.women) / Double(max(1, tally.drawn)))) %).",
            "Acceptance after Allen 2016 (PMID 27069777), by weights of entropy balancing (Hainmueller 2012, "
                + "doi 10.1093/pan/mpr025) found among \(selection.designSize) women of the study's limits, who tell as much "
                + "as \(Int(selection.effectiveSize)) evenly weighted ones.",
        ]
        if let stopping = selection.baseline.stopping {
            sentences.append(
                "\(NumberText.fixed(100 * stopping.share, decimals: 0)) % stop their therapy within "
                    + "\(NumberText.short(stopping.within)) years (\(stopping.evidence)).")
        } else {
            sentences.append("How many stop their therapy was not published in the evidence; none is told to.")
        }
        if selection.baseline.targets.contains(where: \.isRecalled) {
            sentences.append("* from memory, not confirmed in the paper.")
        }
        return sentences.map { "\($0)\n" }.joined()
    }
}

/// The populations there are, for the terminal.
public enum PopulationList {
    public static func text(_ baselines: [Baseline], width: Int) -> String {
        TextTable(
            columns: [
                .init("name", alignment: .left), .init("who", alignment: .left, wraps: true), .init("women"),
                .init("published of them", alignment: .left, wraps: true),
            ],
            rows: baselines.map { baseline in
                var seen: Set<Characteristic> = []
                let stated = baseline.targets.map(\.characteristic).filter { seen.insert($0).inserted }.map(\.title)
                return [
                    baseline.name, baseline.title, baseline.size.map { "\($0)" } ?? "",
                    (stated + (baseline.stopping == nil ? [] : ["stopping"])).joined(separator: ", "),
                ]
            }
        ).rendered(width: width)
    }
}
