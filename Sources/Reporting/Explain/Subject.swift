import Evidence
import Physiology

/// What a word stands for: terms of the glossary, parts of the model, medicines and hypotheses that go by it.
struct Subject {
    var title: String
    /// Terms whose definition is that of the subject.
    var terms: [GlossaryTerm] = []
    /// Components, folders of components, quantities, dose ports and outputs of the model, by full name.
    var names: [String] = []
    var medicines: [String] = []
    var hypotheses: [Hypothesis] = []
    /// Words by which claims about it are found.
    var keywords: [String] = []
}
