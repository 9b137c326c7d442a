import Modeling
import Symbolics

import func Foundation.exp

/// A body of two compartments into which doses go at once, or late by one lag or another: every result has a closed form.
struct TwoCompartmentBody: Component {
    let path = "body"
    let summary = "A central and a peripheral compartment."

    /// Per day: elimination, out to the peripheral compartment, and back.
    static let (k10, k12, k21) = (1.2, 0.9, 0.4)
    /// Days.
    static let (lag, longLag) = (0.1, 1.15)

    func define(in b: ComponentBuilder) {
        func rate(_ name: String, _ value: Double) -> Expression {
            b.parameter(name, value, "1/d", .assumed("test"), "Rate of \(name)")
        }
        let (k10, k12, k21) = (rate("k10", Self.k10), rate("k12", Self.k12), rate("k21", Self.k21))
        let start = b.parameter("start", 0, "mg", .assumed("test"), "In the central compartment at the start")
        let central = b.state("central", "mg", initial: start, "In the central compartment")
        let peripheral = b.state("peripheral", "mg", initial: Expression(0, "mg"), "In the peripheral compartment")
        let bystander = b.state("bystander", "mg", initial: Expression(5, "mg"), "What doses do not reach")
        b.rate(of: central, k21 * peripheral - (k10 + k12) * central)
        b.rate(of: peripheral, k12 * central - k21 * peripheral)
        b.rate(of: bystander, -k10 * bystander)
        b.dosePort("dose", "mg", "At once") { [(central, $0)] }
        b.dosePort("late", "mg", lag: Expression(Self.lag, "d"), "Late") { [(central, $0)] }
        b.dosePort("later", "mg", lag: Expression(Self.longLag, "d"), "Later than the next dose is due") { [(central, $0)] }
        b.dosePort("saturable", "mg", "Not in proportion") { [(central, $0 * $0 / Expression(1, "mg"))] }
        b.output("central", "mg", central, "In the central compartment")
        b.output("peripheral", "mg", peripheral, "In the peripheral compartment")
        b.output("bystander", "mg", bystander, "What doses do not reach")
    }

    static func compiled() throws -> CompiledModel {
        var assembly = Assembly("two compartments")
        assembly.add(TwoCompartmentBody())
        return try CompiledModel(assembly.model())
    }

    /// Rates of both exponentials, and their shares of what is in the central compartment after one unit at time zero.
    static let exponentials: [(rate: Double, share: Double)] = {
        let sum = k10 + k12 + k21
        let root = (sum * sum - 4 * k10 * k21).squareRoot()
        let (alpha, beta) = ((sum + root) / 2, (sum - root) / 2)
        return [(alpha, (alpha - k21) / (alpha - beta)), (beta, (k21 - beta) / (alpha - beta))]
    }()

    /// In the central compartment so long after one unit is given.
    static func unit(_ t: Double) -> Double {
        t < 0 ? 0 : exponentials.reduce(0) { $0 + $1.share * exp(-$1.rate * t) }
    }

    /// In the central compartment so long after an infusion of one unit a day began, which lasts `length` days.
    static func infusion(_ t: Double, length: Double) -> Double {
        guard t > 0 else { return 0 }
        return exponentials.reduce(0) { sum, part in
            sum + part.share / part.rate * (exp(-part.rate * max(0, t - length)) - exp(-part.rate * t))
        }
    }

    /// The sum over all doses of a regimen that has gone on for ever, of what each has left.
    ///
    /// - Parameter since: time since the last dose was taken.
    static func steady(since t: Double, every interval: Double, _ one: (Double) -> Double) -> Double {
        // The slow exponential forgets a factor of a million in sixty days; four hundred leave nothing.
        stride(from: 0, through: (400 / interval).rounded(), by: 1).reduce(0) { $0 + one(t + $1 * interval) }
    }
}
