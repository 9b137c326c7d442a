import Exchange
import Modeling
import Solving

/// What a model from an SBML file does over time: values of chosen quantities at times of equal distance.
public struct SBMLTimecourse: Sendable {
    /// What to look at, when and how exactly; in the file's units.
    public struct Request: Sendable {
        public var start: Double
        public var duration: Double
        /// One row more than this is given.
        public var steps: Int
        public var variables: [String]
        /// Species that are wanted as amounts, whatever their identifiers mean in mathematics.
        public var amounts: Set<String>
        /// Species that are wanted as concentrations.
        public var concentrations: Set<String>
        public var tolerances: Tolerances

        public init(
            start: Double, duration: Double, steps: Int, variables: [String], amounts: Set<String> = [],
            concentrations: Set<String> = [], tolerances: Tolerances
        ) {
            self.start = start
            self.duration = duration
            self.steps = steps
            self.variables = variables
            self.amounts = amounts
            self.concentrations = concentrations
            self.tolerances = tolerances
        }

        /// Rows' times.
        public var times: [Double] {
            (0...steps).map { start + duration * Double($0) / Double(max(steps, 1)) }
        }

        /// The outputs that are meant: for a species that is wanted both ways, its amount and its concentration.
        func outputs(species: Set<String>) -> [(header: String, output: String)] {
            variables.flatMap { name -> [(String, String)] in
                guard species.contains(name) else { return [(name, name)] }
                switch (amounts.contains(name), concentrations.contains(name)) {
                case (false, false): return [(name, name)]
                case (true, false): return [(name, "\(name).amount")]
                case (false, true): return [(name, "\(name).concentration")]
                case (true, true):
                    return [("\(name).amount", "\(name).amount"), ("\(name).concentration", "\(name).concentration")]
                }
            }
        }
    }

    public let times: [Double]
    /// What the columns are called; `time` is none of them.
    public let headers: [String]
    /// A row for each time.
    public let rows: [[Double]]

    /// Integrates from time zero, where initial values hold, or from the start if that is earlier.
    ///
    /// - Throws: `FileError` for what the model asks for in vain or a variable that it does not have, `SolverError` where
    ///   it cannot be integrated.
    public init(_ description: SBMLModel, _ request: Request, solver: (any Solver)? = nil) throws {
        let model = try description.model()
        let places = Dictionary(model.outputs.enumerated().map { ($1.name, $0) }) { $1 }
        let outputs = request.outputs(species: Set(description.species.map(\.id)))
        let columns = try outputs.map { _, output in
            guard let place = places[output] else { throw Self.missing(output, in: description.file) }
            return place
        }
        let compiled = try CompiledModel(model)
        times = request.times
        headers = outputs.map(\.header)
        let end = request.start + request.duration
        guard end > min(0, request.start) else {
            throw FileError(file: description.file, "there is no time to simulate; expected a duration above 0")
        }
        let problem = try InitialValueProblem(resting: compiled, span: min(0, request.start)...end)
        let trajectory = try (solver ?? CVODES(tolerances: request.tolerances))
            .solve(problem, samples: times.map(Sample.instant))
        rows = trajectory.outputs.map { row in columns.map { row[$0] } }
    }

    private static func missing(_ output: String, in file: String) -> FileError {
        let parts = output.split(separator: ".", maxSplits: 1)
        let asked = parts.count == 2 ? "\(parts[1]) of '\(parts[0])'" : "'\(output)'"
        return FileError(file: file, "the model has no \(asked); 'osteon sbml check' lists what it has")
    }

    /// Finds out whether a model has all the species that are named.
    ///
    /// - Throws: `FileError` for the first that it does not have.
    public static func check(species names: [String], of model: SBMLModel) throws {
        let known = Set(model.species.map(\.id))
        for name in names where !known.contains(name) {
            throw FileError(file: model.file, "the model has no species '\(name)'")
        }
    }

    /// A table with a line for each time, with numbers that read back exactly; infinities are `INF`.
    public var csv: String {
        let lines = zip(times, rows).map { time, row in
            ([time] + row).map(Self.number).joined(separator: ",")
        }
        return ([(["time"] + headers).joined(separator: ",")] + lines).joined(separator: "\n") + "\n"
    }

    private static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        return value.isInfinite ? (value < 0 ? "-INF" : "INF") : "\(value)"
    }
}
