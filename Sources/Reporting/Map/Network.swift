import Modeling
import Symbolics

/// The components of a model and what each takes from the others.
struct Network {
    /// One arrow: all that a component takes from another.
    struct Arrow {
        let source: String
        let target: String
        /// Names of the source's quantities, in the model's order.
        let quantities: [String]
    }

    let components: [Model.ComponentSummary]
    let arrows: [Arrow]

    init(_ model: Model) {
        components = model.components
        let names = ModelNames(model)
        var quantities: [String: [String]] = [:]
        var ends: [(key: String, source: String, target: String)] = []
        for input in model.variables where input.isInput {
            guard let target = names.component(of: input.name) else { continue }
            for name in input.definition.symbols.map(\.name) {
                guard let source = names.component(of: name), source != target else { continue }
                let key = "\(source) \(target)"
                if quantities[key] == nil { ends.append((key, source, target)) }
                if quantities[key]?.contains(name) != true { quantities[key, default: []].append(name) }
            }
        }
        arrows = ends.map { Arrow(source: $0.source, target: $0.target, quantities: quantities[$0.key] ?? []) }
    }
}
