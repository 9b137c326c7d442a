import Exchange
import Foundation
import Solving

/// What a SED-ML document asks for, done: its time courses, and tables of them.
public struct SEDMLRun: Sendable {
    /// A report, or the data of a plot.
    public struct Table: Sendable {
        public let report: SEDMLDocument.Report
        /// A column a data set; shorter ones end in what is not a number.
        public let columns: [[Double]]
        /// What data sets are called, with their identifiers where two are called alike.
        public let headers: [String]
        /// What generators are called, for each data set.
        let names: [String]

        public var rowCount: Int { columns.first?.count ?? 0 }

        /// The table, with numbers that read back exactly.
        public var csv: String {
            CSVWriter.text(header: headers, rows: (0..<rowCount).map { row in columns.map { "\($0[row])" } })
        }
    }

    /// Values of one task, by what they are of.
    private struct Course {
        let times: [Double]
        let values: [String: [Double]]

        subscript(quantity: SEDMLDocument.Variable.Quantity) -> [Double] {
            switch quantity {
            case .time: times
            case .value(let id): values[id] ?? []
            }
        }
    }

    public let document: SEDMLDocument
    /// Where the document is, below the folder that holds all files.
    public let location: String
    public let tables: [Table]
    /// What was done otherwise than it was asked for, a sentence each.
    public let remarks: [String]

    /// Errors per step where the document names none, as `osteon sbml simulate` has them.
    private static let tolerances = (relative: 1e-6, absolute: 1e-9)

    /// Amounts in moles of a cell are far below any usual absolute error, so where the document names none it is small
    /// beside the smallest amount at the start.
    private static func absoluteTolerance(for model: SBMLModel) -> Double {
        let sizes = Dictionary(model.compartments.map { ($0.id, $0.size ?? 1) }) { first, _ in first }
        let amounts = model.species.compactMap { species in
            species.initialAmount ?? species.initialConcentration.map { $0 * (sizes[species.compartment] ?? 1) }
        }
        return (amounts.filter { $0 > 0 }.min() ?? 1) * tolerances.absolute
    }

    /// - Parameters:
    ///   - folder: holds the document and its models.
    ///   - location: of the document below it.
    ///   - progress: told of each task before it is done.
    /// - Throws: `FileError` or `SolverError` naming the file.
    public init(
        _ document: SEDMLDocument, in folder: URL, at location: String, progress: (String) -> Void = { _ in }
    ) throws {
        self.document = document
        self.location = location
        // Everything that can be wrong with the models is found before anything is simulated.
        let models = try document.models.map { model -> (String, SBMLModel) in
            let path = try document.path(of: model, documentAt: location)
            let read = try SBMLModel(reading: folder.appendingPathComponent(path).path)
            return (model.id, try read.changed(by: document.origin(of: model).changes, of: document.file))
        }
        var courses: [String: Course] = [:]
        for task in document.tasks {
            progress("task \(task.id)")
            guard let model = models.first(where: { $0.0 == task.model })?.1,
                let simulation = document.simulations.first(where: { $0.id == task.simulation })
            else { preconditionFailure("a task refers to what was not read") }
            courses[task.id] = try Self.course(of: task, model, simulation, document)
        }
        tables = document.reports.map { Self.table($0, document, courses) }
        remarks = document.simulations.flatMap(Self.remarks)
    }

    private static func course(
        of task: SEDMLDocument.Task, _ model: SBMLModel, _ simulation: SEDMLDocument.TimeCourse,
        _ document: SEDMLDocument
    ) throws -> Course {
        var wanted: [String] = []
        for variable in document.generators.flatMap(\.variables) where variable.task == task.id {
            if case .value(let id) = variable.quantity, !wanted.contains(id) { wanted.append(id) }
        }
        let course = try SBMLTimecourse(
            model,
            .init(
                start: simulation.outputStart, duration: simulation.outputEnd - simulation.outputStart,
                steps: simulation.steps, variables: wanted,
                tolerances: Tolerances(
                    relative: simulation.relativeTolerance ?? tolerances.relative,
                    absoluteShare: simulation.absoluteTolerance
                        ?? min(tolerances.absolute, absoluteTolerance(for: model)))))
        let columns = wanted.indices.map { column in course.rows.map { $0[column] } }
        return Course(times: course.times, values: Dictionary(uniqueKeysWithValues: zip(wanted, columns)))
    }

    private static func table(
        _ report: SEDMLDocument.Report, _ document: SEDMLDocument, _ courses: [String: Course]
    ) -> Table {
        let generators = report.dataSets.map { set in document.generators.first { $0.id == set.generator } }
        let columns = generators.map { $0.map { values(of: $0, courses) } ?? [] }
        let count = columns.map(\.count).max() ?? 0
        let labels = report.dataSets.map(\.label)
        let headers = report.dataSets.map { set in
            labels.count(where: { $0 == set.label }) == 1 ? set.label : "\(set.label) (\(set.id))"
        }
        return Table(
            report: report, columns: columns.map { $0 + Array(repeating: .nan, count: count - $0.count) },
            headers: headers, names: generators.map { $0?.name ?? "" })
    }

    private static func values(of generator: SEDMLDocument.Generator, _ courses: [String: Course]) -> [Double] {
        let columns = Dictionary(
            generator.variables.map { ($0.id, courses[$0.task]?[$0.quantity] ?? []) }
        ) { first, _ in first }
        // Mathematics without variables are one number.
        let count = columns.values.map(\.count).max() ?? 1
        return (0..<count).map { row in
            generator.value { id in
                let column = columns[id] ?? []
                return row < column.count ? column[row] : .nan
            }
        }
    }

    private static func remarks(on simulation: SEDMLDocument.TimeCourse) -> [String] {
        var remarks: [String] = []
        if let name = simulation.method.nameOfEquivalent {
            remarks.append("'\(simulation.id)' asks for \(name) (\(simulation.method)); CVODES was used.")
        }
        if !simulation.otherSettings.isEmpty {
            let names = simulation.otherSettings.map(\.description).joined(separator: ", ")
            remarks.append("Settings of '\(simulation.id)' that CVODES was not given: \(names).")
        }
        return remarks
    }
}
