import Exchange
import Foundation

/// An output's course while blood is drawn, at the moment.
struct BloodCourse: Sendable {
    /// Since the drawing began.
    let hours: [Double]
    let levels: [Double]

    /// Days since time zero at which blood is drawn between two days: every three minutes on the first day, every quarter of an
    /// hour to the fourth, then about two thousand times.
    static func times(from start: Double, until end: Double) -> [Double] {
        let length = end - start
        let dense = stride(from: 0, to: min(length, 1), by: 1.0 / 480).map { $0 }
        let rest = length <= 4 ? 1.0 / 96 : max(1.0 / 24, length / 2000)
        return (dense + stride(from: 1, to: length, by: rest).map { $0 } + [length]).map { start + $0 }
    }

    private var top: (hour: Double, level: Double)? {
        zip(hours, levels).max { $0.1 < $1.1 }.map { ($0.0, $0.1) }
    }

    /// The level drawn next to an hour; nil where none was drawn.
    func level(at hour: Double) -> Double? {
        hours.indices.min { abs(hours[$0] - hour) < abs(hours[$1] - hour) }.map { levels[$0] }
    }

    private var area: Double {
        hours.indices.dropFirst().reduce(0.0) { sum, place in
            let width = hours[place] - hours[place - 1]
            return sum + width * (levels[place] + levels[place - 1]) / 2
        }
    }

    private func halfLife(_ tail: ClosedRange<Double>) -> Double {
        guard let first = level(at: tail.lowerBound), let last = level(at: tail.upperBound) else { return .nan }
        return log(2) * (tail.upperBound - tail.lowerBound) / log(first / last)
    }

    /// What a measure is, in the output's unit and hours.
    func value(_ measure: Reading.Measure, tail: ClosedRange<Double>?) -> Double {
        switch measure {
        case .level, .change, .changePerYear, .slope, .rate, .cycleDay: return .nan
        case .moment: return levels.last ?? .nan
        case .average: return (hours.last ?? 0) > 0 ? area / (hours.last ?? .nan) : .nan
        case .peak: return top?.level ?? .nan
        case .timeOfPeak: return top?.hour ?? .nan
        case .trough: return levels.min() ?? .nan
        case .area: return area
        case .areaToInfinity:
            guard let tail else { return .nan }
            return BloodCourse(until: tail.upperBound, of: self).area
                + (level(at: tail.upperBound) ?? .nan) * halfLife(tail) / log(2)
        case .halfLife: return tail.map(halfLife) ?? .nan
        }
    }

    /// The same with a level taken off.
    func above(_ own: Double) -> BloodCourse { BloodCourse(hours: hours, levels: levels.map { $0 - own }) }

    init(hours: [Double], levels: [Double]) {
        self.hours = hours
        self.levels = levels
    }

    private init(until end: Double, of other: BloodCourse) {
        let count = other.hours.prefix { $0 <= end + 1e-9 }.count
        self.init(hours: Array(other.hours.prefix(count)), levels: Array(other.levels.prefix(count)))
    }
}
