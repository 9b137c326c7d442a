/// What a component is called in running text: `receptors.estrogen` is “estrogen receptor”.
enum ComponentTitle {
    /// Where the path alone would not tell a reader what it is.
    private static let written = [
        "serum": "serum levels", "woman": "the woman", "skeleton.rankl": "RANKL–OPG system",
        "skeleton.markers": "turnover markers", "skeleton.units": "remodelling units",
        "skeleton.programme": "osteoblast genes", "skeleton.modelling": "bone modelling",
        "skeleton.lumbarSpineTrabecular": "lumbar spine (QCT)",
        "receptors.membrane": "membrane signals", "receptors.estrogenInCells": "loss of estrogen in bone cells",
        "receptors.gabaA": "GABA-A receptor", "receptors.insulinLikeGrowthFactor": "IGF-1 receptor",
        "pharmacology.hepatic": "liver's estrogen exposure", "axes.growth": "growth hormone and IGF-1",
        "axes.binding": "binding proteins", "axes.calcium": "calcium and PTH", "axes.calcium.balance": "calcium balance",
        "axes.calcium.phosphate": "phosphate", "axes.calcium.vitaminD": "vitamin D", "axes.adrenal": "adrenal gland",
        "outcomes.fracture": "fracture risk",
    ]

    static func of(_ path: String) -> String {
        if let known = written[path] { return known }
        let parts = path.split(separator: ".").map(String.init)
        let name = parts.last.map(words) ?? path
        switch parts.first {
        case "receptors": return parts.count > 2 ? "\(words(parts[1])) receptor, \(name)" : "\(name) receptor"
        case "pharmacology": return parts.count > 2 ? "\(words(parts[1])), \(name)" : "\(name) given"
        default: return name
        }
    }

    /// `femoralNeck` as “femoral neck”.
    static func words(_ name: String) -> String {
        var text = ""
        for character in name {
            if character.isUppercase, let last = text.last, last.isLowercase { text += " " }
            text += character.isUppercase && !(text.last?.isUppercase ?? false) ? character.lowercased() : "\(character)"
        }
        return text
    }
}
