import Exchange
import Symbolics

/// A small catalogue with every kind of form: swallowed, worn, deposited, injected, by activity.
let testCatalogue = MedicineCatalogue([
    .init(
        "estradiol",
        forms: [
            .init(
                "oral", route: "by mouth", doses: [.init(1, "mg", atMost: 20)], interval: .usually(days: 1),
                isSwallowed: true),
            .init("patch", route: "as a patch", doses: [.init(50, "ug/day", atMost: 400)], interval: .optional),
            .init(
                "implant", route: "as an implant",
                doses: [.init(25, "mg", atMost: 200), .init(50, "ug/day", atMost: 400)], interval: .optional),
        ]),
    .init(
        "conjugated estrogens",
        forms: [
            .init(
                "oral", route: "by mouth", doses: [.init(0.625, "mg", atMost: 10)], interval: .usually(days: 1),
                isSwallowed: true)
        ]),
    .init(
        "progesterone",
        forms: [
            .init(
                "oral micronized", qualifier: "micronized", route: "by mouth", doses: [.init(200, "mg", atMost: 1_000)],
                interval: .usually(days: 1), isSwallowed: true)
        ]),
    .init(
        "testosterone cypionate",
        forms: [
            .init(
                "subcutaneous", route: "under the skin", doses: [.init(10, "mg", atMost: 400)], interval: .stated)
        ]),
    .init(
        "cholecalciferol",
        forms: [
            .init(
                "oral", route: "by mouth", doses: [.init(20, "ug", atMost: 2_500), .init(800, "IU", atMost: 100_000)],
                interval: .usually(days: 1), isSwallowed: true)
        ]),
])

let testReader = ScenarioReader(
    catalogue: testCatalogue, hypotheses: ["progesteroneOnOPG", "gabaReceptorsOnOsteoblasts"])

/// What the reader says about a file of this text, a sentence each, or nothing if it reads well.
func complaints(_ text: String) -> [String] {
    do {
        _ = try testReader.read(text: text, name: "a.yaml")
        return []
    } catch {
        return error.problems.map(\.description)
    }
}

/// A scenario that is right but for what stands under `woman`, which begins on line 3.
func complaints(woman: String) -> [String] {
    complaints("simulate: {years: 3}\nwoman:\n" + indented(woman))
}

/// A scenario that is right but for its therapy, whose first item is on line 4.
func complaints(therapy: String) -> [String] {
    complaints("simulate: {years: 3}\nwoman: {age: 56 years}\ntherapy:\n" + indented(therapy))
}

private func indented(_ text: String) -> String {
    text.split(separator: "\n").map { "  \($0)\n" }.joined()
}

/// The example of the scenario contract.
let contractExample = """
    title: PEPI, conjugated estrogens with cyclic micronized progesterone
    woman:
      age: 56 years                     # at time zero
      menopause: {age: 51 years, kind: natural}   # natural | surgical
      weight: 69 kg
      height: 162 cm
      uterus: true
      cycles: ovulatory                 # ovulatory | shortLuteal | anovulatory
      density: {lumbarSpine: -1.1 T, femoralNeck: 0.72 g/cm2}
      vitaminD: 60 nmol/L
      calcium: 900 mg/day
      conditions:
        - {kind: thyrotoxicosis, TSH: 0.05 mIU/L, from: 0 years, until: 2 years}
        - {kind: cortisolExcess, factor: 1.5}
        - {kind: inflammation, factor: 2}
        - {kind: insulinResistance, HOMA-IR: 4}
        - {kind: energyDeficit, availability: 25 kcal/kg/day, from: 1 year}
    therapy:
      - {medicine: conjugated estrogens, form: oral, dose: 0.625 mg, every: 1 day, from: 0 years, until: 3 years}
      - {medicine: progesterone, form: oral micronized, dose: 200 mg, every: 1 day, days: 1-12 of 28, from: 0 years, until: 3 years}
    compare: [O0001, O0002]
    simulate: {years: 3, report: 1 month}
    """
