import Symbolics

/// A parameter estimation problem as PEtab files describe it: models, what was done to them, what was measured.
///
/// Both versions of the format end in the same description; what differs between them in meaning is told by `version`.
/// Formulas are expressions in the identifiers of the files.
public struct PEtabProblem: Sendable {
    /// The YAML file, as it was named.
    public let file: String
    /// 1 or 2.
    public let version: Int
    public let models: [PEtabModel]
    public let parameters: [PEtabParameter]
    public let observables: [PEtabObservable]
    /// In order of first mention; those that no measurement is of are left out.
    public let experiments: [PEtabExperiment]
    /// In the order of the files.
    public let measurements: [PEtabMeasurement]
    /// Names of PEtab for entities of models, by name (version 2).
    public let aliases: [String: String]

    /// What is estimated, in the order of the table.
    public var estimated: [PEtabParameter] { parameters.filter(\.isEstimated) }

    /// The value of each parameter in the table.
    public var nominalValues: [String: Double] {
        Dictionary(parameters.compactMap { one in one.nominalValue.map { (one.id, $0) } }) { $1 }
    }
}

/// A model of a problem.
public struct PEtabModel: Sendable {
    /// By which measurements name it; version 1 has no names.
    public let id: String
    public let description: SBMLModel
}

/// A number that a problem knows by name.
public struct PEtabParameter: Sendable {
    /// What an estimation moves in proportion to.
    public enum Scale: String, Sendable, CaseIterable {
        case lin, log, log10
    }

    public let id: String
    /// Version 2 has none, and `lin` stands there.
    public let scale: Scale
    /// In the parameter's own unit, not on its scale.
    public let bounds: ClosedRange<Double>
    public let nominalValue: Double?
    public let isEstimated: Bool
    /// The prior of the objective; nil for none.
    public let prior: PEtabPrior?
}

/// What is measured, and with which error.
public struct PEtabObservable: Sendable {
    /// The distribution of a measurement around what is simulated.
    public enum Distribution: String, Sendable, CaseIterable {
        case normal, laplace
    }

    /// What measurement and simulation are compared as.
    public enum Transformation: String, Sendable, CaseIterable {
        case lin, log, log10
    }

    public let id: String
    public let formula: Expression
    /// Standard deviation, or scale of a Laplace distribution, after the transformation.
    public let noise: Expression
    public let transformation: Transformation
    public let distribution: Distribution
    /// Names that a measurement gives values, in order.
    public let placeholders: [String]
    public let noisePlaceholders: [String]
}

/// What is done to a model, period after period.
public struct PEtabExperiment: Sendable {
    /// What changes at a moment; from then on the model goes on by itself.
    public struct Period: Sendable {
        /// In the model's time; minus infinity for a model that comes to rest first.
        public let time: Double
        public let changes: [PEtabChange]

        public init(time: Double, changes: [PEtabChange]) {
            self.time = time
            self.changes = changes
        }
    }

    /// The identifier in version 2; nil where measurements name none.
    public let id: String?
    /// In order of their times, at least one.
    public let periods: [Period]
}

/// A new value for something in a model.
public struct PEtabChange: Sendable {
    public let target: String
    public let value: Expression
    /// Where it stands.
    public let file: String
    public let line: Int
}

/// One measured number.
public struct PEtabMeasurement: Sendable {
    public let observable: Int
    public let model: Int
    public let experiment: Int
    /// In the model's time; infinity for a model that has come to rest.
    public let time: Double
    public let value: Double
    /// Values of the observable's placeholders: numbers or names of parameters.
    public let observableParameters: [Expression]
    public let noiseParameters: [Expression]
    /// The row as it stands in the table.
    public let row: PEtabRow
}
