import CSBML
import Foundation

extension SEDMLDocument {
    /// Reads a SED-ML file of Level 1.
    ///
    /// Everything that it asks for and this program does not do is told at once, by name and line.
    ///
    /// - Throws: ``SEDMLError`` for a file that cannot be read, or asks for more than time courses of SBML models.
    public init(reading file: String) throws {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: file)) else {
            throw SEDMLError(file: file, "the file cannot be read")
        }
        let root: XMLTree
        do { root = try XMLTree(reading: [UInt8](data)) } catch let problem as XMLProblem {
            throw SEDMLError(file: file, line: problem.line, problem.message)
        }
        let reader = SEDMLReader(file: file)
        self = try reader.read(root)
    }
}

/// Reads one file; a class because everything read from it shares one list of what is wrong.
final class SEDMLReader {
    private let file: String
    private var problems: [SEDMLError.Problem] = []

    init(file: String) { self.file = file }

    func read(_ root: XMLTree) throws -> SEDMLDocument {
        guard root.name == "sedML", root.space.hasPrefix("http://sed-ml.org/") else {
            throw SEDMLError(file: file, line: root.line, "the file begins with '\(root.name)'; expected 'sedML' of SED-ML")
        }
        for element in root.children where !Self.parts.contains(element.name) { refuse(element) }
        for name in ["listOfDataDescriptions", "listOfAlgorithmParameters", "listOfStyles"] {
            for element in root.list(name) where name == "listOfDataDescriptions" { refuse(element) }
        }
        let document = SEDMLDocument(
            file: file, models: root.list("listOfModels").compactMap(model),
            simulations: root.list("listOfSimulations").compactMap(timeCourse),
            tasks: root.list("listOfTasks").compactMap(task),
            generators: root.list("listOfDataGenerators").compactMap(generator),
            reports: root.list("listOfOutputs").compactMap(report))
        if problems.isEmpty { check(document) }
        guard problems.isEmpty else {
            throw SEDMLError(file: file, problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
        }
        return document
    }

    private static let parts: Set<String> = [
        "notes", "annotation", "listOfModels", "listOfSimulations", "listOfTasks", "listOfDataGenerators",
        "listOfOutputs", "listOfDataDescriptions", "listOfAlgorithmParameters", "listOfStyles",
    ]

    // MARK: What is wrong

    private func problem(_ element: XMLTree, _ message: String) {
        problems.append(.init(line: element.line > 0 ? element.line : nil, message))
    }

    private func refuse(_ element: XMLTree) {
        let id = element["id"].map { " '\($0)'" } ?? ""
        problem(element, "'\(element.name)'\(id) is not supported; expected uniform time courses of SBML models")
    }

    private func attribute(_ name: String, of element: XMLTree) -> String? {
        guard let value = element[name], !value.isEmpty else {
            problem(element, "'\(element.name)' has no '\(name)'")
            return nil
        }
        return value
    }

    /// Identifiers become names of files and columns, so that they have to be what SED-ML says.
    private func identifier(of element: XMLTree) -> String? {
        guard let id = attribute("id", of: element) else { return nil }
        guard id.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_]{0,199}/) != nil else {
            problem(element, "'\(id.prefix(40))' is no identifier; expected letters, digits and underscores")
            return nil
        }
        return id
    }

    private func number(_ name: String, of element: XMLTree) -> Double? {
        guard let text = attribute(name, of: element) else { return nil }
        guard let value = Double(text.trimmingCharacters(in: .whitespaces)), value.isFinite else {
            problem(element, "\(name): '\(text.prefix(40))' is no number")
            return nil
        }
        return value
    }

    // MARK: Models

    private func model(_ element: XMLTree) -> SEDMLDocument.Model? {
        guard element.name == "model" else {
            refuse(element)
            return nil
        }
        guard let id = identifier(of: element), let source = attribute("source", of: element) else { return nil }
        let language = element["language"] ?? ""
        guard language.isEmpty || language.hasPrefix("urn:sedml:language:sbml") || language.contains("identifiers.org/combine.specifications:sbml")
            || language.contains("identifiers.org/combine.specifications/sbml")
        else {
            problem(element, "the model '\(id)' is in '\(language)'; expected SBML")
            return nil
        }
        return SEDMLDocument.Model(
            id: id, source: source, changes: element.list("listOfChanges").compactMap(change), line: element.line)
    }

    private func change(_ element: XMLTree) -> SEDMLDocument.Change? {
        guard element.name == "changeAttribute" else {
            refuse(element)
            return nil
        }
        guard let target = target(of: element), let value = number("newValue", of: element) else { return nil }
        guard SBMLModel.canChange(target) else {
            problem(
                element, "'\(target)' is not changed; expected the value of a parameter, the size of a compartment, or "
                    + "the initial amount or concentration of a species")
            return nil
        }
        return SEDMLDocument.Change(target: target, value: value, line: element.line)
    }

    private func target(of element: XMLTree) -> SBMLTarget? {
        guard let path = attribute("target", of: element) else { return nil }
        do throws(SBMLTarget.Refusal) { return try SBMLTarget(path, prefixes: element.prefixes) } catch {
            problem(element, "the path '\(path)' \(error.message)")
            return nil
        }
    }

    // MARK: Simulations

    private static let mostSteps = 10_000_000

    private func timeCourse(_ element: XMLTree) -> SEDMLDocument.TimeCourse? {
        guard element.name == "uniformTimeCourse" else {
            refuse(element)
            return nil
        }
        // Up to Version 3 the number of steps was called that of points, and meant the same.
        let count = element["numberOfSteps"] != nil ? "numberOfSteps" : "numberOfPoints"
        guard let id = identifier(of: element), let initial = number("initialTime", of: element),
            let start = number("outputStartTime", of: element), let end = number("outputEndTime", of: element),
            let steps = number(count, of: element)
        else { return nil }
        guard initial == 0 else {
            problem(element, "the simulation '\(id)' begins at \(initial); expected 0, where initial values hold")
            return nil
        }
        guard start >= initial, end > start else {
            problem(element, "the simulation '\(id)' reports from \(start) to \(end); expected an end after its start")
            return nil
        }
        guard (1...Double(Self.mostSteps)).contains(steps), steps == steps.rounded() else {
            problem(element, "\(count) of '\(id)' is \(steps); expected 1 to \(Self.mostSteps)")
            return nil
        }
        guard let algorithm = element.first("algorithm"), let name = attribute("kisaoID", of: algorithm) else {
            problem(element, "the simulation '\(id)' names no algorithm")
            return nil
        }
        guard let method = KiSAO(name), [.cvode, .cvodes].contains(method) || method.nameOfEquivalent != nil else {
            problem(algorithm, "the algorithm \(name) of '\(id)' is not supported; expected one for ordinary differential equations, such as \(KiSAO.cvode)")
            return nil
        }
        var settings: [KiSAO: Double] = [:]
        var others: [KiSAO] = []
        for setting in algorithm.list("listOfAlgorithmParameters") {
            guard let kind = attribute("kisaoID", of: setting).flatMap(KiSAO.init) else {
                problem(setting, "a setting of the algorithm has no KiSAO number")
                continue
            }
            guard [.relativeTolerance, .absoluteTolerance].contains(kind) else {
                others.append(kind)
                continue
            }
            guard let value = number("value", of: setting) else { continue }
            let range = kind == .relativeTolerance ? 1e-13...1e-2 : 1e-300...1
            guard range.contains(value) else {
                problem(setting, "the tolerance \(value) is out of range; expected \(range.lowerBound) to \(range.upperBound)")
                continue
            }
            settings[kind] = value
        }
        return SEDMLDocument.TimeCourse(
            id: id, initialTime: initial, outputStart: start, outputEnd: end, steps: Int(steps), method: method,
            relativeTolerance: settings[.relativeTolerance], absoluteTolerance: settings[.absoluteTolerance],
            otherSettings: others, line: element.line)
    }

    private func task(_ element: XMLTree) -> SEDMLDocument.Task? {
        guard element.name == "task" else {
            refuse(element)
            return nil
        }
        guard let id = identifier(of: element), let model = attribute("modelReference", of: element),
            let simulation = attribute("simulationReference", of: element)
        else { return nil }
        return SEDMLDocument.Task(id: id, model: model, simulation: simulation, line: element.line)
    }

    // MARK: Generators

    private func generator(_ element: XMLTree) -> SEDMLDocument.Generator? {
        guard element.name == "dataGenerator" else {
            refuse(element)
            return nil
        }
        guard let id = identifier(of: element) else { return nil }
        let variables = element.list("listOfVariables").compactMap(variable)
        var parameters: [String: Double] = [:]
        for parameter in element.list("listOfParameters") {
            if let name = identifier(of: parameter), let value = number("value", of: parameter) { parameters[name] = value }
        }
        guard let mathematics = element.first("math") else {
            problem(element, "the data generator '\(id)' has no mathematics")
            return nil
        }
        do {
            let expression = try MathematicsReader.expression(mathML: mathematics.fragment, line: mathematics.line, file: file)
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
        } catch let error as SBMLError {
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

    private func report(_ element: XMLTree) -> SEDMLDocument.Report? {
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
        guard let generator = attribute("dataReference", of: element), let id = identifier(of: element) else { return nil }
        return .init(id: id, label: element["label"] ?? id, generator: generator)
    }

    /// The generators of all curves, each once.
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
        return generators.map { .init(id: $0, label: $0, generator: $0) }
    }

    // MARK: References

    /// Whether everything that is referred to is there, once.
    private func check(_ document: SEDMLDocument) {
        var seen: Set<String> = []
        let ids = document.models.map { ($0.id, $0.line) } + document.simulations.map { ($0.id, $0.line) }
            + document.tasks.map { ($0.id, $0.line) } + document.generators.map { ($0.id, 0) }
            + document.reports.map { ($0.id, $0.line) }
        for (id, line) in ids where !seen.insert(id).inserted {
            problems.append(.init(line: line > 0 ? line : nil, "two elements are called '\(id)'"))
        }
        for task in document.tasks {
            if !document.models.contains(where: { $0.id == task.model }) {
                problems.append(.init(line: task.line, "the task '\(task.id)' is of the model '\(task.model)', which is not there"))
            }
            if !document.simulations.contains(where: { $0.id == task.simulation }) {
                problems.append(
                    .init(line: task.line, "the task '\(task.id)' is of the simulation '\(task.simulation)', which is not there"))
            }
        }
        let tasks = Set(document.tasks.map(\.id))
        for generator in document.generators {
            for variable in generator.variables where !tasks.contains(variable.task) {
                problems.append(
                    .init("the data generator '\(generator.id)' is of the task '\(variable.task)', which is not there"))
            }
        }
        let generators = Set(document.generators.map(\.id))
        for report in document.reports {
            for set in report.dataSets where !generators.contains(set.generator) {
                problems.append(
                    .init(line: report.line, "'\(report.id)' is of the data generator '\(set.generator)', which is not there"))
            }
        }
    }
}

extension MathematicsReader {
    /// Reads mathematics that stand alone.
    ///
    /// - Throws: `SBMLError` for what is no MathML, or has an operation that is not supported.
    static func expression(mathML: String, line: Int, file: String) throws -> Expression {
        guard let node = readMathMLFromString(mathML) else {
            throw SBMLError(file: file, line: line, "the mathematics are no MathML that libSBML reads")
        }
        defer { ASTNode_free(node) }
        let reader = MathematicsReader(file: file)
        reader.line = line
        let expression = try reader.expression(node)
        guard reader.refusals.isEmpty else { throw SBMLError(file: file, kind: .unsupported, reader.refusals) }
        return expression
    }
}
