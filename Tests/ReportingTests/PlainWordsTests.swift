import Evidence
import Exchange
import Foundation
import Modeling
import Physiology
import Symbolics
import Testing
import Trials

@testable import Reporting

@Suite("Sense and sign of plain sentences")
struct PlainWordsTests {
    private static let model = try! WomanModel.complete()
    private static let explainer = try! Explainer(model)

    private func section(_ heading: String, of term: String, _ level: ReadingLevel) throws -> String {
        try Self.explainer.explanation(of: term, level: level, width: 10_000).sections
            .first { $0.heading == heading }?.lines.joined(separator: " ") ?? ""
    }

    private func role(_ term: String) throws -> String { try section("What it does here", of: term, .fundamentals) }

    /// What stands in a sentence after a verb, up to the next one.
    private func list(_ verb: String, in text: String) -> String {
        guard let start = text.range(of: verb) else { return "" }
        let rest = text[start.upperBound...]
        let ends = ["rises with", "falls with", "changes with", "favoured by", "changed by", " less ", " more ", "."]
            .compactMap { rest.range(of: $0)?.lowerBound }
        return String(rest[..<(ends.min() ?? rest.endIndex)])
    }

    @Test("Osteoporosis is favoured by osteoclasts and ageing, and goes with less density", arguments: ["osteoporosis", "osteopenia"])
    func thinBone(_ term: String) throws {
        let text = try role(term)
        #expect(list("favoured by", in: text).contains("osteoclasts") && list("favoured by", in: text).contains("ageing"))
        #expect(list("come less", in: text).contains("density"))
        #expect(!text.contains("More of it"))
    }

    @Test("What is said of menopause is what a woman goes through from three years before it to three years after")
    func menopause() throws {
        let text = try role("menopause")
        let final = 4 * Unit.daysPerYear
        let woman = Woman(age: 48 * Unit.daysPerYear, menopause: .init(age: 48 * Unit.daysPerYear + final))
        let run = try Simulation(
            Scenario(title: "menopause", woman: woman, horizon: 7 * Unit.daysPerYear, reportInterval: Unit.daysPerYear))
        func change(_ output: String) throws -> Double {
            let values = try #require(run[output])
            return values[7] - values[1]
        }
        for (word, output) in [
            ("estradiol", "serum.estradiol"), ("progesterone", "serum.progesterone"), ("testosterone", "serum.testosterone"),
        ] {
            #expect(text.lowercased().contains(word))
            #expect(try change(output) < 0, "\(output)")
        }
        for (word, output) in [
            ("LH", "serum.LH"), ("FSH", "serum.FSH"), ("hot flushes", "outcome.hotFlushes"), ("turnover", "marker.CTX"),
        ] {
            #expect(text.contains(word))
            #expect(try change(output) > 0, "\(output)")
        }
    }

    @Test("RANKL falls with estrogen and rises with PTH, glucocorticoids and inflammation; sclerostin falls with estrogen")
    func signals() throws {
        let text = try role("RANKL")
        #expect(list("falls with", in: text).contains("estrogen"))
        for word in ["PTH", "glucocorticoids", "inflammation"] { #expect(list("rises with", in: text).contains(word)) }
        #expect(list("falls with", in: try role("sclerostin")).contains("estrogen"))
        #expect(list("falls with", in: try role("aromatase")).contains("letrozole"))
    }

    @Test(
        "Outcomes that nobody has at rest rise with age and with what therapy does",
        arguments: [
            ("stroke", "swallowed estrogens"), ("venous thrombosis", "synthetic progestins"),
            ("breast cancer", "long use of progestins"), ("VTE", "swallowed estrogens"),
        ])
    func harms(_ term: String, _ cause: String) throws {
        let rising = list("rises with", in: try role(term))
        #expect(rising.contains("her age") && rising.contains(cause), "\(term): \(rising)")
    }

    @Test("Academically an output leads to the equation behind its name, with its parameters")
    func aliases() throws {
        let equations = try section("Equations", of: "RANKL", .academic)
        #expect(equations.contains("fromOsteocytes = ") && equations.contains("productionChange"))
        #expect(try section("Parameters", of: "RANKL", .academic).contains("sclerostinEffect"))
        let cancer = try section("Equations", of: "outcome.breastCancer", .academic)
        #expect(cancer.contains("breastCancerRate") && cancer.contains("d breastCancerCumulated/dt"))
        #expect(!cancer.contains("exp(0)"))
    }

    @Test("Every plain name belongs to a quantity of the model")
    func names() {
        let known = Set(ModelGuide.everyName(ModelWriter(Self.model, width: 100)))
        let named =
            PlainQuantity.references.union(PlainQuantity.passing).union(PlainQuantity.follows.keys)
            .union(PlainQuantity.opposes.keys).union(PlainQuantity.unsettled.keys).union(PlainQuantity.moved.keys)
            .union(PlainQuantity.movedOpposite.keys)
        for name in named { #expect(known.contains(name), "\(name)") }
    }

    @Test("Every sense belongs to a term of the glossary, and every state to a quantity it is linked to")
    func senses() throws {
        let terms = Set(try EvidenceLibrary.bundled.glossary().map(\.term))
        for (term, sense) in TermSense.senses {
            #expect(terms.contains(term), "\(term)")
            guard case .state(_, let low) = sense else { continue }
            for name in low { #expect(TermLinks.names[term]?.contains(name) == true, "\(term): \(name)") }
        }
    }

    /// What the program asks for, prints or writes, and a reader may want to know.
    private static let words: [String] = {
        let medicines = Medicines.catalogue.medicines
        let conditions = ["thyrotoxicosis", "hypothyroidism", "cortisolExcess", "inflammation", "insulinResistance", "energyDeficit"]
        let report = [
            "E2", "E1", "P4", "RANKL:OPG", "CTX", "P1NP", "spine", "f. neck", "hip", "body", "radius", "spine QCT",
            "hip fracture", "clinical vertebral fracture", "wrist fracture", "major osteoporotic fracture", "any fracture",
            "venous thrombosis", "stroke", "breast cancer", "endometrial hyperplasia", "hot flushes", "sleep",
            "HDL cholesterol", "LDL cholesterol", "triglycerides", "T-score", "Z-score", "osteopenia", "osteoporosis",
            "observed", "simulated", "misfit", "verdict", "inside", "near", "outside", "calibrate", "validate", "plausibility",
            "without therapy", "ratio", "resolution", "multiscale", "comparator", "measured", "fitted", "assumed", "hypothesis",
        ]
        let field = [
            "hot flush", "VTE", "free cortisol", "IGFBP-3", "aromatase inhibitor", "rebound", "c-Fms", "CYP3A4", "smoking",
            "bone modelling", "bone modeling", "marrow fat", "primary mineral", "SABRE", "GnRH agonist", "M-CSF", "surgical menopause",
        ]
        return medicines.map(\.name) + medicines.flatMap { $0.forms.map(\.name) } + conditions
            + WomanModel.hypotheses.map(\.name) + report + field
    }()

    @Test("Every medicine, form, condition, hypothesis and word of the report is explained at every level")
    func vocabulary() throws {
        for word in Self.words {
            for level in ReadingLevel.allCases {
                #expect(throws: Never.self, "\(word), \(level)") {
                    try Self.explainer.explanation(of: word, level: level, width: 100)
                }
            }
        }
    }

    @Test("A medicine is explained by the parts that it brings to the model")
    func medicines() throws {
        for medicine in Medicines.catalogue.medicines {
            let text = try Self.explainer.explanation(of: medicine.name, level: .intermediate, width: 400).text
            #expect(!text.contains(PlainRole.notInTheModel), "\(medicine.name)")
        }
        #expect(try section("In the model", of: "norethisterone acetate", .intermediate).contains("pharmacology.norethisterone"))
    }
}
