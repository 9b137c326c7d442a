import Modeling
import Symbolics

/// Which component each quantity belongs to, and how short its name may be written where.
struct ModelNames {
    let paths: Set<String>
    /// Full names of everything that can stand in an equation, in the model's order.
    let quantities: [String]
    /// The quantities whose names share an ending.
    private let endings: [String: [String]]

    init(_ model: Model) {
        paths = Set(model.components.map(\.path))
        quantities =
            model.states.map(\.name) + model.parameters.map(\.name) + model.controls.map(\.name)
            + model.variables.map(\.name)
        var endings: [String: [String]] = [:]
        for name in quantities {
            for ending in Self.endings(of: name) { endings[ending, default: []].append(name) }
        }
        self.endings = endings
    }

    /// The component a quantity belongs to; nil for time.
    func component(of name: String) -> String? {
        var parts = name.split(separator: ".")
        while parts.count > 1 {
            parts.removeLast()
            let path = parts.joined(separator: ".")
            if paths.contains(path) { return path }
        }
        return nil
    }

    /// The name within its own component.
    func local(_ name: String) -> String {
        component(of: name).map { String(name.dropFirst($0.count + 1)) } ?? name
    }

    /// The name as it stands in an equation of a component: local there, else as much of the path as is needed.
    func short(_ name: String, in component: String?) -> String {
        guard let owner = self.component(of: name) else { return name }
        if owner == component { return local(name) }
        return Self.endings(of: name).first { $0.contains(".") && endings[$0]?.count == 1 } ?? name
    }

    /// The quantities whose names end in a text, at a dot.
    func quantities(endingIn text: String) -> [String] { endings[text] ?? [] }

    /// Every ending of a name that starts after a dot, shortest first, and the name itself.
    static func endings(of name: String) -> [String] {
        let parts = name.split(separator: ".")
        return parts.indices.reversed().map { parts[$0...].joined(separator: ".") }
    }
}
