import Modeling
import Solving
import Symbolics
import Testing

@testable import Exchange
@testable import Physiology

/// What is disturbed for a year and then let go.
private struct Disturbance: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var condition: Condition.Kind?
    var control: (name: String, value: Double)?

    static let conditions = Condition.Kind.examples.map { kind in
        Disturbance(testDescription: "\(kind)", condition: kind)
    }

    /// Every control of every axis, at half of its usual value, or at one where it is usually zero.
    static let controls: [Disturbance] = ((try? WomanModel.model(for: []).controls) ?? [])
        .filter { $0.name.hasPrefix("axes.") }
        .map { control in
            let value = control.defaultValue == 0 ? 1 : control.defaultValue / 2
            return Disturbance(testDescription: "\(control.name) at \(value)", control: (control.name, value))
        }
}

@Suite("What passes")
struct RecoveryTests {
    /// Years.
    private static let (length, rest) = (1.0, 3.0)
    /// Of the state, or of its scale where it is zero at rest.
    private static let tolerance = 0.01

    /// States that take longer, by the beginning or end of their names, and why.
    private static let lasting = [
        "axes.metabolism.material": "the strength of bone material is renewed with bone, a third a year",
        "skeleton.osteocytes.": "osteocytes live for decades",
        ".volume": "bone that was lost comes back slowly, and in part",
        ".mineral": "new bone takes years to fill with mineral",
        "outcomes.": "what has happened is counted",
    ]

    private func run(_ disturbance: Disturbance?) throws -> Trajectory {
        var experiment = Experiment(woman: .aged(30))
        if let kind = disturbance?.condition {
            experiment.woman.conditions = [Condition(kind, until: Self.length * Unit.daysPerYear)]
        }
        if let (name, value) = disturbance?.control {
            experiment.controlled = [name: value]
            experiment.changedBack = Self.length
        }
        return try experiment.observed(at: [Self.length, Self.length + Self.rest])
    }

    /// By how much each state differs from that of an undisturbed woman at the same time.
    private func deviations(_ disturbance: Disturbance, at sample: Int) throws -> [(name: String, by: Double)] {
        let (disturbed, undisturbed) = (try run(disturbance), try run(nil))
        return try WomanModel.model(for: []).states.enumerated().map { index, state in
            let (mine, other) = (disturbed.states[sample][index], undisturbed.states[sample][index])
            return (state.name, abs(mine - other) / max(abs(other), state.scale * state.unit.factor))
        }
    }

    private static func isLasting(_ name: String) -> Bool {
        lasting.keys.contains { name.hasPrefix($0) || name.hasSuffix($0) }
    }

    @Test(
        "three years after a year of any condition or of any axis held off its usual, every axis is back within 1 %",
        arguments: Disturbance.conditions + Disturbance.controls)
    fileprivate func returns(_ disturbance: Disturbance) throws {
        let left = try deviations(disturbance, at: 1).filter { $0.by > Self.tolerance && !Self.isLasting($0.name) }
        #expect(left.isEmpty, "\(disturbance.testDescription): \(left)")
    }

    @Test("a year of any condition moves an axis", arguments: Disturbance.conditions)
    fileprivate func disturbs(_ disturbance: Disturbance) throws {
        #expect(try deviations(disturbance, at: 0).contains { $0.name.hasPrefix("axes.") && $0.by > Self.tolerance })
    }

    @Test("what may last names states of the model, and the controls are found")
    func exceptions() throws {
        let names = try WomanModel.model(for: []).states.map(\.name)
        for key in Self.lasting.keys {
            #expect(names.contains { $0.hasPrefix(key) || $0.hasSuffix(key) }, "\(key)")
        }
        #expect(Disturbance.controls.count >= 5 && Disturbance.conditions.count >= 6)
    }
}
