import Exchange
import Foundation
import Inference

/// A problem in files that are there while it is held.
final class PEtabFolder {
    let url = FileManager.default.temporaryDirectory.appending(path: "petab-\(UUID().uuidString)")

    /// - Parameters:
    ///   - model: the parts of an SBML model of Level 3 Version 2.
    ///   - tables: rows of `parameters`, `observables`, `measurements`, `conditions` and `experiments`, the header first,
    ///     cells separated by blanks, `_` for an empty one.
    init(version: Int, model: String, _ tables: [String: String]) throws {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        func write(_ text: String, _ name: String) throws { try Data(text.utf8).write(to: url.appending(path: name)) }
        try write(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">
            <model id="m">
            \(model)
            </model>
            </sbml>
            """, "model.xml")
        for (name, rows) in tables {
            let lines = rows.split(separator: "\n").map { line in
                line.split(separator: " ").map { $0 == "_" ? "" : String($0) }.joined(separator: "\t")
            }
            try write(lines.joined(separator: "\n") + "\n", "\(name).tsv")
        }
        func files(_ kind: String) -> String { tables[kind + "s"] == nil ? "" : "\(kind)_files: [\(kind)s.tsv]" }
        let kinds = ["observable", "measurement", "condition", "experiment"].map(files).filter { !$0.isEmpty }
        try write(
            version == 1
                ? """
                format_version: 1
                parameter_file: parameters.tsv
                problems:
                - sbml_files: [model.xml]
                  \(kinds.joined(separator: "\n  "))
                """
                : """
                format_version: 2.0.0
                parameter_files: [parameters.tsv]
                model_files: {m: {language: sbml, location: model.xml}}
                \(kinds.joined(separator: "\n"))
                """, "problem.yaml")
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    var file: String { url.appending(path: "problem.yaml").path }

    func simulation(_ values: [String: Double] = [:]) throws -> PEtabSimulation {
        let problem = try PEtabProblem(reading: file)
        return try PEtabSimulator(problem).simulation(problem.nominalValues.merging(values) { $1 })
    }

    static func math(_ content: String) -> String {
        "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">\(content)</math>"
    }

    /// `x' = s - k·x` from `x0`: it comes to rest at s/k.
    static let turnover = """
        <listOfParameters>
          <parameter id="x" constant="false"/><parameter id="x0" value="2" constant="true"/>
          <parameter id="s" value="0" constant="true"/><parameter id="k" value="0.5" constant="true"/>
        </listOfParameters>
        <listOfInitialAssignments><initialAssignment symbol="x">\(math("<ci>x0</ci>"))</initialAssignment></listOfInitialAssignments>
        <listOfRules><rateRule variable="x">\(math("<apply><minus/><ci>s</ci><apply><times/><ci>k</ci><ci>x</ci></apply></apply>"))</rateRule></listOfRules>
        """
}
