import Populations
import Trials

/// What is kept of drawn women once they are written: sums for every characteristic and every published share.
public struct PopulationTally: Sendable, Codable {
    private var characteristics = RunningMoments(quantities: Characteristic.allCases.count)
    private var targets: RunningMoments
    /// How many plausible women were drawn for those accepted.
    public private(set) var drawn = 0
    /// How many were accepted.
    public private(set) var women = 0

    init(targets count: Int) { targets = RunningMoments(quantities: count) }

    mutating func add(_ woman: VirtualWoman, of selection: Selection) {
        characteristics.add(Characteristic.allCases.map { selection.value($0, of: woman) })
        targets.add(
            selection.baseline.targets.map { target in
                let value = selection.value(target.characteristic, of: woman)
                return target.band.map { $0.contains(value) ? 1 : 0 } ?? value
            })
        drawn += woman.drawn
        women += 1
    }

    /// Mean and standard deviation of a characteristic.
    public func moments(_ characteristic: Characteristic) -> (mean: Double, deviation: Double) {
        let place = Characteristic.allCases.firstIndex(of: characteristic) ?? 0
        return (characteristics.mean(place), characteristics.standardDeviation(place))
    }

    /// Mean and standard deviation of a target, by its place in the baseline.
    public func moments(target: Int) -> (mean: Double, deviation: Double) {
        (targets.mean(target), targets.standardDeviation(target))
    }
}
