import Exchange
import Foundation
import Testing

@testable import Inference

@Suite("Fits of PEtab problems")
struct PEtabFitTests {
    private let constant = "<listOfParameters><parameter id=\"mean\" value=\"1\" constant=\"true\"/></listOfParameters>"
    private let numbers = [4.1, 5.3, 3.8, 6.0, 4.9]

    private func folder(_ parameters: String, distribution: String = "normal") throws -> PEtabFolder {
        try PEtabFolder(
            version: 2, model: constant,
            [
                "parameters": parameters,
                "observables":
                    "observableId observableFormula noiseFormula noiseDistribution\ny mean spread \(distribution)",
                "measurements": (["observableId experimentId time measurement"] + numbers.map { "y _ 0 \($0)" }).joined(
                    separator: "\n"),
            ])
    }

    private func fit(_ folder: PEtabFolder, starts: Int = 3, seed: UInt64 = 7) async throws -> PEtabFit {
        try await PEtabFit(PEtabSimulator(PEtabProblem(reading: folder.file)), starts: starts, seed: seed)
    }

    private var mean: Double { numbers.reduce(0, +) / Double(numbers.count) }

    @Test("Of repeated measurements mean and spread are found, the spread without the correction for small samples")
    func meanAndSpread() async throws {
        let fit = try await fit(
            folder("parameterId lowerBound upperBound nominalValue estimate\nmean 0 20 1 true\nspread 0.01 50 3 true"))
        let spread = (numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(numbers.count)).squareRoot()
        #expect(abs((fit.best.values["mean"] ?? .nan) - mean) < 1e-4)
        #expect(abs((fit.best.values["spread"] ?? .nan) - spread) < 1e-4)
        #expect(fit.sameCount == 3)
        // The information of n measurements about their mean is n/σ².
        #expect(abs((fit.deviations[0] ?? .nan) - spread / Double(numbers.count).squareRoot()) < 1e-4)
    }

    @Test("A normal prior pulls the mean towards it, by the precisions of both")
    func prior() async throws {
        let fit = try await fit(
            folder(
                """
                parameterId lowerBound upperBound nominalValue estimate priorDistribution priorParameters
                mean -20 20 1 true normal 2;0.5
                spread _ _ 1 false _ _
                """))
        let expected = (numbers.reduce(0, +) + 2 / 0.25) / (Double(numbers.count) + 1 / 0.25)
        #expect(abs((fit.best.values["mean"] ?? .nan) - expected) < 1e-4)
    }

    @Test("A bound holds what would go beyond it, and the others are fitted all the same")
    func bounds() async throws {
        let fit = try await fit(
            folder("parameterId lowerBound upperBound nominalValue estimate\nmean 0 4 1 true\nspread 0.01 50 3 true"))
        let spread = (numbers.reduce(0) { $0 + ($1 - 4) * ($1 - 4) } / Double(numbers.count)).squareRoot()
        #expect(fit.best.values["mean"] == 4)
        #expect(fit.deviations[0] == nil)
        #expect(abs((fit.best.values["spread"] ?? .nan) - spread) < 1e-4)
    }

    @Test("The same seed gives the same searches, bit for bit, and another seed other starts")
    func seeds() async throws {
        let folder = try folder(
            "parameterId lowerBound upperBound nominalValue estimate\nmean 0 20 1 true\nspread 0.01 50 3 true")
        let values = try await [7, 7, 8].asyncMap { try await fit(folder, seed: $0).starts.map(\.values) }
        #expect(values[0] == values[1])
        let search = PEtabSearch(try PEtabSimulator(PEtabProblem(reading: folder.file)))
        #expect(search.start(1, seed: 7) != search.start(1, seed: 8))
    }

    @Test("Rate and start of a decay are found from its course")
    func decay() async throws {
        let times = [0.0, 1, 2, 4, 8]
        let rows = times.map { "y _ \($0) \(6 * exp(-0.3 * $0))" }
        let folder = try PEtabFolder(
            version: 2, model: PEtabFolder.turnover,
            [
                "parameters":
                    "parameterId lowerBound upperBound nominalValue estimate\nk 0.001 10 1 true\nx0 0.1 100 1 true",
                "observables": "observableId observableFormula noiseFormula\ny x 0.1",
                "measurements": (["observableId experimentId time measurement"] + rows).joined(separator: "\n"),
            ])
        let fit = try await fit(folder)
        #expect(abs((fit.best.values["k"] ?? .nan) - 0.3) < 1e-5)
        #expect(abs((fit.best.values["x0"] ?? .nan) - 6) < 1e-5)
    }
}

extension Array {
    fileprivate func asyncMap<Result>(_ transform: (Element) async throws -> Result) async rethrows -> [Result] {
        var results: [Result] = []
        for element in self { results.append(try await transform(element)) }
        return results
    }
}
