import Symbolics

extension PEtabProblem {
    /// Reads a problem of version 1 or 2 with SBML models, and all the files it names.
    ///
    /// - Parameter file: the YAML file.
    /// - Throws: `FileError` with file, line and column.
    public init(reading file: String) throws {
        let reader = try PEtabReader(PEtabFiles(file: file))
        self = try reader.read()
    }
}

/// Reads the tables of one problem, in the order in which later ones need earlier ones.
struct PEtabReader {
    let files: PEtabFiles

    init(_ files: PEtabFiles) { self.files = files }

    var isVersion1: Bool { files.version == 1 }

    func read() throws -> PEtabProblem {
        let models = try files.models.map { PEtabModel(id: $0.id, description: try SBMLModel(reading: $0.path)) }
        let parameters = try parameters()
        let observables = try observables()
        let conditions = try isVersion1 ? wideConditions() : longConditions()
        var builder = PEtabMeasurementBuilder(
            reader: self, models: models.map(\.id), observables: observables, conditions: conditions,
            periods: try isVersion1 ? [:] : experiments())
        for table in try files.measurements.map({
            try PEtabTable(
                file: $0,
                requiring: isVersion1
                    ? ["observableId", "simulationConditionId", "time", "measurement"]
                    : ["observableId", "experimentId", "time", "measurement"])
        }) {
            for row in table.rows { try builder.add(row) }
        }
        guard !builder.measurements.isEmpty else {
            throw FileError(file: files.measurements[0], "there are no measurements")
        }
        let problem = PEtabProblem(
            file: files.file, version: files.version, models: models, parameters: parameters, observables: observables,
            experiments: builder.experiments, measurements: builder.measurements, aliases: try aliases())
        try problem.checkNames()
        return problem
    }

    /// All rows of tables of one kind.
    func rows(_ paths: [String], requiring columns: [String]) throws -> [PEtabRow] {
        try paths.flatMap { try PEtabTable(file: $0, requiring: columns).rows }
    }

    private func aliases() throws -> [String: String] {
        var aliases: [String: String] = [:]
        for row in try rows(files.mappings, requiring: ["petabEntityId", "modelEntityId"]) {
            if let entity = row["modelEntityId"] { aliases[try row.text("petabEntityId")] = entity }
        }
        return aliases
    }

    private func observables() throws -> [PEtabObservable] {
        var known = Set<String>()
        return try rows(files.observables, requiring: ["observableId", "observableFormula", "noiseFormula"]).map {
            row in
            let id = try row.text("observableId")
            guard known.insert(id).inserted else { throw row.failure("observableId", "'\(id)' is there twice") }
            let formula = try row.formula("observableFormula")
            let noise = try row.formula("noiseFormula")
            let error = try noiseModel(row)
            return PEtabObservable(
                id: id, formula: formula, noise: noise, transformation: error.transformation,
                distribution: error.distribution,
                placeholders: isVersion1
                    ? Self.placeholders("observableParameter", id, [formula, noise])
                    : row.list("observablePlaceholders"),
                noisePlaceholders: isVersion1
                    ? Self.placeholders("noiseParameter", id, [noise]) : row.list("noisePlaceholders"))
        }
    }

    private func noiseModel(_ row: PEtabRow) throws -> (
        transformation: PEtabObservable.Transformation, distribution: PEtabObservable.Distribution
    ) {
        if isVersion1 {
            return (
                try row.choice("observableTransformation", or: .lin), try row.choice("noiseDistribution", or: .normal)
            )
        }
        switch row["noiseDistribution"] ?? "normal" {
        case "normal": return (.lin, .normal)
        case "log-normal": return (.log, .normal)
        case "laplace": return (.lin, .laplace)
        case "log-laplace": return (.log, .laplace)
        case let other:
            throw row.failure("noiseDistribution", "'\(other)' is none of normal, log-normal, laplace, log-laplace")
        }
    }

    /// Names of version 1 that end in a number and the observable, from one on.
    private static func placeholders(_ kind: String, _ id: String, _ formulas: [Expression]) -> [String] {
        let used = Set(formulas.flatMap { $0.symbols.map(\.name) })
        let numbers = used.compactMap { name -> Int? in
            guard name.hasPrefix(kind), name.hasSuffix("_\(id)") else { return nil }
            return Int(name.dropFirst(kind.count).dropLast(id.count + 1))
        }
        return (numbers.max() ?? 0) == 0 ? [] : (1...(numbers.max() ?? 1)).map { "\(kind)\($0)_\(id)" }
    }
}
