import Exchange
import Testing

@Suite("Reading a file of settings")
struct ValidationReadingTests {
    private static let reader = ValidationReader(
        scenarios: ScenarioReader(
            catalogue: testCatalogue, faultOfObservation: { $0 == "O9999" ? "there is no row O9999" : nil }),
        faultOfPopulation: { $0 == "WHI" ? nil : "'\($0)' is no population" })

    private static let text = """
        settings:
          - name: a patch
            comparator: placebo
            assumes: [age 55]
            woman: &her {age: 55 years, menopause: {age: 50 years, kind: natural}}
            years: 14 days
            therapy: [{medicine: estradiol, form: patch, dose: 50 ug/day}]
            draw: {from: 13 days, until: 14 days}
            rows: [O0001]
            read:
              - {rows: [O0002, O0003], output: serum.estradiol, measure: average, aboveOwn: true}
              - {rows: [O0004], output: serum.estradiol, measure: half-life, tail: [6 hours, 18 hours]}
              - {rows: [O0005], output: density.totalHip, measure: level, at: 14 days, against: difference, unit: mg/cm2}
          - {name: placebo, woman: *her, ages: [50 years, 60 years], years: 14 days, rows: []}
          - name: a cohort
            comparator: the cohort untreated
            like: WHI
            woman: *her
            years: 5 years
            therapy: [{medicine: estradiol, form: patch, dose: 50 ug/day}]
            read: [{rows: [O0008], output: fracture.hip, measure: rate, from: 0 years, at: 5 years, against: ratio}]
          - {name: the cohort untreated, like: WHI, woman: *her, years: 5 years}
        notExpressible:
          - {because: cell culture, rows: [O0006], where: {endpoint: [BMC, ALP], design: in vitro}}
        disclosed:
          - {because: seen before, rows: [O0007]}
        """

    private func read(_ text: String) throws -> ValidationFile {
        try Self.reader.read(text: text, name: "settings.yaml")
    }

    private func complaint(_ old: String, _ new: String) -> String {
        do {
            _ = try read(Self.text.replacing(old, with: new))
            return "no complaint"
        } catch {
            return "\(error)"
        }
    }

    @Test("finds women, regimens, readings in days and hours, and why rows stand nowhere")
    func whole() throws {
        let file = try read(Self.text)
        let patch = try #require(file.settings.first)
        #expect(patch.scenario.horizon == 14 && patch.scenario.therapy.count == 1 && patch.assumptions == ["age 55"])
        #expect(patch.comparator?.therapy.isEmpty == true)
        #expect(patch.readings.map(\.rows) == [["O0001"], ["O0002", "O0003"], ["O0004"], ["O0005"]])
        #expect(patch.readings[0].output == nil && patch.readings[1].isAboveOwn)
        #expect(patch.readings[1].from == 13 && patch.readings[1].until == 14)
        #expect(patch.readings[2].tail == 6...18)
        #expect(patch.readings[3].againstComparator == .difference && patch.readings[3].unit == "mg/cm2")
        #expect(file.exclusions.map(\.reason) == ["cell culture"])
        #expect(file.exclusions[0].conditions.map(\.column) == [.endpoint, .design])
        #expect(file.disclosures[0].rows == ["O0007"])
    }

    @Test("a setting with several ages is a woman of each, all else alike")
    func ages() throws {
        let women = try read(Self.text).settings.filter { $0.name.hasPrefix("placebo") }
        #expect(women.map(\.name) == ["placebo, age 50", "placebo, age 60"])
        #expect(women.map { $0.scenario.woman.age / 365.25 } == [50, 60])
    }

    @Test("a setting may be of women like those of a study, and so is its comparator")
    func cohort() throws {
        let settings = try read(Self.text).settings
        #expect(settings.filter { $0.population == "WHI" }.map(\.name) == ["a cohort", "the cohort untreated"])
        #expect(settings.allSatisfy { $0.population == nil || $0.population == "WHI" })
    }

    @Test(
        "says in a sentence what is wrong",
        arguments: [
            ("measure: average", "measure: mean", "'mean' is not a way to read a course"),
            ("comparator: placebo", "comparator: nobody", "'nobody' is not another setting of this file"),
            ("at: 14 days", "at: 15 days", "is after the end"),
            (", tail: [6 hours, 18 hours]", "", "tail: this key is required and missing"),
            ("[6 hours, 18 hours]", "[18 hours, 6 hours]", "expected two times, the earlier first"),
            ("against: difference", "against: sum", "'sum' is not a way to compare"),
            ("unit: mg/cm2", "unit: stones", "'stones' is not a unit this program knows"),
            ("rows: [O0001]", "rows: [O9999]", "there is no row O9999"),
            ("untreated, like: WHI", "untreated", "'the cohort untreated' has other women; expected the same 'like' in both"),
            ("like: WHI\n    woman", "like: XYZ\n    woman", "'XYZ' is no population"),
            ("untreated, like: WHI", "untreated, like: WHI, ages: [50 years]", "the ages are those of WHI"),
            ("untreated, like: WHI", "untreated, like: WHI, rows: [O0009]", "of many women is read what 'read' says"),
            ("fracture.hip, measure: rate, from: 0 years, at: 5 years", "serum.estradiol, measure: peak", "have no blood drawn"),
            ("name: placebo", "name: a patch", "another setting is called 'a patch' too"),
            ("years: 14 days\n    therapy", "year: 14 days\n    therapy", "there is no such key here"),
            ("because: cell culture, rows: [O0006], where: {endpoint: [BMC, ALP], design: in vitro}", "because: none", "it names no rows"),
        ])
    func faults(_ old: String, _ new: String, _ words: String) {
        let complaint = complaint(old, new)
        #expect(complaint.contains(words) && complaint.contains("settings.yaml:"), "\(complaint)")
    }
}
