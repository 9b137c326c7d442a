import CSundials
import Modeling
import Symbolics

/// The functions CVODES calls back, over a compiled model's programs.
///
/// CVODES sees every state in units of its scale. In base units a matrix holds hormones in moles beside cells near one,
/// entries of 1e13 beside entries of one, and KLU then finds no pivots it can trust.
///
/// A class because its address is the user data of a C library.
final class ODESystem {
    private let compiled: CompiledModel
    private let rateMachine: Evaluator
    private let jacobianMachine: Evaluator
    private let parameterMachine: Evaluator
    private let count: Int
    /// Unknowns of CVODES, of which it needs one even where a model has no states.
    let size: Int
    let entryCount: Int
    private let columnStarts: [sunindextype]
    private let rows: [sunindextype]
    /// A typical magnitude of each state, in base units.
    let scales: [Double]
    /// For each entry of the Jacobian, the scale of its column over that of its row.
    private let ratios: [Double]
    private var states: [Double]
    private var entries: [Double]
    private var parameterTerms: [Double]
    /// Whether a state has no rate or is frozen, so that only events change it. CVODES has a zero in its place: such a
    /// state can be of any size, or infinite, without a part in its error estimates.
    private let isHeld: [Bool]
    /// The values of states without a rate, in base units.
    private var held: [Double]
    /// What flows into each state besides its rate, in base units a day.
    var inflows: [Double]
    /// The state whose rate was last found not to be finite.
    private(set) var nonFinite: Int?

    /// - Parameters:
    ///   - fed: positions of states that something flows into at some time.
    ///   - frozen: positions of states that keep their values.
    init(_ compiled: CompiledModel, _ past: Past?, fed: Set<Int> = [], frozen: Set<Int> = []) {
        self.compiled = compiled
        rateMachine = Evaluator(compiled, compiled.rates, past)
        jacobianMachine = Evaluator(compiled, compiled.jacobian, past)
        parameterMachine = Evaluator(compiled, compiled.parameterDerivatives, past)
        count = compiled.model.states.count
        size = max(count, 1)
        entryCount = max(compiled.sparsity.rows.count, 1)
        columnStarts = count == 0 ? [0, 1] : compiled.sparsity.columnStarts.map { sunindextype($0) }
        rows = count == 0 ? [0] : compiled.sparsity.rows.map { sunindextype($0) }
        let isHeld = compiled.equations.rates.enumerated().map { index, rate in
            frozen.contains(index) || (rate.constantValue == 0 && !fed.contains(index))
        }
        self.isHeld = isHeld
        held = isHeld.map { _ in 0 }
        inflows = held
        let scales = compiled.equations.scales
        self.scales = scales
        ratios = count == 0 ? [0] : compiled.sparsity.places.map { isHeld[$0.row] ? 0 : scales[$0.column] / scales[$0.row] }
        states = scales
        entries = Array(repeating: 0, count: entryCount)
        parameterTerms = Array(repeating: 0, count: count * compiled.sensitivityParameters.count)
    }

    func load(controls: [Double], parameters: [Double]) {
        rateMachine.load(controls: controls, parameters: parameters)
        jacobianMachine.load(controls: controls, parameters: parameters)
        parameterMachine.load(controls: controls, parameters: parameters)
    }

    /// The rates of all states, in base units.
    func rates(at time: Double, _ states: [Double]) -> [Double] {
        var result = Array(repeating: 0.0, count: count)
        rateMachine.evaluate(time: time, states: states, into: &result)
        for index in 0..<count { result[index] = isHeld[index] ? 0 : result[index] + inflows[index] }
        return result
    }

    /// States in base units from what CVODES has of them.
    func read(_ y: UnsafePointer<Double>, into states: inout [Double]) {
        for index in 0..<count { states[index] = isHeld[index] ? held[index] : y[index] * scales[index] }
    }

    /// What CVODES is to have of states in base units.
    func write(_ states: [Double], to y: UnsafeMutablePointer<Double>) {
        for index in 0..<count {
            if isHeld[index] { held[index] = states[index] }
            y[index] = isHeld[index] ? 0 : states[index] / scales[index]
        }
        if count == 0 { y[0] = 0 }
    }

    /// Adds to one state.
    func add(_ amount: Double, to index: Int, _ y: UnsafeMutablePointer<Double>) {
        if isHeld[index] { held[index] += amount } else { y[index] += amount / scales[index] }
    }

    private func read(_ y: UnsafePointer<Double>) { read(y, into: &states) }

    private static func from(_ user: UnsafeMutableRawPointer?) -> ODESystem {
        // Safe because the integrator that registered the pointer keeps this object alive as long as it lives.
        Unmanaged<ODESystem>.fromOpaque(user!).takeUnretainedValue()
    }

    static let rates: CVRhsFn = { time, y, derivative, user in
        let system = ODESystem.from(user)
        let result = N_VGetArrayPointer(derivative)!
        system.read(N_VGetArrayPointer(y))
        if system.count == 0 { result[0] = 0 }
        system.rateMachine.evaluate(time: time, states: system.states, into: result)
        for index in 0..<system.count {
            result[index] = system.isHeld[index] ? 0 : result[index] + system.inflows[index]
            guard result[index].isFinite else {
                system.nonFinite = index
                return 1
            }
            result[index] /= system.scales[index]
        }
        system.nonFinite = nil
        return 0
    }

    static let jacobian: CVLsJacFn = { time, y, _, matrix, user, _, _, _ in
        let system = ODESystem.from(user)
        let entries = SUNSparseMatrix_Data(matrix)!
        system.read(N_VGetArrayPointer(y))
        system.jacobianMachine.evaluate(time: time, states: system.states, into: entries)
        for entry in 0..<system.entryCount { entries[entry] *= system.ratios[entry] }
        SUNSparseMatrix_IndexPointers(matrix).update(from: system.columnStarts, count: system.size + 1)
        SUNSparseMatrix_IndexValues(matrix).update(from: system.rows, count: system.entryCount)
        return 0
    }

    /// ds/dt = J s + ∂f/∂p for one parameter.
    static let sensitivityRates: CVSensRhs1Fn = { _, time, y, _, index, s, result, user, _, _ in
        let system = ODESystem.from(user)
        system.read(N_VGetArrayPointer(y))
        system.jacobianMachine.evaluate(time: time, states: system.states, into: &system.entries)
        system.parameterMachine.evaluate(time: time, states: system.states, into: &system.parameterTerms)
        let (input, output) = (N_VGetArrayPointer(s)!, N_VGetArrayPointer(result)!)
        let offset = Int(index) * system.count
        for row in 0..<system.count { output[row] = system.parameterTerms[offset + row] / system.scales[row] }
        for column in 0..<system.count {
            let starts = system.compiled.sparsity.columnStarts
            for entry in starts[column]..<starts[column + 1] {
                output[system.compiled.sparsity.rows[entry]] +=
                    system.entries[entry] * system.ratios[entry] * input[column]
            }
        }
        return 0
    }
}
