import Exchange
import Modeling
import Symbolics

/// The second unit in which people read an output.
enum OutputUnits {
    /// Molar mass in g/mol and the SI unit, by output.
    private static let molar: [String: (mass: Double, unit: Unit)] = [
        "serum.estradiol": (272.38, "pmol/L"), "serum.estrone": (270.37, "pmol/L"),
        "serum.estroneSulfate": (350.43, "nmol/L"), "serum.progesterone": (314.47, "nmol/L"),
        "serum.allopregnanolone": (318.5, "nmol/L"), "serum.pregnanolone": (318.5, "nmol/L"),
        "serum.medroxyprogesterone": (386.53, "nmol/L"),
    ]

    /// The SI unit beside the conventional one.
    static func alternate(to output: Output) -> OutputSeries.AlternateUnit? {
        molar[output.name].map { mass, unit in
            .init(unit: unit.symbol, factor: output.unit.factor / mass / unit.factor)
        }
    }
}

extension Output {
    /// A label short enough to stand beside a line: `Lumbar spine`, `CTX`, `Estradiol`.
    var shortLabel: String {
        let parts = name.split(separator: ".")
        guard let group = parts.first, let last = parts.last.map(String.init) else { return meaning }
        switch group {
        case "density", "tScore":
            let site = SkeletalSite(rawValue: last)?.shortName ?? last
            return site.prefix(1).uppercased() + site.dropFirst()
        case "marker", "receptor": return last.prefix(1).uppercased() + last.dropFirst()
        case "bone": return meaning.replacing(" relative to a cycling woman", with: "")
        default: return meaning
        }
    }
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
