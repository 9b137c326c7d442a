import Evidence
import Modeling
import Physiology
import Symbolics
import Trials

import struct Symbolics.Unit

/// In which units a laboratory reports.
public enum LaboratoryUnits: String, CaseIterable, Sendable, Codable {
    case SI, conventional
}

/// One line of the panel: what there is, what one reading could show, and what is usual for her.
public struct LaboratoryLine: Sendable {
    /// Where a value stands against its interval.
    public enum Flag: String, Sendable, Codable { case low, within, high }

    /// A range with where it is from: the row of the evidence and its citation.
    public struct Range: Sendable {
        public let range: ClosedRange<Double>
        public let row: String
        public let citation: String
        /// What the row says besides; of a claimed range, the claim.
        public let note: String
    }

    public let name: String
    public let output: String
    public let unit: String
    public let value: Double
    /// Where one reading lies, 95 %.
    public let reading: ClosedRange<Double>
    /// In %: what scatters within her and by the method together.
    public let variation: Double
    public let variationSources: [String]
    public let reference: Range?
    public let flag: Flag?
    /// A range that is claimed to be better than the interval; nothing proves it.
    public let claimed: Range?
    /// What the assay cannot tell from less, where the value is below it.
    public let limit: Double?

    /// A change of more than this, in %, between two readings is one.
    public var leastSignificantChange: LeastSignificantChange { LeastSignificantChange(percent: variation) }
}

/// Reads lines from a sample.
struct LaboratoryReader {
    let sample: BloodSample
    let assay: SteroidAssay
    let units: LaboratoryUnits
    private let rows: [String: ParameterRecord]
    private let errors: MeasurementError

    /// Rows of the methods.
    private enum Row {
        static let immunoassay = "lab_cv_analytical_immunoassay"
        static let massSpectrometry = "lab_cv_analytical_lcms"
        static let massSpectrometryLow = "lab_cv_analytical_lcms_low"
        static let limit = "lab_limit_estradiol_immunoassay"
    }

    /// Estradiol, in pg/mL, below which mass spectrometry is as imprecise as its makers say of low levels; assumed.
    private static let lowEstradiol = 10.0

    /// - Throws: `EvidenceError` if a row is not in the evidence.
    init(_ sample: BloodSample, assay: SteroidAssay, units: LaboratoryUnits, evidence: EvidenceLibrary) throws {
        self.sample = sample
        self.assay = assay
        self.units = units
        var names = [Row.immunoassay, Row.massSpectrometry, Row.massSpectrometryLow, Row.limit]
        var measured: [String] = []
        for test in LaboratoryPanel.tests {
            names += test.references.map(\.row) + [test.claim].compactMap(\.self)
            switch test.scatter {
            case .rows(let within, let method):
                names.append(within)
                if case .row(let row) = method { names.append(row) }
            case .measurement(let output): measured.append(output)
            }
        }
        let wanted = Array(Set(names)).sorted()
        rows = Dictionary(uniqueKeysWithValues: zip(wanted, try evidence.parameters(wanted)))
        errors = try MeasurementError(outputs: measured, evidence: evidence)
    }

    /// The line of a test; nil where the model has no such level.
    func line(_ test: LaboratoryTest) -> LaboratoryLine? {
        let read = assay.output(for: test.output)
        let unitOfOutput = { (name: String) in sample.model.outputs.first { $0.name == name }?.unit }
        guard let level = sample.level(read) ?? sample.level(test.output),
            let from = unitOfOutput(read) ?? unitOfOutput(test.output)
        else { return nil }
        let unit = units == .SI ? test.SI : test.conventional
        guard let value = test.converted(level, from: from, to: unit) else { return nil }
        let limit = limit(of: test, level: level, from: from, to: unit)
        let (percent, sources) = variation(of: test, level: level)
        let factors = LeastSignificantChange.single(percent: percent)
        let reference = test.references.first(where: fits).flatMap { range($0.row, of: test, in: unit) }
        let flag = reference.flatMap { reference -> LaboratoryLine.Flag? in
            // What an assay cannot tell from less may lie on either side of an interval that ends below.
            if let limit, reference.range.upperBound < limit { return nil }
            return value < reference.range.lowerBound ? .low : value > reference.range.upperBound ? .high : .within
        }
        return LaboratoryLine(
            name: test.name, output: read, unit: unit.symbol, value: value,
            reading: (value * factors.lowerBound)...(value * factors.upperBound), variation: percent,
            variationSources: sources, reference: reference, flag: flag,
            claimed: test.claim.flatMap { range($0, of: test, in: unit) }, limit: limit)
    }

    /// What a direct immunoassay of estradiol cannot tell from less.
    private func limit(of test: LaboratoryTest, level: Double, from: Unit, to unit: Unit) -> Double? {
        guard assay == .immunoassay, test.output == "serum.estradiol", let row = rows[Row.limit], let value = row.value,
            let limit = test.converted(value, from: test.conventional, to: unit),
            let own = test.converted(level, from: from, to: unit), own < limit
        else { return nil }
        return limit
    }

    private func fits(_ reference: LaboratoryTest.Reference) -> Bool {
        if let ages = reference.ages, !ages.contains(sample.age) { return false }
        switch (reference.group, sample.stage) {
        case (.everyone, _): return true
        case (.follicular, .cycling(.follicular)), (.follicular, .notOvulating): return true
        case (.midCycle, .cycling(.midCycle)), (.luteal, .cycling(.luteal)): return true
        case (.beforeMenopause, .cycling), (.beforeMenopause, .notOvulating): return true
        case (.afterMenopause, .afterMenopause): return true
        default: return false
        }
    }

    private func range(_ name: String, of test: LaboratoryTest, in unit: Unit) -> LaboratoryLine.Range? {
        guard let row = rows[name], let low = row.dispersion.low, let high = row.dispersion.high else { return nil }
        // Units of markers are in words there, of collagen and creatinine, and the numbers those of the test.
        let written = (try? Unit(row.unit)) ?? test.conventional
        guard let lower = test.converted(low, from: written, to: unit),
            let upper = test.converted(high, from: written, to: unit)
        else { return nil }
        return .init(range: lower...upper, row: name, citation: row.citation, note: row.note)
    }

    private func variation(of test: LaboratoryTest, level: Double) -> (percent: Double, sources: [String]) {
        switch test.scatter {
        case .measurement(let output):
            let variation = errors.variations[output]
            return (variation?.percent ?? .nan, [variation?.source].compactMap(\.self))
        case .rows(let within, let method):
            let methodRow =
                switch method {
                case .row(let row): row
                case .immunoassay: Row.immunoassay
                case .steroid where assay == .immunoassay: Row.immunoassay
                case .steroid where test.output == "serum.estradiol" && level < Self.lowEstradiol: Row.massSpectrometryLow
                case .steroid: Row.massSpectrometry
                }
            let parts = [within, methodRow].compactMap { rows[$0] }
            let squares = parts.compactMap(\.value).reduce(0) { $0 + $1 * $1 }
            return (squares.squareRoot(), parts.map { "\($0.id), \($0.citation)" })
        }
    }
}
