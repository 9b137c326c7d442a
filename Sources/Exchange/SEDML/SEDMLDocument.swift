import Symbolics

/// What a SED-ML file asks for, as far as this program does it: time courses of SBML models, and reports of them.
///
/// Source: SED-ML Level 1 Version 4, Smith et al. 2021, doi 10.1515/jib-2021-0021.
public struct SEDMLDocument: Sendable {
    /// A model, with values that differ from its file's.
    public struct Model: Sendable {
        public let id: String
        /// A file, or the identifier of another model.
        public let source: String
        public let changes: [Change]
        let line: Int
    }

    /// A number in the place of one in a model's file.
    public struct Change: Sendable {
        public let target: SBMLTarget
        public let value: Double
        let line: Int
    }

    /// Values at times of equal distance.
    public struct TimeCourse: Sendable {
        public let id: String
        public let initialTime: Double
        public let outputStart: Double
        public let outputEnd: Double
        /// One row more than this is given.
        public let steps: Int
        public let method: KiSAO
        /// Errors per step that the file asks for; nil where it does not.
        public let relativeTolerance: Double?
        public let absoluteTolerance: Double?
        /// Other settings of the method.
        public let otherSettings: [KiSAO]
        let line: Int
    }

    /// A simulation of a model.
    public struct Task: Sendable {
        public let id: String
        public let model: String
        public let simulation: String
        let line: Int
    }

    /// What a time course gives for the mathematics of a generator.
    public struct Variable: Sendable {
        public enum Quantity: Hashable, Sendable {
            case time
            /// The value of an element of the model.
            case value(of: String)
        }

        public let id: String
        public let quantity: Quantity
        public let task: String
    }

    /// Numbers made of those of time courses.
    public struct Generator: Sendable {
        public let id: String
        public let name: String
        public let variables: [Variable]
        public let parameters: [String: Double]
        /// In identifiers of variables and parameters.
        let mathematics: Expression

        /// Its value for values of its variables.
        public func value(_ variables: (String) -> Double) -> Double {
            mathematics.evaluate { symbol in
                let id = SBMLName.identifier(symbol)
                return parameters[id] ?? variables(id)
            }
        }
    }

    /// A table of generators, or the data of a plot.
    public struct Report: Sendable {
        public struct DataSet: Sendable {
            public let id: String
            public let label: String
            public let generator: String
        }

        public let id: String
        public let name: String
        /// Whether it stands for a plot, of which the data are given.
        public let isPlot: Bool
        public let dataSets: [DataSet]
        let line: Int
    }

    /// The file, as it was named.
    public let file: String
    public let models: [Model]
    public let simulations: [TimeCourse]
    public let tasks: [Task]
    public let generators: [Generator]
    public let reports: [Report]
}
