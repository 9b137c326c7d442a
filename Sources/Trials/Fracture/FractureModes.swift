import Evidence
import Exchange
import Foundation
import Modeling
import Physiology
import Solving

/// Fractures with and without therapy under every structure that the literature leaves open.
///
/// The model lets density and turnover act (mode A); turnover may do nothing beyond density; and trials of all medicines
/// drew a line from density alone (mode B). They are never multiplied; together they are a band.
public struct FractureModes: Sendable {
    /// One site: ratios of fractures with therapy over those without, by structure.
    public struct Site: Sendable {
        /// As in a sentence.
        public let name: String
        public let output: String
        /// Density and turnover, as simulated.
        public let simulated: Double
        /// Density alone.
        public let densityAlone: Double
        /// The line from density that trials of all medicines drew; nil where none was, or the gain lies outside it.
        public let trialLine: Double?

        /// From the smallest to the largest of them.
        public var band: ClosedRange<Double> {
            let all = [simulated, densityAlone] + [trialLine].compactMap(\.self)
            return (all.min() ?? simulated)...(all.max() ?? simulated)
        }
    }

    /// What could happen to a woman by the end, of a thousand like her, without therapy if there is one.
    public struct Absolute: Sendable {
        public let output: String
        public let name: String
        public let deathCompeting: Double
        public let nobodyDying: Double
        /// With the hip rates of Olmsted County.
        public let otherRates: Double
    }

    /// Empty where nothing is taken.
    public let sites: [Site]
    public let absolute: [Absolute]
    /// Hip fractures of women who volunteer for a trial over those of average women.
    public let volunteerFactor: Double
    /// When fractures are counted to, in years.
    public let years: Double

    private static let names: KeyValuePairs = [
        "fracture.hip": "hip", "fracture.clinicalVertebral": "clinical vertebral",
        "fracture.majorOsteoporotic": "major osteoporotic", "fracture.any": "any",
    ]

    /// Turnover doing nothing beyond density, which is to be run with therapy too, nobody dying, and other hip rates.
    static let factors: [[String: Double]] = [
        ["outcomes.fracture.turnoverEffect": 0], ["outcomes.period.mortality": 0], FractureModel.olmstedHipRates,
    ]

    /// - Parameters:
    ///   - without: the same woman without her therapy, if she has one.
    ///   - treated: runs with her therapy, if she has one, of the first of `factors`.
    ///   - untreated: runs without it of each of `factors`.
    /// - Throws: `EvidenceError` if a row of the line is missing.
    init(
        with: Simulation, without: Simulation?, treated: [Simulation], untreated: [Simulation], evidence: EvidenceLibrary
    ) throws {
        let end = with.scenario.years
        volunteerFactor =
            with.model.parameters.first { $0.name == "outcomes.fracture.volunteerFactor" }?.value ?? .nan
        years = end
        let bare = without ?? with
        absolute = Self.names.compactMap { output, name in
            guard let value = bare.value(output, at: end), let alive = untreated[1].value(output, at: end),
                let other = untreated[2].value(output, at: end)
            else { return nil }
            return Absolute(
                output: output, name: name, deathCompeting: 10 * value, nobodyDying: 10 * alive, otherRates: 10 * other)
        }
        guard let without, let alone = treated.first else {
            sites = []
            return
        }
        let line = try TrialLine(with: with, without: without, evidence: evidence)
        sites = Self.names.compactMap { output, name in
            guard let a = with.value(output, at: end), let b = without.value(output, at: end),
                let c = alone.value(output, at: end), let d = untreated[0].value(output, at: end), b > 0, d > 0
            else { return nil }
            return Site(
                name: name, output: output, simulated: a / b, densityAlone: c / d, trialLine: line?.ratio(of: output))
        }
    }
}
