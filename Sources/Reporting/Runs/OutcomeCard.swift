import Exchange
import Physiology
import Symbolics

/// Benefits and harms in one unit: women per thousand by the end of the simulation, with and without therapy.
struct OutcomeCard {
    private static let counted: [(output: String, label: String)] = [
        ("fracture.hip", "Hip fracture"), ("fracture.clinicalVertebral", "Clinical vertebral fracture"),
        ("fracture.wrist", "Wrist fracture"), ("fracture.majorOsteoporotic", "Any major osteoporotic fracture"),
        ("fracture.any", "Any fracture"), ("outcome.venousThrombosis", "Venous thrombosis"),
        ("outcome.stroke", "Stroke"), ("outcome.breastCancer", "Breast cancer"),
        ("outcome.endometrialHyperplasia", "Endometrial hyperplasia"),
    ]
    /// Hyperplasia a year beyond which a regimen is flagged: trials found at most 1 % a year on a sufficient progestogen.
    private static let flaggedHyperplasia = 2.0

    let rows: [OutcomeRow]
    /// Sentences about status and safety that follow from the simulation.
    let remarks: [String]
    private let years: Double

    /// - Parameter untreated: the same woman without her therapy, if there is one.
    init(_ simulation: Simulation, untreated: Simulation?) {
        let end = simulation.scenario.years
        let hasUterus = simulation.scenario.woman.uterus
        years = end
        func perThousand(_ simulation: Simulation?, _ output: String) -> Double? {
            simulation?.value(output, at: end).map { 10 * $0 }
        }
        rows = Self.counted.compactMap { output, label in
            guard let with = perThousand(simulation, output),
                hasUterus || output != "outcome.endometrialHyperplasia"
            else { return nil }
            let low = perThousand(simulation, output + "Low")
            let high = perThousand(simulation, output + "High")
            let interval = low.flatMap { low in high.flatMap { low < $0 ? low...$0 : nil } }
            return OutcomeRow(label: label, without: perThousand(untreated, output), with: with, interval: interval)
        }
        remarks = Self.status(simulation) + Self.endometrium(simulation, hasUterus: hasUterus)
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
            let share = simulation.value("outcome.endometrialHyperplasia", at: simulation.scenario.years),
            share / simulation.scenario.years > flaggedHyperplasia
        else { return [] }
        return [
            "Flag: estrogen that no sufficient progestogen opposes; hyperplasia of the endometrium in "
                + "\(NumberText.significant(share)) % by the end."
        ]
    }

    /// The table for the terminal.
    func table(width: Int) -> String {
        let heading = "Of 1,000 women like her, by year \(NumberText.significant(years)):"
        let body = TextTable(
            columns: [
                .init("outcome", alignment: .left), .init("without therapy"), .init("as simulated"),
                .init("difference"), .init("95 % interval"),
            ],
            rows: rows.map { row in
                [
                    row.label, row.without.map(Self.count) ?? "–", Self.count(row.with),
                    row.difference.map { NumberText.signed($0, decimals: 1) } ?? "–",
                    row.interval.map { "\(Self.count($0.lowerBound)) to \(Self.count($0.upperBound))" } ?? "",
                ]
            }
        ).rendered(width: width)
        return ([heading, body] + remarks.map { "  \($0)" }).joined(separator: "\n")
    }

    static func count(_ perThousand: Double) -> String { NumberText.fixed(perThousand, decimals: 1) }
}
