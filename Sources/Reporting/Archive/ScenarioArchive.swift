import Exchange
import Foundation
import Modeling
import Physiology
import Solving
import Symbolics

/// A run of a scenario as a COMBINE archive: the model, how to simulate it, what came out, and the papers behind it.
///
/// `model.xml` (SBML), `simulation.sedml`, the files of the run's folder, `references.bib` and the scenario itself.
public struct ScenarioArchive: Sendable {
    private let writer: CombineArchiveWriter

    /// The licence of what this program writes of itself.
    private static let license = "https://spdx.org/licenses/Apache-2.0"

    /// - Parameters:
    ///   - document: of the run.
    ///   - command: how the run can be made again.
    /// - Throws: what the scenario's model, references or files throw.
    public init(_ scenario: Scenario, _ document: RunDocument, command: String, created: Date) throws {
        let references = try ScenarioReferences(scenario)
        var files = [
            CombineArchiveWriter.File(
                path: "simulation.sedml", format: .sedml, text: try Self.simulation(scenario).document, isMaster: true),
            .init(path: Self.modelName, format: .sbml, text: try ModelSBML(scenario).document),
        ]
        for file in try document.files() {
            files.append(.init(path: file.name, format: Self.format(of: file.name), text: file.contents))
        }
        files.append(
            .init(path: "references.bib", format: .bibtex, text: references.written(as: .bibtex, width: Self.textWidth))
        )
        if let source = scenario.source, let text = try? String(contentsOfFile: source, encoding: .utf8) {
            let isJSON = source.lowercased().hasSuffix(".json")
            files.append(
                .init(path: "scenario.\(isJSON ? "json" : "yaml")", format: isJSON ? .json : .yaml, text: text))
        }
        var papers: [String] = []
        for paper in references.references.compactMap(\.resource) where !papers.contains(paper) { papers.append(paper) }
        writer = CombineArchiveWriter(
            files,
            metadata: .init(
                title: scenario.title,
                description:
                    "Simulated by \(WomanModel.version): \(command). timecourse.csv holds what the program shows, "
                    + "levels as means over the time between two doses unless --raw was given; simulation.sedml reports the "
                    + "same quantities at the moment. \(RunReport.standardDisclaimer)",
                created: created, license: Self.license, describedBy: papers))
    }

    private static let modelName = "model.xml"
    private static let textWidth = 100

    private static func format(of name: String) -> CombineFormat {
        switch name.split(separator: ".").last {
        case "csv": .csv
        case "json": .json
        default: .html
        }
    }

    /// Writes the archive, whole or not at all.
    ///
    /// - Throws: `OutputError` or `FileError` if it cannot be written.
    public func write(to url: URL) throws {
        let folder = OutputFolder(path: url.deletingLastPathComponent().path)
        try folder.create()
        StagedFile.removeAbandoned(in: folder.url)
        try StagedFile(url.lastPathComponent, in: folder.url) { try writer.write(to: $0) }.publish()
    }

    // MARK: The simulation

    /// The scenario's rows of the model's SBML document.
    private static func simulation(_ scenario: Scenario) throws -> SEDMLWriter {
        let prepared = try PreparedScenario(scenario, closeLooks: false)
        let outputs = prepared.model.outputs
        let tolerances = Resolution.reference.tolerances
        return SEDMLWriter(
            model: modelName, title: scenario.title, span: 0...scenario.horizon,
            steps: max(1, Int((scenario.horizon / scenario.reportInterval).rounded())),
            timeUnit: Unit.daysPerYear, timeLabel: "time [years]", relativeTolerance: tolerances.relative,
            absoluteTolerance: absoluteTolerance(tolerances, prepared.model),
            outputs: outputs.map {
                .init(identifier: Identifiers.output($0.name), label: "\($0.name) [\($0.unit.csvSymbol)]")
            }, plots: plots(of: outputs))
    }

    /// Solvers elsewhere have one absolute error for all states, which the smallest must not drown in; a power of ten.
    private static func absoluteTolerance(_ tolerances: Tolerances, _ model: Model) -> Double {
        let smallest = model.states.map(\.scale).filter { $0 > 0 }.min() ?? 1
        let digits = Int(log10(tolerances.absoluteShare * smallest).rounded())
        return Double("1e\(digits)") ?? tolerances.absoluteShare
    }

    /// What is drawn first of a run.
    private static let plotted = ["density", "marker"]

    /// A diagram for outputs of one kind and unit, such as densities in g/cm2.
    private static func plots(of outputs: [Output]) -> [SEDMLWriter.Plot] {
        var plots: [(title: String, outputs: [Int])] = []
        for (index, output) in outputs.enumerated() {
            let kind = output.name.split(separator: ".").first.map(String.init) ?? output.name
            guard plotted.contains(kind) else { continue }
            let title = "\(kind) [\(output.unit.csvSymbol)]"
            if let place = plots.firstIndex(where: { $0.title == title }) {
                plots[place].outputs.append(index)
            } else {
                plots.append((title, [index]))
            }
        }
        return plots.map { .init(title: $0.title, outputs: $0.outputs) }
    }
}
