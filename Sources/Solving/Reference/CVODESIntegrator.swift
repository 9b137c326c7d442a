import CSundials
import Modeling
import Symbolics

/// One CVODES memory with its vectors; a class because SUNDIALS owns memory that must be freed once.
final class CVODESIntegrator {
    private let compiled: CompiledModel
    private let system: ODESystem
    private let tolerances: Tolerances
    private let maximumSteps: Int
    private let count: Int
    private let context: SUNContext
    private let memory: UnsafeMutableRawPointer
    private let y: N_Vector
    private let scratch: N_Vector
    private let absolute: N_Vector
    private let matrix: SUNMatrix
    private let linearSolver: SUNLinearSolver
    private let sensitivities: UnsafeMutablePointer<N_Vector?>?
    private let sensitivityScratch: UnsafeMutablePointer<N_Vector?>?
    private let sensitivityCount: Int
    private var finished = SolverStatistics()
    /// Steps since the last event of the schedule.
    private var stepCount = 0
    /// Attempts at one step. Before a burst, as of the Oregonator, a step has grown by more orders of magnitude than
    /// the seven attempts that CVODES allows by itself can take back.
    private static let mostAttempts: Int32 = 20
    /// What equations want from the past, where they want anything.
    let past: Past?
    private(set) var time: Double
    private(set) var controls: [Double]
    private(set) var parameters: [Double]
    /// What flows in through ports, a day, in base units.
    private var infusions: [String: Double] = [:]
    /// Where a reset returns to.
    private let initialState: [Double]

    init(_ problem: InitialValueProblem, tolerances: Tolerances, maximumSteps: Int) throws {
        compiled = problem.compiled
        self.tolerances = tolerances
        self.maximumSteps = maximumSteps
        count = compiled.model.states.count
        controls = problem.controls
        parameters = problem.parameters
        time = problem.span.lowerBound
        sensitivityCount = compiled.sensitivityParameters.count
        let failure = SolverError(time: problem.span.lowerBound, state: nil, reason: "SUNDIALS has no memory")

        var made: SUNContext?
        guard SUNContext_Create(nil, &made) == 0, let context = made else { throw failure }
        self.context = context
        initialState = problem.initialState
        past = Past(compiled, start: time)
        system = ODESystem(compiled, past, fed: problem.fedStates, frozen: problem.frozen)
        let n = sunindextype(system.size)
        guard let y = N_VNew_Serial(n, context), let scratch = N_VNew_Serial(n, context),
            let absolute = N_VNew_Serial(n, context),
            let matrix = SUNSparseMatrix(
                n, n, sunindextype(system.entryCount), CSC_MAT, context),
            let linearSolver = SUNLinSol_KLU(y, matrix, context),
            let memory = CVodeCreate(CV_BDF, context)
        else { throw failure }
        osteon_use_short_vector_operations(y)
        self.y = y
        self.scratch = scratch
        self.absolute = absolute
        self.matrix = matrix
        self.linearSolver = linearSolver
        self.memory = memory
        system.write(problem.initialState, to: N_VGetArrayPointer(y))
        N_VConst(tolerances.absoluteShare, absolute)
        past?.load(controls: controls, parameters: parameters, from: time)
        past?.begin(at: time, problem.initialState)
        system.load(controls: controls, parameters: parameters)
        let known = compiled.restingSensitivities(parameters: parameters)
        sensitivities = sensitivityCount > 0 ? N_VCloneVectorArray(Int32(sensitivityCount), y) : nil
        sensitivityScratch = sensitivityCount > 0 ? N_VCloneVectorArray(Int32(sensitivityCount), y) : nil
        for parameter in 0..<sensitivityCount {
            for index in 0..<count {
                N_VGetArrayPointer(sensitivities?[parameter])[index] = known[parameter][index] / system.scales[index]
            }
        }
        try setUp()
    }

    private func setUp() throws {
        let user = Unmanaged.passUnretained(system).toOpaque()
        try check(CVodeInit(memory, ODESystem.rates, time, y), "starting")
        CVodeSetErrHandlerFn(memory, { _, _, _, _, _ in }, nil)
        try check(CVodeSetUserData(memory, user), "starting")
        try check(CVodeSVtolerances(memory, tolerances.relative, absolute), "setting tolerances")
        try check(CVodeSetMaxErrTestFails(memory, Self.mostAttempts), "setting the number of attempts")
        try check(CVodeSetLinearSolver(memory, linearSolver, matrix), "setting the linear solver")
        try check(CVodeSetJacFn(memory, ODESystem.jacobian), "setting the Jacobian")
        guard sensitivityCount > 0 else { return }
        try check(
            CVodeSensInit1(memory, Int32(sensitivityCount), CV_STAGGERED, ODESystem.sensitivityRates, sensitivities),
            "starting sensitivities")
        var scales = compiled.sensitivityParameters.map { name in
            compiled.model.parameters.firstIndex { $0.name == name }.map { abs(parameters[$0]) } ?? 1
        }
        for index in scales.indices where scales[index] == 0 { scales[index] = 1 }
        try check(CVodeSetSensParams(memory, nil, &scales, nil), "scaling sensitivities")
        try check(CVodeSensEEtolerances(memory), "setting tolerances of sensitivities")
        try check(CVodeSetSensErrCon(memory, 1), "controlling errors of sensitivities")
    }

    deinit {
        var handle: UnsafeMutableRawPointer? = memory
        CVodeFree(&handle)
        SUNLinSolFree(linearSolver)
        SUNMatDestroy(matrix)
        for vector in [y, scratch, absolute] { N_VDestroy(vector) }
        if let sensitivities { N_VDestroyVectorArray(sensitivities, Int32(sensitivityCount)) }
        if let sensitivityScratch { N_VDestroyVectorArray(sensitivityScratch, Int32(sensitivityCount)) }
        var context: SUNContext? = context
        SUNContext_Free(&context)
    }

    var currentState: [Double] { states(in: y) }
    var currentSensitivities: [[Double]] { (0..<sensitivityCount).map { copy(sensitivities?[$0]) } }

    private func states(in vector: N_Vector) -> [Double] {
        var states = Array(repeating: 0.0, count: count)
        system.read(N_VGetArrayPointer(vector), into: &states)
        return states
    }

    /// The derivatives of states in a vector, in base units.
    private func copy(_ vector: N_Vector?) -> [Double] {
        let values = N_VGetArrayPointer(vector)!
        return (0..<count).map { values[$0] * system.scales[$0] }
    }

    /// Integrates to a time exactly, handing every step to the sampler.
    func advance(to end: Double, _ sampler: inout Sampler) throws {
        guard end > time else { return }
        guard !isNow(end) else {
            let before = time
            skip(to: end)
            sampler.advance(from: before, to: end, Beginning(integrator: self))
            return
        }
        stepCount = 0
        while time < end {
            let before = time
            try step(until: end)
            sampler.advance(from: before, to: time, Interpolant(integrator: self))
        }
        if sensitivityCount > 0 {
            var at = time
            CVodeGetSens(memory, &at, sensitivities)
        }
    }

    /// Whether a time is no further ahead than a few roundings: CVODES refuses such a span, in which nothing moves.
    func isNow(_ end: Double) -> Bool { end - time <= 16 * max(abs(time), abs(end)).ulp }

    /// Takes a time that is no further ahead than that for the present one.
    func skip(to end: Double) { time = end }

    /// One step, not beyond a time.
    func step(until end: Double) throws {
        try check(CVodeSetStopTime(memory, end), "setting the stop")
        let flag = stepCount < maximumSteps ? CVode(memory, end, y, &time, CV_ONE_STEP) : CV_TOO_MUCH_WORK
        guard flag >= 0 else { throw failure(flag) }
        stepCount += 1
    }

    /// Keeps every step shorter than this many days.
    func limitSteps(to longest: Double) throws {
        try check(CVodeSetMaxStep(memory, longest), "limiting the steps")
    }

    /// Goes on from a time within the last step, with other states.
    func restart(at time: Double, with states: [Double]) throws {
        self.time = time
        system.write(states, to: N_VGetArrayPointer(y))
        past?.begin(at: time, states)
        collectStatistics()
        try check(CVodeReInit(memory, time, y), "restarting")
    }

    /// The rates of all states, in base units.
    func rates(at time: Double, _ states: [Double]) -> [Double] { system.rates(at: time, states) }

    /// Counts steps anew, for their limit.
    func forgetSteps() { stepCount = 0 }

    /// CVODES' own polynomial over the last step.
    struct Interpolant: Sampler.Step {
        let integrator: CVODESIntegrator

        func states(at time: Double, into values: inout [Double]) {
            CVodeGetDky(integrator.memory, time, 0, integrator.scratch)
            integrator.system.read(N_VGetArrayPointer(integrator.scratch), into: &values)
        }

        func sensitivities(at time: Double) -> [[Double]] {
            guard integrator.sensitivityCount > 0 else { return [] }
            CVodeGetSensDky(integrator.memory, time, 0, integrator.sensitivityScratch)
            return (0..<integrator.sensitivityCount).map { integrator.copy(integrator.sensitivityScratch?[$0]) }
        }
    }

    /// The state before the first step, which has no polynomial yet.
    struct Beginning: Sampler.Step {
        let integrator: CVODESIntegrator

        func states(at time: Double, into values: inout [Double]) { values = integrator.currentState }
        func sensitivities(at time: Double) -> [[Double]] { integrator.currentSensitivities }
    }

    /// Applies an event at the present time and restarts the method there.
    func apply(_ event: Event, _ doses: inout CompiledDoses) throws {
        let values = N_VGetArrayPointer(y)!
        for action in event.orderedActions {
            switch action {
            case .dose(let port, let amount):
                for jump in try doses.jumps(port: port, amount: amount) {
                    system.add(jump.amount, to: jump.state, values)
                    for (parameter, derivative) in jump.derivatives.enumerated() {
                        N_VGetArrayPointer(sensitivities?[parameter])[jump.state] +=
                            derivative / system.scales[jump.state]
                    }
                }
            case .set(let control, let value):
                guard let index = compiled.model.controls.firstIndex(where: { $0.name == control }) else {
                    throw ModelError("'\(control)' is no control of the model")
                }
                controls[index] = value
            case .change(let parameter, let value):
                guard let index = compiled.model.parameters.firstIndex(where: { $0.name == parameter }) else {
                    throw ModelError("'\(parameter)' is no parameter of the model")
                }
                parameters[index] = value
                doses = CompiledDoses(compiled, parameters: parameters)
                try flow(&doses)
            case .infuse(let port, let rate):
                try refuseSensitivities()
                infusions[port] = rate == 0 ? nil : rate
                try flow(&doses)
            case .reset:
                try refuseSensitivities()
                system.write(initialState, to: values)
            case .settle(let regimen):
                try refuseSensitivities()
                let periodic = PeriodicState(
                    compiled, parameters: parameters, controls: controls, at: time, regimen)
                system.write(try periodic.states(from: currentState), to: values)
            }
        }
        past?.load(controls: controls, parameters: parameters, from: time)
        past?.begin(at: time, currentState)
        system.load(controls: controls, parameters: parameters)
        collectStatistics()
        try check(CVodeReInit(memory, time, y), "restarting")
        if sensitivityCount > 0 {
            try check(CVodeSensReInit(memory, CV_STAGGERED, sensitivities), "restarting sensitivities")
        }
    }

    /// Puts what flows in through ports into the rates of the states it reaches.
    private func flow(_ doses: inout CompiledDoses) throws {
        var inflows = Array(repeating: 0.0, count: count)
        for (port, rate) in infusions.sorted(by: { $0.key < $1.key }) {
            for jump in try doses.jumps(port: port, amount: rate) { inflows[jump.state] += jump.amount }
        }
        system.inflows = inflows
    }

    private func refuseSensitivities() throws {
        guard sensitivityCount == 0 else {
            throw ModelError("there are no sensitivities through infusions, resets and steady states (model '\(compiled.model.name)')")
        }
    }

    /// The work so far; CVODES counts anew after each restart.
    var statistics: SolverStatistics {
        var total = finished
        var value = 0
        CVodeGetNumSteps(memory, &value)
        total.steps += value
        CVodeGetNumRhsEvals(memory, &value)
        total.rateEvaluations += value
        CVodeGetNumJacEvals(memory, &value)
        total.jacobianEvaluations += value
        CVodeGetNumErrTestFails(memory, &value)
        total.errorTestFailures += value
        return total
    }

    private func collectStatistics() { finished = statistics }

    private func check(_ flag: Int32, _ doing: String) throws {
        guard flag >= 0 else {
            throw SolverError(time: time, state: nil, reason: "SUNDIALS failed in \(doing) (\(flag))")
        }
    }

    /// Names the state that moves fastest against its tolerance, or the one whose rate is no number.
    private func failure(_ flag: Int32) -> SolverError {
        CVodeGetCurrentTime(memory, &time)
        if let index = system.nonFinite {
            return SolverError(
                time: time, state: compiled.model.states[index].name, reason: "its rate is not a finite number")
        }
        CVodeGetErrWeights(memory, scratch)
        let weights = N_VGetArrayPointer(scratch)!
        let speeds = zip(system.rates(at: time, currentState), system.scales).enumerated().map { index, rate in
            abs(rate.0 / rate.1) * weights[index]
        }
        let worst = speeds.indices.max { speeds[$0] < speeds[$1] }
        let reason: String
        switch flag {
        case CV_TOO_MUCH_WORK: reason = "too many steps are needed to go on"
        case CV_ERR_FAILURE: reason = "the error stays too large however small the step"
        case CV_CONV_FAILURE: reason = "the implicit equations do not converge"
        case CV_LSETUP_FAIL, CV_LSOLVE_FAIL: reason = "the linear system is singular"
        default: reason = "CVODES gave up (\(flag))"
        }
        return SolverError(time: time, state: worst.map { compiled.model.states[$0].name }, reason: reason)
    }
}
