extension PEtabReader {
    func parameters() throws -> [PEtabParameter] {
        var known = Set<String>()
        return try rows(files.parameters, requiring: ["parameterId", "estimate"]).map { row in
            let id = try row.text("parameterId")
            guard known.insert(id).inserted else { throw row.failure("parameterId", "'\(id)' is there twice") }
            let isEstimated = try isEstimated(row)
            let scale: PEtabParameter.Scale = isVersion1 ? try row.choice("parameterScale", or: .lin) : .lin
            let bounds = try bounds(row, isEstimated: isEstimated)
            if isEstimated, scale != .lin, bounds.lowerBound <= 0 {
                throw row.failure("lowerBound", "\(bounds.lowerBound) has no logarithm; the scale is \(scale.rawValue)")
            }
            let nominal = try row.optionalNumber("nominalValue")
            if !isEstimated, nominal == nil {
                throw row.failure("nominalValue", "'\(id)' is not estimated and has no value")
            }
            return PEtabParameter(
                id: id, scale: scale, bounds: bounds, nominalValue: nominal, isEstimated: isEstimated,
                prior: isEstimated ? try prior(row, bounds, scale) : nil)
        }
    }

    private func isEstimated(_ row: PEtabRow) throws -> Bool {
        switch try row.text("estimate").lowercased() {
        case "1", "1.0", "true": return true
        case "0", "0.0", "false": return false
        case let other:
            throw row.failure("estimate", "'\(other)' is neither \(isVersion1 ? "0 nor 1" : "true nor false")")
        }
    }

    private func bounds(_ row: PEtabRow, isEstimated: Bool) throws -> ClosedRange<Double> {
        let lower = try row.optionalNumber("lowerBound")
        let upper = try row.optionalNumber("upperBound")
        guard isEstimated else { return -.infinity ... .infinity }
        guard let lower else { throw row.failure("lowerBound", "a parameter that is estimated needs a bound") }
        guard let upper else { throw row.failure("upperBound", "a parameter that is estimated needs a bound") }
        guard lower <= upper else { throw row.failure("upperBound", "\(upper) is below the lower bound \(lower)") }
        return lower...upper
    }

    private func prior(
        _ row: PEtabRow, _ bounds: ClosedRange<Double>, _ scale: PEtabParameter.Scale
    ) throws -> PEtabPrior? {
        let (kindColumn, numberColumn) =
            isVersion1 ? ("objectivePriorType", "objectivePriorParameters") : ("priorDistribution", "priorParameters")
        guard let name = row[kindColumn] else {
            // In version 2 what is estimated is uniform between its bounds where nothing else is said.
            let isBounded =
                bounds.lowerBound.isFinite && bounds.upperBound.isFinite && bounds.lowerBound < bounds.upperBound
            return isVersion1 || !isBounded ? nil : PEtabPrior(.uniform, [bounds.lowerBound, bounds.upperBound])
        }
        let kind: (PEtabPrior.Distribution, onScale: Bool)? =
            isVersion1 ? Self.version1Priors[name] : PEtabPrior.Distribution(rawValue: name).map { ($0, false) }
        guard let kind else {
            let names =
                isVersion1 ? Self.version1Priors.keys.sorted() : PEtabPrior.Distribution.allCases.map(\.rawValue)
            throw row.failure(kindColumn, "'\(name)' is none of \(names.joined(separator: ", "))")
        }
        let numbers = try row.list(numberColumn).map { text in
            guard let number = PEtabRow.number(text) else { throw row.failure(numberColumn, "'\(text)' is no number") }
            return number
        }
        if kind.0 == .uniform, numbers.isEmpty, isVersion1 { return nil }
        guard numbers.count == kind.0.parameterCount else {
            throw row.failure(
                numberColumn,
                "\(numbers.count) numbers stand here; '\(name)' has \(kind.0.parameterCount), separated by semicolons")
        }
        return PEtabPrior(kind.0, numbers, truncation: isVersion1 ? nil : bounds, scale: kind.onScale ? scale : .lin)
    }

    private static let version1Priors: [String: (PEtabPrior.Distribution, onScale: Bool)] = [
        "uniform": (.uniform, false), "normal": (.normal, false), "laplace": (.laplace, false),
        "logNormal": (.logNormal, false), "logLaplace": (.logLaplace, false),
        "parameterScaleUniform": (.uniform, true), "parameterScaleNormal": (.normal, true),
        "parameterScaleLaplace": (.laplace, true),
    ]
}
