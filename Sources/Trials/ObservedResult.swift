import Evidence
import Exchange
import Foundation
import Physiology
import Symbolics

/// A published result that names an output of the model, a stretch of time and a way to express the change.
///
/// The same reading of a row serves reports, tests and, later, fits.
public struct ObservedResult: Sendable {
    /// How the published number expresses what happened between `from` and `to`.
    public enum Measure: Sendable {
        /// Change in % of the value at `from`.
        case percentChange
        /// The same, per year.
        case percentPerYear
        /// Change of the value a year, in the row's unit.
        case slope
        /// Change in % of the value at `from`, less that of the comparator.
        case percentDifference
        /// The value at `to`.
        case absolute
        /// The value at `to` over that of the comparator; of a probability, the relative risk.
        case ratio
        /// Hazards cumulated to `to` over those of the comparator.
        case hazardRatio
    }

    public let observation: Observation
    public let output: String
    public let measure: Measure
    /// Years since time zero.
    public let from: Double
    public let to: Double
    public let observed: Double
    /// What a number in the output's unit is multiplied by to be in the row's.
    public let unitScale: Double

    /// Reads a row for a scenario, whose therapy and menopause place the row's clock.
    ///
    /// - Throws: `NotComparable` saying why this row and this scenario cannot be compared.
    public init(_ observation: Observation, in scenario: Scenario) throws(NotComparable) {
        func no(_ reason: String) -> NotComparable { NotComparable(id: observation.id, reason: reason) }
        guard let observed = observation.value else { throw no("the row has no value") }
        guard let output = Self.output(of: observation) else {
            throw no("no output stands for '\(observation.endpoint)' at '\(observation.site)'")
        }
        var rowScale = 1.0
        switch observation.valueKind {
        case .percentChangeFromBaseline: measure = .percentChange
        case .percentPerYear: measure = .percentPerYear
        case .percentDifferenceFromComparator:
            guard scenario.comparator != nil else { throw no("it needs a 'comparator' scenario") }
            measure = .percentDifference
        case .absolute where observation.unit.hasSuffix(Self.perYear):
            guard let site = Self.site(of: output), let scale = Self.scale(of: observation.unit, at: site) else {
                throw no("it is in '\(observation.unit)', in which \(output) is not simulated")
            }
            measure = .slope
            rowScale = scale
        case .absolute:
            // Shares of women are written as "% of women over trial".
            guard let unit = Self.unit(of: output), observation.unit.prefix(while: { $0 != " " }) == unit else {
                throw no("it is in '\(observation.unit)', in which \(output) is not simulated")
            }
            measure = .absolute
        case .ratio, .hazardRatio:
            guard scenario.comparator != nil else { throw no("it needs a 'comparator' scenario") }
            guard output.hasPrefix("fracture.") else { throw no("ratios are simulated of fractures only") }
            measure = observation.valueKind == .ratio ? .ratio : .hazardRatio
        }
        guard let origin = Self.origin(of: observation.time, in: scenario) else {
            throw no("nothing in the scenario starts its clock ('\(observation.time.unit)')")
        }
        guard let time = observation.time.years else { throw no("the row says no time") }
        let window = Self.window(in: observation.note)
        let scale = observation.time.value.map { $0 == 0 ? 1 : time / $0 } ?? 1
        from = origin + (window.map { $0.lowerBound * scale } ?? 0)
        to = origin + (window.map { $0.upperBound * scale } ?? time)
        let horizon = scenario.horizon / Unit.daysPerYear
        guard from >= -1e-6, to <= horizon + 1e-6, [.absolute, .ratio, .hazardRatio].contains(measure) || to > from else {
            throw no("it spans year \(from) to \(to) and the scenario year 0 to \(horizon)")
        }
        self.observation = observation
        self.output = output
        self.observed = observed
        unitScale = rowScale
    }

    private static let perYear = "/yr"

    private static func site(of output: String) -> SkeletalSite? {
        SkeletalSite.allCases.first { output == "density.\($0.rawValue)" }
    }

    /// What a slope's unit is of that of the site a year; nil if it is another quantity.
    private static func scale(of unit: String, at site: SkeletalSite) -> Double? {
        let plain = unit.dropLast(perYear.count)
        if plain == site.unit.symbol { return 1 }
        return plain == "mg/cm2" && site.unit.symbol == "g/cm2" ? 1000 : nil
    }

    /// What one point of density comes to a year over the time of the row, in the row's unit, where it is a slope.
    ///
    /// A point is a percent of the mean of young women.
    public var pointAsSlope: Double? {
        guard measure == .slope, let site = Self.site(of: output) else { return nil }
        return unitScale * 0.01 * site.reference.mean / (to - from)
    }

    /// Points of density, in %, within which a simulation counts as close.
    public static let densityTolerance = 1.5
    /// Points of a marker, in %, within which a simulation counts as close.
    public static let markerTolerance = 10.0

    /// The largest misfit that still counts as close: points of density, of a marker, or none.
    public var tolerance: Double? {
        switch measure {
        case .absolute, .ratio, .hazardRatio: return nil
        case .slope: return pointAsSlope.map { $0 * Self.densityTolerance }
        default: return output.hasPrefix("marker.") ? Self.markerTolerance : Self.densityTolerance
        }
    }

    /// Whether a simulated value lies in the published interval or within the tolerance.
    public func isClose(_ simulated: Double) -> Bool {
        observation.interval95?.contains(simulated) == true || tolerance.map { abs(simulated - observed) <= $0 } == true
    }

    /// What the simulation says where the publication says `observed`.
    ///
    /// - Parameter comparator: the comparator arm, for a difference between arms.
    /// - Returns: nil if a time is missing from a simulation, or the comparator is.
    public func simulated(_ simulation: Simulation, comparator: Simulation?) -> Double? {
        func change(_ run: Simulation) -> Double? {
            guard let before = run.value(output, at: from), let after = run.value(output, at: to) else { return nil }
            return 100 * (after / before - 1)
        }
        switch measure {
        case .percentChange: return change(simulation)
        case .percentPerYear: return change(simulation).map { $0 / (to - from) }
        case .percentDifference:
            guard let comparator, let mine = change(simulation), let other = change(comparator) else { return nil }
            return mine - other
        case .slope:
            guard let before = simulation.value(output, at: from), let after = simulation.value(output, at: to) else {
                return nil
            }
            return slope(before, after)
        case .absolute: return simulation.value(output, at: to)
        case .ratio, .hazardRatio:
            guard let mine = simulation.value(output, at: to), let other = comparator?.value(output, at: to) else {
                return nil
            }
            return measure == .ratio ? mine / other : Self.hazardRatio(mine, other)
        }
    }

    /// Change a year between two values of the output, in the row's unit.
    public func slope(_ before: Double, _ after: Double) -> Double { unitScale * (after - before) / (to - from) }

    /// The ratio of cumulated hazards behind two probabilities in %.
    static func hazardRatio(_ percent: Double, _ other: Double) -> Double {
        log1p(-percent / 100) / log1p(-other / 100)
    }

    private static let sites: [String: SkeletalSite] = [
        "LS": .lumbarSpine, "FN": .femoralNeck, "TH": .totalHip, "TB": .totalBody, "radius": .radius,
        "LS_trabecular": .lumbarSpineTrabecular,
    ]

    private static let endpoints: [String: String] = [
        "OC": "marker.osteocalcin", "BSAP": "marker.BSAP", "CTX": "marker.CTX", "NTX": "marker.NTX",
        "P1NP": "marker.P1NP", "serum_E2": "serum.estradiol", "serum_E1": "serum.estrone",
        "serum_P4": "serum.progesterone", "serum_MPA": "serum.medroxyprogesterone", "serum_IGF1": "serum.IGF1",
    ]

    private static let fractures: [String: String] = [
        "hip_fx": "fracture.hip", "vertebral_fx": "fracture.clinicalVertebral",
        "clinical_vertebral_fx": "fracture.clinicalVertebral", "lower_arm_wrist_fx": "fracture.wrist",
        "total_fx": "fracture.any", "nonvertebral_fx": "fracture.nonvertebral", "nonspine_fx": "fracture.nonvertebral",
        "nonvertebral_fragility_fx": "fracture.nonvertebral",
    ]

    private static func output(of observation: Observation) -> String? {
        if ["fracture_HR", "fracture_RR", "fracture_incidence"].contains(observation.endpoint) { return fractures[observation.site] }
        guard observation.endpoint == "BMD" else {
            // Urine answers more steeply than serum; NTX is that of urine unless told otherwise.
            let isUrinary = observation.assay.lowercased().hasPrefix("urin")
            return observation.endpoint == "CTX" && isUrinary ? "marker.urinaryCTX" : endpoints[observation.endpoint]
        }
        guard let site = sites[observation.site] else { return nil }
        // Quantitative CT and DXA see different bone; a row of one never judges an output of the other.
        let isQCT = observation.assay.uppercased().contains("QCT")
        if isQCT, site == .lumbarSpine { return "density.\(SkeletalSite.lumbarSpineTrabecular.rawValue)" }
        return isQCT == site.isVolumetric ? "density.\(site.rawValue)" : nil
    }

    /// The unit in which an output has an absolute value; nil for markers, which are relative.
    private static func unit(of output: String) -> String? {
        switch output {
        case "serum.estradiol", "serum.estrone": return "pg/mL"
        case _ where output.hasPrefix("serum."): return "ng/mL"
        case _ where output.hasPrefix("fracture."): return "%"
        case _ where output.hasPrefix("density."): return output.hasSuffix("Trabecular") ? "mg/cm3" : "g/cm2"
        default: return nil
        }
    }

    private static func origin(of time: ObservationTime, in scenario: Scenario) -> Double? {
        switch time.origin {
        case .start: return 0
        case .stop:
            return scenario.therapy.map(\.until).filter { $0 < scenario.horizon }.max().map { $0 / Unit.daysPerYear }
        case .finalMenstrualPeriod:
            return scenario.woman.menopause.map { ($0.age - scenario.woman.age) / Unit.daysPerYear }
        default: return nil
        }
    }

    /// A note's `[window -1 to 2 …]`, in the row's time unit.
    private static func window(in note: String) -> ClosedRange<Double>? {
        guard let match = note.firstMatch(of: /\[window (-?[0-9.]+) to (-?[0-9.]+)/),
            let low = Double(match.1), let high = Double(match.2), low < high
        else { return nil }
        return low...high
    }
}

/// Why a published row and a scenario cannot be compared.
public struct NotComparable: Error, CustomStringConvertible {
    public let id: String
    public let reason: String

    public init(id: String, reason: String) {
        self.id = id
        self.reason = reason
    }

    public var description: String { "\(id) cannot be compared with this scenario: \(reason)" }
}
