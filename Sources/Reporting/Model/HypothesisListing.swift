import Evidence
import Physiology

/// What a scenario may switch on although the evidence does not support it, as a list and as warnings.
public enum HypothesisListing {
    /// Each hypothesis with what it would do, and what the literature says of the claims about it.
    ///
    /// - Parameter claims: among them those that the hypotheses name.
    public static func text(_ hypotheses: [Hypothesis], claims: [Claim], width: Int) -> String {
        let byIdentifier = Dictionary(uniqueKeysWithValues: claims.map { ($0.id, $0) })
        let lines = hypotheses.flatMap { hypothesis in
            let verdicts = hypothesis.claims.compactMap { byIdentifier[$0]?.verdict }
            let facts = ["meaning: \(hypothesis.meaning)", "not supported by \(hypothesis.unsupportedBy)"]
            let paragraphs = (facts + verdicts + ["control: \(hypothesis.control)"]).flatMap { paragraph($0, width) }
            return ["\(hypothesis.name), off by default"] + paragraphs + [""]
        }
        let example = hypotheses.first.map { ["In a scenario:", "  hypotheses: [\($0.name)]"] } ?? ["There are none."]
        return (lines + example).joined(separator: "\n") + "\n"
    }

    /// Lines for the top of a table; none where none is on.
    static func warnings(_ hypotheses: [Hypothesis], width: Int) -> [String] {
        hypotheses.flatMap { paragraph("! \($0.warning)", width) }
    }

    private static func paragraph(_ text: String, _ width: Int) -> [String] {
        let lines = TextWrap.lines(text, width: width - 4)
        return lines.enumerated().map { ($0 == 0 ? "  " : "    ") + $1 }
    }
}

extension Claim {
    /// The claim and what the literature says of it, with the source.
    var verdict: String {
        let known = bestEvidence.contains(where: \.isLetter) ? "; \(bestEvidence)" : ""
        return "\(id) “\(claim)”: \(literatureCheck.rawValue), grade \(grade.rawValue)\(known) (\(citation))"
    }
}
