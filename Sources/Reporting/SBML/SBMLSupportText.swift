import Exchange

/// What `osteon sbml check` says of a file.
public struct SBMLSupportText {
    private let model: SBMLModel
    private let support: SBMLSupport

    public init(_ model: SBMLModel) {
        self.model = model
        support = SBMLSupport(model)
    }

    public var isSimulated: Bool { support.refusals.isEmpty }

    /// The text for the terminal.
    public func text(width: Int) -> String {
        let features = TextTable(
            columns: [.init("feature", alignment: .left), .init("number"), .init("", alignment: .left, wraps: true)],
            rows: support.rows.map { row in
                [row.feature, "\(row.count)", row.standing.rawValue + (row.note.isEmpty ? "" : " (\(row.note))")]
            })
        let verdict =
            isSimulated
            ? "It can be simulated."
            : "It cannot be simulated:\n" + support.refusals.map { "- \($0)" }.joined(separator: "\n")
        return """
            \(model.name) (SBML Level \(model.level) Version \(model.version)), time in \(time).

            \(features.rendered(width: width))
            \(outputs(width: width))
            Units are shown as the file declares them; numbers are computed as they stand, without converting any.
            \(verdict)
            """
    }

    private var time: String {
        guard let unit = model.time else { return "a unit that the file does not name" }
        return unit.days.map { "\(unit.text) (\(NumberText.significant($0)) days)" } ?? unit.text
    }

    private func unit(_ id: String) -> String { model.unit(of: id) ?? "" }

    /// What can be reported, by identifier.
    private func outputs(width: Int) -> String {
        let species = model.species.map { species in
            [
                species.id, species.isAmount ? "species, amount" : "species, concentration", unit(species.id),
                species.name,
            ]
        }
        let compartments = model.compartments.filter { !$0.isConstant }.map { compartment in
            [compartment.id, "size of compartment", unit(compartment.id), compartment.name]
        }
        let parameters = model.parameters.filter { !$0.isConstant }.map { parameter in
            [parameter.id, "parameter", unit(parameter.id), parameter.name]
        }
        let reactions = model.reactions.map { [$0.id, "rate of reaction", "", $0.name] }
        return TextTable(
            columns: [
                .init("output", alignment: .left), .init("kind", alignment: .left),
                .init("unit", alignment: .left, wraps: true),
                .init("name", alignment: .left, wraps: true),
            ], rows: species + compartments + parameters + reactions
        ).rendered(width: width)
    }
}
