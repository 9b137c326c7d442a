import Exchange
import Symbolics
import Testing

@Suite("A reporting interval given as an option")
struct ReportOptionTests {
    private let reader = ScenarioReader(catalogue: MedicineCatalogue([]))

    private func interval(_ text: String) throws -> Double {
        try reader.reportInterval(text, option: "--report", horizon: 3 * Unit.daysPerYear)
    }

    @Test("is read as under simulate, in days")
    func reads() throws {
        #expect(try interval("1 week") == 7)
        #expect(try interval("3 years") == 3 * Unit.daysPerYear)
    }

    @Test(
        "is refused in one sentence that names the option",
        arguments: [
            ("4 years", "--report: 4 years is longer than the whole simulation (3 years); expected a shorter interval"),
            ("1", "--report: '1' has no unit; expected an interval such as '1 day'"),
            ("-1 day", "--report: '-1 day' is negative; expected an interval between 1 minute and 10 years"),
        ])
    func refuses(text: String, sentence: String) {
        let error = #expect(throws: FileError.self) { try interval(text) }
        #expect(error?.description == sentence)
    }
}
