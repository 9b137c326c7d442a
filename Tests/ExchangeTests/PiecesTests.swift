import Modeling
import Symbolics
import Testing

@testable import Exchange

@Suite("Numbers with units as people write them")
struct WrittenQuantityTests {
    @Test(
        "number and unit are told apart",
        arguments: [
            ("0.625 mg", 0.625, "mg"), ("0.625mg", 0.625, "mg"), (" +.5  mg ", 0.5, "mg"), ("3", 3, ""), ("3.", 3, ""),
            ("-1.1 T", -1.1, "T"), ("\u{2212}1.1 T", -1.1, "T"), ("1e-3 g", 1e-3, "g"), ("2E3mg", 2e3, "mg"),
            ("50 ug / day", 50, "ug/day"), ("0.72 g/cm²", 0.72, "g/cm2"), ("5 eggs", 5, "eggs"),
        ])
    func parts(text: String, number: Double, unit: String) throws {
        let written = try #require(WrittenQuantity(text))
        #expect(written.number == number && written.unitText == unit)
    }

    @Test(
        "what does not begin with a number is none",
        arguments: [
            "", " ", "mg", "-", ".", "e5", "nan", "inf mg", "1e999 g", "1,5 mg", "1.2.3 mg", "+-1",
        ])
    func none(text: String) {
        #expect(WrittenQuantity(text) == nil)
    }

    @Test("a unit with a senseless exponent is refused at once")
    func exponent() {
        #expect(WrittenQuantity("1 L9223372036854775807")?.unit == nil)
        #expect(WrittenQuantity("1 g-9223372036854775808")?.unit == nil)
        #expect(WrittenQuantity("1 g/cm2")?.unit == "g/cm2")
    }
}

@Suite("Days of a cycle")
struct DayPatternTests {
    @Test("two patterns meet exactly if some day is in both")
    func meeting() throws {
        let length = 7
        for first in 1...length {
            for last in first...length {
                let a = try #require(DayPattern(first: first, last: last, of: length))
                let b = try #require(DayPattern(first: 2, last: 3, of: length))
                for shift in -9...9 {
                    let days = (100..<100 + length).contains { day in
                        (first...last).contains(day % length + 1) && (2...3).contains((day - shift) % length + 1)
                    }
                    #expect(a.meets(b, startingLaterBy: Double(shift)) == days)
                }
            }
        }
    }

    @Test("a pattern is written as it is read")
    func description() {
        #expect(DayPattern(first: 1, last: 12, of: 28)?.description == "1-12 of 28")
        #expect(DayPattern(first: 5, last: 4, of: 28) == nil)
    }
}

@Suite("Names put right")
struct SpellingTests {
    @Test(
        "one slip in a short name and a third of a long one are forgiven",
        arguments: [
            ("wieght", "weight"), ("WEIGHT", "weight"), ("hight", "height"), ("dosage", nil), ("", nil),
            (String(repeating: "x", count: 100_000), nil),
        ])
    func nearestName(text: String, name: String?) {
        #expect(nearest(to: text, among: ["weight", "height", "age"]) == name)
    }
}
