extension SEDMLReader {
    private static let mostSteps = 10_000_000

    func timeCourse(_ element: XMLTree) -> SEDMLDocument.TimeCourse? {
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
            problem(
                algorithm,
                "the algorithm \(name) of '\(id)' is not supported; expected one for ordinary differential equations, such as \(KiSAO.cvode)"
            )
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
                problem(
                    setting,
                    "the tolerance \(value) is out of range; expected \(range.lowerBound) to \(range.upperBound)")
                continue
            }
            settings[kind] = value
        }
        return SEDMLDocument.TimeCourse(
            id: id, initialTime: initial, outputStart: start, outputEnd: end, steps: Int(steps), method: method,
            relativeTolerance: settings[.relativeTolerance], absoluteTolerance: settings[.absoluteTolerance],
            otherSettings: others, line: element.line)
    }

    func task(_ element: XMLTree) -> SEDMLDocument.Task? {
        guard element.name == "task" else {
            refuse(element)
            return nil
        }
        guard let id = identifier(of: element), let model = attribute("modelReference", of: element),
            let simulation = attribute("simulationReference", of: element)
        else { return nil }
        return SEDMLDocument.Task(id: id, model: model, simulation: simulation, line: element.line)
    }
}
