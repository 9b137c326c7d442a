import Modeling
import Symbolics

/// The pieces that descriptions of a model are put together from.
struct ModelWriter {
    let model: Model
    let names: ModelNames
    let equations: [ModelEquation]
    var width: Int
    private let parameterValues: [String: Double]

    init(_ model: Model, width: Int) {
        self.model = model
        self.width = width
        names = ModelNames(model)
        equations = model.equations(names)
        parameterValues = Dictionary(
            uniqueKeysWithValues: model.parameters.map { ($0.name, $0.value * $0.unit.factor) })
    }

    /// A heading with its section beneath; nothing where the section is empty.
    func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["", title] + lines
    }

    /// A paragraph, indented.
    func paragraph(_ text: String, indent: Int = 0) -> [String] {
        let margin = String(repeating: " ", count: indent)
        return TextWrap.lines(text, width: width - indent).map { margin + $0 }
    }

    /// A table, indented like everything in a section.
    func table(_ columns: [TextTable.Column], _ rows: [[String]]) -> [String] {
        TextTable(columns: columns, rows: rows).rendered(width: width - 2)
            .split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { $0.isEmpty ? "" : "  \($0)" }
    }

    /// An equation as its component writes it.
    func equation(_ equation: ModelEquation, indent: Int = 2) -> [String] {
        let component = equation.component
        let name = equation.kind == .output ? equation.name : names.short(equation.name, in: component)
        let left = equation.left(name, target: equation.target.map { names.short($0, in: component) } ?? "")
        return EquationText.lines(left, mathematics(equation), width: width, indent: indent)
    }

    private func mathematics(_ equation: ModelEquation) -> String {
        let dose = model.dosePorts.first { $0.name == equation.name }?.dose
        return equation.expression.folded.text { symbol in
            if equation.kind == .dose, symbol == dose { return "dose" }
            // What an input is connected to is looked up elsewhere, so it gets its full name.
            return equation.kind == .input ? symbol.name : names.short(symbol.name, in: equation.component)
        }
    }

    /// `0.485`, the value of an expression of parameters alone.
    func value(_ expression: Expression, in unit: Unit) -> String {
        let number = expression.evaluate { parameterValues[$0.name] ?? .nan } / unit.factor
        return measured(NumberText.shortened(number, digits: 4), unit)
    }

    /// A number with its unit, if it has one.
    func measured(_ number: String, _ unit: Unit) -> String {
        let unit = UnitText.pretty(unit.symbol)
        return unit.isEmpty ? number : "\(number) \(unit)"
    }

    /// What a state is at rest, with the formula where there is one.
    func rest(_ state: State) -> String {
        let value = value(state.initial, in: state.unit)
        guard state.initial.constantValue == nil else { return "At rest \(value)." }
        let component = names.component(of: state.name)
        return "At rest \(value) = \(state.initial.text { names.short($0.name, in: component) })."
    }

    /// A meaning as a sentence, with the unit where there is one.
    func sentence(_ meaning: String, _ unit: Unit) -> String {
        let unit = UnitText.pretty(unit.symbol)
        return unit.isEmpty ? "\(meaning)." : "\(meaning) (\(unit))."
    }

    /// `a, b and c`.
    static func list(_ words: [String], last: String = "and") -> String {
        guard words.count > 1 else { return words.first ?? "" }
        return "\(words.dropLast().joined(separator: ", ")) \(last) \(words[words.count - 1])"
    }
}

extension Double {
    /// The shortest text that reads back exactly, without a needless decimal point.
    var exactText: String { self == rounded() && abs(self) < 1e9 ? String(Int(self)) : String(self) }
}

extension NumberText {
    /// A number with at most so many significant digits, without trailing zeros.
    static func shortened(_ value: Double, digits: Int = 3) -> String {
        let text = significant(value, digits: digits)
        return Double(text)?.exactText ?? text
    }
}
