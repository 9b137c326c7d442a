import Evidence
import Exchange
import Foundation
import Symbolics
import Testing

@testable import Populations

@Suite("Women like those of a study")
struct BaselineTests {
    private static let count = 6000
    private static let WHI: [VirtualWoman] = drawn("WHI")

    private static func drawn(_ name: String) -> [VirtualWoman] {
        guard let women = try? VirtualWomen(seed: 1, like: .named(name)) else { return [] }
        return (1...count).map { women[$0] }
    }

    private func moments(_ values: [Double]) -> (mean: Double, deviation: Double) {
        let mean = values.reduce(0, +) / Double(values.count)
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (mean, (squares / Double(values.count - 1)).squareRoot())
    }

    @Test(
        "have the published means, standard deviations and shares, and nobody lies outside the study's limits",
        arguments: ["WHI", "WHI-CEE", "PEPI", "ULTRA", "HOPE", "SWAN", "FREEDOM", "Prestwood", "NHANES"])
    func published(name: String) throws {
        let baseline = try Baseline.named(name)
        let women = try VirtualWomen(seed: 1, like: baseline)
        let selection = try #require(women.selection)
        let drawn = name == "WHI" ? Self.WHI : (1...Self.count).map { women[$0] }
        // Five standard errors of the sample, and as much again for the design sample behind the weights.
        let error = 5 * (1 / Double(Self.count) + 1 / selection.effectiveSize).squareRoot()
        for target in baseline.targets {
            let values = drawn.map { woman -> Double in
                let value = selection.value(target.characteristic, of: woman)
                return target.band.map { $0.contains(value) ? 1 : 0 } ?? value
            }
            let found = moments(values)
            let isShare = target.band != nil || target.characteristic.isShare
            let spread = isShare ? (target.mean * (1 - target.mean)).squareRoot() : target.deviation ?? found.deviation
            #expect(abs(found.mean - target.mean) < error * spread, "\(name), \(target.characteristic): \(found)")
            if let deviation = target.deviation {
                #expect(abs(found.deviation / deviation - 1) < error, "\(name), \(target.characteristic): \(found)")
            }
        }
        for limit in baseline.limits {
            #expect(
                drawn.allSatisfy { limit.range.contains(selection.value(limit.characteristic, of: $0)) },
                "\(name), \(limit.characteristic)")
        }
    }

    @Test("are the same whatever the number asked, the order or who drew before; another seed draws others")
    func sameWoman() throws {
        let women = try VirtualWomen(seed: 1, like: .named("WHI"))
        #expect(women[4711] == Self.WHI[4710])
        let forwards = (20...30).map { women[$0] }
        #expect((20...30).reversed().map { women[$0] } == forwards.reversed())
        #expect(forwards == Array(Self.WHI[19...29]))
        let other = try VirtualWomen(seed: 2, like: .named("WHI"))
        #expect(other[20] != women[20])
        #expect(other.fingerprint == women.fingerprint)
        #expect(try VirtualWomen(seed: 1, like: .named("PEPI")).fingerprint != women.fingerprint)
    }

    @Test("have density that goes together between sites, with body mass, and against turnover, as the matrix says")
    func correlations() throws {
        let women = try VirtualWomen(seed: 3, like: .named("Pouilles"))
        let scores = (1...Self.count).compactMap { women[$0].plausible }
        let matrix = try Correlations(.bundled)
        func correlation(_ a: [Double], _ b: [Double]) -> Double {
            let (x, y) = (moments(a), moments(b))
            return zip(a, b).reduce(0) { $0 + ($1.0 - x.mean) * ($1.1 - y.mean) } / Double(a.count - 1)
                / (x.deviation * y.deviation)
        }
        let sites = SkeletalSite.allCases
        for first in sites {
            for second in sites where first.index < second.index {
                let wanted = try #require(matrix.entries[[.density(first), .density(second)]]).value
                let found = correlation(
                    scores.map { $0.densities[first.index] }, scores.map { $0.densities[second.index] })
                // Sampling scatters by 0.013; ages between 42 and 65 and ancestry add to what women of one age share.
                #expect((wanted - 0.05...wanted + 0.12).contains(found), "\(first), \(second): \(found) for \(wanted)")
            }
            let turnover = correlation(scores.map(\.turnoverScore), scores.map { $0.densities[first.index] })
            #expect((-0.31 ... -0.17).contains(turnover), "\(first): \(turnover)")
        }
    }

    @Test("a matrix of correlations that contradict each other has no triangle")
    func positiveDefinite() {
        #expect(Cholesky([[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]]) == nil)
        let triangle = Cholesky([[4, 2], [2, 3]])
        let solution = triangle?.solve([8, 7]) ?? []
        #expect(zip(solution, [1.25, 1.5]).allSatisfy { abs($0 - $1) < 1e-12 } && solution.count == 2)
        #expect(triangle?.correlated([1, 1]).first == 2)
    }

    @Test("stop their therapy as often within the time as was published")
    func stopping() throws {
        let baseline = try Baseline.named("WHI")
        let stopping = try #require(baseline.stopping)
        let share =
            Double(Self.WHI.filter { ($0.stopsTherapy ?? .infinity) < stopping.within }.count) / Double(Self.count)
        // Four standard errors of a share.
        #expect(abs(share - stopping.share) < 4 * (0.25 / Double(Self.count)).squareRoot(), "\(share)")
        #expect(try VirtualWomen(seed: 1, like: .named("PEPI"))[1].stopsTherapy == nil, "nothing was published")
    }

    @Test("volunteer for trials, and live in the country for surveys")
    func volunteers() throws {
        #expect(Self.WHI[0].woman.population == .volunteer)
        #expect(try VirtualWomen(seed: 1, like: .named("NHANES"))[1].woman.population == .average)
    }

    @Test("weights of entropy balancing meet means and squares, and stay even where nothing is asked")
    func entropy() {
        // Numbers from -2 to 2; a wanted mean of 0.5 and mean square of 1 tilts and narrows them.
        let values = (0...400).map { -2 + Double($0) / 100 }
        let balance = EntropyBalance(values.map { [$0 - 0.5, $0 * $0 - 1] })
        let weights = values.map { exp(balance.logarithm([$0 - 0.5, $0 * $0 - 1])) }
        let sum = weights.reduce(0, +)
        #expect(abs(zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 } / sum - 0.5) < 1e-6)
        #expect(abs(zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 * $1.1 } / sum - 1) < 1e-6)
        #expect(balance.effectiveSize < 401)
        let even = EntropyBalance(values.map { [$0] })
        #expect(abs(even.effectiveSize - 401) < 1e-6)
        // Beyond the largest value nothing can be balanced, and the miss says so.
        #expect((EntropyBalance(values.map { [$0 - 3] }).misses[0]) < -0.5)
    }

    @Test("a name that is no population is answered with those there are")
    func unknownName() {
        let error = #expect(throws: BaselineError.self) { try Baseline.named("WIH") }
        #expect(error?.description.hasPrefix("'WIH' is no population; expected one of NHANES, PEPI, WHI,") == true)
    }

    @Test(
        "a file that asks for the unknown or the impossible is refused in one sentence",
        arguments: [
            (
                "B001,X,height!,between,1,2,tb_pepi_age,",
                "baselines.csv, row B001, column characteristic: found \"height!\""
            ),
            (
                "B001,X,smoking,share,,,tb_pepi_age,",
                "baselines.csv, row B001: row tb_pepi_age of parameters.csv holds no share"
            ),
            (
                "B001,X,age,between,9,2,tb_pepi_age,",
                "baselines.csv, line 3, row B001, column high: found \"2\", expected a number"
            ),
            (
                "B001,X,age,mean,,,tb_pepi_aga,",
                "parameters.csv has no row \"tb_pepi_aga\"; the nearest is tb_pepi_age."
            ),
        ])
    func malformed(row: String, sentence: String) throws {
        let evidence = try Self.library(rows: ["B000,X,volunteers,women,,,tb_pepi_age,A title", row])
        let error = #expect(throws: (any Error).self) { try Baseline.all(evidence) }
        #expect("\(error.map { "\($0)" } ?? "")".hasPrefix(sentence), "\(String(describing: error))")
    }

    @Test("a study unlike any plausible women is refused, and its number named")
    func impossible() throws {
        // Means of 56.2 years cannot be had between 60 and 65.
        let evidence = try Self.library(rows: [
            "B000,X,volunteers,women,,,tb_pepi_age,A title", "B001,X,age,between,60,65,tb_pepi_age,",
            "B002,X,age,mean,,,tb_pepi_age,",
        ])
        let error = #expect(throws: BaselineError.self) {
            try VirtualWomen(seed: 1, like: .named("X", evidence: evidence), evidence: evidence)
        }
        #expect(error?.description.hasPrefix("X: ") == true, "\(String(describing: error))")
        #expect(error?.description.contains("tb_pepi_age") == true || error?.description.contains("effective") == true)
    }

    /// The bundled evidence with other baselines.
    private static func library(rows: [String]) throws -> EvidenceLibrary {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("baselines-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let resources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/Evidence/Resources")
        try FileManager.default.copyItem(
            at: resources.appendingPathComponent("parameters.csv"), to: folder.appendingPathComponent("parameters.csv"))
        let header = "row,population,characteristic,constraint,low,high,evidence,note"
        try Data(([header] + rows).joined(separator: "\n").appending("\n").utf8)
            .write(to: folder.appendingPathComponent("baselines.csv"))
        return EvidenceLibrary(folder: folder)
    }
}
