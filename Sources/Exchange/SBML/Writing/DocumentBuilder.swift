import CSBML
import Modeling
import Symbolics

/// Fills one document; a class because everything written into it shares its units, numbers and identifiers.
final class DocumentBuilder {
    let root: OpaquePointer
    let contents: SBMLContents
    let units: UnitDefinitionWriter
    let mathematics: MathematicsWriter
    private let numbers: ExactNumbers
    private var taken: Set<String> = []
    /// What inputs that only pass on one quantity stand for.
    private var passedOn = Substitution([:])

    var model: Model { contents.model }

    init(_ root: OpaquePointer, _ contents: SBMLContents, _ numbers: ExactNumbers) {
        self.root = root
        self.contents = contents
        self.numbers = numbers
        units = UnitDefinitionWriter(root)
        mathematics = MathematicsWriter(units: units, numbers: numbers)
    }

    func build() throws {
        Model_setId(root, "osteon")
        Model_setName(root, contents.title)
        Model_setTimeUnits(root, units.identifier(of: Unit.days.dimension))
        Model_setSubstanceUnits(root, units.identifier(of: Dimension(amount: 1)))
        Model_setExtentUnits(root, units.identifier(of: Dimension(amount: 1)))
        Model_setVolumeUnits(root, units.identifier(of: Dimension(length: 3)))
        SBase_setNotesString(root, Notes.paragraphs(contents.notes))
        passOn()
        try writeConstants()
        try writeStates()
        try writeVariables()
        try writeOutputs()
        try writeEvents()
    }

    /// Finds what inputs with one source, or none, stand for.
    private func passOn() {
        var sources: [Symbol: Expression] = [:]
        for variable in model.variables where isPassedOn(variable) {
            var known = Substitution(sources)
            sources[variable.symbol] = known.apply(to: variable.definition)
        }
        passedOn = Substitution(sources)
    }

    private func isPassedOn(_ variable: Variable) -> Bool {
        variable.isInput && (variable.definition.symbol != nil || variable.definition.constantValue != nil)
    }

    /// An expression without inputs that only pass on a quantity.
    func resolved(_ expression: Expression) -> Expression { passedOn.apply(to: expression) }

    // MARK: Quantities

    /// Declares a quantity.
    ///
    /// - Parameters:
    ///   - unit: what people read it in; the document's unit of the dimension if left out.
    ///   - value: in base units; nil for one that mathematics give.
    @discardableResult
    func declare(
        _ id: String, name: String, _ dimension: Dimension, unit: Unit? = nil, value: Double? = nil, isConstant: Bool,
        term: OntologyTerm, notes: [String] = []
    ) throws -> OpaquePointer {
        guard taken.insert(id).inserted else { throw SBMLWritingError("two quantities would be called '\(id)'") }
        let quantity = Model_createParameter(root)!
        Parameter_setId(quantity, id)
        Parameter_setName(quantity, name)
        let unit = unit.map { units.identifier(of: $0) } ?? units.identifier(of: dimension)
        Parameter_setUnits(quantity, unit)
        Parameter_setConstant(quantity, isConstant ? 1 : 0)
        SBase_setSBOTerm(quantity, term.rawValue)
        if let value {
            guard value.isFinite else { throw SBMLWritingError("'\(name)' has no value") }
            let value = value * UnitDefinitionWriter.perBaseUnit(dimension)
            Parameter_setValue(quantity, value)
            numbers.set(value, of: id)
        }
        if !notes.isEmpty { SBase_setNotesString(quantity, Notes.paragraphs(notes)) }
        return quantity
    }

    /// Gives a quantity its value at every moment.
    func assign(_ id: String, _ expression: Expression, in unit: Unit) throws {
        let rule = Model_createAssignmentRule(root)!
        Rule_setVariable(rule, id)
        try mathematics.write(resolved(expression), in: unit) { Rule_setMath(rule, $0) }
    }

    /// What keeps its value, unless an event gives it another.
    private func writeConstants() throws {
        let changing = changedQuantities
        for (parameter, value) in zip(model.parameters, contents.parameters) {
            let id = Identifiers.identifier(parameter.name)
            let dimension = parameter.unit.dimension
            var notes = Notes.of(parameter)
            if value != parameter.value * parameter.unit.factor {
                notes.append("Here: \(Notes.measured(value / parameter.unit.factor, parameter.unit)).")
            }
            let quantity = try declare(
                id, name: parameter.name, dimension, value: value,
                isConstant: !changing.contains(parameter.name),
                term: OntologyTerm(ofConstant: parameter.name, dimension),
                notes: notes)
            annotate(quantity, id, contents.resources(parameter.provenance))
        }
        for (control, value) in zip(model.controls, contents.controls) {
            try declare(
                Identifiers.identifier(control.name), name: control.name,
                control.unit.dimension, value: value,
                isConstant: !changing.contains(control.name),
                term: OntologyTerm(ofConstant: control.name, control.unit.dimension),
                notes: ["\(control.meaning). Set from outside; constant between events."])
        }
    }

    private func writeStates() throws {
        for (place, state) in model.states.enumerated() {
            let id = Identifiers.identifier(state.name)
            let dimension = state.unit.dimension
            let value = contents.state?[place] ?? state.initial.constantValue
            try declare(
                id, name: state.name, dimension, value: value, isConstant: false,
                term: OntologyTerm(of: dimension), notes: [state.meaning])
            if value == nil {
                let assignment = Model_createInitialAssignment(root)!
                InitialAssignment_setSymbol(assignment, id)
                try mathematics.write(state.initial, in: state.unit) { InitialAssignment_setMath(assignment, $0) }
            }
            let rule = Model_createRateRule(root)!
            Rule_setVariable(rule, id)
            try mathematics.write(resolved(state.rate), in: Unit(rateOf: state.unit)) { Rule_setMath(rule, $0) }
        }
    }

    private func writeVariables() throws {
        for variable in model.variables where !isPassedOn(variable) {
            let id = Identifiers.identifier(variable.name)
            let dimension = variable.unit.dimension
            try declare(
                id, name: variable.name, dimension, isConstant: false,
                term: OntologyTerm(of: dimension), notes: [variable.meaning])
            try assign(id, variable.definition, in: variable.unit)
        }
    }

    /// Outputs are in the unit people read; the literal that brings them there carries that unit.
    private func writeOutputs() throws {
        for output in model.outputs {
            let id = Identifiers.output(output.name)
            try declare(
                id, name: output.name, output.unit.dimension, unit: output.unit, isConstant: false,
                term: OntologyTerm(of: output.unit.dimension), notes: [output.meaning])
            let rule = Model_createAssignmentRule(root)!
            Rule_setVariable(rule, id)
            try mathematics.write(resolved(output.expression), showing: output.unit) { Rule_setMath(rule, $0) }
        }
    }

    /// Names the papers behind a quantity.
    private func annotate(_ element: OpaquePointer, _ id: String, _ resources: [String]) {
        guard !resources.isEmpty else { return }
        SBase_setMetaId(element, "meta_\(id)")
        let term = CVTerm_createWithQualifierType(BIOLOGICAL_QUALIFIER)!
        defer { CVTerm_free(term) }
        CVTerm_setBiologicalQualifierType(term, BQB_IS_DESCRIBED_BY)
        for resource in resources { CVTerm_addResource(term, resource) }
        SBase_addCVTerm(element, term)
    }
}
