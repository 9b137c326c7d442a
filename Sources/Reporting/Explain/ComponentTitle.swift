import Exchange

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
        "axes.binding": "binding proteins", "axes.calcium": "PTH", "axes.calcium.balance": "calcium balance",
        "axes.calcium.phosphate": "phosphate", "axes.calcium.vitaminD": "vitamin D", "axes.adrenal": "adrenal gland",
        "outcomes.fracture": "fracture risk", "outcomes.norms": "density for her age",
        "outcomes.period": "survival", "outcomes.signals": "liver's and vessels' signals",
        "outcomes.symptoms": "hot flushes", "outcomes.harms": "thrombosis, stroke, cancer",
        "outcomes.strength": "bone strength", "outcomes.smoking": "smoking", "assays.markers": "CTX by other assays",
    ]

    static func of(_ path: String) -> String {
        if let known = written[path] { return known }
        let parts = path.split(separator: ".").map(String.init)
        let name = parts.last.map(words) ?? path
        switch parts.first {
        case "receptors": return parts.count > 2 ? "\(name) of the \(words(parts[1])) receptor" : "\(name) receptor"
        case "pharmacology": return parts.count > 2 ? "\(words(parts[1])) (\(name))" : "\(name) given"
        default: return name
        }
    }

    /// What a component is called where a sentence goes on about it: `the estrogen receptor`, `osteoblasts`.
    static func inSentence(_ path: String) -> String {
        let title = of(path)
        if isSite(path) { return site(title) }
        return title.hasSuffix(" receptor") || takesArticle.contains(path) ? "the \(title)" : title
    }

    /// Whether a component is the bone of one site.
    static func isSite(_ path: String) -> Bool {
        path.hasPrefix("skeleton.") && SkeletalSite(rawValue: String(path.dropFirst("skeleton.".count))) != nil
    }

    /// Parts of a sentence; where all sites are among them, these in one.
    static func shortened(_ parts: [String]) -> [String] {
        let sites = Set(SkeletalSite.allCases.map { site(of("skeleton.\($0.rawValue)")) })
        guard sites.isSubset(of: parts) else { return parts }
        return parts.filter { !sites.contains($0) } + ["bone at every site"]
    }

    private static func site(_ title: String) -> String { "bone at the \(title)" }

    private static let takesArticle: Set<String> = [
        "axes.ovary", "axes.pituitary", "axes.thyroid", "axes.adrenal", "skeleton.rankl", "outcomes.endometrium",
        "axes.calcium.balance", "outcomes.signals", "pharmacology.hepatic", "receptors.estrogenInCells",
    ]

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
