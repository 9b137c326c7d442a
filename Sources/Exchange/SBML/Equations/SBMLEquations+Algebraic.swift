extension SBMLEquations {
    func solveAlgebraicRules() throws {
        for rule in source.rules {
            if case .algebraic = rule.kind {
                throw SBMLError(
                    file: source.file, kind: .unsupported, line: rule.line, "an algebraic rule is not supported")
            }
        }
    }
}
