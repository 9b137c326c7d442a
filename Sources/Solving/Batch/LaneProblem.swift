import Modeling

/// What one batch integrates: eight women, or one woman with her derivatives.
package struct LaneProblem: Sendable {
    package let compiled: CompiledModel
    package let shape: LaneShape
    /// Controls, then parameters, in base units.
    package var constants: LaneRows
    package var states: LaneRows
    package var span: ClosedRange<Double>
    /// Events outside the span are ignored.
    package let schedule: LaneSchedule

    package init(
        _ compiled: CompiledModel, constants: LaneRows, states: LaneRows, span: ClosedRange<Double>,
        schedule: LaneSchedule
    ) {
        self.compiled = compiled
        shape = constants.shape
        self.constants = constants
        self.states = states
        self.span = span
        self.schedule = schedule
    }

    /// Events within the span, those at its end left out as they cannot act.
    var activeEvents: [LaneEvent] {
        schedule.events.filter { span.contains($0.time) && $0.time < span.upperBound }
    }

    /// Where a control or parameter stands among the constants.
    package static func index(of name: String, in compiled: CompiledModel) throws -> Int {
        guard let index = compiled.equations.constants.firstIndex(of: name) else {
            throw ModelError("'\(name)' is neither a control nor a parameter of the model")
        }
        return index
    }
}

/// What a batch saw.
package struct LaneTrajectory: Sendable {
    package let samples: [Sample]
    /// For each sample, the outputs in the model's order and their units, on all lanes.
    package let outputs: [LaneRows]
    package let finalStates: LaneRows
    package let statistics: SolverStatistics
    /// Women whose integration failed, by lane; their numbers are not to be used.
    package let failures: [Int: SolverError]
}

/// A way to integrate a batch.
package protocol LaneSolver: Sendable {
    /// Integrates a model that lanes can follow; called by `solve`.
    func integrate(_ problem: LaneProblem, samples: [Sample]) throws -> LaneTrajectory
}

extension LaneSolver {
    /// - Throws: `SolverError` if no lane could be integrated, `ModelError` for events that name what the model lacks and
    ///   for a model that only the reference follows.
    package func solve(_ problem: LaneProblem, samples: [Sample]) throws -> LaneTrajectory {
        if let reason = problem.compiled.reasonForReference { throw ModelError("\(reason); use reference resolution") }
        if problem.schedule.needsReference {
            throw ModelError("infusions, resets and steady states are for the reference solver; use reference resolution")
        }
        return try integrate(problem, samples: samples)
    }
}

extension CompiledModel {
    /// Why only the reference solver can follow this model, as a sentence without its end; nil if all can.
    public var reasonForReference: String? {
        if let event = model.triggeredEvents.first {
            return
                "the model '\(model.name)' has triggered events ('\(event.name)'), which only the reference solver follows"
        }
        if !model.delayedQuantities.isEmpty {
            return "the model '\(model.name)' looks back in time, which only the reference solver does"
        }
        return nil
    }
}
