import Foundation
import Modeling
import Physiology
import Reporting
import Symbolics
import Testing

import struct Symbolics.Unit

@testable import Exchange

@Suite("The model as SBML")
struct SBMLWritingTests {
    private static let cyclic = Scenario(
        title: "estradiol & progesterone <cyclic>",
        woman: Woman(
            age: 60 * Unit.daysPerYear, menopause: Menopause(age: 50 * Unit.daysPerYear, kind: .surgical),
            density: [.lumbarSpine: .tScore(-2)]),
        therapy: [
            Treatment(medicine: "estradiol", form: "patch", dose: Quantity(50, "ug/day"), every: 3.5, until: 3653),
            Treatment(
                medicine: "progesterone", form: "oral micronized", dose: Quantity(200, "mg"), every: 1,
                days: DayPattern(first: 1, last: 12, of: 28), until: 3653),
        ], horizon: 3653)

    @Test("libSBML finds no error and no warning in the complete model, units included")
    func complete() throws {
        let check = SBMLCheck(document: try ModelSBML(WomanModel.complete()).document)
        #expect(check.remarks.isEmpty, "\(check.remarks.prefix(3))")
    }

    @Test("libSBML finds no error and no warning in ten years of therapy, which are a few dozen events")
    func scenario() throws {
        let document = try ModelSBML(Self.cyclic).document
        let check = SBMLCheck(document: document)
        #expect(check.remarks.isEmpty, "\(check.remarks.prefix(3))")
        #expect(document.contains("level=\"3\" version=\"2\""))
        let events = document.components(separatedBy: "<event ").count - 1
        // Twelve days of a cycle, each dose into the body and into what an immunoassay reads besides; the first patch put
        // on, patches changed, and outcomes counted from time zero.
        #expect(events == 2 * 12 + 3)
    }

    @Test("a document whose rates are per squared day is found out, so the check does look at units")
    func wrongUnits() throws {
        let document = try ModelSBML(WomanModel.model(for: [])).document
        let place = try #require(document.range(of: "unitDefinition id=\"per_d\""))
        let exponent = try #require(document.range(of: "exponent=\"-1\"", range: place.upperBound..<document.endIndex))
        let check = SBMLCheck(document: document.replacingCharacters(in: exponent, with: "exponent=\"-2\""))
        #expect(check.warnings.contains { $0.concernsUnits })
    }

    @Test("the same scenario gives the same bytes")
    func deterministic() throws {
        #expect(try ModelSBML(Self.cyclic).document == ModelSBML(Self.cyclic).document)
    }

    @Test("every parameter reads back exactly, in nanomoles and micrograms, and says where it is from")
    func parameters() throws {
        let model = try WomanModel.model(for: [])
        let document = try ModelSBML(model).document
        let lines = document.split(separator: "\n").filter { $0.contains("<parameter ") }
        func attribute(_ name: String, _ line: Substring) -> String? {
            line.firstMatch(of: try! Regex(" \(name)=\"([^\"]*)\"")).map { String($0[1].substring ?? "") }
        }
        let values = Dictionary(
            uniqueKeysWithValues: lines.compactMap { line in
                attribute("id", line).map { ($0, attribute("value", line)) }
            })
        for parameter in model.parameters {
            let dimension = parameter.unit.dimension
            let scale = pow(10.0, Double(9 * dimension.amount + 6 * dimension.mass))
            let expected = parameter.value * parameter.unit.factor * scale
            let found = try #require(
                values[SBMLWriter.identifier(of: parameter.symbol)]??.asDouble, "\(parameter.name)")
            #expect(abs(found - expected) <= 4e-16 * abs(expected), "\(parameter.name) \(found) \(expected)")
        }
        #expect(document.contains("https://identifiers.org/pubmed:"))
        let stated = model.parameters.filter { document.contains("; \($0.provenance.status.rawValue): ") }
        #expect(stated.count == model.parameters.count)
    }

    @Test("equal intervals are one train, days of a cycle as many as its days, and what does not repeat stands alone")
    func trains() {
        #expect(DoseTrain.trains(of: (0..<3650).map { Double($0) }) == [DoseTrain(first: 0, count: 3650, interval: 1)])
        let cyclic = (0..<130).flatMap { cycle in (0..<12).map { Double(28 * cycle + $0) } }
        #expect(
            DoseTrain.trains(of: cyclic) == (0..<12).map { DoseTrain(first: Double($0), count: 130, interval: 28) })
        #expect(DoseTrain.trains(of: [3]) == [DoseTrain(first: 3, count: 1, interval: 0)])
        // A year of tablets, a year without, a year of tablets again.
        let twice = (0..<365).map { Double($0) } + (730..<1095).map { Double($0) }
        #expect(DoseTrain.trains(of: twice).count == 2)
        for times in [cyclic, twice, [0, 1, 5, 6, 20, 21.5]] {
            let all = DoseTrain.trains(of: times).flatMap { train in
                (0..<train.count).map { train.first + Double($0) * train.interval }
            }
            #expect(zip(all.sorted(), times).allSatisfy { abs($0 - $1) < 1e-9 } && all.count == times.count)
        }
    }

    /// One tank with an outflow that has every trap of units in it.
    private struct Tank: Component {
        let path = "tank"
        let summary = "A tank."

        func define(in b: ComponentBuilder) {
            let x = b.state("amount", "mol", initial: Expression(1, "mmol"), "In the tank")
            let open = (0 < x) * (x < Expression(2, "mmol"))
            let drained = max(0, x - Expression(1, "umol")) * Expression(3, "1/h")
            b.rate(of: x, -select(open, drained, pow(x, 2) / Expression(1, "mol") / Expression(1, .days)))
        }
    }

    @Test("a condition with a bare zero, a quotient of comparisons and a power keeps its units")
    func mathematics() throws {
        var assembly = Assembly("tank")
        assembly.add(Tank())
        let model = try assembly.model()
        let contents = SBMLContents(model, title: "tank", parameters: [], controls: [])
        let document = try SBMLWriter(contents).document()
        let remarks = SBMLCheck(document: document).remarks
        #expect(remarks.isEmpty, "\(remarks)")
        #expect(document.contains("value=\"1000000\""), "a millimole is 1e6 nanomoles")
        // 3 an hour is 72 a day.
        #expect(document.contains("<cn sbml:units=\"per_d\" type=\"integer\"> 72 </cn>"))
    }
}

extension String {
    fileprivate var asDouble: Double? { Double(self) }
}
