import Exchange
import Modeling
import Solving
import Symbolics

/// One woman's numbers: what a solver needs to bring her from rest to time zero, and on from there.
public struct WomanProblem: Sendable {
    private let compiled: CompiledModel
    private let timeline: Timeline
    private let woman: Woman
    private let horizon: Double
    private let controls: ControlValues
    /// In base units and the model's order.
    public let parameters: [Double]
    /// Of all her life, in time order.
    public let events: [Event]

    init(
        _ compiled: CompiledModel, timeline: Timeline, woman: Woman, parameters: [Double], horizon: Double
    ) throws {
        self.compiled = compiled
        self.timeline = timeline
        self.woman = woman
        self.parameters = parameters
        self.horizon = horizon
        events = try timeline.schedule.events(lag: CompiledDoses(compiled, parameters: parameters).lag)
        var controls = ControlValues(compiled)
        for (name, value) in timeline.traits { controls[name] = value }
        self.controls = controls
    }

    /// From her resting start to time zero. Its densities are those usual for a woman like her.
    public var history: InitialValueProblem {
        InitialValueProblem(
            compiled, parameters: parameters, controls: controls.values,
            initialState: compiled.restingState(parameters: parameters), span: timeline.start...0, events: events)
    }

    /// From time zero to the end, once her history is known at time zero.
    ///
    /// - Parameter history: with a sample at time zero, from which densities are scaled to those she starts with.
    public func future(after history: Trajectory) -> InitialValueProblem {
        var controls = controls
        for event in events where event.time < 0 {
            for case .set(let control, let value) in event.actions { controls[control] = value }
        }
        for (site, density) in woman.density {
            let usual = history["density.\(site.rawValue)"]?.last ?? .nan
            controls["skeleton.\(site.rawValue).densityScale"] = site.gramsOrT(density) / usual
        }
        return InitialValueProblem(
            compiled, parameters: parameters, controls: controls.values, initialState: history.finalState,
            span: 0...horizon, events: events)
    }
}

/// The values of a model's controls, by name, in base units.
private struct ControlValues {
    private(set) var values: [Double]
    private let index: [String: Int]

    init(_ compiled: CompiledModel) {
        values = compiled.controlValues
        index = Dictionary(uniqueKeysWithValues: compiled.model.controls.enumerated().map { ($1.name, $0) })
    }

    /// - Precondition: the model declares the control.
    subscript(name: String) -> Double {
        get { values[slot(name)] }
        set { values[slot(name)] = newValue }
    }

    private func slot(_ name: String) -> Int {
        guard let slot = index[name] else { preconditionFailure("'\(name)' is no control of the model") }
        return slot
    }
}

extension SkeletalSite {
    /// A starting density in the site's unit.
    fileprivate func gramsOrT(_ density: StartingDensity) -> Double {
        switch density {
        case .tScore(let score): return reference.mean + score * reference.spread
        case .measured(let quantity): return quantity.value(in: unit) ?? .nan
        }
    }
}
