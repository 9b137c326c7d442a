import Exchange
import Physiology
import Reporting
import Symbolics
import Testing

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

    @Test("Every hypothesis is listed as off by default, with what it would do")
    func hypotheses() {
        let text = HypothesisListing.text(WomanModel.hypotheses, width: 200)
        for hypothesis in WomanModel.hypotheses {
            #expect(
                text.contains(
                    """
                    \(hypothesis.name), off by default
                      meaning: \(hypothesis.meaning)
                      control: \(hypothesis.control)
                    """))
        }
    }
}
