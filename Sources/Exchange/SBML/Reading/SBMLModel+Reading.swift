import CSBML
import Symbolics

extension SBMLModel {
    /// Reads an SBML file of Level 2 or 3.
    ///
    /// What it asks for that is not supported is listed in `refusals`, so that all of it can be told at once.
    ///
    /// - Throws: `FileError` with file, line and sentence for a file that breaks the rules of SBML.
    public init(reading file: String) throws {
        let document = try SBMLDocument(file: file)
        let reader = SBMLModelReader(document, try document.model())
        self = try reader.read()
        let definitions = try SBMLDefinitions(self)
        let isSmall = definitions.pairs <= SBMLLimits.pairs
        try document.checkConsistency(generally: isSmall)
        if !isSmall { try definitions.checkDetermination() }
    }
}

/// Reads the parts of one model, in the order in which later ones need earlier ones.
struct SBMLModelReader {
    let document: SBMLDocument
    let model: OpaquePointer
    let mathematics: MathematicsReader

    init(_ document: SBMLDocument, _ model: OpaquePointer) {
        self.document = document
        self.model = model
        mathematics = MathematicsReader(file: document.file)
    }

    func read() throws -> SBMLModel {
        readFunctions()
        let compartments = compartments()
        let species = species()
        let parameters = parameters()
        let reactions = try reactions()
        let initialAssignments = try initialAssignments()
        let rules = try rules()
        let events = try events()
        let id = text(Model_getId(model)) ?? "model"
        return SBMLModel(
            file: document.file, id: id, name: text(Model_getName(model)) ?? id, level: document.level,
            version: document.version, time: timeUnit(), conversionFactor: text(Model_getConversionFactor(model)),
            compartments: compartments, species: species, parameters: parameters, reactions: reactions,
            initialAssignments: initialAssignments, rules: rules, events: events,
            delays: mathematics.delays,
            functionCount: Int(Model_getNumFunctionDefinitions(model)),
            constraintCount: Int(Model_getNumConstraints(model)), packages: document.packages,
            refusals: document.refusals + mathematics.refusals + fastReactions() + withoutRate())
    }

    /// The children of a list, by what fetches one.
    func each(_ count: UInt32, _ child: (UInt32) -> OpaquePointer?) -> [OpaquePointer] {
        (0..<count).compactMap(child)
    }

    /// An element's mathematics; none where it has none.
    func expression(_ node: OpaquePointer?, of element: OpaquePointer) throws -> Expression? {
        mathematics.line = Int(SBase_getLine(element))
        return try node.map(mathematics.expression)
    }

    private func readFunctions() {
        for function in each(Model_getNumFunctionDefinitions(model), { Model_getFunctionDefinition(model, $0) }) {
            let arguments = each(FunctionDefinition_getNumArguments(function)) {
                FunctionDefinition_getArgument(function, $0)
            }
            mathematics.define(
                text(FunctionDefinition_getId(function)) ?? "",
                .init(
                    arguments: arguments.map { text(ASTNode_getName($0)) ?? "" },
                    body: FunctionDefinition_getBody(function)))
        }
    }

    private func compartments() -> [SBMLCompartment] {
        each(Model_getNumCompartments(model)) { Model_getCompartment(model, $0) }.map { compartment in
            let id = text(Compartment_getId(compartment)) ?? ""
            return SBMLCompartment(
                id: id, name: text(Compartment_getName(compartment)) ?? id,
                dimensions: Compartment_getSpatialDimensionsAsDouble(compartment),
                size: Compartment_isSetSize(compartment) != 0 ? Compartment_getSize(compartment) : nil,
                isConstant: Compartment_getConstant(compartment) != 0,
                unit: unit(Compartment_getDerivedUnitDefinition(compartment)))
        }
    }

    private func species() -> [SBMLSpecies] {
        each(Model_getNumSpecies(model)) { Model_getSpecies(model, $0) }.map { species in
            let id = text(Species_getId(species)) ?? ""
            let declared = text(Species_getSubstanceUnits(species)) ?? text(Model_getSubstanceUnits(model))
            return SBMLSpecies(
                id: id, name: text(Species_getName(species)) ?? id,
                compartment: text(Species_getCompartment(species)) ?? "",
                initialAmount: Species_isSetInitialAmount(species) != 0 ? Species_getInitialAmount(species) : nil,
                initialConcentration: Species_isSetInitialConcentration(species) != 0
                    ? Species_getInitialConcentration(species) : nil,
                isAmount: Species_getHasOnlySubstanceUnits(species) != 0,
                isBoundary: Species_getBoundaryCondition(species) != 0,
                isConstant: Species_getConstant(species) != 0,
                conversionFactor: text(Species_getConversionFactor(species)),
                unit: document.level == 2 ? named(unit: declared ?? "substance") : declared.map(named))
        }
    }

    private func parameters() -> [SBMLParameter] {
        each(Model_getNumParameters(model)) { Model_getParameter(model, $0) }.map { parameter in
            let id = text(Parameter_getId(parameter)) ?? ""
            return SBMLParameter(
                id: id, name: text(Parameter_getName(parameter)) ?? id,
                value: Parameter_isSetValue(parameter) != 0 ? Parameter_getValue(parameter) : nil,
                isConstant: Parameter_getConstant(parameter) != 0,
                unit: text(Parameter_getUnits(parameter)).map(named))
        }
    }

    private func initialAssignments() throws -> [String: Expression] {
        var result: [String: Expression] = [:]
        for assignment in each(Model_getNumInitialAssignments(model), { Model_getInitialAssignment(model, $0) }) {
            guard let symbol = text(InitialAssignment_getSymbol(assignment)),
                let value = try expression(InitialAssignment_getMath(assignment), of: assignment)
            else { continue }
            result[symbol] = value
        }
        return result
    }

    private func rules() throws -> [SBMLRule] {
        try each(Model_getNumRules(model)) { Model_getRule(model, $0) }.compactMap { rule in
            guard let value = try expression(Rule_getMath(rule), of: rule) else { return nil }
            let variable = text(Rule_getVariable(rule)) ?? ""
            let kind: SBMLRule.Kind =
                Rule_isAlgebraic(rule) != 0
                ? .algebraic : Rule_isRate(rule) != 0 ? .rate(of: variable) : .assignment(of: variable)
            return SBMLRule(kind: kind, expression: value, line: Int(SBase_getLine(rule)))
        }
    }

    private func events() throws -> [SBMLEvent] {
        try each(Model_getNumEvents(model)) { Model_getEvent(model, $0) }.enumerated().compactMap { index, event in
            // An event without a condition never happens.
            guard let trigger = Event_getTrigger(event),
                let condition = try expression(Trigger_getMath(trigger), of: event)
            else { return nil }
            let delay = try Event_getDelay(event).flatMap { try expression(Delay_getMath($0), of: event) }
            let priority = try Event_getPriority(event).flatMap { try expression(Priority_getMath($0), of: event) }
            let assignments = try each(Event_getNumEventAssignments(event)) { Event_getEventAssignment(event, $0) }
                .compactMap { assignment in
                    try expression(EventAssignment_getMath(assignment), of: assignment).map {
                        (target: text(EventAssignment_getVariable(assignment)) ?? "", value: $0)
                    }
                }
            let isLevel3 = document.level >= 3
            return SBMLEvent(
                name: text(Event_getId(event)) ?? "event \(index + 1)", trigger: condition,
                initialValue: !isLevel3 || Trigger_getInitialValue(trigger) != 0,
                isPersistent: !isLevel3 || Trigger_getPersistent(trigger) != 0,
                takesValuesAtTrigger: Event_getUseValuesFromTriggerTime(event) != 0, delay: delay,
                priority: priority, assignments: assignments, line: Int(SBase_getLine(event)))
        }
    }
}
