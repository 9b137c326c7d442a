import Exchange
import Physiology
import Trials

extension LaboratoryReport {
    private static let header = [
        "test", "output", "value", "unit", "one reading low", "one reading high", "variation [%]", "reference low",
        "reference high", "flag", "least significant fall [%]", "least significant rise [%]", "reference source",
        "variation source", "claimed low", "claimed high", "claimed by", "claim",
    ]

    /// A row each test and each site of density.
    public func csv() -> String {
        CSVWriter.text(header: Self.header, rows: entries.map(\.fields))
    }

    /// The same, with what is not in lines.
    ///
    /// - Throws: what `JSONEncoder` throws, which these values give no reason for.
    public func json() throws -> String {
        let document = Document(
            title: sample.scenario.title, age: sample.age, years: sample.years, stage: stageName, assay: assay,
            units: units,
            tests: entries, progesterone: progesterone.map { .init(method: $0.method, value: $0.value) },
            estradiolResponse: target?.response.points.map {
                .init(patch: $0.patch, estradiol: $0.estradiol, spine: $0.spine)
            } ?? [], note: RunReport.standardDisclaimer)
        return try document.prettyJSON()
    }

    private var stageName: String {
        switch sample.stage {
        case .cycling(let phase): "cycling, \(phase.rawValue)"
        case .notOvulating: "not ovulating"
        case .afterMenopause: "after menopause"
        }
    }

    private struct Document: Encodable {
        struct Reading: Encodable {
            let method: String
            let value: Double
        }
        struct Point: Encodable {
            let patch: Double
            let estradiol: Double
            let spine: Double
        }
        let title: String
        let age: Double
        let years: Double
        let stage: String
        let assay: SteroidAssay
        let units: LaboratoryUnits
        let tests: [Entry]
        /// In ng/mL.
        let progesterone: [Reading]
        /// Patches in ug/day, estradiol in pg/mL, the spine's change in two years in %.
        let estradiolResponse: [Point]
        let note: String
    }

    /// A test or a site, as machines get it.
    private struct Entry: Encodable {
        let test: String
        let output: String
        let value: Double
        let unit: String
        let reading: [Double]
        let variation: Double
        let reference: [Double]?
        let flag: LaboratoryLine.Flag?
        let leastSignificant: [Double]
        let referenceSource: String?
        let variationSource: String
        let claimed: [Double]?
        let claimedBy: String?
        let claim: String?

        var fields: [String] {
            let ends = { (range: [Double]?) in range.map { $0.map { "\($0)" } } ?? ["", ""] }
            return [test, output, "\(value)", unit] + ends(reading) + ["\(variation)"] + ends(reference)
                + [flag?.rawValue ?? ""] + ends(leastSignificant) + [referenceSource ?? "", variationSource]
                + ends(claimed) + [claimedBy ?? "", claim ?? ""]
        }
    }

    private var entries: [Entry] {
        lines.map { line in
            let change = line.leastSignificantChange
            return Entry(
                test: line.name, output: line.output, value: line.value, unit: line.unit, reading: line.reading.ends,
                variation: line.variation, reference: line.reference?.range.ends, flag: line.flag,
                leastSignificant: [change.fall, change.rise],
                referenceSource: line.reference.map { "\($0.row), \($0.citation)" },
                variationSource: line.variationSources.joined(separator: "; "), claimed: line.claimed?.range.ends,
                claimedBy: line.claimed?.citation, claim: line.claimed?.note)
        }
            + bones.map { bone in
                let change = bone.leastSignificantChange
                let factors = LeastSignificantChange.single(percent: bone.precision)
                return Entry(
                    test: bone.name, output: "density.\(bone.site.rawValue)", value: bone.density, unit: bone.unit,
                    reading: factors.ends.map { bone.density * $0 }, variation: bone.precision, reference: nil,
                    flag: nil,
                    leastSignificant: [change.fall, change.rise], referenceSource: nil,
                    variationSource: bone.precisionSource,
                    claimed: nil, claimedBy: nil, claim: nil)
            }
    }
}

extension ClosedRange<Double> {
    fileprivate var ends: [Double] { [lowerBound, upperBound] }
}
