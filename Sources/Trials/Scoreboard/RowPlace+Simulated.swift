import Evidence
import Exchange
import Foundation
import Physiology
import Symbolics

import struct Symbolics.Unit

extension RowPlace {
    /// What the simulation says, in the row's unit.
    ///
    /// - Parameter member: which run of the ensemble is read; nil for the fitted values.
    /// - Throws: ``NotComparable`` saying what is missing.
    func simulated(_ own: ScoreboardLife, comparator: ScoreboardLife?, member: Int? = nil) throws(NotComparable)
        -> Double
    {
        let number: Double?
        switch manner {
        case .columns(let result):
            number = own.levels(member).flatMap { result.simulated($0, comparator: comparator?.levels(member)) }
        case .written(let reading):
            number = try written(reading, own, comparator, member)
        }
        guard let number, number.isFinite else { throw no("the simulation gives no number") }
        return number
    }

    /// Her level at time zero in the row's unit; nil where the row is of something else.
    func own(_ life: ScoreboardLife) -> Double? {
        switch manner {
        case .columns(let result): return life.own(result.output).map { $0 * result.unitScale }
        case .written(let reading): return own(reading, life)
        }
    }

    private func own(_ reading: Reading, _ life: ScoreboardLife) -> Double? {
        guard let output = reading.output, let own = life.own(output) else { return nil }
        return (try? factor(reading, life.units[output], output)).map { own * $0 * reading.scale }
    }

    private func no(_ reason: String) -> NotComparable { NotComparable(id: observation.id, reason: reason) }

    private func written(
        _ reading: Reading, _ own: ScoreboardLife, _ comparator: ScoreboardLife?, _ member: Int?
    ) throws(NotComparable) -> Double? {
        let day = observation.time.value
        guard let output = reading.output, var number = own.number(reading, output, member, day) else { return nil }
        if let over = reading.over {
            guard let other = own.number(reading, over, member, day) else { return nil }
            return number / other * reading.scale
        }
        if let comparison = reading.againstOwn {
            guard let before = own.ownNumber(reading, output) else { return nil }
            number = comparison.of(number, before)
        }
        if let comparison = reading.againstComparator {
            guard let other = comparator?.number(reading, output, member, day) else { return nil }
            number = comparison.of(number, other)
        }
        let isRelative = [reading.againstOwn, reading.againstComparator].contains { $0 != nil && $0 != .difference }
        if isRelative || [.change, .changePerYear].contains(reading.measure) { return number * reading.scale }
        return number * reading.scale * (try factor(reading, own.units[output], output))
    }

    /// What a number of a reading is multiplied by to be in the row's unit.
    private func factor(_ reading: Reading, _ unit: Unit?, _ output: String) throws(NotComparable) -> Double {
        let isOfTime = [.timeOfPeak, .halfLife].contains(reading.measure)
        if reading.measure == .rate { return 1 }
        let words = String(observation.unit.prefix { $0 != " " })
        let text = reading.unit ?? (words == "percentage" ? "%" : words)
        guard let wanted = try? Unit(text), let unit else {
            throw no("its unit '\(observation.unit)' is none this program knows")
        }
        let isArea = [.area, .areaToInfinity].contains(reading.measure)
        let given: Unit? = isOfTime ? "h" : isArea ? try? Unit("h*\(unit.symbol)") : unit
        guard let given else { throw no("an area of \(output) has no unit") }
        if given.dimension == wanted.dimension { return given.factor / wanted.factor }
        guard let substance = Substance(level: output) else {
            throw no("it is in '\(observation.unit)', in which \(output) is not simulated")
        }
        let perAmount: [(mass: Unit, amount: Unit)] = [("g/L", "mol/L"), ("h*g/L", "h*mol/L")]
        for (mass, amount) in perAmount {
            if given.dimension == mass.dimension, wanted.dimension == amount.dimension {
                return given.factor / substance.molarMass / wanted.factor
            }
            if given.dimension == amount.dimension, wanted.dimension == mass.dimension {
                return given.factor * substance.molarMass / wanted.factor
            }
        }
        throw no("it is in '\(observation.unit)', in which \(output) is not simulated")
    }
}

extension ScoreboardLife {
    /// Levels as reports show them, of a run of the ensemble or of the fitted values.
    func levels(_ member: Int?) -> Simulation? { member.map { members[$0] } ?? levels }

    /// A level as reports show it, or its mean over women like those of a study.
    private func level(_ output: String, at year: Double, _ member: Int?) -> Double? {
        sample.map { $0.value(output, at: year) } ?? levels(member)?.value(output, at: year)
    }

    /// What a reading makes of an output, in its unit and hours.
    fileprivate func number(_ reading: Reading, _ output: String, _ member: Int?, _ day: Double?) -> Double? {
        let (from, until) = (reading.from / Unit.daysPerYear, reading.until / Unit.daysPerYear)
        let off = reading.isAboveOwn ? own(output) ?? .nan : 0
        switch reading.measure {
        case .level: return level(output, at: until, member).map { $0 - off }
        case .change, .changePerYear:
            guard let before = level(output, at: from, member), let after = level(output, at: until, member) else {
                return nil
            }
            return 100 * (after / before - 1) / (reading.measure == .change ? 1 : until - from)
        case .slope:
            guard let before = level(output, at: from, member), let after = level(output, at: until, member) else {
                return nil
            }
            return (after - before) / (until - from)
        case .rate:
            guard let before = level(output, at: from, member), let after = level(output, at: until, member) else {
                return nil
            }
            return 10_000 * log(Self.free(before) / Self.free(after)) / (until - from)
        case .cycleDay:
            guard let peakDay = reading.peakDay, let day, let top = surge(reading) else { return nil }
            let moment = top + day - peakDay
            return course(output, from: moment - 0.5, until: moment + 0.5)?.level(at: 12).map { $0 - off }
        case .moment: return course(output, from: reading.until, until: reading.until)?.levels.last.map { $0 - off }
        default:
            return course(output, from: reading.from, until: reading.until)?.above(off)
                .value(reading.measure, tail: reading.tail)
        }
    }

    /// Women of one who are free of what a probability in % is of.
    private static func free(_ percent: Double) -> Double { 1 - percent / 100 }

    /// The day on which LH peaks, away from the ends of the drawing, so that a whole cycle lies around it.
    private func surge(_ reading: Reading) -> Double? {
        let margin = (reading.until - reading.from) / 4
        let start = reading.from + margin
        let drawn = course(ScoreboardWoman.luteinisingHormone, from: start, until: reading.until - margin)
        return drawn.map { start + $0.value(.timeOfPeak, tail: nil) / 24 }
    }

    /// What the reading would be if her level had stayed as it was before.
    fileprivate func ownNumber(_ reading: Reading, _ output: String) -> Double? {
        guard let own = own(output) else { return nil }
        return reading.measure == .area ? own * 24 * (reading.until - reading.from) : own
    }
}

extension Reading.Comparison {
    fileprivate func of(_ number: Double, _ other: Double) -> Double {
        switch self {
        case .ratio: return number / other
        case .difference: return number - other
        case .percent: return 100 * number / other
        case .hazardRatio: return ObservedResult.hazardRatio(number, other)
        case .percentDifference: return 100 * (number / other - 1)
        }
    }
}

extension Substance {
    /// The substance whose level an output is; nil where it is none, or none whose molar mass the model knows.
    fileprivate init?(level output: String) {
        let names = [
            "assay.progesteroneImmunoassay": "progesterone", "serum.DHEAS": "dehydroepiandrosteroneSulfate",
            "serum.DHT": "dihydrotestosterone", "serum.freeTestosterone": "testosterone",
            "serum.freeEstradiol": "estradiol", "serum.freeCortisol": "cortisol",
        ]
        self.init(rawValue: names[output] ?? String(output.drop { $0 != "." }.dropFirst()))
    }
}
