import Modeling

/// Finds the states to which one round of a regimen returns: the steady state, as a root and not as the end of many doses.
///
/// The root of Φ(x) − x, where Φ integrates one round, is found by Newton's method; each step is solved by GMRES, for
/// which products with the Jacobian are differences of two rounds. Only what has not been forgotten within a round costs a
/// product, so that a dozen rounds are usual. What a model conserves stays as it is, because corrections are sums of what rounds
/// change. Knoll DA, Keyes DE. J Comput Phys 2004;193:357, doi 10.1016/j.jcp.2003.08.010.
struct PeriodicState {
    private let compiled: CompiledModel
    private let parameters: [Double]
    private let controls: [Double]
    private let time: Double
    private let regimen: SteadyRegimen
    /// Positions of the states that take part.
    private let taking: [Int]
    private let frozen: Set<Int>
    private let scales: [Double]

    /// The last correction of every state is below this share of its size: how far the result is from the steady state.
    static let tolerance = 1e-7
    /// Much less than that, because what one round is wrong by adds up over as many as a slow state remembers.
    private static let integration = Tolerances(relative: 1e-11, absoluteShare: 1e-14)
    /// By how much states are moved to see how rounds answer, as a share of their size: far above a round's error, which would
    /// let what is conserved drift; curvature then leaves a thousandth of each correction to the next one.
    private static let perturbation = 1e-3
    private static let mostCorrections = 15
    /// Of a correction that leads to where no round can be integrated.
    private static let mostHalvings = 12
    /// How much of the residual a correction leaves.
    private static let forcing = 1e-6

    /// - Parameters: values in base units and the model's order, at a time in days.
    init(
        _ compiled: CompiledModel, parameters: [Double], controls: [Double], at time: Double, _ regimen: SteadyRegimen
    ) {
        self.compiled = compiled
        self.parameters = parameters
        self.time = time
        self.regimen = regimen
        let model = compiled.model
        var silenced = controls
        for (index, control) in model.controls.enumerated() where regimen.silenced.contains(control.name) {
            silenced[index] = 0
        }
        self.controls = silenced
        let all = Array(model.states.indices)
        taking = all.filter { index in regimen.states?.contains(model.states[index].name) ?? true }
        frozen = Set(all).subtracting(taking)
        scales = compiled.equations.scales
    }

    /// The states at the beginning of a round, found from given ones; those that take no part are as given.
    ///
    /// - Throws: `SolverError` naming the state that does not come to rest.
    func states(from present: [Double]) throws -> [Double] {
        let steady = try root(from: present)
        guard regimen.isAdded else { return steady }
        // What the regimen brings: over what there would be without it.
        let without = try PeriodicState(
            compiled, parameters: parameters, controls: controls, at: time, regimen.empty
        ).root(from: present)
        return present.indices.map { present[$0] + steady[$0] - without[$0] }
    }

    private func root(from present: [Double]) throws -> [Double] {
        // Nothing is known yet of how large states become; two rounds tell.
        var x = try round(try round(present))
        var restless: Int?
        for _ in 0..<Self.mostCorrections {
            let after = try round(x)
            let sizes = taking.map { max(abs(x[$0]), abs(after[$0]), Self.smallest * scales[$0]) }
            let residual = zip(taking, sizes).map { (after[$0] - x[$0]) / $1 }
            let (correction, left) = try GMRES.solve(residual, tolerance: Self.forcing) { direction in
                // (I − Φ′) v by a difference of rounds.
                let length = max(direction.map(abs).max() ?? 0, .leastNormalMagnitude)
                let step = Self.perturbation / length
                var moved = x
                for (place, index) in taking.enumerated() { moved[index] += step * direction[place] * sizes[place] }
                let answer = try round(moved)
                return taking.indices.map { place in
                    direction[place] - (answer[taking[place]] - after[taking[place]]) / (step * sizes[place])
                }
            }
            x = try applied(correction, sizes, to: x)
            // A small correction tells nothing where none could undo what a round changes.
            let isSolved = left <= Self.solved || (residual.map(abs).max() ?? 0) <= Self.noise
            if isSolved, (correction.map(abs).max() ?? 0) <= Self.tolerance { return x }
            // What no correction undoes, or else what it moves most.
            let moving = left > Self.solved ? residual : correction
            restless = taking.indices.max { abs(moving[$0]) < abs(moving[$1]) }.map { taking[$0] }
        }
        throw SolverError(
            time: time, state: restless.map { compiled.model.states[$0].name },
            reason: "the regimen has no steady state that could be found")
    }

    /// The share of what a round changes that a correction may leave.
    private static let solved = 1e-3
    /// What a round may change, as a share of each state, because it is not integrated more exactly.
    private static let noise = 1e-9

    /// Below this share of its scale a state counts as nothing.
    private static let smallest = 1e-9

    /// States after a correction, or a part of it where the whole leads to where nothing can be integrated.
    private func applied(_ correction: [Double], _ sizes: [Double], to x: [Double]) throws -> [Double] {
        var share = 1.0
        var failure: (any Error)?
        for _ in 0..<Self.mostHalvings {
            var moved = x
            for (place, index) in taking.enumerated() { moved[index] += share * correction[place] * sizes[place] }
            do {
                if try round(moved).allSatisfy(\.isFinite) { return moved }
            } catch {
                failure = error
            }
            share /= 2
        }
        throw failure ?? SolverError(time: time, state: nil, reason: "the regimen has no steady state that could be found")
    }

    /// The states after one round.
    private func round(_ states: [Double]) throws -> [Double] {
        var problem = InitialValueProblem(
            compiled, parameters: parameters, controls: controls, initialState: states,
            span: time...(time + regimen.period), events: regimen.round(from: time))
        problem.frozen = frozen
        return try CVODES(tolerances: Self.integration).solve(problem, samples: []).finalState
    }
}
