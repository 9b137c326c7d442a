import Exchange
import Modeling
import Solving
import Symbolics

/// One woman's numbers: what a solver needs to bring her from rest to time zero, and on from there.
public struct WomanProblem: Sendable {
    let compiled: CompiledModel
    /// When her history begins, in days since time zero.
    let start: Double
    let horizon: Double
    private let woman: Woman
    private let controls: ControlValues
    /// In base units and the model's order.
    public let parameters: [Double]
    /// What happens to all women of a scenario, doses and devices among it, in time order.
    let therapy: [Event]
    /// Whether her doses arrive when they arrive by the model's own lags.
    let sharesTherapy: Bool
    /// What happens to her alone, as the removal of her ovaries, in time order.
    let own: [Event]

    init(
        _ compiled: CompiledModel, timeline: Timeline, woman: Woman, parameters: [Double], held: [String: Double] = [:],
        therapy: [Event], sharesTherapy: Bool, horizon: Double
    ) {
        self.compiled = compiled
        self.woman = woman
        self.parameters = parameters
        self.therapy = therapy
        self.sharesTherapy = sharesTherapy
        self.horizon = horizon
        start = timeline.start
        own = timeline.own.events { _ in 0 }
        var controls = ControlValues(compiled)
        for (name, value) in timeline.traits { controls[name] = value }
        // A hypothesis about a medicine that is not taken has nothing to act on.
        for control in timeline.switchedOn where controls.hold(control) { controls[control] = 1 }
        for control in compiled.model.controls {
            if let value = held[control.name] { controls[control.name] = value * control.unit.factor }
        }
        self.controls = controls
    }

    /// Of all her life, in time order.
    public var events: [Event] { own.isEmpty ? therapy : (own + therapy).sorted { $0.time < $1.time } }

    /// Those of her history, in time order.
    var earlierEvents: [Event] {
        (own.prefix { $0.time < 0 } + therapy.prefix { $0.time < 0 }).sorted { $0.time < $1.time }
    }

    /// What happens to her alone from time zero on.
    var laterOwn: [Event] { own.drop { $0.time < 0 }.map { $0 } }

    /// The value of a parameter or control at her start, in its own unit; nil if there is none of that name.
    public func value(of name: String) -> Double? {
        if let index = compiled.model.parameters.firstIndex(where: { $0.name == name }) {
            return parameters[index] / compiled.model.parameters[index].unit.factor
        }
        return compiled.model.controls.firstIndex { $0.name == name }
            .map { controls.values[$0] / compiled.model.controls[$0].unit.factor }
    }

    /// In base units and the model's order, at her start.
    var startingControls: [Double] { controls.values }

    /// From her resting start to time zero. Its densities are those usual for a woman like her.
    public var history: InitialValueProblem {
        InitialValueProblem(
            compiled, parameters: parameters, controls: controls.values,
            initialState: compiled.restingState(parameters: parameters), span: start...0, events: events)
    }

    /// From time zero to the end, once her history is known at time zero.
    ///
    /// - Parameter history: with a sample at time zero, from which densities are scaled to those she starts with.
    public func future(after history: Trajectory) -> InitialValueProblem {
        var controls = controls
        for (name, value) in changesBeforeTimeZero { controls[name] = value }
        for (name, output, wanted) in startingDensities {
            controls[name] = wanted / (history[output]?.last ?? .nan)
        }
        return InitialValueProblem(
            compiled, parameters: parameters, controls: controls.values, initialState: history.finalState,
            span: 0...horizon, events: events)
    }

    /// Controls that her history has changed, in the order in which it did.
    var changesBeforeTimeZero: [(control: String, value: Double)] {
        earlierEvents.flatMap { event in
            event.actions.compactMap { action in
                if case .set(let control, let value) = action { (control, value) } else { nil }
            }
        }
    }

    /// For each site whose density she starts with is known: the control that scales it, its output, and the density in
    /// the output's unit.
    var startingDensities: [(control: String, output: String, density: Double)] {
        woman.density.sorted { $0.key.rawValue < $1.key.rawValue }.map { site, density in
            ("skeleton.\(site.rawValue).densityScale", "density.\(site.rawValue)", site.gramsOrT(density))
        }
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

    /// Whether the model declares the control.
    func hold(_ name: String) -> Bool { index[name] != nil }

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
