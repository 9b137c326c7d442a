/// What a component is called in running text: `skeleton.rankl` is “RANKL”, `receptors.estrogen` “estrogen receptor”.
enum ComponentTitle {
    private static let written = [
        "rankl": "RANKL and OPG", "serum": "serum levels", "woman": "the woman", "markers": "turnover markers",
        "units": "remodelling units", "igf1": "IGF-1", "gaba": "GABA-A", "shbg": "SHBG",
    ]

    static func of(_ path: String) -> String {
        let parts = path.split(separator: ".").map(String.init)
        let name = parts.last.map(words) ?? path
        switch parts.first {
        case "receptors": return written[parts.last ?? ""] == nil ? receptor(name) : name
        case "pharmacology" where parts.count > 2: return "\(words(parts[1])), \(name)"
        case "pharmacology": return "\(name) given"
        default: return name
        }
    }

    private static func receptor(_ name: String) -> String {
        name.contains(" in ") || name.contains("receptor") || name.contains("membrane") ? name : "\(name) receptor"
    }

    /// `femoralNeck` as “femoral neck”.
    static func words(_ name: String) -> String {
        if let known = written[name] { return known }
        var text = ""
        for character in name {
            if character.isUppercase, let last = text.last, last.isLowercase { text += " " }
            text += character.isUppercase && !(text.last?.isUppercase ?? false) ? character.lowercased() : "\(character)"
        }
        return text
    }
}
