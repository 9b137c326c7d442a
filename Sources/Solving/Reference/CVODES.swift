import CSundials
import Modeling

/// The reference solver: variable-order BDF of SUNDIALS CVODES with our sparse Jacobian and KLU.
///
/// Hindmarsh AC et al. ACM Trans Math Softw 2005;31:363; Serban R, Hindmarsh AC. CVODES, 2005. Restarts at every
/// event, so a daily dose costs a start-up of the method every day: right, and slow. The only solver that follows triggered
/// events; it also restarts where rates jump because a condition in them changes.
public struct CVODES: Solver {
    public var tolerances: Tolerances
    /// Steps between two events after which integration is given up.
    public var maximumSteps: Int

    public init(tolerances: Tolerances = Tolerances(), maximumSteps: Int = 100_000) {
        self.tolerances = tolerances
        self.maximumSteps = maximumSteps
    }

    public func solve(_ problem: InitialValueProblem, samples: [Sample]) throws -> Trajectory {
        let integrator = try CVODESIntegrator(problem, tolerances: tolerances, maximumSteps: maximumSteps)
        var sampler = Sampler(problem.compiled, samples: samples, past: integrator.past)
        sampler.load(controls: integrator.controls, parameters: integrator.parameters)
        var doses = CompiledDoses(problem.compiled, parameters: problem.parameters)
        let eventful = try EventfulIntegration(problem, integrator)
        func advance(to end: Double) throws {
            if let eventful {
                try eventful.advance(to: end, &sampler)
            } else {
                try integrator.advance(to: end, &sampler)
            }
        }
        if let eventful {
            try eventful.begin(&sampler)
        } else {
            sampler.advance(
                from: integrator.time, to: integrator.time, CVODESIntegrator.Beginning(integrator: integrator))
        }

        let events = problem.events.filter { problem.span.contains($0.time) && $0.time < problem.span.upperBound }
        for event in events {
            try advance(to: event.time)
            try integrator.apply(event, &doses)
            try eventful?.follow()
            sampler.load(controls: integrator.controls, parameters: integrator.parameters)
        }
        try advance(to: problem.span.upperBound)
        var statistics = integrator.statistics
        statistics.events = events.count + (eventful?.executions ?? 0)
        return Trajectory(
            compiled: problem.compiled, samples: samples, outputs: sampler.outputs, states: sampler.states,
            sensitivities: sampler.sensitivities, finalState: integrator.currentState, statistics: statistics)
    }
}
