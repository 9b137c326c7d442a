import Modeling
import Symbolics

extension Model {
    /// What a quantity or output is, as its component says; its name where nothing goes by it.
    func meaning(of name: String) -> String {
        states.first { $0.name == name }?.meaning ?? variables.first { $0.name == name }?.meaning
            ?? controls.first { $0.name == name }?.meaning ?? outputs.first { $0.name == name }?.meaning
            ?? parameters.first { $0.name == name }?.meaning ?? name
    }

    /// The symbol of a state, derived quantity or control.
    func quantity(named name: String) -> Symbol? {
        states.first { $0.name == name }?.symbol ?? variables.first { $0.name == name }?.symbol
            ?? controls.first { $0.name == name }?.symbol
    }
}
