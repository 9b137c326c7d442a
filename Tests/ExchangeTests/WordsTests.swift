import Symbolics
import Testing

@testable import Exchange

@Suite("A scenario in words")
struct WordsTests {
    @Test("the example of the contract, sentence by sentence")
    func contract() throws {
        let words = try testReader.read(text: contractExample, name: "a.yaml").words
        #expect(
            words == [
                "A 56-year-old woman, natural menopause at 51, 69 kg, 162 cm, with her uterus.",
                "Serum 25-hydroxyvitamin D 60 nmol/L, calcium intake 900 mg/day.",
                "Bone density at the start: lumbar spine T-score -1.1, femoral neck 0.72 g/cm2.",
                "Thyrotoxicosis (TSH 0.05 mIU/L), from the start to year 2.",
                "Cortisol 1.5 times her usual, from the start to year 3.",
                "Inflammation, IL-6 and TNF-alpha 2 times the usual, from the start to year 3.",
                "Insulin resistance (HOMA-IR 4), from the start to year 3.",
                "Energy deficit (25 kcal/kg/day of fat-free mass), from year 1 to year 3.",
                "Conjugated estrogens by mouth, 0.625 mg every day, from the start to year 3.",
                "Micronized progesterone by mouth, 200 mg on days 1–12 of each 28, from the start to year 3.",
                "Simulated for 3 years, reported every month.",
            ])
    }

    @Test("natural history, a menopause to come, and what is compared")
    func otherWoman() throws {
        let text = """
            woman: {age: 48.5 years, menopause: {age: 50 years, kind: surgical}, cycles: shortLuteal, uterus: false,
              smoking: true, CYP3A4: induced}
            simulate: {years: 2.5, report: 2 weeks}
            comparator: placebo.yaml
            hypotheses: [progesteroneOnOPG]
            """
        #expect(
            try testReader.read(text: text, name: "a.yaml").words == [
                "A 48.5-year-old woman, cycles with a short luteal phase until surgical menopause at 50, 68 kg, 162 cm, "
                    + "without a uterus.",
                "Serum 25-hydroxyvitamin D 60 nmol/L, calcium intake 800 mg/day.",
                "She smokes.",
                "Her CYP3A4 is induced.",
                "No therapy: natural history.",
                "Simulated for 30 months, reported every 2 weeks.",
                "Compared with the arm in placebo.yaml.",
                "Hypotheses switched on: progesteroneOnOPG.",
            ])
    }

    @Test(
        "an article that suits the age", arguments: [(18.0, "An 18"), (56, "A 56"), (80, "An 80"), (81.5, "An 81.5")])
    func article(years: Double, opening: String) throws {
        let words = try #require(Woman(age: years * Unit.daysPerYear).words.first)
        #expect(words.hasPrefix("\(opening)-year-old woman"))
    }

    @Test(
        "ways of giving a medicine",
        arguments: [
            (
                "medicine: estradiol, form: patch, dose: 50 ug/day, every: 3.5 days, until: 18 months",
                "Estradiol as a patch, 50 ug/day, changed every 3.5 days, from the start to month 18"
            ),
            (
                "medicine: estradiol, form: implant, dose: 25 mg, from: 10 days",
                "Estradiol as an implant, 25 mg once, at day 10"
            ),
            (
                "medicine: cholecalciferol, form: oral, dose: 800 IU, every: 12 hours, food: fed",
                "Cholecalciferol by mouth, 800 IU every 12 hours, with food, from the start to year 3"
            ),
            (
                "medicine: testosterone cypionate, form: subcutaneous, dose: 20 units, concentration: 200 mg/mL, every: 1 week",
                "Testosterone cypionate under the skin, 40 mg (20 units of 200 mg/mL) every week, from the start to year 3"
            ),
            (
                "medicine: estradiol, form: oral, dose: 1 mg, every: 2 days, days: 1-21 of 28, from: 1.3 years",
                "Estradiol by mouth, 1 mg every 2 days on days 1–21 of each 28, from year 1.3 to year 3"
            ),
        ])
    func treatments(item: String, words: String) throws {
        let text = "woman: {age: 56 years}\nsimulate: {years: 3}\ntherapy: [{\(item)}]"
        #expect(try testReader.read(text: text, name: "a.yaml").therapy.map(\.words) == [words])
    }
}
