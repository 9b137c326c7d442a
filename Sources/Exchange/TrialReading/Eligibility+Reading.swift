import Foundation
import Symbolics

import struct Symbolics.Unit

extension Eligibility {
    init?(_ field: Field) {
        let names = Criterion.allCases.map(\.rawValue)
        guard let section = Section(field, keys: names + ["density"]) else { return nil }
        var ranges: [Criterion: ClosedRange<Double>] = [:]
        for criterion in Criterion.allCases {
            ranges[criterion] = section[criterion.rawValue]?.range(
                of: criterion.noun, unit: criterion.unit, example: criterion.example)
        }
        var density: [SkeletalSite: ClosedRange<Double>] = [:]
        let areal = SkeletalSite.allCases.filter { !$0.isVolumetric }
        if let sites = section["density"].flatMap({ Section($0, keys: areal.map(\.rawValue)) }) {
            for site in areal {
                density[site] = sites[site.rawValue]?.range(of: "T-scores", unit: nil, example: "-4 to -2.5 T")
            }
        }
        self.init(ranges, density: density)
    }
}

extension Eligibility.Criterion {
    fileprivate var unit: Unit {
        switch self {
        case .age, .yearsSinceMenopause: "years"
        case .weight: "kg"
        case .BMI: "kg/m2"
        case .vitaminD: "nmol/L"
        case .calcium: "mg/day"
        }
    }

    fileprivate var noun: String {
        switch self {
        case .age: "ages"
        case .yearsSinceMenopause: "times since menopause"
        case .weight: "weights"
        case .BMI: "body mass indices"
        case .vitaminD: "levels of 25-hydroxyvitamin D"
        case .calcium: "calcium intakes"
        }
    }

    fileprivate var example: String {
        switch self {
        case .age: "45 to 64 years"
        case .yearsSinceMenopause: "1 to 10 years"
        case .weight: "50 to 100 kg"
        case .BMI: "18 to 35 kg/m2"
        case .vitaminD: "30 to 150 nmol/L"
        case .calcium: "200 to 1000 mg/day"
        }
    }
}

extension Field {
    /// A range such as `45 to 64 years`, in a unit; T-scores where there is none.
    fileprivate func range(of noun: String, unit: Unit?, example: String) -> ClosedRange<Double>? {
        let expected = "a range of \(noun) such as '\(example)'"
        guard let text = text(expecting: expected) else { return nil }
        let ends = text.components(separatedBy: " to ").map { WrittenQuantity($0) }
        guard ends.count == 2, let low = ends[0], let high = ends[1] else {
            report("\(quoted(text)) is not understood; expected \(expected)")
            return nil
        }
        func number(_ end: WrittenQuantity) -> Double? {
            let written = end.unitText.isEmpty ? high : end
            guard let unit else { return written.unitText == "T" ? end.number : nil }
            return written.unit.flatMap { Quantity(end.number, $0).value(in: unit) }
        }
        guard !high.unitText.isEmpty, let from = number(low), let to = number(high) else {
            report("\(quoted(text)) is in no unit that fits; expected \(expected)")
            return nil
        }
        guard from <= to else {
            report("\(quoted(text)) ends below its beginning; expected \(expected)")
            return nil
        }
        return from...to
    }
}
