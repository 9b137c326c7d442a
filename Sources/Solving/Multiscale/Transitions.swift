import Modeling

/// The matrices that move a batch's linear kinetics through lengths of time, for one set of constants.
///
/// A class because it owns machines and remembers matrices: the same lengths come back every day.
final class Transitions {
    private let kinetics: Kinetics
    private let shape: LaneShape
    private let rateMachine: LaneMachine
    private let exponentialMachine: LaneMachine
    private let squareMachine: LaneMachine
    private let applyMachine: LaneMachine
    private var largestRate = 0.0
    private var known: [Double: LaneRows] = [:]
    /// Entries of the rate matrix, then inflows.
    private(set) var rates: LaneRows

    /// The series is used up to this product of rate and time; longer times are reached by squaring.
    private static let largestStep = 0.25
    private static let mostSquarings = 60

    init(_ kinetics: Kinetics, _ shape: LaneShape) {
        self.kinetics = kinetics
        self.shape = shape
        rateMachine = LaneMachine(kinetics.rates, shape)
        exponentialMachine = LaneMachine(kinetics.exponential, shape)
        squareMachine = LaneMachine(kinetics.square, shape)
        applyMachine = LaneMachine(kinetics.apply, shape)
        rates = LaneRows(kinetics.rates.program.results.count, shape)
    }

    /// Takes new values of the system's constants.
    func load(constants: LaneRows) {
        rateMachine.set(EquationSystem.constantGroup, to: constants)
        rateMachine.prepare()
        rateMachine.run()
        let before = rates.values
        rates = rateMachine.results(0..<rates.count)
        guard rates.values != before else { return }
        known = [:]
        exponentialMachine.set(Kinetics.ratesGroup, to: rates)
        largestRate = kinetics.diagonal.reduce(0) { largest, row in
            shape.valueLanes.reduce(largest) { max($0, abs(rates[row, $1])) }
        }
    }

    /// Whether nothing flows in from outside.
    var areClosed: Bool { rates.values.suffix(kinetics.count * shape.width).allSatisfy { $0 == 0 } }

    /// The matrix that moves the states through a length of time.
    func over(_ time: Double) -> LaneRows {
        if let found = known[time] { return found }
        var squarings = 0
        var short = time
        while largestRate * short > Self.largestStep, squarings < Self.mostSquarings {
            short /= 2
            squarings += 1
        }
        exponentialMachine.set(Kinetics.timeGroup, to: short)
        exponentialMachine.run()
        var matrix = exponentialMachine.results(0..<kinetics.places.count)
        for _ in 0..<squarings { matrix = squared(matrix) }
        known[time] = matrix
        return matrix
    }

    /// The matrix that moves the states through twice the time.
    func squared(_ matrix: LaneRows) -> LaneRows {
        squareMachine.set(Kinetics.matrixGroup, to: matrix)
        squareMachine.run()
        return squareMachine.results(0..<kinetics.places.count)
    }

    /// The states after a length of time.
    func moved(_ states: LaneRows, over time: Double) -> LaneRows {
        applyMachine.set(Kinetics.matrixGroup, to: over(time))
        applyMachine.set(Kinetics.stateGroup, to: states)
        applyMachine.run()
        return applyMachine.results(0..<kinetics.count)
    }
}
