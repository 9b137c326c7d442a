/// A method of simulation, or a setting of one, in the Kinetic Simulation Algorithm Ontology.
///
/// Source: KiSAO 2.14, as biosimulators_utils ships it.
public struct KiSAO: Hashable, Sendable, CustomStringConvertible {
    public let number: Int

    init(_ number: Int) { self.number = number }

    /// Reads `KISAO:0000019` and its spelling in addresses, `KISAO_0000019`.
    init?(_ text: String) {
        guard let match = text.wholeMatch(of: /(?:.*[\/#:])?KISAO[:_](\d{7})/), let number = Int(match.1) else {
            return nil
        }
        self.number = number
    }

    public var description: String {
        let digits = String(number)
        return "KISAO:" + String(repeating: "0", count: max(0, 7 - digits.count)) + digits
    }

    public static let cvode = KiSAO(19)
    public static let cvodes = KiSAO(496)
    static let relativeTolerance = KiSAO(209)
    static let absoluteTolerance = KiSAO(211)

    /// Other methods for ordinary differential equations, which give the same result to within their tolerances.
    private static let equivalent: [Int: String] = [
        30: "forward Euler", 31: "backward Euler", 32: "Runge-Kutta of fourth order", 33: "Rosenbrock",
        64: "Runge-Kutta", 86: "Fehlberg", 87: "Dormand-Prince", 88: "LSODA", 280: "Adams-Moulton",
        288: "backward differentiation", 301: "Heun", 304: "Radau", 560: "LSODA and LSODAR",
    ]

    /// What another method for the same equations is called; nil for methods of another kind.
    public var nameOfEquivalent: String? { Self.equivalent[number] }
}
