import Modeling
import Symbolics

import func Foundation.exp
import func Foundation.log

/// A medicine that is gone within hours and a state that answers over years: dS/dt = k (g(C) − S), where g saturates.
struct SlowResponse: Component {
    let path = "body"
    let summary = "A slow answer to a fast medicine."

    static let elimination = 6.0
    static let volume = 10.0
    static let half = 0.5
    static let slowness = 0.001
    static let depotHalfLife = 40.0

    func define(in b: ComponentBuilder) {
        let elimination = b.parameter("elimination", Self.elimination, "1/d", .assumed("test"), "Elimination")
        let release = b.parameter("release", log(2) / Self.depotHalfLife, "1/d", .assumed("test"), "Release")
        let volume = b.parameter("volume", Self.volume, "L", .assumed("test"), "Volume")
        let half = b.parameter("half", Self.half, "mg/L", .assumed("test"), "Level of half the effect")
        let slowness = b.parameter("slowness", Self.slowness, "1/d", .assumed("test"), "Speed of the answer")
        let infusion = b.control("infusion", 0, "mg/d", "Infusion")
        let depot = b.state("depot", "mg", initial: Expression(0, "mg"), scale: 10, "Under the skin")
        let blood = b.state("blood", "mg", initial: Expression(0, "mg"), scale: 10, "In the blood")
        let answer = b.state("answer", .one, initial: 0, "The answer")
        let level = b.variable("level", "mg/L", blood / volume, "Level in the blood")
        b.rate(of: depot, -release * depot)
        b.rate(of: blood, infusion + release * depot - elimination * blood)
        b.rate(of: answer, slowness * (level / (level + half) - answer))
        b.dosePort("vein", "mg", "An injection") { [(blood, $0)] }
        b.dosePort("depot", "mg", "A depot") { [(depot, $0)] }
        b.output("answer", .one, answer, "The answer")
        b.output("level", "mg/L", level, "Level in the blood")
    }

    static func compiled() throws -> CompiledModel {
        var assembly = Assembly("slow response")
        assembly.add(SlowResponse())
        return try CompiledModel(assembly.model())
    }

    /// Level in mg/L after injections of 10 mg at the given times, just before any at that time.
    static func level(_ time: Double, after doses: [Double]) -> Double {
        doses.filter { $0 < time }.map { 10 / volume * exp(-elimination * (time - $0)) }.reduce(0, +)
    }

    /// The average effect of a 10 mg injection a day once days repeat: the integral of C / (C + E) over a decay from
    /// the peak to the trough.
    static var averageEffect: Double {
        let peak = 10 / volume / (1 - exp(-elimination))
        return log((peak + half) / (peak * exp(-elimination) + half)) / elimination
    }

    /// The effect of the average level of a 10 mg injection a day.
    static var effectOfAverage: Double {
        let average = 10 / volume / elimination
        return average / (average + half)
    }
}
