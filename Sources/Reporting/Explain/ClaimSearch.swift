import Evidence

/// Claims about a subject, and what they say together of how well it is known.
struct ClaimSearch {
    /// Best evidence first; those filed under the subject or its topics before those that only mention it.
    let claims: [Claim]

    private static let kinds: Set<Claim.Kind> = [.mechanism, .outcome, .quantity]

    /// - Parameters:
    ///   - keywords: words by which claims are found.
    ///   - topics: topics of claims that concern the subject, whatever their words.
    ///   - named: identifiers of claims that concern it in any case.
    init(_ keywords: [String], topics: [String] = [], among all: [Claim], named: [String] = []) {
        let words = keywords.map { $0.lowercased() }
        let candidates = all.filter {
            !named.contains($0.id) && (Self.kinds.contains($0.kind) || topics.contains($0.system))
        }
        let filed = candidates.filter { claim in
            topics.contains(claim.system) || words.contains { Self.mentions(claim.system, $0) }
        }
        let filedIDs = Set(filed.map(\.id))
        let mentioned = candidates.filter { claim in
            !filedIDs.contains(claim.id) && words.contains { Self.mentions(claim.claim, $0) }
        }
        func sorted(_ claims: [Claim]) -> [Claim] { claims.sorted { ($0.grade.rawValue, $0.id) < ($1.grade.rawValue, $1.id) } }
        claims = named.compactMap { name in all.first { $0.id == name } } + sorted(filed) + sorted(mentioned)
    }

    /// Whether a word stands in a text on its own, or as a plural.
    private static func mentions(_ text: String, _ word: String) -> Bool {
        let text = text.lowercased()
        return text.ranges(of: word).contains { range in
            let before = range.lowerBound == text.startIndex ? " " : text[text.index(before: range.lowerBound)]
            let rest = text[range.upperBound...]
            let after = rest.hasPrefix("s") ? rest.dropFirst().first : rest.first
            return !before.isLetter && !before.isNumber && !(after?.isLetter ?? false) && !(after?.isNumber ?? false)
        }
    }

    private func count(_ verdict: Claim.LiteratureCheck) -> Int {
        claims.filter { $0.literatureCheck == verdict }.count
    }

    /// `Of 12 claims about it, 7 are supported, …`, in words for the level.
    func strength(_ level: ReadingLevel) -> String {
        guard !claims.isEmpty else { return "No claim about it was held against the literature." }
        let words: KeyValuePairs<Claim.LiteratureCheck, (plain: String, exact: String)> = [
            .supported: ("true", "supported"), .partly: ("partly true", "partly supported"),
            .contradicted: ("wrong", "contradicted"), .unverifiable: ("open", "unverifiable"),
        ]
        let isPlain = level == .fundamentals
        let counts = words.map { verdict, word in (count(verdict), isPlain ? word.plain : word.exact) }
            .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        let best = claims.map(\.grade.rawValue).min().flatMap(Claim.Grade.init(rawValue:))
        let found = ModelWriter.list(counts)
        let isOne = claims.count == 1
        let held =
            isOne
            ? "1 claim about it was held against the literature and found \(found.dropFirst(2))."
            : "\(claims.count) claims about it were held against the literature: \(found)."
        guard let best else { return held }
        return held + (isOne ? " The evidence is " : " The best evidence among them is ")
            + "\(isPlain ? best.plain : "\(best.words) (grade \(best.rawValue))")."
    }
}

extension Claim.Grade {
    var words: String { "\(self)" }

    /// What the grade rests on, for anyone.
    var plain: String {
        switch self {
        case .strong: "strong, such as trials that drew lots"
        case .moderate: "moderate, such as following many women over years"
        case .limited: "limited, such as work on cells or animals"
        case .weak: "weak"
        }
    }
}
