import Modeling
import Physiology
import Reporting
import Symbolics
import Testing

@Suite("The check of a model")
struct ModelCheckTests {
    private func check(_ model: Model, seconds: Double = 0.1) throws -> ModelCheck {
        try ModelCheck(CompiledModel(model), seconds: seconds)
    }

    @Test("The complete model passes every check, and the resting woman rests")
    func complete() throws {
        let check = try check(WomanModel.complete())
        #expect(check.passed, "\(check.text(width: 120))")
    }

    @Test("A sound model passes and is counted")
    func sound() throws {
        let check = try check(ModelSample.model())
        #expect(check.passed)
        let text = check.text(width: 100)
        #expect(text.contains("4 parameters: 2 measured, 0 fitted, 2 assumed."))
        #expect(text.contains("units balance in all 14 equations"))
    }

    @Test("A parameter without a source fails by its name")
    func source() throws {
        let check = try check(ModelSample.model(source: .measured(" ")))
        #expect(!check.passed)
        #expect(check.text(width: 100).contains("FAILED  parameters without a source or meaning: house.upper.rate\n"))
    }

    @Test("A value outside its own range fails by its name")
    func range() throws {
        let check = try check(ModelSample.model(source: .measured("Bucket 1999", range: 3...4)))
        #expect(
            check.text(width: 100).contains("FAILED  parameters not finite or outside their range: house.upper.rate\n"))
    }

    @Test("A model that drifts at rest fails with the state that drifts")
    func drift() throws {
        let failed = try check(ModelSample.model(start: 1)).findings.filter { !$0.passed }
        #expect(failed.count == 1)
        #expect(failed.first?.text.contains("2.0 per day") == true)
    }

    @Test("A rate that is not a number is no rest")
    func notANumber() throws {
        let failed = try check(ModelSample.model(start: .infinity)).findings.filter { !$0.passed }
        #expect(failed.contains { $0.text.contains("at rest is not a number") })
    }

    @Test("A model that is slow to compile fails")
    func slow() throws {
        #expect(try !check(ModelSample.model(), seconds: 1.5).passed)
    }
}
