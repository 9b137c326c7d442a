import Evidence
import Exchange
import Modeling
import Physiology
import Populations
import Symbolics
import Testing

@testable import Reporting

/// What is told as an effect has to be one with every hypothesis off, which is tried here with numbers instead of the
/// graph of equations that decides it.
@Suite("Hypotheses in explanations")
struct HypothesesInWordsTests {
    private static let model = try! WomanModel.complete()
    private static let explainer = try! Explainer(model)
    private static let writer = ModelWriter(model, width: 100)
    private static let influences = try! Influences(
        writer, RestingWoman(model), TreatedWoman(model), hypotheses: WomanModel.hypotheses)
    private static let switches = Set(WomanModel.hypotheses.map(\.control))

    private static let rest = RestingWoman(model).values

    /// Every quantity where states, traits and parameters, which experiments change, lie about the resting woman's, or about a typical size, and hypotheses are
    /// off. Some draws go far and some stay near, since much is flat where something saturates.
    private static func anywhere(_ draw: UInt32) -> [String: Double] {
        var generator = CounterBasedGenerator(seed: 20_261_121, woman: draw, purpose: "anywhere")
        let spread = [0.02, 0.2, 1][Int(draw % 3)]
        func moved(_ size: Double) -> Double { size * (1 + spread * (2 * generator.uniform() - 1)) }
        var given: [String: Double] = [:]
        for state in model.states {
            let typical = max(state.scale * state.unit.factor, 1e-12)
            let resting = rest[state.name] ?? 0
            given[state.name] = generator.uniform() < 0.5 && resting != 0 ? moved(resting) : moved(0.5 * typical)
        }
        for parameter in model.parameters { given[parameter.name] = moved(parameter.value * parameter.unit.factor) }
        for control in model.controls where !switches.contains(control.name) {
            given[control.name] = moved(max(abs(control.defaultValue), 0.05)) * control.unit.factor
        }
        return RestingWoman(model, time: 365.25 * (30 * generator.uniform() - 5), given: given).values
    }

    @Test("With hypotheses off, no quantity is told to raise or lower another unless it can change")
    func sourcesMove() throws {
        let draws = (0..<150).map { Self.anywhere(UInt32($0)) }
        let still = Set(
            Self.model.variables.map(\.name).filter { name in
                let values = draws.map { $0[name] ?? .nan }
                return values.allSatisfy { $0 == values[0] || $0.isNaN && values[0].isNaN }
            })
        // The gains of hypotheses stand still, which shows that the draws tell anything.
        #expect(still.contains("receptors.progesterone.onOPGProduction") && still.contains("receptors.gabaA.onActivity"))
        #expect(!still.contains("skeleton.rankl.rankl"))
        for name in Self.model.outputs.map(\.name) + Self.writer.names.quantities {
            for link in Self.influences.causes(of: name) + Self.influences.effects(of: name)
            where link.direction == .raises || link.direction == .lowers {
                let isStill = still.contains(link.source)
                #expect(!isStill, "\(link.source) → \(link.target)")
            }
        }
    }

    @Test("With hypotheses off, nothing is told to raise or lower what only a hypothesis would make heard")
    func targetsAreHeard() throws {
        // Known from the equations: these serve hypotheses alone.
        let unheard = [
            "receptors.glucocorticoid.progesteroneResponse", "receptors.gabaA.onActivity", "receptors.membrane.onActivity",
            "pharmacology.pentadecaArginate.onDifferentiation", "receptors.progesterone.onOPGProduction",
        ]
        for name in Self.model.outputs.map(\.name) + Self.writer.names.quantities {
            for link in Self.influences.effects(of: name) where unheard.contains(link.target) {
                #expect(link.direction == .hypothesis, "\(link.source) → \(link.target)")
                #expect(!link.hypotheses.isEmpty)
            }
        }
    }

    @Test(
        "What would act by a hypothesis is named as one that is off, at every level",
        arguments: [
            ("OPG", "Progesterone raises OPG"), ("GABA-A receptor", "through GABA receptors"),
            ("progesterone (P4)", "competes with cortisol"), ("Runx2", "Pentadeca arginate builds bone"),
            ("pentadeca arginate (PDA)", "Pentadeca arginate builds bone"),
        ])
    func named(_ term: String, _ words: String) throws {
        for level in ReadingLevel.allCases {
            let sections = try Self.explainer.explanation(of: term, level: level, width: 400).sections
            let off = try #require(sections.first { $0.heading == "Hypotheses, which are off" }, "\(term), \(level)")
            let text = off.lines.joined(separator: "\n")
            #expect(text.contains(words) && text.contains("hypothesis, not supported by"), "\(term), \(level)")
        }
    }

    @Test("Plain sentences tell no medicine, progesterone or receptor as acting where only a hypothesis would")
    func plain() throws {
        func role(_ term: String) throws -> String {
            try Self.explainer.explanation(of: term, level: .fundamentals, width: 10_000).sections
                .first { $0.heading == "What it does here" }?.lines.joined(separator: " ") ?? ""
        }
        for term in ["RANKL", "OPG", "RANKL:OPG ratio", "RANK", "Runx2", "osteoblast", "pre-osteoblast"] {
            let text = try role(term)
            for word in ["pentadeca", "progesterone receptor", "GABA", "membrane"] { #expect(!text.contains(word), "\(term)") }
        }
        #expect(!(try role("GABA-A receptor")).contains("osteoblast"))
        #expect(!(try role("progesterone (P4)")).contains("glucocorticoid"))
        #expect(!(try role("progesterone (P4)")).contains("osteoblast"))
    }

    @Test("Contradicted claims never stand without their verdict")
    func contradicted() throws {
        let wrong = try EvidenceLibrary.bundled.claims().filter { $0.literatureCheck == .contradicted }
        #expect(wrong.count > 10)
        let terms = try EvidenceLibrary.bundled.glossary().map(\.term)
        for word in terms + Self.model.outputs.map(\.name) + Self.model.components.map(\.path) {
            for level in ReadingLevel.allCases {
                let text = try Self.explainer.explanation(of: word, level: level, width: 100_000).text
                for claim in wrong where text.contains(claim.claim) {
                    #expect(text.contains("“\(claim.claim)”: contradicted"), "\(word), \(level): \(claim.id)")
                }
            }
        }
    }
}
