import Evidence
import Exchange
import Foundation
import Modeling
import Physiology
import Symbolics
import Testing

@testable import Populations

@Suite("Virtual women")
struct VirtualWomenTests {
    static let count = 10_000
    static let centre = Woman(
        age: 56 * Unit.daysPerYear, menopause: Menopause(age: 51 * Unit.daysPerYear), weight: Quantity(69, "kg"))
    static let drawn: [VirtualWoman] = {
        guard let women = try? VirtualWomen(seed: 1, around: centre) else { return [] }
        return (1...count).map { women[$0] }
    }()

    private struct Moments {
        var mean = 0.0
        var deviation = 0.0

        init(_ values: [Double]) {
            mean = values.reduce(0, +) / Double(values.count)
            let centre = mean
            deviation =
                (values.map { ($0 - centre) * ($0 - centre) }.reduce(0, +) / Double(values.count - 1)).squareRoot()
        }

        /// The standard error of the mean of 10,000.
        var error: Double { deviation / Double(VirtualWomenTests.count).squareRoot() }
        /// Relative standard error of the standard deviation of 10,000 normal numbers: 1/sqrt(2n).
        static let relativeError = 1 / Double(2 * VirtualWomenTests.count).squareRoot()
    }

    private func values(_ value: (VirtualWoman) -> Double) -> [Double] { Self.drawn.map(value) }

    @Test("are the same in whatever order they are looked at, and with another seed other women")
    func sameWoman() throws {
        let women = try VirtualWomen(seed: 1, around: Self.centre)
        let forwards = (4700...4720).map { women[$0] }
        let backwards = (4700...4720).reversed().map { women[$0] }
        #expect(forwards == backwards.reversed())
        #expect(women[4711] == Self.drawn[4710])
        let other = try VirtualWomen(seed: 2, around: Self.centre)[4711]
        #expect(other.woman.age != women[4711].woman.age && other.parameterFactors != women[4711].parameterFactors)
        #expect(Set(forwards.map(\.woman.age)).count == forwards.count)
    }

    @Test("have the scenario's age and age at menopause on average, and none is before menopause")
    func ages() throws {
        let spreads = try WomenSpreads()
        let menopause = Moments(values { ($0.woman.menopause?.age ?? .nan) / Unit.daysPerYear })
        // Four standard errors, 0.05 years each.
        #expect(abs(menopause.mean - 51) < 4 * menopause.error)
        // Ages beyond 65, one in 400, are set to 65, which takes 1 % off the spread.
        #expect(abs(menopause.deviation / spreads.menopauseAge.value - 1) < 4 * Moments.relativeError + 0.01)
        let age = Moments(values { $0.woman.age / Unit.daysPerYear })
        #expect(abs(age.mean - 56) < 4 * age.error)
        let since = Moments(values { ($0.woman.age - ($0.woman.menopause?.age ?? .nan)) / Unit.daysPerYear })
        // A coefficient of variation of 0.5; its sampling error is wider than a normal's, by the tail.
        #expect(abs(since.mean - 5) < 4 * since.error)
        #expect(abs(since.deviation / since.mean - 0.5) < 0.03)
        #expect(Self.drawn.allSatisfy { ($0.woman.menopause?.age ?? .infinity) <= $0.woman.age })
    }

    @Test("stay before menopause where the scenario's woman is, also where it is not stated")
    func beforeMenopause() throws {
        let centre = Woman(age: 47 * Unit.daysPerYear)
        let women = try VirtualWomen(seed: 3, around: centre)
        let drawn = (1...Self.count).map { women[$0].woman }
        #expect(drawn.allSatisfy { ($0.menopause?.age ?? 0) >= $0.age })
        let age = Moments(drawn.map { $0.age / Unit.daysPerYear })
        #expect(abs(age.mean - 47) < 4 * age.error)
        #expect(abs(age.deviation / women.spreads.ageBeforeMenopause.value - 1) < 4 * Moments.relativeError)
        let menopause = Moments(drawn.map { ($0.menopause?.age ?? .nan) / Unit.daysPerYear })
        #expect(abs(menopause.mean - centre.assumedMenopauseAge) < 4 * menopause.error)
    }

    @Test("have the scenario's weight, vitamin D and calcium on average, spread as the evidence says")
    func body() throws {
        let spreads = try WomenSpreads()
        let traits: [(String, [Double], Double, Double)] = [
            ("weight, kg", values { $0.woman.weight.value(in: "kg") ?? .nan }, 69, spreads.weight[3].value),
            ("vitamin D, nmol/L", values { $0.woman.vitaminD.value(in: "nmol/L") ?? .nan }, 60, spreads.vitaminD.value),
            ("calcium, mg/day", values { $0.woman.calcium.value(in: "mg/day") ?? .nan }, 800, spreads.calcium.value),
        ]
        for (name, numbers, mean, spread) in traits {
            let moments = Moments(numbers)
            #expect(abs(moments.mean - mean) < 4 * moments.error, "\(name)")
            let logarithms = Moments(numbers.map { log($0) })
            #expect(abs(logarithms.deviation / spread - 1) < 4 * Moments.relativeError, "\(name)")
        }
        // What the rows of the evidence print: SD of ln BMI at 50 to 59 and of ln 25OHD.
        #expect(spreads.weight[3].value == 0.233 && spreads.vitaminD.value == 0.595)
    }

    @Test("stay within what a scenario may say, however far the scenario's woman is out")
    func limits() throws {
        let extreme = Woman(
            age: 104 * Unit.daysPerYear, menopause: Menopause(age: 64 * Unit.daysPerYear),
            weight: Quantity(290, "kg"), vitaminD: Quantity(480, "nmol/L"), calcium: Quantity(60, "mg/day"))
        let women = try VirtualWomen(seed: 1, around: extreme)
        for number in 1...1000 {
            let woman = women[number].woman
            #expect(WomanLimits.age.contains(woman.age / Unit.daysPerYear))
            #expect(WomanLimits.menopauseAge.contains((woman.menopause?.age ?? 0) / Unit.daysPerYear))
            #expect(WomanLimits.weight.contains(woman.weight.value))
            #expect(WomanLimits.vitaminD.contains(woman.vitaminD.value))
            #expect(WomanLimits.calcium.contains(woman.calcium.value))
        }
    }

    @Test("differ in parameters by independent log-normal factors that keep what the table says")
    func factors() throws {
        let variations = try WomenSpreads().variations
        for (index, variation) in variations.enumerated() {
            let numbers = values { $0.factors[index].value }
            let logarithms = Moments(numbers.map { log($0) })
            // Shares of a dose are cut where the whole dose arrives, which narrows the spread by up to 3 %.
            let cut = variation.isShareOfDose ? 0.03 : 0
            #expect(
                abs(logarithms.deviation / variation.spread.value - 1) < 4 * Moments.relativeError + cut,
                "\(variation.name)")
            let kept =
                switch variation.kept {
                case .mean: Moments(numbers)
                case .meanOfReciprocal: Moments(numbers.map { 1 / $0 })
                case .median: Moments(numbers.map { 1 + log($0) })
                }
            // Four standard errors, and 1 % where shares are cut.
            #expect(abs(kept.mean - 1) < 4 * kept.error + cut / 3, "\(variation.name)")
        }
        // Correlations of independent numbers scatter by 1/sqrt(n) = 0.01; four of that.
        for (first, second) in zip(variations.indices, variations.indices.dropFirst()) {
            let a = values { log($0.factors[first].value) }
            let b = values { log($0.factors[second].value) }
            let (one, two) = (Moments(a), Moments(b))
            let covariance = zip(a, b).map { ($0 - one.mean) * ($1 - two.mean) }.reduce(0, +) / Double(Self.count)
            #expect(abs(covariance / (one.deviation * two.deviation)) < 0.04, "\(variations[first].name)")
        }
    }

    @Test("are told apart from women drawn around another woman, but not from those of another seed")
    func fingerprint() throws {
        let usual = try VirtualWomen(seed: 1, around: Self.centre).fingerprint
        #expect(try VirtualWomen(seed: 2, around: Self.centre).fingerprint == usual)
        var heavier = Self.centre
        heavier.weight = Quantity(70, "kg")
        #expect(try VirtualWomen(seed: 1, around: heavier).fingerprint != usual)
    }

    @Test("absorb no more of a dose than there is")
    func shares() throws {
        let parameters = try WomanModel.complete().parameters
        for variation in try WomenSpreads().variations where variation.isShareOfDose {
            let shares = variation.parameters.compactMap { name in parameters.first { $0.name == name }?.value }
            let most = Self.drawn.map { woman in
                zip(variation.parameters, shares).map { (woman.parameterFactors[$0] ?? .nan) * $1 }.reduce(0, +)
            }.max()
            #expect((most ?? 2) <= 1 + 1e-12, "\(variation.name)")
        }
    }
}

@Suite("The table of spreads")
struct WomenSpreadsTests {
    @Test("names parameters that the model has, each once, and no lag")
    func parameters() throws {
        let known = Set(try WomanModel.complete().parameters.map(\.name))
        let named = try WomenSpreads().variations.flatMap(\.parameters)
        #expect(Set(named).count == named.count)
        for name in named {
            #expect(known.contains(name), "\(name)")
            #expect(!name.hasSuffix(".lag"), "\(name)")
        }
    }

    @Test("reads coefficients of variation and intervals as they are printed")
    func evidence() throws {
        let variations = try WomenSpreads().variations
        func spread(_ name: String) -> Double { variations.first { $0.name == name }?.spread.value ?? .nan }
        // 45 % between women on a patch.
        #expect(abs(exp(spread("estrogenClearance") * spread("estrogenClearance")) - 1 - 0.45 * 0.45) < 1e-12)
        // Clearance and absorption together give the 58 % of an oral dose.
        let both =
            spread("estrogenClearance") * spread("estrogenClearance")
            + spread("oralEstradiolAbsorbed") * spread("oralEstradiolAbsorbed")
        #expect(abs((exp(both) - 1).squareRoot() - 0.58) < 1e-12)
        // The notes of the rows: 0.81 from the quartiles 2.7 and 8.0 pg/mL, 0.327 from 6.73 to 24.27 ng/mL.
        #expect(abs(spread("ownEstradiol") - 0.81) < 0.01)
        #expect(abs(spread("boneTurnover") - 0.327) < 0.001)
    }

    @Test("gives every assumed coefficient a range that holds it")
    func ranges() throws {
        let spreads = try WomenSpreads()
        let all = spreads.variations.map(\.spread) + [spreads.yearsFromMenopause, spreads.calcium, spreads.vitaminD]
        for spread in all where spread.provenance.status == .assumed {
            #expect(spread.provenance.range?.contains(spread.value) == true, "\(spread.provenance.source)")
        }
    }

    @Test("says which row is missing, in one sentence")
    func missing() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("spreads-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let header =
            "file,param_id,subsystem,description,symbol,value,unit,dispersion_kind,dispersion_lo,dispersion_hi,"
            + "population,conditions,citation,source_kind,note\n"
        let row = "population,tb_ultra_agf,trial_baseline,age,,67,years,SD,5,,,,Johnson 2005,abstract,\n"
        try Data((header + row).utf8).write(to: folder.appendingPathComponent("parameters.csv"))
        let error = #expect(throws: EvidenceError.self) {
            try EvidenceLibrary(folder: folder).parameters(["tb_ultra_age"])
        }
        #expect(error?.description == "parameters.csv has no row \"tb_ultra_age\"; the nearest is tb_ultra_agf.")
        let record = try EvidenceLibrary(folder: folder).parameters(["tb_ultra_agf"])[0]
        #expect(try record.standardDeviation(in: .years).value == 5)
        let unusable = #expect(throws: SpreadError.self) { try record.fromInterval() }
        #expect(
            unusable?.description
                == "parameters.csv, row tb_ultra_agf: no spread can be read from it; "
                + "expected an interval of women above zero.")
    }
}
