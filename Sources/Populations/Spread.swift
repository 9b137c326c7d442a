import Evidence
import Foundation
import Modeling
import Symbolics

import struct Symbolics.Unit

/// How far women lie apart in one respect, and where that is known from.
public struct Spread: Sendable, Hashable {
    /// A standard deviation: in ``unit``, or of the natural logarithm where that is `.one`.
    public let value: Double
    public let unit: Unit
    public let provenance: Provenance

    /// A spread nobody measured as it is needed here.
    ///
    /// - Parameters:
    ///   - coefficient: the standard deviation over the mean of a log-normal quantity.
    ///   - range: what is plausible, as coefficients of variation.
    static func assumed(coefficientOfVariation coefficient: Double, _ range: ClosedRange<Double>, _ why: String)
        -> Spread
    {
        Spread(
            value: logarithmic(coefficient), unit: .one,
            provenance: .assumed(why, range: logarithmic(range.lowerBound)...logarithmic(range.upperBound)))
    }

    /// The standard deviation of the logarithm of a log-normal quantity with this coefficient of variation.
    static func logarithmic(_ coefficientOfVariation: Double) -> Double {
        log(1 + coefficientOfVariation * coefficientOfVariation).squareRoot()
    }

    /// What is left of this spread of a product when one of its factors varies independently by `part`.
    func less(_ part: Spread, _ why: String) -> Spread {
        let variance = max(0, value * value - part.value * part.value)
        return Spread(
            value: variance.squareRoot(), unit: unit,
            provenance: Provenance(provenance.status, "\(provenance.source); less \(why)"))
    }
}

extension ParameterRecord {
    /// The standard deviation printed beside the value, in a unit.
    func standardDeviation(in unit: Unit) throws -> Spread {
        guard dispersion.kind == .standardDeviation, let number = dispersion.low else {
            throw unusable("a standard deviation beside the value")
        }
        return Spread(value: number, unit: unit, provenance: provenance)
    }

    /// The standard deviation of the logarithm, from a coefficient of variation in per cent.
    func fromCoefficientOfVariation() throws -> Spread {
        guard let value, unit == "%" || unit.hasPrefix("percent") else {
            throw unusable("a coefficient of variation in per cent")
        }
        return Spread(value: Spread.logarithmic(value / 100), unit: .one, provenance: provenance)
    }

    /// The standard deviation of the logarithm, from the interval that holds half or 95 % of women.
    func fromInterval() throws -> Spread {
        let share: Double? =
            switch dispersion.kind {
            case .interquartileRange: 0.5
            case .confidenceInterval95: 0.95
            default: nil
            }
        guard let share, let low = dispersion.low, let high = dispersion.high, low > 0 else {
            throw unusable("an interval of women above zero")
        }
        let width = 2 * NormalDistribution.quantile((1 + share) / 2)
        return Spread(value: log(high / low) / width, unit: .one, provenance: provenance)
    }

    /// A number from memory is no measurement, whoever remembers it.
    var provenance: Provenance {
        let source = "\(id): \(meaning), \(citation)"
        return sourceKind == .recalled ? .assumed(source + ", recalled") : .measured(source)
    }

    func unusable(_ expected: String) -> SpreadError {
        SpreadError(description: "parameters.csv, row \(id): no spread can be read from it; expected \(expected).")
    }
}

/// A row of evidence that does not hold the spread it is asked for.
public struct SpreadError: Error, Equatable, CustomStringConvertible {
    public let description: String
}
