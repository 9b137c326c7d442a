/// Writes a time course of one SBML model, and a table and plots of it, as SED-ML Level 1 Version 4.
public struct SEDMLWriter: Sendable {
    /// A quantity that is reported.
    public struct Output: Sendable {
        /// In the SBML file, of a parameter.
        public let identifier: String
        /// As it stands above its column.
        public let label: String

        public init(identifier: String, label: String) {
            self.identifier = identifier
            self.label = label
        }
    }

    /// Outputs over time in one diagram.
    public struct Plot: Sendable {
        public let title: String
        /// Places in the list of outputs.
        public let outputs: [Int]

        public init(title: String, outputs: [Int]) {
            self.title = title
            self.outputs = outputs
        }
    }

    /// The file of the model, beside the document.
    public var model: String
    public var title: String
    /// When the first and the last row are, in the model's time.
    public var span: ClosedRange<Double>
    /// Rows less one.
    public var steps: Int
    /// How much of the model's time one of the table's units of time is.
    public var timeUnit: Double
    public var timeLabel: String
    public var relativeTolerance: Double
    public var absoluteTolerance: Double
    public var outputs: [Output]
    public var plots: [Plot]

    public init(
        model: String, title: String, span: ClosedRange<Double>, steps: Int, timeUnit: Double,
        timeLabel: String, relativeTolerance: Double, absoluteTolerance: Double, outputs: [Output], plots: [Plot]
    ) {
        self.model = model
        self.title = title
        self.span = span
        self.steps = steps
        self.timeUnit = timeUnit
        self.timeLabel = timeLabel
        self.relativeTolerance = relativeTolerance
        self.absoluteTolerance = absoluteTolerance
        self.outputs = outputs
        self.plots = plots
    }

    private static let space = "http://sed-ml.org/sed-ml/level1/version4"
    private static let sbml = "http://www.sbml.org/sbml/level3/version2/core"
    private static let mathML = "http://www.w3.org/1998/Math/MathML"

    /// The identifier of the table.
    public static let report = "timecourse"

    /// The document as text in UTF-8.
    public var document: String {
        XMLTree(
            "sedML", in: Self.space, ["level": "1", "version": "4", "name": title], prefixes: ["sbml": Self.sbml],
            [
                list(
                    "listOfModels",
                    [
                        element(
                            "model",
                            ["id": "model", "language": "urn:sedml:language:sbml.level-3.version-2", "source": model])
                    ]),
                list("listOfSimulations", [simulation]),
                list(
                    "listOfTasks",
                    [element("task", ["id": "task", "modelReference": "model", "simulationReference": "simulation"])]),
                list("listOfDataGenerators", [timeGenerator] + outputs.indices.map(generator)),
                list("listOfOutputs", [table] + plots.indices.map(plot)),
            ]
        ).document
    }

    private func element(_ name: String, _ attributes: KeyValuePairs<String, String>, _ children: [XMLTree] = [])
        -> XMLTree
    {
        XMLTree(name, in: Self.space, attributes, children)
    }

    private func list(_ name: String, _ children: [XMLTree]) -> XMLTree { element(name, [:], children) }

    /// The method is told as CVODE, which others have, and which CVODES does for a system without sensitivities.
    private var simulation: XMLTree {
        let settings = [(KiSAO.relativeTolerance, relativeTolerance), (.absoluteTolerance, absoluteTolerance)]
        return element(
            "uniformTimeCourse",
            [
                "id": "simulation", "initialTime": "0", "outputStartTime": "\(span.lowerBound)",
                "outputEndTime": "\(span.upperBound)", "numberOfSteps": "\(steps)",
            ],
            [
                element(
                    "algorithm", ["kisaoID": "\(KiSAO.cvode)"],
                    [
                        list(
                            "listOfAlgorithmParameters",
                            settings.map { kind, value in
                                element("algorithmParameter", ["kisaoID": "\(kind)", "value": "\(value)"])
                            })
                    ])
            ])
    }

    // MARK: Generators

    private func symbol(_ name: String) -> XMLTree { XMLTree("ci", in: Self.mathML, text: name) }

    private func apply(_ operation: String, _ operands: [XMLTree]) -> XMLTree {
        XMLTree("apply", in: Self.mathML, [:], [XMLTree(operation, in: Self.mathML)] + operands)
    }

    private func math(_ content: XMLTree) -> XMLTree { XMLTree("math", in: Self.mathML, [:], [content]) }

    /// The table's time, in its own unit.
    private var timeGenerator: XMLTree {
        let time = element(
            "variable", ["id": "moment", "taskReference": "task", "symbol": "urn:sedml:symbol:time"])
        return element(
            "dataGenerator", ["id": "time", "name": timeLabel],
            [
                list("listOfVariables", [time]),
                list("listOfParameters", [element("parameter", ["id": "timeUnit", "value": "\(timeUnit)"])]),
                math(apply("divide", [symbol("moment"), symbol("timeUnit")])),
            ])
    }

    private func generator(_ index: Int) -> XMLTree {
        let output = outputs[index]
        let target = "/sbml:sbml/sbml:model/sbml:listOfParameters/sbml:parameter[@id='\(output.identifier)']"
        return element(
            "dataGenerator", ["id": output.identifier, "name": output.label],
            [
                list(
                    "listOfVariables",
                    [element("variable", ["id": "value", "taskReference": "task", "target": target])]),
                math(symbol("value")),
            ])
    }

    // MARK: Outputs

    private var table: XMLTree {
        let sets =
            [("column_time", timeLabel, "time")]
            + outputs.map { ("column_\($0.identifier)", $0.label, $0.identifier) }
        return element(
            "report", ["id": Self.report, "name": title],
            [
                list(
                    "listOfDataSets",
                    sets.map { element("dataSet", ["id": $0, "label": $1, "dataReference": $2]) })
            ])
    }

    private func plot(_ index: Int) -> XMLTree {
        let curves = plots[index].outputs.enumerated().map { place, output in
            element(
                "curve",
                [
                    "id": "curve_\(index + 1)_\(place + 1)", "name": outputs[output].label, "order": "\(place)",
                    "type": "points", "xDataReference": "time", "yDataReference": outputs[output].identifier,
                ])
        }
        return element(
            "plot2D", ["id": "plot_\(index + 1)", "name": plots[index].title, "legend": "true"],
            [
                element("xAxis", ["type": "linear", "name": timeLabel]), element("yAxis", ["type": "linear"]),
                list("listOfCurves", curves),
            ])
    }
}
