import Modeling
import Symbolics

/// Programs for the closed form of linear kinetics: matrix exponentials over the pattern of places that can be nonzero.
///
/// The state is extended by a constant one, whose column carries steady inflows, so that one matrix moves a state
/// through a stretch of time, and its square through two.
struct Kinetics: Sendable {
    let count: Int
    /// Rows and columns of a transition matrix that can be nonzero, row by row; column `count` is the constant one.
    let places: [Place]
    /// Entries of the rate matrix, then inflows, from the system's constants.
    let rates: LaneProgram
    /// The transition over a short time, by Taylor's series, from the rates and that time.
    let exponential: LaneProgram
    /// The transition over twice the time.
    let square: LaneProgram
    /// The state after a transition.
    let apply: LaneProgram
    /// The functions the slow system sees, from constants, time and linear states.
    let interface: LaneProgram
    /// Where the entries of the rate matrix stand.
    let entries: [Place]
    /// Which of them stand on the diagonal.
    var diagonal: [Int] { entries.indices.filter { entries[$0].row == entries[$0].column } }

    struct Place: Hashable, Sendable {
        let row: Int
        let column: Int
    }

    static let ratesGroup = 0
    static let timeGroup = 1
    static let matrixGroup = 0
    static let stateGroup = 1

    /// Terms of the series; with the largest rate times the time at most a quarter, the rest is below 1e-11.
    private static let terms = 8

    init(_ separation: Separation, _ system: EquationSystem) {
        typealias Value = ProgramBuilder.Value
        let count = separation.linear.count
        self.count = count
        rates = LaneProgram(system.program(for: separation.matrix.map(\.value) + separation.inflows))
        entries = separation.matrix.map { Place(row: $0.row, column: $0.column) }
        places = Self.closure(entries, count)
        exponential = LaneProgram(Self.exponentialProgram(entries, count, places))
        square = LaneProgram(Self.squareProgram(places))
        apply = LaneProgram(Self.applyProgram(places, count))
        let linear = EquationSystem(
            states: separation.linear.map { system.states[$0] }, scales: [], constants: system.constants, rates: [],
            outputs: [], outputFactors: [])
        interface = LaneProgram(linear.program(for: separation.interface))
    }

    /// Places that powers of the matrix fill, the identity and the column of the constant among them.
    private static func closure(_ entries: [Place], _ count: Int) -> [Place] {
        var reached = (0...count).map { row in Set([row] + (row < count ? [count] : [])) }
        for place in entries { reached[place.row].insert(place.column) }
        for middle in 0..<count {
            for row in 0..<count where reached[row].contains(middle) { reached[row].formUnion(reached[middle]) }
        }
        return (0..<count).flatMap { row in reached[row].sorted().map { Place(row: row, column: $0) } }
    }

    /// The product of two matrices over the closed pattern; the row of the constant is (0 … 0 1).
    private static func product(
        _ a: [Place: ProgramBuilder.Value], _ b: [Place: ProgramBuilder.Value], _ places: [Place],
        _ builder: inout ProgramBuilder
    ) -> [Place: ProgramBuilder.Value] {
        let count = (places.map(\.column).max() ?? 0)
        var rows: [Int: [(column: Int, value: ProgramBuilder.Value)]] = [:]
        for (place, value) in a { rows[place.row, default: []].append((place.column, value)) }
        for row in rows.keys { rows[row]?.sort { $0.column < $1.column } }
        var result: [Place: ProgramBuilder.Value] = [:]
        for place in places {
            var sum: ProgramBuilder.Value?
            for (middle, value) in rows[place.row] ?? [] {
                let factor =
                    middle == count
                    ? (place.column == count ? builder.constant(1) : nil)
                    : b[Place(row: middle, column: place.column)]
                guard let factor else { continue }
                sum = builder.apply(.multiplyAdd, value, factor, sum ?? builder.constant(0))
            }
            if let sum { result[place] = sum }
        }
        return result
    }

    private static func exponentialProgram(_ entries: [Place], _ count: Int, _ places: [Place]) -> Program {
        var builder = ProgramBuilder()
        let rates = builder.inputs(entries.count + count, changing: .always)
        let time = builder.inputs(1, changing: .always)[0]
        var scaled: [Place: ProgramBuilder.Value] = [:]
        for (place, rate) in zip(entries + (0..<count).map { Place(row: $0, column: count) }, rates) {
            scaled[place] = builder.apply(.multiply, rate, time)
        }
        // Horner's scheme: I + M (I + M/2 (I + M/3 (…))).
        func identity() -> [Place: ProgramBuilder.Value] {
            Dictionary(uniqueKeysWithValues: (0..<count).map { (Place(row: $0, column: $0), builder.constant(1)) })
        }
        var sum = identity()
        for term in (1...terms).reversed() {
            let share = builder.constant(1 / Double(term))
            var part: [Place: ProgramBuilder.Value] = [:]
            for (place, value) in scaled.sorted(by: { ($0.key.row, $0.key.column) < ($1.key.row, $1.key.column) }) {
                part[place] = builder.apply(.multiply, value, share)
            }
            sum = product(part, sum, places, &builder)
            for index in 0..<count {
                let place = Place(row: index, column: index)
                sum[place] = builder.apply(.add, sum[place] ?? builder.constant(0), builder.constant(1))
            }
        }
        return builder.program(results: places.map { sum[$0] ?? builder.constant(0) })
    }

    private static func squareProgram(_ places: [Place]) -> Program {
        var builder = ProgramBuilder()
        let values = builder.inputs(places.count, changing: .always)
        let matrix = Dictionary(uniqueKeysWithValues: zip(places, values))
        let result = product(matrix, matrix, places, &builder)
        return builder.program(results: places.map { result[$0] ?? builder.constant(0) })
    }

    private static func applyProgram(_ places: [Place], _ count: Int) -> Program {
        var builder = ProgramBuilder()
        let values = builder.inputs(places.count, changing: .always)
        let state = builder.inputs(count, changing: .always)
        var sums: [Int: ProgramBuilder.Value] = [:]
        for (place, value) in zip(places, values) {
            let before = sums[place.row] ?? builder.constant(0)
            sums[place.row] =
                place.column == count
                ? builder.apply(.add, value, before) : builder.apply(.multiplyAdd, value, state[place.column], before)
        }
        return builder.program(results: (0..<count).map { sums[$0] ?? builder.constant(0) })
    }
}
