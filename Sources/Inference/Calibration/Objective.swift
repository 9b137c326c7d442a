import Exchange
import Foundation

/// What a published row asks of a simulation.
struct FitTerm: Sendable {
    let observed: Double
    /// Standard deviation by which a misfit counts.
    let deviation: Double
    /// The largest misfit that still counts as close; nil where there is none.
    let tolerance: Double?
    /// The published 95 % interval, within which no misfit is too large.
    let interval: ClosedRange<Double>?
}

/// A sum of robust squares of misfits, and of the parameters' distances from their priors.
///
/// It is minus twice the logarithm of a posterior density: one more is one standard deviation away. Positions are
/// natural logarithms of parameters over the centres of their priors.
struct Objective: Sendable {
    let terms: [FitTerm]
    /// Standard deviations of the priors.
    let widths: [Double]
    let robustness: CalibrationPlan.Robustness
    /// What is added to each observed value; none for the fit itself.
    var noise: [Double]
    /// Where the priors are centred; zero for the fit itself.
    var priorCentre: [Double]

    init(_ terms: [FitTerm], widths: [Double], robustness: CalibrationPlan.Robustness) {
        self.terms = terms
        self.widths = widths
        self.robustness = robustness
        noise = terms.map { _ in 0 }
        priorCentre = widths.map { _ in 0 }
    }

    /// - Parameter simulated: what each row comes to.
    func value(_ simulated: [Double], at position: [Double]) -> Double {
        zip(terms.indices, simulated).reduce(prior(position)) { sum, row in
            parts(row.0, row.1).reduce(sum) { $0 + $1.square.value }
        }
    }

    /// The priors' share.
    func prior(_ position: [Double]) -> Double {
        position.indices.reduce(0) { sum, index in
            let score = (position[index] - priorCentre[index]) / widths[index]
            return sum + score * score
        }
    }

    /// The share of one parameter's prior.
    func prior(_ index: Int, at distance: Double) -> Double {
        let score = (distance - priorCentre[index]) / widths[index]
        return score * score
    }

    /// Its quadratic model.
    ///
    /// - Parameter slopes: for each row, derivatives to the positions.
    func quadratic(_ simulated: [Double], slopes: [[Double]], at position: [Double]) -> Quadratic {
        var quadratic = Quadratic(count: position.count)
        for row in terms.indices {
            for part in parts(row, simulated[row]) { quadratic.add(part.square, width: part.width, slopes: slopes[row]) }
        }
        for (index, distance) in position.enumerated() {
            quadratic.add((distance - priorCentre[index]) / widths[index], width: widths[index], at: index)
        }
        return quadratic
    }

    /// The misfit of a row, and beyond its tolerance the excess; each as a robust square and the width that counts as one.
    ///
    /// Interval and tolerance go with the row when it is moved: what is refitted is what other data would have asked for.
    private func parts(_ row: Int, _ simulated: Double) -> [(square: RobustSquare, width: Double)] {
        let term = terms[row]
        let misfit = simulated - noise[row] - term.observed
        let square = RobustSquare(misfit / term.deviation, limit: robustness.misfit)
        guard let tolerance = term.tolerance, term.interval?.contains(simulated - noise[row]) != true,
            abs(misfit) > robustness.grace * tolerance
        else { return [(square, term.deviation)] }
        let beyond = abs(misfit) - robustness.grace * tolerance
        let width = 0.1 * tolerance
        let excess = RobustSquare((misfit < 0 ? -beyond : beyond) / width, limit: robustness.excess)
        return [(square, term.deviation), (excess, width)]
    }
}

/// Huber's loss: a square that grows linearly beyond a limit (Huber PJ, Ann Math Stat 1964;35:73, doi
/// 10.1214/aoms/1177703732).
struct RobustSquare {
    let score: Double
    let value: Double
    /// Share of the square's slope and curvature that is left.
    let weight: Double

    init(_ score: Double, limit: Double) {
        self.score = score
        let size = abs(score)
        value = size > limit ? limit * (2 * size - limit) : score * score
        weight = size > limit ? limit / size : 1
    }
}
