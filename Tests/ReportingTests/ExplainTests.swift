import Evidence
import Exchange
import Modeling
import Physiology
import Symbolics
import Testing

@testable import Reporting

@Suite("Explaining words and parts of the model")
struct ExplainTests {
    private static let model = try! WomanModel.complete()
    private static let explainer = try! Explainer(model)
    private static let width = 100

    /// Glossary, medicines, hypotheses, components, outputs and every quantity of the model.
    @Test("Every word is explained at every level, with no section empty")
    func everything() throws {
        for word in Self.explainer.words {
            let levels = try ReadingLevel.allCases.map {
                try Self.explainer.explanation(of: word, level: $0, width: Self.width)
            }
            for (level, explanation) in zip(ReadingLevel.allCases, levels) {
                #expect(explanation.sections.count >= 3, "\(word), \(level)")
                for section in explanation.sections {
                    let said = section.lines.contains { $0.contains(where: \.isLetter) }
                    #expect(said, "\(word), \(level), \(section.heading)")
                }
            }
            #expect(Set(levels.map(\.title)).count == 1)
        }
    }

    @Test("The usual value of every output is written alike at all levels")
    func numbers() throws {
        let rest = RestingWoman(Self.model)
        for output in Self.model.outputs {
            let value = rest.text(of: output.expression, in: output.unit)
            for level in ReadingLevel.allCases {
                let text = try Self.explainer.explanation(of: output.name, level: level, width: 400).text
                let rows = text.split(separator: "\n").filter { $0.contains(output.meaning) && $0.contains(value) }
                #expect(!rows.isEmpty, "\(output.name), \(level): \(value)")
            }
        }
    }

    @Test("Evidence counts the same claims at all levels")
    func counts() throws {
        for word in ["RANKL", "cortisol", "estradiol", "progesteroneOnOPG"] {
            let numbers = try ReadingLevel.allCases.map { level -> [Substring] in
                let explanation = try Self.explainer.explanation(of: word, level: level, width: 400)
                let section = try #require(
                    explanation.sections.first { ["How well it is known", "Evidence"].contains($0.heading) })
                return section.lines.joined(separator: " ").split { !$0.isNumber }
            }
            #expect(numbers[0] == numbers[1] && numbers[1] == numbers[2], "\(word)")
        }
    }

    /// Medicines of bone that no claim was made about, and the woman's own traits, which are no claim.
    private static let withoutClaims = [
        "pharmacology.alendronate", "pharmacology.denosumab", "pharmacology.teriparatide", "woman",
    ]

    @Test("Every part and every output rests on claims that were held against the literature, or is known to have none")
    func claims() throws {
        let all = try EvidenceLibrary.bundled.claims()
        let systems = Set(all.map(\.system))
        for (name, topics) in ClaimTopics.topics {
            for topic in topics { #expect(systems.contains(topic), "\(name): \(topic)") }
        }
        for name in Self.model.components.map(\.path) + Self.model.outputs.map(\.name) {
            let text = try Self.explainer.explanation(of: name, level: .academic, width: 400).text
            let hasNone = Self.withoutClaims.contains { name.hasPrefix($0) } && !name.hasPrefix("woman.firstPass")
            #expect(text.contains("No claim about it") == hasNone, "\(name)")
        }
    }

    @Test("Academically every state and output shows the equation it stands in and what is known of its numbers")
    func equations() throws {
        for name in Self.model.states.map(\.name) + Self.model.outputs.map(\.name) {
            let explanation = try Self.explainer.explanation(of: name, level: .academic, width: 400)
            let equations = explanation.sections.first { $0.heading == "Equations" }?.lines ?? []
            let local = name.split(separator: ".").last.map(String.init) ?? name
            #expect(equations.contains { $0.contains(local) && $0.contains(" = ") }, "\(name)")
            #expect(explanation.sections.contains { $0.heading == "Evidence" }, "\(name)")
        }
    }

    @Test("Every term of the glossary says where it enters the equations, or that no equation stands for it")
    func terms() throws {
        for term in try EvidenceLibrary.bundled.glossary() {
            for level in ReadingLevel.allCases {
                let explanation = try Self.explainer.explanation(of: term.term, level: level, width: 400)
                let headings = Set(explanation.sections.map(\.heading))
                let place = level == .fundamentals ? "What it does here" : "In the model"
                #expect(headings.contains(place), "\(term.term), \(level)")
                #expect(headings.contains(level == .academic ? "Evidence" : "How well it is known"), "\(term.term)")
            }
        }
    }

    @Test("Fundamentals hold no equations and no names of the program")
    func plain() throws {
        for word in try EvidenceLibrary.bundled.glossary().map(\.term) + Self.model.outputs.map(\.name) {
            let explanation = try Self.explainer.explanation(of: word, level: .fundamentals, width: Self.width)
            let text = explanation.sections.flatMap(\.lines).joined(separator: "\n")
            #expect(!text.contains(" = ") && !text.contains("·"), "\(word)")
            #expect(text.firstMatch(of: /[a-z]+\.[a-z]+[A-Z.]/) == nil, "\(word)")
        }
    }

    @Test("Every name that a term is linked to is in the model, every linked term in the glossary")
    func links() throws {
        let names = Set(ModelGuide.everyName(ModelWriter(Self.model, width: Self.width)))
        let folders = Set(Self.model.components.compactMap { $0.path.split(separator: ".").first.map(String.init) })
        let terms = Set(try EvidenceLibrary.bundled.glossary().map(\.term))
        for (term, linked) in TermLinks.names {
            #expect(terms.contains(term), "\(term)")
            for name in linked { #expect(names.contains(name) || folders.contains(name), "\(term): \(name)") }
        }
        let medicines = Set(Medicines.catalogue.medicines.map(\.name))
        for (term, linked) in TermLinks.medicines {
            #expect(terms.contains(term), "\(term)")
            #expect(medicines.isSuperset(of: linked), "\(term)")
        }
        for term in TermName.synonyms.keys { #expect(terms.contains(term), "\(term)") }
    }

    @Test(
        "A word is found in any spelling people use",
        arguments: [
            ("rankl", "RANKL"), ("Osteoclasts", "osteoclast"), ("pre osteoblast", "pre-osteoblast"),
            ("E2", "estradiol (E2)"), ("oestradiol", "estradiol (E2)"), ("mineralization", "mineralisation"),
            ("osteoprotegerin", "OPG"), ("SERUM.ESTRADIOL", "serum.estradiol"),
            ("osteoclasts.count", "skeleton.osteoclasts.count"),
        ])
    func spellings(_ written: String, _ title: String) throws {
        #expect(try Self.explainer.explanation(of: written, level: .academic, width: 100).title == title)
    }

    @Test("An unknown word gets one sentence with the nearest right ones, the end of several names a choice")
    func unknown() {
        func message(_ word: String) -> String {
            do { return try Self.explainer.explanation(of: word, level: .academic, width: 100).title } catch {
                return "\(error)"
            }
        }
        #expect(message("ostoeclast").contains("did you mean 'osteoclast'"))
        #expect(message("count").contains("'skeleton.osteoclasts.count'"))
        #expect(message("GnRH antagonist").contains("'GnRH'"))
    }

    private static func influences(_ writer: ModelWriter) throws -> Influences {
        try Influences(writer, RestingWoman(model), TreatedWoman(model), hypotheses: WomanModel.hypotheses)
    }

    @Test("Signs come from the equations: estrogen lost raises RANKL and lowers OPG, and RANK makes osteoclasts")
    func signs() throws {
        let writer = ModelWriter(Self.model, width: Self.width)
        let influences = try Self.influences(writer)
        func direction(_ source: String, _ output: String) -> Influences.Direction? {
            influences.causes(of: output).first { $0.source == source }?.direction
        }
        let lost = "receptors.estrogenInCells.osteoblastsDeficit"
        #expect(direction(lost, "bone.RANKL") == .raises)
        #expect(direction(lost, "bone.OPG") == .lowers)
        #expect(direction("skeleton.rankl.occupancy", "skeleton.osteoclasts.count") == .raises)
        let acted = influences.effects(of: "skeleton.rankl.occupancy")
        #expect(acted.contains { $0.target == "skeleton.osteoclasts.count" && $0.direction == .raises })
        let hypothetical = influences.effects(of: "receptors.progesterone.onOPG")
        #expect(!hypothetical.isEmpty && hypothetical.allSatisfy { $0.direction == .hypothesis })
    }
}
