import Evidence
import Exchange
import Foundation
import Modeling
import Physiology
import Populations
import Solving
import Symbolics

import struct Symbolics.Unit

/// What a setting gave: outputs of one woman or several over time.
public struct ClaimCurves: Sendable {
    /// Years since time zero, in order.
    public let times: [Double]
    /// For each woman, outputs by name at `times`.
    public let women: [[String: [Double]]]

    public init(times: [Double], women: [[String: [Double]]]) {
        self.times = times
        self.women = women
    }

    /// Simulates a setting.
    ///
    /// - Parameters:
    ///   - outputs: those wanted.
    ///   - extraTimes: in days, besides those the scenario reports.
    /// - Throws: `SolverError` naming the state and time at which integration failed, `CohortError`, or `CancellationError`.
    init(_ setting: ClaimPlan.Setting, outputs: Set<String>, extraTimes: Set<Double>, resolution: Resolution) throws {
        if setting.women > 1 {
            // Women of a study have densities of their own, from which those simulated are scaled.
            let densities = setting.population == nil ? [] : SkeletalSite.allCases.map { "density.\($0.rawValue)" }
            self = try Self.drawn(setting, outputs: outputs.union(densities).sorted(), resolution: resolution)
            return
        }
        let years = extraTimes.map { $0 / Unit.daysPerYear }.sorted()
        let prepared = try PreparedScenario(setting.scenario, extraTimes: years, raw: setting.isRaw, closeLooks: false)
        let places = prepared.model.outputs.indices.filter { outputs.contains(prepared.model.outputs[$0].name) }
        let solver = try ScenarioSolver(prepared, resolution: resolution, outputs: places)
        let simulation = try Simulation(solver, laboratory: setting.laboratory)
        times = simulation.times
        women = [Dictionary(uniqueKeysWithValues: outputs.compactMap { name in simulation[name].map { (name, $0) } })]
    }

    /// The seed of all drawn women, so that the women of two settings are the same but for what the settings say.
    private static let seed: UInt64 = 1

    private static func drawn(
        _ setting: ClaimPlan.Setting, outputs: [String], resolution: Resolution
    ) throws -> ClaimCurves {
        let women =
            try setting.population.map { try VirtualWomen(seed: seed, like: .named($0)) }
            ?? VirtualWomen(seed: seed, around: setting.scenario.woman)
        let cohort = try Cohort(setting.scenario, women: women, count: setting.women, outputs: outputs)
        let simulation = try CohortSimulation(cohort, resolution: resolution)
        let results = try simulation.results(for: 1..<setting.women + 1)
        let failed = results.filter { $0.failure != nil }
        if let first = failed.first {
            throw ModelError(
                "\(failed.count) of \(setting.women) women could not be simulated, the first of them number \(first.number): "
                    + (first.failure ?? ""))
        }
        let width = outputs.count
        let curves = results.map { woman in
            Dictionary(
                uniqueKeysWithValues: outputs.enumerated().map { place, name in
                    (name, cohort.times.indices.map { woman.values[$0 * width + place] })
                })
        }
        return ClaimCurves(times: cohort.times, women: curves)
    }

    /// What a measurement finds in one woman; not a number where its times or output were not simulated.
    func value(_ measurement: ClaimMeasurement, woman: Int) -> Double {
        guard let values = women[woman][measurement.output] else { return .nan }
        let (from, at) = (measurement.from / Unit.daysPerYear, measurement.at / Unit.daysPerYear)
        func value(at time: Double) -> Double {
            times.firstIndex { abs($0 - time) < 1e-5 }.map { values[$0] } ?? .nan
        }
        let between = times.indices.filter { from - 1e-5 <= times[$0] && times[$0] <= at + 1e-5 }
        switch measurement.kind {
        case .level: return value(at: at)
        case .change: return value(at: at) - value(at: from)
        case .percentChange: return 100 * (value(at: at) / value(at: from) - 1)
        case .percentPerYear: return 100 * (value(at: at) / value(at: from) - 1) / (at - from)
        case .mean: return between.map { values[$0] }.mean
        case .highest: return between.map { values[$0] }.max() ?? .nan
        case .lowest: return between.map { values[$0] }.min() ?? .nan
        case .timeOfHighest: return between.max { values[$0] < values[$1] }.map { times[$0] - from } ?? .nan
        case .halfTime:
            let (first, last) = (value(at: from), value(at: at))
            return crossing(of: (first + last) / 2, values, between, isRising: last > first).map { $0 - from } ?? .nan
        case .firstAbove, .firstBelow:
            guard let passing = measurement.passing else { return .nan }
            let isRising = measurement.kind == .firstAbove
            return crossing(of: passing, values, between, isRising: isRising).map { $0 - from } ?? .nan
        case .hazard: return -log1p(-value(at: at) / 100)
        }
    }

    /// When a level is first reached, in years, on the line between two reported values.
    private func crossing(of level: Double, _ values: [Double], _ places: [Int], isRising: Bool) -> Double? {
        func isBeyond(_ place: Int) -> Bool { isRising ? values[place] >= level : values[place] <= level }
        guard let first = places.firstIndex(where: isBeyond) else { return nil }
        guard first > places.startIndex else { return times[places[first]] }
        let (before, after) = (places[first - 1], places[first])
        let share = (level - values[before]) / (values[after] - values[before])
        return times[before] + share * (times[after] - times[before])
    }
}

/// What all settings gave, by name.
struct ClaimOutcomes: Sendable {
    var curves: [String: ClaimCurves] = [:]
    /// Why a setting could not be simulated.
    var failures: [String: String] = [:]

    /// A quantity; of drawn women their mean, unless it is of all of them.
    func value(_ quantity: ClaimQuantity) -> Double {
        switch quantity {
        case .share(let of, let expectation):
            let numbers = values(of)
            guard !numbers.isEmpty else { return .nan }
            return 100 * Double(numbers.count { expectation.isMet(by: [$0], in: of.unit) }) / Double(numbers.count)
        case .spread(let of):
            return values(of).standardDeviation
        case .measured, .difference, .ratio:
            return values(quantity).mean
        }
    }

    /// A quantity in each woman of its settings; of settings with different numbers of women, in as many as all have.
    private func values(_ quantity: ClaimQuantity) -> [Double] {
        let counts = quantity.measurements.map { curves[$0.setting]?.women.count ?? 0 }
        return (0..<(counts.min() ?? 0)).map { value(quantity, woman: $0) }
    }

    private func value(_ quantity: ClaimQuantity, woman: Int) -> Double {
        switch quantity {
        case .measured(let measurement): curves[measurement.setting]?.value(measurement, woman: woman) ?? .nan
        case .difference(let a, let b): value(a, woman: woman) - value(b, woman: woman)
        case .ratio(let a, let b):
            value(a, woman: woman) * a.unit.factor / (value(b, woman: woman) * b.unit.factor) / quantity.unit.factor
        // Of several women, never within one.
        case .share, .spread: .nan
        }
    }
}
