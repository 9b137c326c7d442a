import Symbolics

extension SEDMLReader {
    func generator(_ element: XMLTree) -> SEDMLDocument.Generator? {
        guard element.name == "dataGenerator" else {
            refuse(element)
            return nil
        }
        guard let id = identifier(of: element) else { return nil }
        let variables = element.list("listOfVariables").compactMap(variable)
        var parameters: [String: Double] = [:]
        for parameter in element.list("listOfParameters") {
            if let name = identifier(of: parameter), let value = number("value", of: parameter) {
                parameters[name] = value
            }
        }
        guard let mathematics = element.first("math") else {
            problem(element, "the data generator '\(id)' has no mathematics")
            return nil
        }
        do {
            let expression = try MathematicsReader.expression(
                mathML: mathematics.fragment, line: mathematics.line, file: file)
            let known = Set(variables.map(\.id)).union(parameters.keys)
            for symbol in expression.symbols {
                let name = SBMLName.identifier(symbol)
                if !known.contains(name) {
                    problem(mathematics, "the data generator '\(id)' has no variable or parameter '\(name)'")
                }
            }
            return SEDMLDocument.Generator(
                id: id, name: element["name"] ?? id, variables: variables, parameters: parameters,
                mathematics: expression)
        } catch let error as FileError {
            for found in error.problems { problem(mathematics, "the data generator '\(id)': \(found.message)") }
        } catch {
            problem(mathematics, "the mathematics of the data generator '\(id)' cannot be read")
        }
        return nil
    }

    private func variable(_ element: XMLTree) -> SEDMLDocument.Variable? {
        guard let id = identifier(of: element) else { return nil }
        guard let task = element["taskReference"] else {
            problem(element, "the variable '\(id)' is of no task")
            return nil
        }
        if let symbol = element["symbol"], !symbol.isEmpty {
            guard ["urn:sedml:symbol:time", "KISAO:0000832"].contains(symbol) else {
                problem(element, "the symbol '\(symbol)' of '\(id)' is not supported; expected urn:sedml:symbol:time")
                return nil
            }
            return SEDMLDocument.Variable(id: id, quantity: .time, task: task)
        }
        guard let target = target(of: element) else { return nil }
        guard target.attribute == nil, target.kind != .localParameter else {
            problem(element, "the path '\(target)' of '\(id)' names nothing that changes over time")
            return nil
        }
        return SEDMLDocument.Variable(id: id, quantity: .value(of: target.id), task: task)
    }

    // MARK: Outputs

    func report(_ element: XMLTree) -> SEDMLDocument.Report? {
        guard ["report", "plot2D"].contains(element.name) else {
            refuse(element)
            return nil
        }
        guard let id = identifier(of: element) else { return nil }
        let isPlot = element.name == "plot2D"
        let sets = isPlot ? curves(of: element) : element.list("listOfDataSets").compactMap(dataSet)
        return SEDMLDocument.Report(
            id: id, name: element["name"] ?? id, isPlot: isPlot, dataSets: sets, line: element.line)
    }

    private func dataSet(_ element: XMLTree) -> SEDMLDocument.Report.DataSet? {
        guard let generator = attribute("dataReference", of: element), let id = identifier(of: element) else {
            return nil
        }
        return .init(id: id, label: element["label"] ?? id, generator: generator)
    }

    /// The generators of all curves, each once, in the order in which BioSimulators expects the data of a plot.
    private func curves(of plot: XMLTree) -> [SEDMLDocument.Report.DataSet] {
        var generators: [String] = []
        for curve in plot.list("listOfCurves") {
            guard curve.name == "curve" else {
                refuse(curve)
                continue
            }
            for name in ["xDataReference", "yDataReference"] {
                if let generator = attribute(name, of: curve), !generators.contains(generator) {
                    generators.append(generator)
                }
            }
        }
        return generators.sorted().map { .init(id: $0, label: $0, generator: $0) }
    }
}
