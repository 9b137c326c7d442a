import CSundials
import Modeling

/// The functions CVODES calls back, over a compiled model's programs.
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
        entries = Array(repeating: 0, count: entryCount)
        parameterTerms = Array(repeating: 0, count: count * compiled.sensitivityParameters.count)
    }

    func load(controls: [Double], parameters: [Double]) {
        rateMachine.load(controls: controls, parameters: parameters)
        jacobianMachine.load(controls: controls, parameters: parameters)
        parameterMachine.load(controls: controls, parameters: parameters)
    }

    /// The rates of all states.
    func rates(at time: Double, _ states: [Double]) -> [Double] {
        var result = Array(repeating: 0.0, count: count)
        rateMachine.evaluate(time: time, states: states, into: &result)
        return result
    }

    private static func from(_ user: UnsafeMutableRawPointer?) -> ODESystem {
        // Safe because the integrator that registered the pointer keeps this object alive as long as it lives.
        Unmanaged<ODESystem>.fromOpaque(user!).takeUnretainedValue()
    }

    static let rates: CVRhsFn = { time, y, derivative, user in
        let system = ODESystem.from(user)
        let result = N_VGetArrayPointer(derivative)!
        system.rateMachine.evaluate(time: time, states: N_VGetArrayPointer(y), into: result)
        for index in 0..<system.count where !result[index].isFinite {
            system.nonFinite = index
            return 1
        }
        system.nonFinite = nil
        return 0
    }

    static let jacobian: CVLsJacFn = { time, y, _, matrix, user, _, _, _ in
        let system = ODESystem.from(user)
        system.jacobianMachine.evaluate(
            time: time, states: N_VGetArrayPointer(y), into: SUNSparseMatrix_Data(matrix))
        SUNSparseMatrix_IndexPointers(matrix).update(from: system.columnStarts, count: system.count + 1)
        SUNSparseMatrix_IndexValues(matrix).update(from: system.rows, count: system.entryCount)
        return 0
    }

    /// ds/dt = J s + ∂f/∂p for one parameter.
    static let sensitivityRates: CVSensRhs1Fn = { _, time, y, _, index, s, result, user, _, _ in
        let system = ODESystem.from(user)
        let states = N_VGetArrayPointer(y)!
        system.jacobianMachine.evaluate(time: time, states: states, into: &system.entries)
        system.parameterMachine.evaluate(time: time, states: states, into: &system.parameterTerms)
        let (input, output) = (N_VGetArrayPointer(s)!, N_VGetArrayPointer(result)!)
        let offset = Int(index) * system.count
        for row in 0..<system.count { output[row] = system.parameterTerms[offset + row] }
        for column in 0..<system.count {
            let starts = system.compiled.sparsity.columnStarts
            for entry in starts[column]..<starts[column + 1] {
                output[system.compiled.sparsity.rows[entry]] += system.entries[entry] * input[column]
            }
        }
        return 0
    }
}
