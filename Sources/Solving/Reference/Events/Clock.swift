import Modeling
import Symbolics

/// Comparisons of which time decides at an even pace, such as `time >= 5`: they change when they can be foretold to.
struct Clock {
    private let places: [Int]
    private let machine: Evaluator

    init(_ compiled: CompiledModel, _ discontinuities: [Discontinuity]) {
        let rates = compiled.equations.rates
        let states = compiled.model.states
        let moving = Set(states.indices.filter { rates[$0].constantValue != 0 }.map { states[$0].symbol })
            .union(compiled.model.delayedQuantities.map(\.symbol))
        var differentiator = Differentiator(to: .time)
        var places: [Int] = []
        var slopes: [Expression] = []
        for (place, discontinuity) in discontinuities.enumerated() where discontinuity.kind != .floor {
            let slope = differentiator.derivative(of: discontinuity.quantity)
            guard slope.constantValue != 0, !discontinuity.movesWithTimeUnevenly,
                !discontinuity.quantity.symbols.contains(where: moving.contains)
            else { continue }
            places.append(place)
            slopes.append(slope)
        }
        self.places = places
        machine = Evaluator(compiled, compiled.program(for: slopes), nil)
    }

    func load(controls: [Double], parameters: [Double]) {
        machine.load(controls: controls, parameters: parameters)
    }

    /// When the next of them changes, or now if one is just at its bound; infinity if none does.
    ///
    /// - Parameters:
    ///   - quantities: the present values of all discontinuities, in their order.
    ///   - categories: where they stand.
    func next(after time: Double, _ states: [Double], _ quantities: [Double], _ categories: [Double]) -> Double {
        guard !places.isEmpty else { return .infinity }
        var slopes = places.map { _ in 0.0 }
        machine.evaluate(time: time, states: states, into: &slopes)
        return zip(places, slopes).reduce(.infinity) { next, pair in
            let (place, slope) = pair
            guard slope != 0, slope.isFinite else { return next }
            if categories[place] == 0 { return min(next, time) }
            let change = time - quantities[place] / slope
            return change > time ? min(next, change) : next
        }
    }
}

extension Discontinuity {
    /// Whether its quantity changes with time itself other than in proportion.
    var movesWithTimeUnevenly: Bool {
        var differentiator = Differentiator(to: .time)
        return differentiator.derivative(of: quantity).symbols.contains(.time) || quantity.roundsTime
    }
}

extension Expression {
    /// Whether time is rounded or compared within, which no derivative shows.
    fileprivate var roundsTime: Bool {
        switch node {
        case .constant, .symbol: return false
        case .unary(.floor, let x): return x.symbols.contains(.time)
        case .unary(_, let x): return x.roundsTime
        case .binary(.less, let a, let b), .binary(.lessOrEqual, let a, let b), .binary(.equal, let a, let b):
            return (a - b).symbols.contains(.time)
        case .binary(_, let a, let b): return a.roundsTime || b.roundsTime
        case .select(let condition, let then, let otherwise):
            return condition.symbols.contains(.time) || then.roundsTime || otherwise.roundsTime
        }
    }
}
