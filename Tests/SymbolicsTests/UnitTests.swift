import Symbolics
import Testing

@Suite("Units")
struct UnitTests {
    @Test(
        "A unit knows its factor to day, mole, gram and litre",
        arguments: [
            ("pg/mL", 1e-9), ("nmol/L", 1e-9), ("mg/day", 1e-3), ("L/h", 24), ("1/years", 1 / 365.25), ("IU", 1),
            ("g/cm2", 100), ("mg/cm3", 1), ("L/h/kg", 0.024), ("months", 30.4375),
            ("kcal", 4.184 * 1e3 * 1e3 * 1e2 * 86_400 * 86_400), ("kJ", 1e3 * 1e3 * 1e2 * 86_400 * 86_400),
        ] as [(String, Double)])
    func factor(symbol: String, expected: Double) throws {
        let factor = try Unit(symbol).factor
        #expect(abs(factor - expected) <= 1e-12 * expected, "\(symbol) has factor \(factor)")
    }

    @Test(
        "Text that is no unit is refused by the part that is none",
        arguments: [
            ("mg/fortnight", "fortnight"), ("mg/", "missing"), ("", "missing"), ("furlong", "furlong"),
            ("mg*", "missing"),
            ("g999999999", "g999999999"), ("L-9223372036854775808", "L-9"),
        ])
    func nonsense(text: String, named: String) {
        let error = #expect(throws: UnitError.self) { try Unit(text) }
        #expect(error?.description.contains(named) == true)
    }

    @Test("Quantities convert within a dimension and not across")
    func conversion() throws {
        let dose = Quantity(0.625, "mg")
        let micrograms = try #require(dose.value(in: "ug"))
        #expect(abs(micrograms - 625) < 1e-9)
        #expect(dose.value(in: "mL") == nil)
    }

    @Test("A sum of unlike things, a dimensional exponent or a wrong result does not balance, and says where")
    func imbalance() {
        let mass = Expression(Symbol("mass", unit: "mg"))
        let volume = Expression(Symbol("volume", unit: "L"))
        let time = Expression(Symbol.time)
        #expect(throws: UnitMismatch.self) { try (mass + volume).check(against: "mg", equation: "e") }
        #expect(throws: UnitMismatch.self) { try exp(time).check(against: .one, equation: "e") }
        #expect(throws: UnitMismatch.self) { try pow(mass, volume).check(against: "mg", equation: "e") }
        #expect(throws: UnitMismatch.self) { try sqrt(mass).check(against: "mg", equation: "e") }
        do {
            try (mass / volume).check(against: "mol/L", equation: "level")
            Issue.record("mass per volume passed for a molar concentration")
        } catch {
            #expect("\(error)".contains("level"))
        }
    }

    @Test("A bare zero fits any unit, and scales within one dimension are converted, not refused")
    func balance() throws {
        let mass = Expression(Symbol("mass", unit: "mg"))
        try max(0, mass + Expression(1, "ug")).check(against: "kg", equation: "e")
        let total = (mass + Expression(1, "ug")).evaluate { _ in 0.002 }
        #expect(abs(total - 0.002001) < 1e-15, "2 mg and 1 ug are 2.001 mg, not \(total) g")
    }
}
