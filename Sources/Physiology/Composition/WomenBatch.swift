import Exchange
import Modeling
import Solving
import Symbolics

/// The women of one batch, a lane each, or one woman with derivatives to some of her constants.
struct WomenBatch {
    private let prepared: PreparedScenario
    private let women: [WomanProblem]
    private let shape: LaneShape
    private var constants: LaneRows

    /// - Precondition: there are as many women as a batch has lanes.
    init(_ prepared: PreparedScenario, _ women: [WomanProblem]) {
        precondition(women.count == LaneShape.batch)
        self.init(prepared, women, .women)
        for (lane, woman) in women.enumerated() {
            for (row, value) in (woman.startingControls + woman.parameters).enumerated() {
                constants[row, lane] = value
            }
        }
    }

    /// - Parameter factors: names of parameters or controls, in the order of the derivatives.
    /// - Throws: `ModelError` for a name that is neither.
    init(_ prepared: PreparedScenario, _ woman: WomanProblem, derivativesTo factors: [String]) throws {
        self.init(prepared, [woman], .derivatives(factors.count))
        for (row, value) in (woman.startingControls + woman.parameters).enumerated() {
            constants.set(row: row, to: value)
        }
        for (index, name) in factors.enumerated() {
            constants[try LaneProblem.index(of: name, in: prepared.compiled), index + 1] = 1
        }
    }

    private init(_ prepared: PreparedScenario, _ women: [WomanProblem], _ shape: LaneShape) {
        self.prepared = prepared
        self.women = women
        self.shape = shape
        constants = LaneRows(prepared.compiled.equations.constants.count, shape)
    }

    /// From the earliest resting start to time zero; the lane of who starts later runs idle until then.
    var history: LaneProblem {
        let events = LaneEvent.merged(
            women.map(\.earlierEvents), starts: women.map(\.start))
        return LaneProblem(
            prepared.compiled, constants: constants, states: .resting(prepared.compiled, constants: constants),
            span: (women.map(\.start).min() ?? 0)...0, schedule: LaneSchedule(events))
    }

    /// From time zero to the end, once history is known at time zero.
    ///
    /// - Parameter history: with one sample, at time zero.
    func future(after history: LaneTrajectory) -> LaneProblem {
        var constants = constants
        let names = prepared.compiled.equations.constants
        let outputs = prepared.model.outputs.map(\.name)
        for (lane, woman) in women.enumerated() {
            for (control, value) in woman.changesBeforeTimeZero {
                guard let row = names.firstIndex(of: control) else { continue }
                constants[row, lane] = value
            }
            for (control, output, density) in woman.startingDensities {
                guard let row = names.firstIndex(of: control), let column = outputs.firstIndex(of: output) else {
                    continue
                }
                let usual = history.outputs[0][column, lane]
                constants[row, lane] = density / usual
                guard shape.reading == .derivatives else { continue }
                for other in 1..<shape.width {
                    constants[row, other] = -density / (usual * usual) * history.outputs[0][column, other]
                }
            }
        }
        return LaneProblem(
            prepared.compiled, constants: constants, states: history.finalStates, span: 0...prepared.scenario.horizon,
            schedule: schedule)
    }

    /// From time zero on. Nearly all women differ in nothing but their numbers, and share what was prepared for all.
    private var schedule: LaneSchedule {
        let own = women[0].laterOwn
        guard women.allSatisfy({ $0.sharesTherapy && $0.laterOwn == own }) else {
            return LaneSchedule(LaneEvent.merged(women.map(\.events)))
        }
        return own.isEmpty ? prepared.sharedSchedule : LaneSchedule(LaneEvent.shared(women[0].events))
    }
}
