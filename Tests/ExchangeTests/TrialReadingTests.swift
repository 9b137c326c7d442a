import Exchange
import Modeling
import Symbolics
import Testing

@Suite("Reading a trial file")
struct TrialReadingTests {
    private static let reader = TrialReader(
        catalogue: testCatalogue,
        outputs: ["density.lumbarSpine", "density.totalHip", "marker.CTX", "fracture.hip"],
        faultOfRow: { row, trial, endpoint, arm in
            row == "O9999" ? "\(row) does not belong to \(trial.arms[arm].name), endpoint \(endpoint + 1)" : nil
        })

    private static let text = """
        title: A trial
        source: somewhere
        assumptions: [one, two]
        woman: {age: 56 years, menopause: {age: 51 years, kind: natural}}
        eligibility: {age: 45 to 64 years, BMI: 18 to 30 kg/m2, density: {lumbarSpine: -2.5 to 0 T}, calcium: 0.2 to 1 g/day}
        years: 3
        visits: 6 months
        with: [{medicine: cholecalciferol, form: oral, dose: 400 IU}]
        arms:
          - {name: placebo, women: 50, adherence: {stop: 19 %, within: 2 years, afterStopping: lost}}
          - name: estradiol, 1 mg
            women: 60
            therapy: [{medicine: estradiol, form: oral, dose: 1 mg, until: 2 years}]
        endpoints:
          - {output: density.lumbarSpine, measure: percent change, at: 36 months, observed: {placebo: O0001, "estradiol, 1 mg": [O0002, O0003]}}
          - {output: density.totalHip, measure: losers, losing: 3 %, from: 1 year, at: 3 years}
          - {output: fracture.hip, measure: hazard ratio, against: placebo, at: 3 years}
          - {output: density.lumbarSpine, measure: percent change, since: final period, from: -1 years, at: 2 years}
        adherence: {stop: 10 %}
        measurement: {density.lumbarSpine: 1.2 %}
        replicates: 4
        """

    @Test("finds arms, regimens, eligibility, visits, endpoints and rows, in days and units of their own")
    func whole() throws {
        let trial = try Self.reader.read(text: Self.text, name: "t.yaml")
        let year = Unit.daysPerYear
        #expect(trial.title == "A trial" && trial.assumptions == ["one", "two"] && trial.replicates == 4)
        #expect(trial.arms.map(\.name) == ["placebo", "estradiol, 1 mg"] && trial.arms.map(\.women) == [50, 60])
        #expect(trial.visits.count == 6 && abs(trial.visits[5] - 3 * year) < 1e-6)
        #expect(trial.eligibility.ranges[.age] == 45...64)
        let calcium = try #require(trial.eligibility.ranges[.calcium])
        #expect(abs(calcium.lowerBound - 200) < 1e-9 && abs(calcium.upperBound - 1000) < 1e-9)
        #expect(trial.eligibility.density[.lumbarSpine] == -2.5...0)
        #expect(trial.endpoints.map(\.measure) == [.percentChange, .losers, .hazardRatio, .percentChange])
        #expect(trial.endpoints[0].published.map(\.row) == ["O0001", "O0002", "O0003"])
        #expect(trial.endpoints[0].published.map(\.arm) == [0, 1, 1])
        #expect(trial.endpoints[1].loss == 3 && abs(trial.endpoints[1].from - year) < 1e-9)
        #expect(trial.endpoints[2].against == 0)
        #expect(trial.endpoints[3].clock == .finalPeriod && abs(trial.endpoints[3].from + year) < 1e-9)
        #expect(trial.measurement == ["density.lumbarSpine": 1.2])
        // 19 % in two years are 10 % in each.
        #expect(
            abs(trial.adherence(ofArm: 0).stopsPerYear - 0.1) < 1e-12
                && trial.adherence(ofArm: 0).afterStopping == .lost)
        #expect(
            abs(trial.adherence(ofArm: 1).stopsPerYear - 0.1) < 1e-12
                && trial.adherence(ofArm: 1).afterStopping == .kept)
    }

    @Test("gives each arm what all take besides its own, and a woman who stops what all take")
    func therapy() throws {
        let trial = try Self.reader.read(text: Self.text, name: "t.yaml")
        #expect(trial.scenario(ofArm: 0).therapy.map(\.medicine) == ["cholecalciferol"])
        #expect(trial.scenario(ofArm: 1).therapy.map(\.medicine) == ["cholecalciferol", "estradiol"])
        let stopped = trial.therapy(ofArm: 1, stoppedAt: 100)
        #expect(stopped.map(\.until) == [trial.horizon, 100])
        // Who stops after the medicine has ended anyway takes no more of it.
        #expect(trial.therapy(ofArm: 1, stoppedAt: 900).map(\.until) == [trial.horizon, 2 * Unit.daysPerYear])
    }

    @Test("lets in a woman by all ranges at once, and nobody before menopause where years since are asked for")
    func eligibility() throws {
        let eligibility = Eligibility([.age: 50...60, .yearsSinceMenopause: 1...5, .BMI: 20...30])
        let year = Unit.daysPerYear
        func woman(_ age: Double, _ menopause: Double?, _ weight: Double) -> Woman {
            Woman(
                age: age * year, menopause: menopause.map { Menopause(age: $0 * year) }, weight: Quantity(weight, "kg"),
                height: Quantity(160, "cm"))
        }
        #expect(eligibility.admits(woman(54, 51, 60)))
        #expect(!eligibility.admits(woman(61, 57, 60)))
        #expect(!eligibility.admits(woman(54, 48, 60)))
        #expect(!eligibility.admits(woman(54, 51, 80)), "80 kg at 1.6 m are 31 kg/m2")
        #expect(!eligibility.admits(woman(54, nil, 60)) && !eligibility.admits(woman(54, 55, 60)))
    }

    @Test(
        "what is wrong is told with line and key",
        arguments: [
            (
                "years: 3", "years: 3 kg",
                "t.yaml:6: years: '3 kg' is not a time; expected a number of years such as '3'"
            ),
            (
                "age: 45 to 64 years", "age: 64 to 45 years",
                "t.yaml:5: eligibility.age: '64 to 45 years' ends below its beginning; expected a range of ages such as "
                    + "'45 to 64 years'"
            ),
            (
                "age: 45 to 64 years", "age: above 45 years",
                "t.yaml:5: eligibility.age: 'above 45 years' is not understood; expected a range of ages such as "
                    + "'45 to 64 years'"
            ),
            (
                "BMI: 18 to 30 kg/m2", "BMI: 18 to 30 kg",
                "t.yaml:5: eligibility.BMI: '18 to 30 kg' is in no unit that fits; expected a range of body mass indices "
                    + "such as '18 to 35 kg/m2'"
            ),
            (
                "women: 60", "women: 60.5",
                "t.yaml:12: arms[2].women: '60.5' is not a whole number; expected a number of women"
            ),
            (
                "name: estradiol, 1 mg", "name: placebo",
                "t.yaml:11: arms[2].name: another arm is called 'placebo' too; expected a name of its own"
            ),
            (
                "against: placebo", "against: nobody",
                "t.yaml:17: endpoints[3].against: 'nobody' is not an arm of this trial; expected one of: placebo, "
                    + "estradiol, 1 mg"
            ),
            (
                ", against: placebo", "",
                "t.yaml:17: endpoints[3].against: this key is required and missing; expected for example 'against: placebo'"
            ),
            (
                "losing: 3 %, ", "",
                "t.yaml:16: endpoints[2].losing: this key is required and missing; expected for example 'losing: 3 %'"
            ),
            (
                "losing: 3 %", "losing: 3",
                "t.yaml:16: endpoints[2].losing: '3' has no unit; expected a loss such as '3 %'"
            ),
            (
                "from: 1 year, at: 3 years", "from: 1 year, at: 4 years",
                "t.yaml:16: endpoints[2].at: year 4 is after the end of the trial (year 3); expected an earlier time"
            ),
            (
                "output: density.totalHip", "output: density.hip",
                "t.yaml:16: endpoints[2].output: 'density.hip' is not an output of the model; "
            ),
            (
                "measure: losers", "measure: loosers",
                "t.yaml:16: endpoints[2].measure: 'loosers' is not a way to express it; did you mean 'losers'?"
            ),
            (
                "output: fracture.hip", "output: marker.CTX",
                "t.yaml:17: endpoints[3].output: a hazard ratio is of fractures; expected an output such as fracture.hip"
            ),
            (
                "placebo: O0001", "placebo: O9999",
                "t.yaml:15: endpoints[1].observed.placebo: O9999 does not belong to placebo, endpoint 1"
            ),
            (
                "placebo: O0001", "drug: O0001",
                "t.yaml:15: endpoints[1].observed.drug: there is no such key here; expected one of: placebo, estradiol, 1 mg"
            ),
            (
                "density.lumbarSpine: 1.2 %", "marker.CTX: 10 %",
                "t.yaml:20: measurement.marker.CTX: there is no such key here; expected one of: density.lumbarSpine, "
                    + "density.totalHip, fracture.hip"
            ),
            (
                "stop: 10 %", "stop: 10",
                "t.yaml:19: adherence.stop: '10' has no unit; expected a share of women who stop such as '10 %'"
            ),
        ] as [(String, String, String)])
    func faults(_ right: String, _ wrong: String, _ sentence: String) throws {
        let text = Self.text.replacing(right, with: wrong, maxReplacements: 1)
        #expect(text != Self.text)
        let error = #expect(throws: FileError.self) { try Self.reader.read(text: text, name: "t.yaml") }
        #expect(error?.description.contains(sentence) == true, "\(error?.description ?? "nothing")")
    }

    @Test("a file that is no trial, or not there, is told in one sentence")
    func noTrial() {
        let empty = #expect(throws: FileError.self) { try Self.reader.read(text: "", name: "t.yaml") }
        #expect(
            empty?.description
                == "t.yaml:1: the file is empty; expected the keys title, woman, years, arms and endpoints")
        let other = #expect(throws: FileError.self) { try Self.reader.read(text: "kitchen: sink", name: "t.yaml") }
        #expect(other?.description.contains("none of the keys of a trial is here") == true)
        let missing = #expect(throws: FileError.self) { try Self.reader.read(file: "/nowhere/t.yaml") }
        #expect(missing?.description == "/nowhere/t.yaml: there is no such file; expected a trial file")
        let bare = #expect(throws: FileError.self) {
            try Self.reader.read(text: "woman: {age: 50 years}\nyears: 1\narms: []\nendpoints: []\n", name: "t.yaml")
        }
        #expect(bare?.problems.count == 2)
    }
}
