import Testing

@Suite("What is said of a woman who cannot be")
struct WomanErrorTests {
    @Test(
        "an age that is none",
        arguments: [
            ("56", "'56' has no unit; expected an age such as '56 years'"),
            ("56 kg", "'56 kg' is in a unit that does not fit; expected an age such as '56 years'"),
            ("-5 years", "'-5 years' is negative; expected an age between 18 and 105 years"),
            ("0 years", "'0 years' is zero; expected an age between 18 and 105 years"),
            ("12 years", "'12 years' is too little; expected an age between 18 and 105 years"),
            ("700 years", "'700 years' is too much; expected an age between 18 and 105 years"),
            ("young", "'young' is not a number with its unit; expected an age such as '56 years'"),
            ("nan years", "'nan years' is not a number with its unit; expected an age such as '56 years'"),
            ("1e999 years", "'1e999 years' is not a number with its unit; expected an age such as '56 years'"),
            ("56 yeers", "'yeers' is not a unit this program knows; expected an age such as '56 years'"),
            ("56 d999999999", "'d999999999' is not a unit this program knows; expected an age such as '56 years'"),
            (
                "56,5 years",
                "'56,5 years' has a comma; write the number with a decimal point and no comma, as in an age such as '56 years'"
            ),
            ("[56 years]", "a list stands here; expected an age such as '56 years'"),
            ("{years: 56}", "a group of keys stands here; expected an age such as '56 years'"),
            ("", "nothing stands after the key; give a value or leave the key out"),
        ])
    func age(value: String, sentence: String) {
        #expect(complaints(woman: "age: \(value)") == ["a.yaml:3: woman.age: \(sentence)"])
    }

    @Test("a missing age")
    func noAge() {
        #expect(
            complaints(woman: "weight: 50 kg") == [
                "a.yaml:2: woman.age: this key is required and missing; expected for example 'age: 56 years'"
            ])
    }

    @Test(
        "other values that cannot be",
        arguments: [
            ("weight: 7 kg", "weight: '7 kg' is too little; expected a weight between 25 and 300 kg"),
            ("weight: 150 lb", "weight: 'lb' is not a unit this program knows; expected a weight such as '69 kg'"),
            ("height: 162 m", "height: '162 m' is too much; expected a height between 100 and 220 cm"),
            ("calcium: 0 mg/day", "calcium: '0 mg/day' is zero; expected a calcium intake between 50 and 5000 mg/day"),
            (
                "calcium: 900 mg",
                "calcium: '900 mg' is in a unit that does not fit; expected a calcium intake such as '900 mg/day'"
            ),
            (
                "vitaminD: 5000 nmol/L",
                "vitaminD: '5000 nmol/L' is too much; expected a serum 25-hydroxyvitamin D between 2 and 500 nmol/L"
            ),
            (
                "vitaminD: 60",
                "vitaminD: '60' has no unit; expected a serum 25-hydroxyvitamin D such as '60 nmol/L' or '24 ng/mL'"
            ),
            ("uterus: perhaps", "uterus: 'perhaps' is neither true nor false"),
            ("smoking: 10 cigarettes", "smoking: '10 cigarettes' is neither true nor false"),
            (
                "CYP3A4: low",
                "CYP3A4: 'low' is not a state of CYP3A4; expected one of: usual, inhibited, induced"
            ),
            (
                "cycles: shortluteal",
                "cycles: 'shortluteal' is not a kind of cycle; did you mean 'shortLuteal'? "
                    + "expected one of: ovulatory, shortLuteal, anovulatory"
            ),
            ("wieght: 60 kg", "wieght: there is no such key here; did you mean 'weight'?"),
            (
                "pulse: 60",
                "pulse: there is no such key here; expected one of: age, menopause, weight, height, uterus, cycles, "
                    + "density, vitaminD, calcium, smoking, CYP3A4, conditions, population, risks"
            ),
            ("menopause: 51 years", "menopause: expected a group of keys: age, kind"),
            (
                "menopause: {age: 5 years}",
                "menopause.age: '5 years' is too little; expected an age at menopause between 15 and 65 years"
            ),
            (
                "menopause: {kind: natural}",
                "menopause.age: this key is required and missing; expected for example 'age: 51 years'"
            ),
            (
                "menopause: {age: 51 years, kind: chemical}",
                "menopause.kind: 'chemical' is not a kind of menopause; expected one of: natural, surgical"
            ),
        ])
    func values(line: String, sentence: String) {
        #expect(complaints(woman: "age: 56 years\n\(line)") == ["a.yaml:4: woman.\(sentence)"])
    }

    @Test(
        "the limits themselves are possible, in any unit",
        arguments: [
            "height: 220 cm", "height: 100 cm", "height: 2.2 m", "weight: 300 kg", "weight: 25 kg", "calcium: 5 g/day",
            "vitaminD: 500 nmol/L", "menopause: {age: 65 years}",
        ])
    func limits(line: String) {
        #expect(complaints(woman: "age: 105 years\n\(line)") == [])
    }

    @Test(
        "densities that cannot be",
        arguments: [
            ("lumbarSpine: -11 T", "lumbarSpine: '-11 T' is not possible; expected a T-score between -8 and 8"),
            (
                "femoralNeck: 7.2 g/cm2",
                "femoralNeck: '7.2 g/cm2' is too much; expected a density between 0.2 and 2 g/cm2"
            ),
            (
                "totalHip: 0.9",
                "totalHip: '0.9' has no unit; expected a density such as '0.72 g/cm2', or a T-score such as '-1.1 T'"
            ),
            (
                "lumbarSpineTrabecular: 1 g/cm2",
                "lumbarSpineTrabecular: '1 g/cm2' is in a unit that does not fit; expected a trabecular density such as "
                    + "'120 mg/cm3', or a T-score such as '-1.1 T'"
            ),
            (
                "hip: 1 T",
                "hip: there is no such key here; expected one of: lumbarSpine, femoralNeck, totalHip, totalBody, radius, "
                    + "lumbarSpineTrabecular"
            ),
        ])
    func density(value: String, sentence: String) {
        #expect(
            complaints(woman: "age: 56 years\ndensity:\n  \(value)") == ["a.yaml:5: woman.density.\(sentence)"])
    }

    @Test(
        "conditions that cannot be",
        arguments: [
            (
                "{kind: stress, factor: 2}",
                ".kind: 'stress' is not a condition; expected one of: thyrotoxicosis, hypothyroidism, cortisolExcess, "
                    + "inflammation, insulinResistance, energyDeficit"
            ),
            ("{TSH: 3 mIU/L}", ".kind: this key is required and missing; expected for example 'kind: thyrotoxicosis'"),
            ("{kind: cortisolExcess}", ".factor: this key is required and missing; expected for example 'factor: 1.5'"),
            (
                "{kind: hypothyroidism, factor: 2}",
                ".factor: hypothyroidism is not measured by factor; expected for example 'TSH: 12 mIU/L'"
            ),
            (
                "{kind: hypothyroidism, TSH: 2 mIU/L}",
                ".TSH: '2 mIU/L' is too little; expected a high TSH between 4 and 500 mIU/L"
            ),
            ("{kind: thyrotoxicosis, TSH: 0.05}", ".TSH: '0.05' has no unit; expected a low TSH such as '0.05 mIU/L'"),
            (
                "{kind: inflammation, factor: 2 mg}",
                ".factor: '2 mg' is in a unit that does not fit; expected a multiple such as '2'"
            ),
            ("{kind: insulinResistance, HOMAIR: 4}", ".HOMAIR: there is no such key here; did you mean 'HOMA-IR'?"),
            (
                "{kind: inflammation, factor: 2, from: 2 years, until: 1 year}",
                ".until: it ends at year 1, not after it begins (year 2); expected a later 'until'"
            ),
            (
                "{kind: energyDeficit}",
                ".availability: this key is required and missing; expected for example 'availability: 25 kcal/kg/day'"
            ),
            (
                "{kind: energyDeficit, availability: 2 kcal/kg/day}",
                ".availability: '2 kcal/kg/day' is too little; expected a low energy availability between 5 and "
                    + "45 kcal/kg/day"
            ),
            (
                "{kind: energyDeficit, availability: 25 kcal/day}",
                ".availability: '25 kcal/day' is in a unit that does not fit; expected a low energy availability such "
                    + "as '25 kcal/kg/day'"
            ),
            ("none", ": expected a group of keys: kind, TSH, factor, HOMA-IR, availability, from, until"),
        ])
    func condition(value: String, sentence: String) {
        #expect(
            complaints(woman: "age: 56 years\nconditions:\n  - \(value)") == [
                "a.yaml:5: woman.conditions[1]\(sentence)"
            ])
    }

    @Test("too much and too little of one hormone at once")
    func contradiction() {
        let conditions = """
            age: 56 years
            conditions:
              - {kind: hypothyroidism, TSH: 12 mIU/L, until: 2 years}
              - {kind: thyrotoxicosis, TSH: 0.1 mIU/L, from: 1 year}
            """
        #expect(
            complaints(woman: conditions) == [
                "a.yaml:6: woman.conditions[2]: thyrotoxicosis overlaps hypothyroidism (line 5) in time; "
                    + "expected one at a time"
            ])
        #expect(complaints(woman: conditions.replacing("from: 1 year", with: "from: 2 years")) == [])
    }
}
