import Symbolics

/// How quantities of a file are called in a model. Identifiers of SBML have no dots, so that names with one are free.
enum SBMLName {
    /// What mathematics mean by an identifier.
    ///
    /// A quantity that is called `time` is not the time.
    static func symbol(_ id: String) -> Symbol {
        Symbol(id == Symbol.time.name ? renamedTime : id, unit: .one)
    }

    private static let renamedTime = "file.time"

    /// The identifier whose meaning a symbol is.
    static func identifier(_ symbol: Symbol) -> String {
        symbol.name == renamedTime ? Symbol.time.name : symbol.name
    }

    static func amount(_ species: String) -> Symbol { Symbol("\(species).amount", unit: .one) }
    static func concentration(_ species: String) -> String { "\(species).concentration" }

    /// The derivative to time of what an identifier means.
    static func rate(of id: String) -> Symbol { Symbol("rate.\(id)", unit: .one) }

    /// The identifier whose rate a symbol stands for.
    static func identifier(ofRate symbol: Symbol) -> String? {
        symbol.name.hasPrefix("rate.") ? String(symbol.name.dropFirst("rate.".count)) : nil
    }

    /// What the delay at a place stands for.
    static func delayed(_ place: Int) -> Symbol { Symbol("delayed.\(place)", unit: .one) }

    /// The place of the delay that a symbol stands for.
    static func place(ofDelayed symbol: Symbol) -> Int? {
        symbol.name.hasPrefix("delayed.") ? Int(symbol.name.dropFirst("delayed.".count)) : nil
    }

    static func local(_ parameter: String, of reaction: String) -> Symbol {
        Symbol("\(reaction).\(parameter)", unit: .one)
    }

    /// Time as a pure number of the file's units, which every expression of a file is written with.
    static let time = Symbol("file.now", unit: .one)
}
