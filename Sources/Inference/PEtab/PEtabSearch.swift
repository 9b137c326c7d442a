import Exchange
import Foundation
import Populations
import Trials

/// A search for the most likely parameters of a problem.
struct PEtabSearch: Sendable {
    private let simulator: PEtabSimulator
    private let parameters: [PEtabParameter]
    private let scales: [PEtabParameter.Scale]
    private let lower: [Double]
    private let upper: [Double]

    /// A step that is expected to gain less, in twice the logarithm, ends a search.
    private static let leastGain = 1e-7
    /// No parameter moves further at once than this share of the way between its bounds.
    private static let farthest = 0.25
    /// Differences over this share of a parameter, or of the way between its bounds where that is less: the cube root
    /// of the simulations' error is best for central ones.
    private static let difference = 1e-3

    init(_ simulator: PEtabSimulator) {
        self.simulator = simulator
        parameters = simulator.problem.estimated
        scales = parameters.map { parameter in
            guard simulator.problem.version == 2 else { return parameter.scale }
            // Version 2 has no scales: what may vary over two orders of magnitude is moved in proportion.
            return parameter.bounds.lowerBound > 0 && parameter.bounds.upperBound >= 100 * parameter.bounds.lowerBound
                ? .log : .lin
        }
        lower = zip(parameters, scales).map { $1.transformed($0.bounds.lowerBound) }
        upper = zip(parameters, scales).map { $1.transformed($0.bounds.upperBound) }
    }

    func position(of values: [String: Double]) -> [Double] {
        parameters.indices.map { clamped(scales[$0].transformed(values[parameters[$0].id] ?? .nan), $0) }
    }

    private func clamped(_ x: Double, _ index: Int) -> Double { min(upper[index], max(lower[index], x)) }

    private func values(at position: [Double]) -> [String: Double] {
        var values = simulator.problem.nominalValues
        for (index, x) in position.enumerated() { values[parameters[index].id] = scales[index].restored(x) }
        return values
    }

    /// Where a search begins: the nominal values, or a place between the bounds; bounds that are none are taken as one
    /// to each side of the nominal value.
    func start(_ number: Int, seed: UInt64, attempt: Int = 0) -> [Double] {
        parameters.indices.map { index in
            let nominal = parameters[index].nominalValue.map { scales[index].transformed($0) }
            if number == 0, let nominal { return clamped(nominal, index) }
            let low = lower[index].isFinite ? lower[index] : min(nominal ?? 0, upper[index]) - 1
            let high = upper[index].isFinite ? upper[index] : max(nominal ?? 0, low) + 1
            var generator = CounterBasedGenerator(
                seed: seed, woman: UInt32(number), purpose: "start \(attempt) of a PEtab fit, \(parameters[index].id)")
            return low + generator.uniform() * (high - low)
        }
    }

    /// Climbs from a place.
    func run(
        from start: [Double], number: Int, steps: Int, report: (Int, Double) -> Void
    ) async throws -> PEtabFit.Start {
        var position = start
        func end(_ value: Double?, _ step: Int, _ isConverged: Bool, _ failure: String? = nil) -> PEtabFit.Start {
            .init(
                number: number, values: values(at: position), logPosterior: value, steps: step,
                isConverged: isConverged,
                failure: failure)
        }
        var value: Double
        do { value = try logPosterior(at: position) } catch is CancellationError { throw CancellationError() } catch {
            return end(nil, 0, false, "\(error)")
        }
        guard value.isFinite else { return end(nil, 0, false, "the likelihood of the start is zero") }
        var damping = 1e-2
        report(0, value)
        var model = try await quadratic(at: position)
        for step in 1...max(1, steps) {
            try Task.checkCancellation()
            guard damping < 1e8, let (direction, gain) = model.step(damping: damping) else {
                return end(value, step - 1, true)
            }
            if gain < Self.leastGain { return end(value, step - 1, true) }
            let candidate = position.indices.map { index -> Double in
                let range = upper[index] - lower[index]
                let longest = range.isFinite ? Self.farthest * range : max(1, abs(position[index]))
                return clamped(position[index] + max(-longest, min(longest, direction[index])), index)
            }
            let reached: Double?
            do { reached = try logPosterior(at: candidate) } catch is CancellationError {
                throw CancellationError()
            } catch {
                // What cannot be simulated is too far.
                reached = nil
            }
            if let reached, reached > value {
                (position, value) = (candidate, reached)
                damping = max(1e-8, damping / 5)
                report(step, value)
                model = try await quadratic(at: position)
            } else {
                damping *= 4
            }
        }
        return end(value, steps, false)
    }

    private func logPosterior(at position: [Double]) throws -> Double {
        let simulation = try simulator.simulation(values(at: position))
        return simulation.logLikelihood + simulation.logPrior
    }

    /// Standard deviations on the scales of estimation.
    func deviations(at position: [Double]) async throws -> [Double?] {
        let model = try await quadratic(at: position)
        let spreads = model.quadratic.spreads
        var result: [Double?] = position.map { _ in nil }
        for (place, index) in model.free.enumerated() { result[index] = spreads[place] }
        return result
    }

    /// Half the slope and curvature of minus twice the logarithm of the posterior, over what a bound does not hold.
    private struct Model {
        let count: Int
        let free: [Int]
        let quadratic: Quadratic

        func step(damping: Double) -> (direction: [Double], gain: Double)? {
            guard !free.isEmpty, let (step, gain) = quadratic.step(damping: damping) else { return nil }
            var direction = Array(repeating: 0.0, count: count)
            for (place, index) in free.enumerated() { direction[index] = step[place] }
            return (direction, gain)
        }
    }

    private func quadratic(at position: [Double]) async throws -> Model {
        let centre = try simulator.simulation(values(at: position))
        let (simulations, noises) = try await slopes(at: position, centre)
        func quadratic(_ indices: [Int]) -> Quadratic {
            var quadratic = Quadratic(count: indices.count)
            for (row, residual) in centre.residuals.enumerated() {
                let noise = centre.noise[row]
                let isLaplace =
                    simulator.problem.observables[simulator.problem.measurements[row].observable].distribution
                    == .laplace
                let score = isLaplace ? (residual < 0 ? -1.0 : residual > 0 ? 1 : 0) : residual
                quadratic.add(
                    RobustSquare(score, limit: .infinity), width: noise, slopes: indices.map { simulations[$0][row] })
                // The noise itself: its score is (1 - r²)/σ, or (1 - |r|)/b, and the information about it 2/σ², or 1/b².
                let information = isLaplace ? 1.0 : 2.0
                let excess = (1 - (isLaplace ? abs(residual) : residual * residual)) / information.squareRoot()
                quadratic.add(
                    RobustSquare(excess, limit: .infinity), width: noise / information.squareRoot(),
                    slopes: indices.map { noises[$0][row] })
            }
            for (place, index) in indices.enumerated() {
                guard let (slope, curvature) = prior(index, at: position[index]) else { continue }
                let width = 1 / max(curvature, 1e-12).squareRoot()
                quadratic.add(slope * width, width: width, at: place)
            }
            return quadratic
        }
        // What a bound holds and would be moved beyond it stays.
        let all = quadratic(Array(parameters.indices))
        let free = parameters.indices.filter { index in
            let isHeld =
                (position[index] <= lower[index] && all.slope[index] > 0)
                || (position[index] >= upper[index] && all.slope[index] < 0)
            return !isHeld && lower[index] < upper[index] && all.curvature[index][index] > 0
        }
        return Model(count: position.count, free: free, quadratic: quadratic(free))
    }

    /// Slope and curvature of minus the logarithm of a prior, on the scale of estimation.
    private func prior(_ index: Int, at x: Double) -> (slope: Double, curvature: Double)? {
        guard let prior = parameters[index].prior, prior.distribution != .uniform else { return nil }
        let h = step(index, at: x)
        let values = [-h, 0, h].map { -prior.logDensity(at: scales[index].restored(clamped(x + $0, index))) }
        guard values.allSatisfy(\.isFinite), x - h >= lower[index], x + h <= upper[index] else { return nil }
        return ((values[2] - values[0]) / (2 * h), max(0, (values[2] - 2 * values[1] + values[0]) / (h * h)))
    }

    private func step(_ index: Int, at x: Double) -> Double {
        let range = upper[index] - lower[index]
        let size = scales[index] == .lin ? max(abs(x), range.isFinite ? 1e-3 * range : 1e-3) : 1
        return min(Self.difference * size, range.isFinite ? 1e-2 * range : .infinity)
    }

    /// Derivatives of simulations, after the transformation, and of noises to each position.
    private func slopes(at position: [Double], _ centre: PEtabSimulation) async throws -> (
        simulations: [[Double]], noises: [[Double]]
    ) {
        let problem = simulator.problem
        let transformations = problem.measurements.map { problem.observables[$0.observable].transformation }
        @Sendable func transformed(_ simulation: PEtabSimulation) -> [Double] {
            zip(transformations, simulation.simulated).map { $0.applied($1) }
        }
        let found = try await concurrently(Array(position.indices)) {
            index -> (simulations: [Double], noises: [Double]) in
            let h = step(index, at: position[index])
            let ends = [-h, h].map { clamped(position[index] + $0, index) }
            // A side that cannot be simulated is replaced by the place itself.
            let sides = try ends.map { x -> (x: Double, simulation: PEtabSimulation) in
                var moved = position
                moved[index] = x
                do { return (x, try simulator.simulation(values(at: moved))) } catch is CancellationError {
                    throw CancellationError()
                } catch { return (position[index], centre) }
            }
            let width = sides[1].x - sides[0].x
            guard width > 0 else {
                let none = problem.measurements.map { _ in 0.0 }
                return (none, none)
            }
            func slope(_ a: [Double], _ b: [Double]) -> [Double] { zip(a, b).map { ($1 - $0) / width } }
            return (
                slope(transformed(sides[0].simulation), transformed(sides[1].simulation)),
                slope(sides[0].simulation.noise, sides[1].simulation.noise)
            )
        }
        return (found.map(\.simulations), found.map(\.noises))
    }
}
