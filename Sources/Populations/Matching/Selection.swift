import Evidence
import Exchange
import Foundation

/// Chooses among plausible women so that those chosen are as the women of a study were.
///
/// Allen RJ, Rieger TR, Musante CJ. Efficient generation and selection of virtual populations in quantitative systems
/// pharmacology models. CPT Pharmacometrics Syst Pharmacol 2016;5:140, PMID 27069777: a plausible woman is accepted with
/// a probability proportional to the density of such women in the study over that among the plausible. Studies publish
/// means, standard deviations and shares rather than densities, so the ratio is the one that asks for nothing else: that
/// of entropy balancing (Hainmueller 2012, doi 10.1093/pan/mpr025). Its multipliers come from a design sample that is the
/// same for every seed, so a woman is a function of the seed, her number and the study alone.
public struct Selection: Sendable {
    public let baseline: Baseline
    /// Among how many women within the study's limits the multipliers were found.
    public let designSize: Int
    /// How many evenly weighted women tell as much as the weighted design sample.
    public let effectiveSize: Double
    let plausible: PlausibleWomen
    private let features: Features
    private let balance: EntropyBalance
    /// The largest logarithm of a weight in the design sample, at which acceptance is certain.
    private let top: Double

    private static let designSeed: UInt64 = 0x0573_0E0F_1E1D
    /// Large enough that what it misses is small beside the sampling of ten thousand women.
    private static let designWomen = 20_000
    /// Plausible women looked at for one within limits, above which a study is too far from the plausible.
    private static let mostAttempts = 1_000
    /// How far a mean of the design sample may stay from what was published, in standard deviations.
    private static let largestMiss = 1e-3
    /// Share of the design sample that must remain effective.
    private static let leastEffective = 0.005

    /// - Throws: `EvidenceError` or `SpreadError` if a number cannot be read, ``BaselineError`` if no choice among plausible
    ///   women is like those of the study.
    init(_ baseline: Baseline, evidence: EvidenceLibrary, calcium: Spread) throws {
        let plausible = try PlausibleWomen(
            evidence, ages: baseline.ages, stopping: baseline.stopping.map { ($0.share, $0.within) }, calcium: calcium)
        var women: [PlausibleWoman] = []
        var looked = 0
        while women.count < Self.designWomen {
            let woman = plausible.woman(seed: Self.designSeed, number: UInt32(looked), attempt: 0)
            looked += 1
            if baseline.admits(woman, among: plausible) { women.append(woman) }
            guard looked < Self.mostAttempts * (women.count + 10) else {
                throw BaselineError(
                    description: "\(baseline.name): of \(looked) plausible women \(women.count) lie within its limits; "
                        + "expected at least one in \(Self.mostAttempts).")
            }
        }
        let features = Features(baseline.targets, women, among: plausible)
        let values = women.map { features.values(of: $0, among: plausible) }
        let balance = EntropyBalance(values)
        if let (place, miss) = balance.misses.enumerated().max(by: { abs($0.element) < abs($1.element) }),
            abs(miss) > Self.largestMiss
        {
            throw BaselineError(
                description: "\(baseline.name): no choice among plausible women has the published "
                    + "\(features.name(of: place)); nearest is off by \(abs(miss)) standard deviations.")
        }
        guard balance.effectiveSize > Self.leastEffective * Double(women.count) else {
            throw BaselineError(
                description:
                    "\(baseline.name): plausible women are so unlike its women that \(women.count) tell as much "
                    + "as \(Int(balance.effectiveSize)) would; expected at least \(Int(Self.leastEffective * Double(women.count)))."
            )
        }
        self.baseline = baseline
        designSize = women.count
        effectiveSize = balance.effectiveSize
        self.plausible = plausible
        self.features = features
        self.balance = balance
        top = values.map(balance.logarithm).max() ?? 0
    }

    /// How a characteristic is with a woman of this selection; one or zero for what she has or has not.
    public func value(_ characteristic: Characteristic, of woman: VirtualWoman) -> Double {
        guard let plausible = woman.plausible else { return .nan }
        return characteristic.value(of: plausible, among: self.plausible)
    }

    /// The accepted woman of a number, and how many were drawn for her.
    func woman(seed: UInt64, number: UInt32) -> (PlausibleWoman, drawn: Int) {
        var attempt = 0
        while true {
            let woman = plausible.woman(seed: seed, number: number, attempt: attempt)
            attempt += 1
            guard baseline.admits(woman, among: plausible) else { continue }
            var generator = CounterBasedGenerator(seed: seed, woman: number, purpose: "accepted \(attempt)")
            let logarithm = balance.logarithm(features.values(of: woman, among: plausible)) - top
            if log(generator.uniform()) < logarithm { return (woman, attempt) }
        }
    }
}

extension Baseline {
    /// Whether a woman lies within all limits.
    fileprivate func admits(_ woman: PlausibleWoman, among women: PlausibleWomen) -> Bool {
        limits.allSatisfy { $0.range.contains($0.characteristic.value(of: woman, among: women)) }
    }
}

/// What is balanced: for each target a mean, and where a standard deviation was published a square.
private struct Features: Sendable {
    private struct Feature: Sendable {
        let target: Baseline.Target
        let isSquare: Bool
        let scale: Double
    }

    private let list: [Feature]

    init(_ targets: [Baseline.Target], _ women: [PlausibleWoman], among plausible: PlausibleWomen) {
        list = targets.flatMap { target -> [Feature] in
            guard target.band == nil, !target.characteristic.isShare else {
                return [Feature(target: target, isSquare: false, scale: 1)]
            }
            if let deviation = target.deviation {
                return [false, true].map { Feature(target: target, isSquare: $0, scale: deviation) }
            }
            let values = women.map { target.characteristic.value(of: $0, among: plausible) }
            let mean = values.reduce(0, +) / Double(values.count)
            let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
            return [Feature(target: target, isSquare: false, scale: variance.squareRoot())]
        }
    }

    /// The features of a woman less what is wanted of their means.
    func values(of woman: PlausibleWoman, among plausible: PlausibleWomen) -> [Double] {
        list.map { feature in
            let value = feature.target.characteristic.value(of: woman, among: plausible)
            if let band = feature.target.band { return (band.contains(value) ? 1 : 0) - feature.target.mean }
            let distance = (value - feature.target.mean) / feature.scale
            return feature.isSquare ? distance * distance - 1 : distance
        }
    }

    func name(of place: Int) -> String {
        let feature = list[place]
        let kind = feature.isSquare ? "standard deviation" : feature.target.band == nil ? "mean" : "share of a band"
        return "\(kind) of \(feature.target.characteristic.title) (\(feature.target.evidence))"
    }
}
