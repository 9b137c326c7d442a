extension SEDMLReader {
    /// Whether everything that is referred to is there, once.
    func check(_ document: SEDMLDocument) {
        var seen: Set<String> = []
        let ids =
            document.models.map { ($0.id, $0.line) } + document.simulations.map { ($0.id, $0.line) }
            + document.tasks.map { ($0.id, $0.line) } + document.generators.map { ($0.id, 0) }
            + document.reports.map { ($0.id, $0.line) }
        for (id, line) in ids where !seen.insert(id).inserted {
            problems.append(.init(file: file, line: line, "two elements are called '\(id)'"))
        }
        for task in document.tasks {
            if !document.models.contains(where: { $0.id == task.model }) {
                problems.append(
                    .init(
                        file: file, line: task.line,
                        "the task '\(task.id)' is of the model '\(task.model)', which is not there"))
            }
            if !document.simulations.contains(where: { $0.id == task.simulation }) {
                problems.append(
                    .init(
                        file: file, line: task.line,
                        "the task '\(task.id)' is of the simulation '\(task.simulation)', which is not there"))
            }
        }
        let tasks = Set(document.tasks.map(\.id))
        for generator in document.generators {
            for variable in generator.variables where !tasks.contains(variable.task) {
                problems.append(
                    .init(
                        file: file,
                        "the data generator '\(generator.id)' is of the task '\(variable.task)', which is not there"))
            }
        }
        let generators = Set(document.generators.map(\.id))
        for report in document.reports {
            for set in report.dataSets where !generators.contains(set.generator) {
                problems.append(
                    .init(
                        file: file, line: report.line,
                        "'\(report.id)' is of the data generator '\(set.generator)', which is not there"))
            }
        }
    }
}
