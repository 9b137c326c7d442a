@testable import Modeling
@testable import Solving

/// Women who differ in how they absorb and clear the medicine of `Absorption`, a lane each.
struct WomenBatch {
    /// Per day, per day, and the share that arrives.
    struct Woman {
        var ka: Double
        var ke: Double
        var share: Double
    }

    let women: [Woman]

    init(_ women: [Woman]) { self.women = women }

    init(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        women = (0..<LaneShape.batch).map { _ in
            Woman(
                ka: numbers.number(in: 2...8), ke: numbers.number(in: 0.2...1.5), share: numbers.number(in: 0.1...0.9))
        }
    }

    static let days = 10
    /// Beginning, middle and end of the averages that are looked at.
    static let samples: [Sample] = [
        .instant(0.7), .average(from: 2, to: 3), .instant(5), .average(from: 3.5, to: 9), .instant(10),
    ]

    /// Ten days of a 10 mg tablet a day.
    func problem(_ compiled: CompiledModel) throws -> LaneProblem {
        var schedule = Schedule()
        schedule.doses(10 * milligram, port: "drug.oral", every: 1, from: 0, until: Double(Self.days))
        var constants = LaneRows(compiled.equations.constants.count, .women)
        for lane in women.indices {
            let woman = women[lane]
            for (name, value) in [("ka", woman.ka), ("ke", woman.ke), ("share", woman.share)] {
                constants[try LaneProblem.index(of: "drug.\(name)", in: compiled), lane] = value
            }
        }
        return LaneProblem(
            compiled, constants: constants, states: .resting(compiled, constants: constants),
            span: 0...Double(Self.days), schedule: LaneSchedule(LaneEvent.shared(schedule.events { _ in 0 })))
    }

    /// What the closed form gives at the end, in mg.
    func bloodAtEnd(_ lane: Int) -> Double {
        let woman = women[lane]
        return (0..<Self.days).map {
            10 * woman.share * bateman(Double(Self.days - $0), ka: woman.ka, ke: woman.ke)
        }.reduce(0, +)
    }
}

extension LaneTrajectory {
    /// Everything it holds, bit by bit.
    var bits: [UInt64] { (outputs + [finalStates]).flatMap(\.values).map(\.bitPattern) }
}
