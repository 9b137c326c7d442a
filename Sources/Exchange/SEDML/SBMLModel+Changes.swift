extension SBMLModel {
    /// Whether a change of SED-ML can be done: of a number that holds at the start.
    static func canChange(_ target: SBMLTarget) -> Bool {
        switch (target.kind, target.attribute) {
        case (.parameter, "value"), (.localParameter, "value"), (.compartment, "size"): true
        case (.species, "initialAmount"), (.species, "initialConcentration"): true
        default: false
        }
    }

    /// The model with other numbers in the place of those in its file.
    ///
    /// As in the file, what an initial assignment or a rule gives stays as that says.
    ///
    /// - Parameter description: the file that asks for the changes.
    /// - Throws: ``FileError`` naming what the model does not have.
    public func changed(by changes: [SEDMLDocument.Change], of description: String) throws -> SBMLModel {
        var model = self
        for change in changes where !model.apply(change) {
            throw FileError(
                file: description, line: change.line, "the model \(file) has nothing at the path '\(change.target)'")
        }
        return model
    }

    private mutating func apply(_ change: SEDMLDocument.Change) -> Bool {
        let target = change.target
        switch target.kind {
        case .parameter:
            guard let place = parameters.firstIndex(where: { $0.id == target.id }) else { return false }
            parameters[place].value = change.value
        case .compartment:
            guard let place = compartments.firstIndex(where: { $0.id == target.id }) else { return false }
            compartments[place].size = change.value
        case .species:
            guard let place = species.firstIndex(where: { $0.id == target.id }) else { return false }
            let isAmount = target.attribute == "initialAmount"
            species[place].initialAmount = isAmount ? change.value : nil
            species[place].initialConcentration = isAmount ? nil : change.value
        case .localParameter:
            guard let owner = reactions.firstIndex(where: { $0.id == target.reaction }),
                let place = reactions[owner].localParameters.firstIndex(where: { $0.id == target.id })
            else { return false }
            reactions[owner].localParameters[place].value = change.value
        case .reaction: return false
        }
        return true
    }
}
