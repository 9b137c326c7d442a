import Evidence
import Exchange
import Foundation
import Modeling
import Physiology
import Reporting
import Symbolics
import Testing
import Trials

@Suite("Medicines and hypotheses listed")
struct ModelMedicinesTests {
    @Test("Every kind of dose has a row with its most and its interval")
    func medicines() {
        let catalogue = MedicineCatalogue([
            .init(
                "estradiol",
                forms: [
                    .init(
                        "oral", route: "by mouth", doses: [.init(1, "mg", atMost: 20)], interval: .usually(days: 1),
                        isSwallowed: true),
                    .init("patch", route: "by patch", doses: [.init(50, "ug/day", atMost: 400)], interval: .optional),
                    .init("injection", route: "by needle", doses: [.init(2, "mg", atMost: 10)], interval: .stated),
                ])
        ])
        #expect(
            MedicineListing.text(catalogue, width: 110) == """
                medicine   form       dose, such as     at most  usual interval     food
                ─────────  ─────────  ─────────────  ──────────  ─────────────────  ─────────────
                estradiol  oral                1 mg       20 mg  every day          fed or fasted
                estradiol  patch          50 ug/day  400 ug/day  worn all the time
                estradiol  injection           2 mg       10 mg  has to be written

                In a scenario:
                  therapy:
                    - {medicine: estradiol, form: oral, dose: 1 mg}

                """)
    }

    @Test("Every medicine of the model is listed")
    func all() {
        let text = MedicineListing.text(Medicines.catalogue, width: 120)
        for medicine in Medicines.catalogue.medicines { #expect(text.contains(medicine.name)) }
    }

    @Test("Every hypothesis is listed as off by default, with what it would do and the verdicts on it")
    func hypotheses() throws {
        let claims = try EvidenceLibrary.bundled.claims()
        let text = HypothesisListing.text(WomanModel.hypotheses, claims: claims, width: 1000)
        for hypothesis in WomanModel.hypotheses {
            #expect(text.contains("\(hypothesis.name), off by default\n  meaning: \(hypothesis.meaning)\n"))
            #expect(text.contains("  not supported by \(hypothesis.unsupportedBy)\n"))
            #expect(text.contains("  control: \(hypothesis.control)\n"))
            for identifier in hypothesis.claims {
                let claim = try #require(claims.first { $0.id == identifier })
                #expect(text.contains("  \(identifier) “\(claim.claim)”: \(claim.literatureCheck.rawValue)"))
            }
        }
    }

    @Test("A hypothesis is a control of the model, names claims that exist, and is written as it is elsewhere")
    func whole() throws {
        let controls = Set(try WomanModel.complete().controls.map(\.name))
        let claims = Set(try EvidenceLibrary.bundled.claims().map(\.id))
        for hypothesis in WomanModel.hypotheses {
            #expect(controls.contains(hypothesis.control))
            #expect(!hypothesis.claims.isEmpty && claims.isSuperset(of: hypothesis.claims))
            #expect(hypothesis.meaning.first?.isUppercase == false && hypothesis.meaning.last?.isLetter == true)
            #expect(hypothesis.unsupportedBy.last?.isLetter == true)
        }
    }

    @Test("A run with a hypothesis on says so before anything else, and one without says nothing")
    func warned() throws {
        var scenario = try ScenarioReader.forModel.read(
            text: "woman: {age: 40 years}\nsimulate: {years: 1}", name: "she")
        func document() throws -> RunDocument { try RunDocument(ScenarioComparison(scenario), seconds: 0) }
        let warning = WomanModel.hypotheses[0].warning
        #expect(warning.contains("hypothesis, not supported by"))
        #expect(!(try document().table(width: 300).contains(warning)))
        scenario.hypotheses = [WomanModel.hypotheses[0].name]
        let on = try document()
        let lines = on.table(width: 300).split(separator: "\n")
        #expect(lines[2] == "  ! \(warning)")
        let page = try #require(on.files().first { $0.name == "report.html" }).contents
        let place = try #require(page.range(of: warning)?.lowerBound)
        #expect(try place < #require(page.range(of: "<main")?.lowerBound))
    }
}
