import Symbolics

extension PEtabProblem {
    /// Finds out whether every name means something.
    ///
    /// - Throws: `FileError` with all names that mean nothing.
    func checkNames() throws {
        var problems: [FileError.Problem] = []
        let entities = models.map { Set($0.description.identifiers) }
        let table = Set(parameters.map(\.id))
        func isKnown(_ name: String, in model: Int, and others: Set<String> = []) -> Bool {
            name == Symbol.time.name || table.contains(name) || others.contains(name)
                || entities[model].contains(aliases[name] ?? name)
        }
        func report(
            _ expression: Expression, _ model: Int, _ others: Set<String>, _ place: (file: String, line: Int),
            _ column: String
        ) {
            for symbol in expression.symbols where !isKnown(symbol.name, in: model, and: others) {
                let problem = FileError.Problem(
                    file: place.file, line: place.line, place: column,
                    "'\(symbol.name)' is neither a parameter of the problem nor part of the model")
                if !problems.contains(problem) { problems.append(problem) }
            }
        }
        let names = Set(observables.map(\.id))
        for measurement in measurements {
            let observable = observables[measurement.observable]
            let others = names.union(observable.placeholders).union(observable.noisePlaceholders)
            let place = (measurement.row.file, measurement.row.line)
            report(observable.formula, measurement.model, others, place, "formula of \(observable.id)")
            report(observable.noise, measurement.model, others, place, "noise of \(observable.id)")
            for value in measurement.observableParameters {
                report(value, measurement.model, [], place, "observableParameters")
            }
            for value in measurement.noiseParameters { report(value, measurement.model, [], place, "noiseParameters") }
            for change in experiments[measurement.experiment].periods.flatMap(\.changes) {
                report(change.value, measurement.model, [], (change.file, change.line), change.target)
                if !entities[measurement.model].contains(aliases[change.target] ?? change.target) {
                    let problem = FileError.Problem(
                        file: change.file, line: change.line, place: change.target,
                        "the model has no '\(change.target)'")
                    if !problems.contains(problem) { problems.append(problem) }
                }
            }
        }
        if !problems.isEmpty { throw FileError(problems) }
    }
}

extension SBMLModel {
    /// What formulas of others may name.
    var identifiers: [String] {
        compartments.map(\.id) + species.map(\.id) + parameters.map(\.id) + reactions.map(\.id)
            + reactions.flatMap { ($0.reactants + $0.products).compactMap(\.id) }
            + reactions.flatMap { reaction in
                reaction.localParameters.flatMap { [$0.id, "\(reaction.id).\($0.id)"] }
            }
    }
}
