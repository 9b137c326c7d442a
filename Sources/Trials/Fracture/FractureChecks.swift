import Evidence
import Exchange
import Foundation
import Physiology
import Populations
import Solving
import Symbolics

import struct Symbolics.Unit

/// What the fracture model gives back of published rates: those it was built on, the few it was fitted to, and those it
/// never saw.
public struct FractureChecks: Sendable {
    /// One published number beside what the model makes of it.
    public struct Check: Sendable, Hashable {
        public enum Kind: String, Sendable, CaseIterable {
            /// The model is built on it and must give it back.
            case built = "built on"
            /// A number of the model was fitted to it.
            case fitted = "fitted to"
            /// No number of the model was chosen by it.
            case heldOut = "held out"
        }

        public let kind: Kind
        public let name: String
        public let unit: String
        public let published: Double
        /// Published 95 % interval; nil where none was.
        public let interval: ClosedRange<Double>?
        public let simulated: Double
        /// Row of the evidence.
        public let evidence: String

        /// Simulated over published.
        public var ratio: Double { simulated / published }

        /// What was built on comes back within 2 % (a slope within 20 %); the others lie in the published interval or
        /// within a fifth to a quarter.
        public var passes: Bool {
            if kind == .built { return abs(ratio - 1) <= (unit == "per year" ? 0.2 : 0.02) }
            return interval?.contains(simulated) == true || (0.8...1.25).contains(ratio)
        }
    }

    public let checks: [Check]
    /// Hip fractures on placebo in WHI over those of average women of like age and density: what the volunteer factor is.
    public let volunteerRatio: Double

    /// - Throws: `EvidenceError`, `BaselineError` or `SolverError`.
    public init(evidence: EvidenceLibrary = .bundled) throws {
        let records = Dictionary(uniqueKeysWithValues: try evidence.parameters().map { ($0.id, $0) })
        let model = try FractureModel()
        let population = try FracturePopulation(model, evidence: evidence)
        func value(_ row: String) -> Double { records[row]?.value ?? .nan }
        func check(
            _ kind: Check.Kind, _ name: String, _ unit: String, _ row: String, _ simulated: Double, scale: Double = 1
        ) -> Check {
            Check(
                kind: kind, name: name, unit: unit, published: value(row) * scale, interval: nil, simulated: simulated,
                evidence: row)
        }
        var checks: [Check] = try FractureModel.hipBands.map { band in
            check(
                .built, "hip fractures at \(Self.plain(band.age)) years", "per 1,000 woman-years",
                "inc_hip_us_nis06_\(band.row)", try population.rate("fracture.hip", age: band.age) * 1000)
        }
        checks.append(
            check(
                .built, "rise of hip fracture with age at equal density", "per year", "age_hip_residual_slope",
                try population.slopeAtEqualDensity()))
        let placebo = try evidence.observation("O1688").value ?? .nan
        let expected =
            try population.trialRate("fracture.hip", like: "WHI", years: Self.follow, evidence: evidence) * 1e4
        volunteerRatio = placebo / expected
        checks.append(
            Check(
                kind: .fitted, name: "hip fractures on placebo, WHI", unit: "per 10,000 woman-years",
                published: placebo,
                interval: nil, simulated: expected * model.volunteerFactor, evidence: "O1688"))
        let lifetime = try population.lifetime(from: 45)
        checks += [
            check(
                .heldOut, "hip, lifetime from 45, Malmö", "%", "lifetime_malmo_hip_w45",
                lifetime["fracture.hip"] ?? .nan),
            check(
                .heldOut, "any of four, lifetime from 45, Malmö", "%", "lifetime_malmo_any4_w45",
                lifetime["fracture.majorOsteoporotic"] ?? .nan),
            check(
                .fitted, "spine, lifetime from 45, Malmö", "%", "lifetime_malmo_spine_w45",
                lifetime["fracture.clinicalVertebral"] ?? .nan),
            check(
                .fitted, "forearm, lifetime from 45, Malmö", "%", "lifetime_malmo_forearm_w45",
                lifetime["fracture.wrist"] ?? .nan),
            check(
                .heldOut, "hip, women of 50 and over, UK", "per 10,000 woman-years", "inc_hip_uk_w50_0812",
                try population.rateOverFifty("fracture.hip") * 1e4),
            check(
                .heldOut, "clinical vertebral, women of 50 and over, UK", "per 10,000 woman-years",
                "inc_cvf_uk_w50_0812", try population.rateOverFifty("fracture.clinicalVertebral") * 1e4),
        ]
        for years in [1, 2, 5] {
            checks.append(
                check(
                    .heldOut, "another fracture within \(years) y of one, Medicare", "%", "cum_subsequent_fx_\(years)y",
                    try population.refracture(years: Double(years))))
        }
        self.checks = try checks + Self.trials(evidence)
    }

    /// Mean follow-up of the WHI trial of estrogen with progestin, in years.
    private static let follow = 5.2

    /// Ratios of fractures in the two trials of WHI, on the mean woman of each.
    private static func trials(_ evidence: EvidenceLibrary) throws -> [Check] {
        let estrogen = Treatment(
            medicine: "conjugated estrogens", form: "oral", dose: Quantity(0.625, "mg"), every: 1, until: 0)
        let progestin = Treatment(
            medicine: "medroxyprogesterone acetate", form: "oral", dose: Quantity(2.5, "mg"), every: 1, until: 0)
        let arms: [(String, [Treatment], Double, Bool, Check.Kind, [(String, String, String)])] = [
            (
                "CEE with MPA", [estrogen, progestin], follow, true, .fitted,
                [
                    ("fracture.hip", "hip", "O1686"), ("fracture.clinicalVertebral", "clinical vertebral", "O1689"),
                    ("fracture.any", "any", "O0028"),
                ]
            ),
            (
                "CEE alone", [estrogen], 7.1, false, .heldOut,
                [
                    ("fracture.hip", "hip", "O1728"), ("fracture.clinicalVertebral", "clinical vertebral", "O1731"),
                    ("fracture.wrist", "wrist", "O0054"), ("fracture.any", "any", "O1734"),
                ]
            ),
        ]
        return try arms.flatMap { name, therapy, years, uterus, kind, rows in
            let days = years * Unit.daysPerYear
            var woman = Woman(
                age: meanAge * Unit.daysPerYear, menopause: Menopause(age: meanMenopause * Unit.daysPerYear),
                uterus: uterus)
            woman.population = .volunteer
            let scenario = Scenario(
                title: name, woman: woman,
                therapy: therapy.map {
                    Treatment(medicine: $0.medicine, form: $0.form, dose: $0.dose, every: $0.every, until: days)
                },
                horizon: days, reportInterval: days)
            let runs = try Simulation.withAndWithoutTherapy(
                ScenarioSolver(PreparedScenario(scenario), resolution: .auto))
            return try rows.map { output, site, row in
                let observation = try evidence.observation(row)
                let with = runs.with.value(output, at: scenario.years) ?? .nan
                let without = runs.without.value(output, at: scenario.years) ?? .nan
                return Check(
                    kind: kind, name: "\(site), \(name), WHI", unit: "ratio", published: observation.value ?? .nan,
                    interval: observation.interval95, simulated: with / without, evidence: row)
            }
        }
    }

    /// Mean age of the women of WHI (tb_whi_ep_age_recalled) and of menopause, in years.
    private static let meanAge = 63.3
    private static let meanMenopause = 50.0

    /// An age without decimals that are zero.
    private static func plain(_ value: Double) -> String { value == value.rounded() ? "\(Int(value))" : "\(value)" }
}
