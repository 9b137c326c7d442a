import Evidence
import Exchange
import Foundation
import Populations
import Trials

/// Sets of parameters that carry the uncertainty of a fit, with how parameters go together.
///
/// Randomised maximum likelihood: each member is a fit to rows and priors that were moved by draws of their own deviations
/// (Kitanidis PK. Water Resour Res 1995;31:2411, doi 10.1029/95WR01945; Oliver DS, He N, Reynolds AC. Conditioning permeability
/// fields to pressure data. ECMOR V 1996; told anew in Evensen G, Vossepoel FC, van Leeuwen PJ, doi
/// 10.1007/978-3-030-96709-3_7). Exact where rows are linear and robust losses idle, approximate elsewhere: there a member is
/// what the same procedure would have given for other data, as good as these.
public struct ParameterEnsemble: Sendable {
    /// Names of the parameters, in the order of each member's values.
    public let names: [String]
    /// Values in the parameters' own units, member after member.
    public let members: [[Double]]
    /// How many members had more than a hundredth of one unit of the objective to gain when rounds were over.
    public let unfinished: Int

    /// The values between which a share of the members lies, with equal parts outside on both sides.
    public func interval(of index: Int, share: Double) -> ClosedRange<Double> {
        let values = members.map { $0[index] }.sorted()
        return values.quantile((1 - share) / 2)...values.quantile((1 + share) / 2)
    }
}

extension Objective {
    /// The objective of one member: rows and priors moved by draws of their own deviations.
    ///
    /// - Parameters:
    ///   - member: its number, from one on.
    ///   - rows: names of the rows, to which draws belong whatever their order.
    ///   - parameters: names of the parameters.
    func moved(member: Int, seed: UInt64, rows: [String], parameters: [String]) -> Objective {
        func draw(_ purpose: String) -> Double {
            var generator = CounterBasedGenerator(seed: seed, woman: UInt32(member), purpose: purpose)
            return generator.normal()
        }
        var own = self
        own.noise = zip(rows, terms).map { $1.deviation * draw("member of an ensemble, row \($0)") }
        own.priorCentre = zip(parameters, widths).map { $1 * draw("member of an ensemble, prior of \($0)") }
        return own
    }
}

extension CalibrationFit {
    /// The objective of one member of the ensemble.
    func objective(ofMember member: Int) -> Objective {
        let rows = calibration.rows.map { "\($0.result.observation.id) \($0.scenario) \($0.result.output)" }
        return calibration.objective.moved(
            member: member, seed: calibration.plan.seed, rows: rows, parameters: calibration.parameters)
    }

    /// The ensemble that the plan asks for.
    ///
    /// - Parameter report: called with how many members are still being minimised.
    /// - Throws: `CancellationError`.
    public func ensemble(report: (Int) -> Void = { _ in }) async throws -> ParameterEnsemble {
        let plan = calibration.plan
        let tasks = (1...plan.members).map { Refinement.Task(objective(ofMember: $0), at: position, prediction) }
        let ends = try await Refinement(predictor: calibration).run(tasks, report: report)
        return ParameterEnsemble(
            names: calibration.parameters,
            members: ends.map { end in zip(plan.fitted, end.position).map { $0.centre * exp($1) } },
            unfinished: ends.filter { !$0.isDone }.count)
    }
}
