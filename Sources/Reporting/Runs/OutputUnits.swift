import Exchange
import Modeling
import Physiology
import Symbolics

/// The second unit in which people read an output.
enum OutputUnits {
    private static func amountUnit(of substance: Substance) -> Unit {
        substance == .estradiol || substance == .estrone ? "pmol/L" : "nmol/L"
    }

    /// The SI unit beside the conventional one, for serum levels.
    static func alternate(to output: Output) -> OutputSeries.AlternateUnit? {
        guard output.name.hasPrefix("serum."),
            let substance = Substance(rawValue: String(output.name.dropFirst("serum.".count)))
        else { return nil }
        let unit = amountUnit(of: substance)
        return .init(unit: unit.symbol, factor: output.unit.factor / substance.molarMass / unit.factor)
    }
}

extension Output {
    /// A label short enough to stand beside a line: `Lumbar spine`, `CTX`, `Estradiol`.
    package var shortLabel: String {
        let parts = name.split(separator: ".")
        guard let group = parts.first, let last = parts.last.map(String.init) else { return meaning }
        switch group {
        case "density", "tScore", "zScore":
            let site = SkeletalSite(rawValue: last)?.shortName ?? last
            return site.prefix(1).uppercased() + site.dropFirst()
        case "fracture", "outcome": return meaning.replacing("Probability since time zero of ", with: "").sentence
        case "marker": return last.replacing(/([a-z])([A-Z])/) { "\($0.1) \($0.2)" }.sentence
        case "receptor":
            return meaning.replacing(/^(?:Activation|Potentiation) of (?:the )?/, with: "")
                .replacing(/\ (?:in bone|by neurosteroids)$|, mean over.*$/, with: "").sentence
        case "bone": return meaning.replacing(/,? relative to a cycling woman/, with: "")
        default: return meaning
        }
    }
}

extension String {
    /// With a capital at the start.
    fileprivate var sentence: String { prefix(1).uppercased() + dropFirst() }
}

extension SkeletalSite {
    /// The site in a word or two.
    fileprivate var shortName: String {
        switch self {
        case .lumbarSpine: return "lumbar spine"
        case .femoralNeck: return "femoral neck"
        case .totalHip: return "total hip"
        case .totalBody: return "total body"
        case .radius: return "radius"
        case .lumbarSpineTrabecular: return "spine, QCT"
        }
    }
}

extension Quantity {
    /// The value without a needless decimal point, and its unit.
    var readable: String {
        let number = value == value.rounded() && abs(value) < 1e9 ? String(Int(value)) : String(value)
        return "\(number) \(unit)"
    }
}
