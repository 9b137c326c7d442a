import ArgumentParser
import Exchange
import Foundation
import Inference
import Modeling
import Physiology
import Reporting

/// What is varied and looked at; the same for every analysis over whole ranges.
struct SweepOptions: ParsableArguments {
    @Argument(help: "Scenario file (YAML or JSON).")
    var file: String

    @Option(help: "Outputs at the end of the scenario, separated by commas; of densities and markers the change.")
    var outputs = "density.lumbarSpine,density.totalHip,marker.CTX,marker.P1NP"

    @Option(help: "What to vary: assumed, all (fitted and measured too), or names of parameters separated by commas.")
    var parameters = "assumed"

    @Option(help: "Seed of the random numbers.")
    var seed: UInt64 = 1

    @Option(help: "Factor by which parameters without a stated range are varied either way; they stay if left out.")
    var unstated: Double?

    @Option(help: "How many parameters to list for each output.")
    var top = 12

    @Option(help: "File for all numbers, as CSV.")
    var csv: String?

    func validate() throws {
        if let unstated, !(1.001...10).contains(unstated) {
            throw ValidationError("--unstated: \(unstated) is out of range; expected 1.001 to 10.")
        }
        guard top >= 1 else { throw ValidationError("--top: \(top) is out of range; expected 1 or more.") }
    }

    /// The scenario with the parameters to vary.
    func sweep() throws -> ParameterSweep {
        try orFail {
            let scenario = try ScenarioReader.forModel.read(file: file)
            let model = try WomanModel.model(for: scenario.therapy, ovary: scenario.ovary)
            for name in outputs.commaSeparated where !model.outputs.contains(where: { $0.name == name }) {
                throw fail("--outputs: '\(name)' is no output of the model; 'osteon model list' shows them.")
            }
            return try ParameterSweep(scenario, outputs: outputs.commaSeparated, ranges: ranges(of: model))
        }
    }

    private func ranges(of model: Model) throws -> [ParameterRange] {
        let chosen: [Parameter]
        switch parameters {
        case "assumed": chosen = model.parameters.filter { $0.provenance.status == .assumed }
        case "all": chosen = model.parameters
        default:
            chosen = try parameters.commaSeparated.map { name in
                guard let parameter = model.parameters.first(where: { $0.name == name }) else {
                    let near = nearestNames(to: name, among: model.parameters.map(\.name), atMost: 1).first
                    let hint = near.map { "did you mean '\($0)'?" } ?? "expected assumed, all, or names of parameters."
                    throw fail("--parameters: '\(name)' is no parameter of this scenario's model; \(hint)")
                }
                return parameter
            }
        }
        let ranges = chosen.compactMap { ParameterRange($0, unstatedFactor: unstated) }
        guard !ranges.isEmpty else {
            throw fail("--parameters: none of them states a range; give --unstated a factor such as 1.2.")
        }
        let left = chosen.count - ranges.count
        if left > 0 {
            note(
                "\(left) parameters state no range, most of them one by definition, and stay\(unstated == nil ? "" : ", being zero")."
            )
        }
        return ranges
    }

    /// Runs the points with progress; a user may stop it.
    func values(_ sweep: ParameterSweep, at points: [[Double]]) async throws -> [[Double]] {
        if let fallback = sweep.fallback { note("solved at full resolution, because \(fallback).") }
        note("\(sweep.ranges.count) parameters, \(points.count) simulations.")
        return try await Interruptible.run(stopped: "stopped; nothing was kept.") { printer in
            try await sweep.values(at: points) { printer.show("\($0) of \(points.count) simulations") }
        }
    }

    /// Writes the numbers where they are wanted.
    func write(_ text: String) throws {
        guard let csv else { return }
        try orFail { try text.write(toFile: csv, atomically: true, encoding: .utf8) }
        print("Written: \(csv)")
    }
}
