import CSBML
import Symbolics

extension SBMLModelReader {
    func reactions() throws -> [SBMLReaction] {
        try each(Model_getNumReactions(model)) { Model_getReaction(model, $0) }.map { reaction in
            let id = text(Reaction_getId(reaction)) ?? ""
            let law = Reaction_getKineticLaw(reaction)
            let local = law.map { localParameters($0, of: id) } ?? []
            mathematics.locals = Dictionary(local.map { ($0.id, SBMLName.local($0.id, of: id)) }) { $1 }
            defer { mathematics.locals = [:] }
            let rate = try law.flatMap { try expression(KineticLaw_getMath($0), of: reaction) }
            mathematics.locals = [:]
            return SBMLReaction(
                id: id, name: text(Reaction_getName(reaction)) ?? id,
                reactants: try each(Reaction_getNumReactants(reaction)) { Reaction_getReactant(reaction, $0) }
                    .map(participant),
                products: try each(Reaction_getNumProducts(reaction)) { Reaction_getProduct(reaction, $0) }
                    .map(participant),
                rate: rate, localParameters: local)
        }
    }

    private func participant(_ reference: OpaquePointer) throws -> SBMLReaction.Participant {
        let mathematics = try SpeciesReference_getStoichiometryMath(reference).flatMap {
            try expression(StoichiometryMath_getMath($0), of: reference)
        }
        let isWritten = SpeciesReference_isSetStoichiometry(reference) != 0 || document.level < 3
        return SBMLReaction.Participant(
            id: text(SpeciesReference_getId(reference)), species: text(SpeciesReference_getSpecies(reference)) ?? "",
            stoichiometry: isWritten ? SpeciesReference_getStoichiometry(reference) : nil, mathematics: mathematics,
            isConstant: document.level < 3 || SpeciesReference_getConstant(reference) != 0)
    }

    /// Level 2 keeps them as parameters, Level 3 as local ones.
    private func localParameters(_ law: OpaquePointer, of reaction: String) -> [SBMLParameter] {
        if document.level >= 3 {
            return each(KineticLaw_getNumLocalParameters(law)) { KineticLaw_getLocalParameter(law, $0) }.map {
                let id = text(LocalParameter_getId($0)) ?? ""
                return SBMLParameter(
                    id: id, name: text(LocalParameter_getName($0)) ?? id,
                    value: LocalParameter_isSetValue($0) != 0 ? LocalParameter_getValue($0) : nil, isConstant: true,
                    unit: text(LocalParameter_getUnits($0)).map(named))
            }
        }
        return each(KineticLaw_getNumParameters(law)) { KineticLaw_getParameter(law, $0) }.map {
            let id = text(Parameter_getId($0)) ?? ""
            return SBMLParameter(
                id: id, name: text(Parameter_getName($0)) ?? id,
                value: Parameter_isSetValue($0) != 0 ? Parameter_getValue($0) : nil, isConstant: true,
                unit: text(Parameter_getUnits($0)).map(named))
        }
    }

    func fastReactions() -> [FileError.Problem] {
        each(Model_getNumReactions(model)) { Model_getReaction(model, $0) }.compactMap { reaction in
            guard Reaction_isSetFast(reaction) != 0, Reaction_getFast(reaction) != 0 else { return nil }
            return .init(
                file: document.file, line: Int(SBase_getLine(reaction)),
                "the fast reaction '\(text(Reaction_getId(reaction)) ?? "")' is not supported")
        }
    }

    /// A reaction without a rate stands still, but in models for flux balance, whose rates are sought and not given.
    func withoutRate() -> [FileError.Problem] {
        guard document.packages.contains(where: { $0.name == "fbc" }) else { return [] }
        let reaction = each(Model_getNumReactions(model)) { Model_getReaction(model, $0) }
            .first { Reaction_isSetKineticLaw($0) == 0 }
        return reaction.map { reaction in
            [
                .init(
                    file: document.file, line: Int(SBase_getLine(reaction)),
                    "flux balance (package 'fbc', reactions without a kinetic law) is not supported")
            ]
        } ?? []
    }
}
