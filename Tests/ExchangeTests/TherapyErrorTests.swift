import Testing

@Suite("What is said of a therapy that cannot be")
struct TherapyErrorTests {
    private static let medicines =
        "expected one of: estradiol, conjugated estrogens, progesterone, testosterone cypionate, cholecalciferol"

    @Test(
        "a missing or wrong medicine or form",
        arguments: [
            (
                "{form: oral, dose: 1 mg}",
                ".medicine: this key is required and missing; expected for example 'medicine: estradiol'"
            ),
            (
                "{medicine: estradiol, dose: 1 mg}",
                ".form: this key is required and missing; expected for example 'form: oral'"
            ),
            (
                "{medicine: estradol, form: oral, dose: 1 mg}",
                ".medicine: 'estradol' is not a medicine this program knows; did you mean 'estradiol'? \(medicines)"
            ),
            (
                "{medicine: aspirin, form: oral, dose: 1 mg}",
                ".medicine: 'aspirin' is not a medicine this program knows; \(medicines)"
            ),
            (
                "{medicine: estradiol, form: orall, dose: 1 mg}",
                ".form: 'orall' is not a form of estradiol; did you mean 'oral'? expected one of: oral, patch, implant"
            ),
            (
                "{medicine: progesterone, form: cream, dose: 20 mg}",
                ".form: 'cream' is not a form of progesterone; expected one of: oral micronized"
            ),
            (
                "{medicine: estradiol, form: oral, dose: 1 mg, untill: 2 years}",
                ".untill: there is no such key here; did you mean 'until'?"
            ),
            (
                "estradiol 1 mg",
                ": expected a group of keys: medicine, form, dose, concentration, every, days, from, until, food, allowOverlap"
            ),
        ])
    func medicine(item: String, sentence: String) {
        #expect(complaints(therapy: "- \(item)") == ["a.yaml:4: therapy[1]\(sentence)"])
    }

    @Test(
        "a wrong dose",
        arguments: [
            ("oral, dose: 0.625", "'0.625' has no unit; expected a dose such as '1 mg'"),
            ("oral, dose: 50 ug/day", "'50 ug/day' is in a unit that does not fit; expected a dose such as '1 mg'"),
            ("patch, dose: 50 ug", "'50 ug' is in a unit that does not fit; expected a dose such as '50 ug/day'"),
            ("implant, dose: 50", "'50' has no unit; expected a dose such as '25 mg' or '50 ug/day'"),
            ("oral, dose: -1 mg", "'-1 mg' is negative; expected a dose of more than 0 and at most 20 mg"),
            ("oral, dose: 0 mg", "'0 mg' is zero; expected a dose of more than 0 and at most 20 mg"),
            ("oral, dose: 625 mg", "'625 mg' is too much; expected a dose of more than 0 and at most 20 mg"),
            ("oral, dose: 1 mgg", "'mgg' is not a unit this program knows; expected a dose such as '1 mg'"),
            (
                "oral, dose: \"0,625 mg\"",
                "'0,625 mg' has a comma; write the number with a decimal point and no comma, as in a dose such as '1 mg'"
            ),
            (
                "patch, dose: 20 units, concentration: 200 mg/mL",
                "'20 units' does not suit the form patch; expected a dose such as '50 ug/day'"
            ),
            ("oral", "this key is required and missing; expected for example 'dose: 1 mg'"),
        ])
    func dose(rest: String, sentence: String) {
        #expect(
            complaints(therapy: "- {medicine: estradiol, form: \(rest)}") == ["a.yaml:4: therapy[1].dose: \(sentence)"])
    }

    @Test("a decimal comma between braces, where it splits the value")
    func commaInBraces() {
        #expect(
            complaints(therapy: "- {medicine: estradiol, form: oral, dose: 0,625 mg}") == [
                "a.yaml:4: therapy[1].625 mg: this stands where a key belongs; a comma ends a value here, so write "
                    + "numbers without one",
                "a.yaml:4: therapy[1].dose: '0' has no unit; expected a dose such as '1 mg'",
            ])
    }

    @Test(
        "wrong doses from a syringe",
        arguments: [
            (
                "dose: 20 units, every: 1 week",
                "dose: '20 units' says nothing without the concentration (100 units are 1 mL); expected also for example "
                    + "'concentration: 200 mg/mL', or a dose such as '10 mg'"
            ),
            (
                "dose: 2000 units, concentration: 200 mg/mL, every: 1 week",
                "dose: '4000 mg (2000 units of 200 mg/mL)' is too much; expected a dose of more than 0 and at most 400 mg"
            ),
            (
                "dose: -20 units, concentration: 200 mg/mL, every: 1 week",
                "dose: '-40 mg (-20 units of 200 mg/mL)' is negative; expected a dose of more than 0 and at most 400 mg"
            ),
            (
                "dose: 20 units, concentration: 200 mg, every: 1 week",
                "concentration: '200 mg' is in a unit that does not fit; expected a concentration such as '200 mg/mL'"
            ),
            (
                "dose: 40 mg, concentration: 200 mg/mL, every: 1 week",
                "concentration: this key only belongs with a dose in units, such as 'dose: 20 units'"
            ),
            ("dose: 40 mg", "every: this key is required and missing; expected for example 'every: 3 months'"),
        ])
    func syringe(rest: String, sentence: String) {
        #expect(
            complaints(therapy: "- {medicine: testosterone cypionate, form: subcutaneous, \(rest)}") == [
                "a.yaml:4: therapy[1].\(sentence)"
            ])
    }

    @Test(
        "wrong times and ways of taking",
        arguments: [
            (
                "from: 2 years, until: 1 year",
                "until: it ends at year 1, not after it begins (year 2); expected a later 'until'"
            ),
            (
                "from: 6 months, until: 6 months",
                "until: it ends at month 6, not after it begins (month 6); expected a later 'until'"
            ),
            (
                "from: 3 years",
                "from: it begins at year 3, when the simulation is over (year 3); expected an earlier 'from'"
            ),
            ("from: -1 year", "from: '-1 year' is negative; expected a time between 0 and 100 years"),
            ("until: 0 years", "until: '0 years' is zero; expected a time of more than 0 and at most 100 years"),
            ("every: 0 days", "every: '0 days' is zero; expected an interval between 1 minute and 10 years"),
            ("every: -1 day", "every: '-1 day' is negative; expected an interval between 1 minute and 10 years"),
            ("every: daily", "every: 'daily' is not a number with its unit; expected an interval such as '1 day'"),
            ("food: fasting", "food: 'fasting' is not a way to take it; expected one of: fed, fasted"),
            (
                "days: 12-1 of 28",
                "days: '12-1 of 28' ends before it begins; expected days of a cycle such as '1-12 of 28'"
            ),
            (
                "days: 1-29 of 28",
                "days: '1-29 of 28' goes beyond the last day of the cycle; expected days of a cycle such as '1-12 of 28'"
            ),
            (
                "days: 0-12 of 28",
                "days: '0-12 of 28' counts from day 0, and the first day is 1; expected days of a cycle such as '1-12 of 28'"
            ),
            (
                "days: 1-12 of 900",
                "days: '1-12 of 900' has a cycle of more than 366 days; expected days of a cycle such as '1-12 of 28'"
            ),
            ("days: first 12", "days: 'first 12' is not understood; expected days of a cycle such as '1-12 of 28'"),
            (
                "days: 1-99999999999999999999 of 28",
                "days: '1-99999999999999999999 of 28' is not understood; expected days of a cycle such as '1-12 of 28'"
            ),
        ])
    func times(rest: String, sentence: String) {
        #expect(
            complaints(therapy: "- {medicine: estradiol, form: oral, dose: 1 mg, \(rest)}") == [
                "a.yaml:4: therapy[1].\(sentence)"
            ])
    }

    @Test(
        "keys that mean nothing for the form",
        arguments: [
            (
                "patch, dose: 50 ug/day, food: fed",
                "food: food matters only to what is swallowed; expected no such key for the form 'patch'"
            ),
            (
                "implant, dose: 25 mg, days: 1-12 of 28",
                "days: a dose given once has no days of a cycle; expected 'every' as well, or no 'days'"
            ),
        ])
    func idleKeys(rest: String, sentence: String) {
        #expect(
            complaints(therapy: "- {medicine: estradiol, form: \(rest)}") == ["a.yaml:4: therapy[1].\(sentence)"])
    }

    @Test("the same medicine and form twice at one time")
    func overlap() {
        let therapy = """
            - {medicine: estradiol, form: oral, dose: 1 mg}
            - {medicine: estradiol, form: patch, dose: 50 ug/day}
            - {medicine: estradiol, form: oral, dose: 2 mg, from: 1 year}
            """
        #expect(
            complaints(therapy: therapy) == [
                "a.yaml:6: therapy[3]: estradiol (oral) is already taken at that time under therapy[1] (line 4); "
                    + "expected other times, or 'allowOverlap: true' if both are meant"
            ])
    }
}
