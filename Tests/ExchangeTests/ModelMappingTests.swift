import Exchange
import Symbolics
import Testing

@Suite("How a scenario enters a published model, as it is written")
struct ModelMappingTests {
    private func mapping(_ model: String) throws -> ModelMapping? {
        let text = "woman: {age: 56 years}\nsimulate: {years: 3}\nmodel: \(model)\n"
        return try ScenarioReader(catalogue: testCatalogue).read(text: text, name: "m.yaml").mapping
    }

    @Test("time, doses, changes and outputs are read")
    func reading() throws {
        let read = try #require(
            try mapping(
                "{time: 1 hour, doses: [{medicine: estradiol, form: oral, into: E2, adds: -2.5, per: 1 mg}], "
                    + "changes: [{parameter: k, to: 1e-3, from: 1 year}], outputs: [E2]}"))
        #expect(read.timeUnit == 1.0 / 24)
        #expect(
            read.entries == [
                .init(medicine: "estradiol", form: "oral", target: "E2", increase: -2.5, dose: Quantity(1, "mg"))
            ])
        #expect(read.changes == [.init(parameter: "k", value: 1e-3, from: Unit.daysPerYear)])
        #expect(read.outputs == ["E2"])
    }

    @Test(
        "what is wrong is told with its line and key",
        arguments: [
            ("{time: 3 kg}", "m.yaml:3: model.time: '3 kg' is in a unit that does not fit"),
            ("{dose: []}", "m.yaml:3: model.dose: there is no such key here; did you mean 'doses'?"),
            (
                "{doses: [{medicine: estradiol, into: E2, adds: 1 mg, per: 1 mg}]}",
                "model.doses[1].adds: '1 mg' has a unit"
            ),
            ("{doses: [{medicine: estradiol, adds: 1, per: 1 mg}]}", "model.doses[1].into: this key is required"),
            ("{doses: [{medicine: estradol, into: E2, adds: 1, per: 1 mg}]}", "'estradol' is not a medicine"),
            ("{changes: [{parameter: k, to: 1, from: 4 years}]}", "model.changes[1].from: it begins at year 4"),
        ])
    func wrong(model: String, message: String) {
        let error = #expect(throws: FileError.self) { try mapping(model) }
        #expect(error?.description.contains(message) == true, "\(String(describing: error))")
    }
}
