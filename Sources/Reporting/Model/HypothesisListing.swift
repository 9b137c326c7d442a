/// What a scenario may switch on although the evidence does not support it, as a list.
public enum HypothesisListing {
    /// - Parameter hypotheses: name in scenarios, control it sets, and what it would do.
    public static func text(_ hypotheses: [(name: String, control: String, meaning: String)], width: Int) -> String {
        let lines = hypotheses.flatMap { hypothesis in
            ["\(hypothesis.name), off by default"]
                + TextWrap.lines("meaning: \(hypothesis.meaning)", width: width - 2).map { "  \($0)" }
                + ["  control: \(hypothesis.control)", ""]
        }
        let example = hypotheses.first.map { ["In a scenario:", "  hypotheses: [\($0.name)]"] } ?? ["There are none."]
        return (lines + example).joined(separator: "\n") + "\n"
    }
}
