@testable import Inference

/// Rows that are linear in the parameters, of which fits are known in closed form.
struct LinearRows: Predictor {
    /// For each row, its slopes.
    let slopes: [[Double]]

    func rows(_ position: [Double]) -> [Double] { slopes.map { zip($0, position).reduce(0) { $0 + $1.0 * $1.1 } } }

    func derivatives(at position: [Double]) async throws -> Prediction {
        Prediction(values: rows(position), slopes: slopes)
    }

    func values(at positions: [[Double]]) async throws -> [[Double]?] { positions.map(rows) }
}

/// Rows that bend, with derivatives, for searches that are not over in one step.
struct CurvedRows: Predictor {
    func derivatives(at position: [Double]) async throws -> Prediction {
        let (a, b) = (position[0], position[1])
        // Rosenbrock's valley as two rows.
        return Prediction(values: [1 - a, 10 * (b - a * a)], slopes: [[-1, 0], [-20 * a, 10]])
    }

    func values(at positions: [[Double]]) async throws -> [[Double]?] {
        var rows: [[Double]?] = []
        for position in positions { rows.append(try await derivatives(at: position).values) }
        return rows
    }
}
