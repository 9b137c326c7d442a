import CSundials
import Modeling

/// The functions CVODES calls back, over a compiled model's programs.
///
/// CVODES sees every state in units of its scale. In base units a matrix holds hormones in moles beside cells near one,
/// entries of 1e13 beside entries of one, and KLU then finds no pivots it can trust.
///
/// A class because its address is the user data of a C library.
final class ODESystem {
    private let compiled: CompiledModel
    private let rateMachine: Machine
    private let jacobianMachine: Machine
    private let parameterMachine: Machine
    private let count: Int
    private let entryCount: Int
    private let columnStarts: [sunindextype]
    private let rows: [sunindextype]
    /// A typical magnitude of each state, in base units.
    let scales: [Double]
    /// For each entry of the Jacobian, the scale of its column over that of its row.
    private let ratios: [Double]
    private var states: [Double]
    private var entries: [Double]
    private var parameterTerms: [Double]
    /// The state whose rate was last found not to be finite.
    private(set) var nonFinite: Int?

    init(_ compiled: CompiledModel) {
        self.compiled = compiled
        rateMachine = compiled.machine(for: compiled.rates)
        jacobianMachine = compiled.machine(for: compiled.jacobian)
        parameterMachine = compiled.machine(for: compiled.parameterDerivatives)
        count = compiled.model.states.count
        entryCount = compiled.sparsity.rows.count
        columnStarts = compiled.sparsity.columnStarts.map { sunindextype($0) }
        rows = compiled.sparsity.rows.map { sunindextype($0) }
        let scales = compiled.equations.scales
        self.scales = scales
        ratios = compiled.sparsity.places.map { scales[$0.column] / scales[$0.row] }
        states = scales
        entries = Array(repeating: 0, count: entryCount)
        parameterTerms = Array(repeating: 0, count: count * compiled.sensitivityParameters.count)
    }

    func load(controls: [Double], parameters: [Double]) {
        rateMachine.load(controls: controls, parameters: parameters)
        jacobianMachine.load(controls: controls, parameters: parameters)
        parameterMachine.load(controls: controls, parameters: parameters)
    }

    /// The rates of all states, each over its scale.
    func rates(at time: Double, _ y: UnsafePointer<Double>) -> [Double] {
        var result = Array(repeating: 0.0, count: count)
        read(y)
        rateMachine.evaluate(time: time, states: states, into: &result)
        for index in 0..<count { result[index] /= scales[index] }
        return result
    }

    /// Takes states over their scales.
    private func read(_ y: UnsafePointer<Double>) {
        for index in 0..<count { states[index] = y[index] * scales[index] }
    }

    private static func from(_ user: UnsafeMutableRawPointer?) -> ODESystem {
        // Safe because the integrator that registered the pointer keeps this object alive as long as it lives.
        Unmanaged<ODESystem>.fromOpaque(user!).takeUnretainedValue()
    }

    static let rates: CVRhsFn = { time, y, derivative, user in
        let system = ODESystem.from(user)
        let result = N_VGetArrayPointer(derivative)!
        system.read(N_VGetArrayPointer(y))
        system.rateMachine.evaluate(time: time, states: system.states, into: result)
        for index in 0..<system.count {
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
        SUNSparseMatrix_IndexPointers(matrix).update(from: system.columnStarts, count: system.count + 1)
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
