import Foundation

extension SEDMLDocument {
    /// Reads a SED-ML file of Level 1.
    ///
    /// Everything that it asks for and this program does not do is told at once, by name and line.
    ///
    /// - Throws: ``FileError`` for a file that cannot be read, or asks for more than time courses of SBML models.
    public init(reading file: String) throws {
        let bytes = try XMLLimits.bytes(of: file)
        let root: XMLTree
        do { root = try XMLTree(reading: bytes) } catch let problem as XMLProblem {
            throw FileError(file: file, line: problem.line, problem.message)
        }
        let reader = SEDMLReader(file: file)
        self = try reader.read(root)
    }
}

/// Reads one file; a class because everything read from it shares one list of what is wrong.
final class SEDMLReader {
    let file: String
    var problems: [FileError.Problem] = []

    init(file: String) { self.file = file }

    func read(_ root: XMLTree) throws -> SEDMLDocument {
        guard root.name == "sedML", root.space.hasPrefix("http://sed-ml.org/") else {
            throw FileError(
                file: file, line: root.line, "the file begins with '\(root.name)'; expected 'sedML' of SED-ML")
        }
        for element in root.children where !Self.parts.contains(element.name) { refuse(element) }
        let document = SEDMLDocument(
            file: file, models: root.list("listOfModels").compactMap(model),
            simulations: root.list("listOfSimulations").compactMap(timeCourse),
            tasks: root.list("listOfTasks").compactMap(task),
            generators: root.list("listOfDataGenerators").compactMap(generator),
            reports: root.list("listOfOutputs").compactMap(report))
        if problems.isEmpty { check(document) }
        guard problems.isEmpty else {
            throw FileError(problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
        }
        return document
    }

    /// What a document may have; styles are of plots, which are not drawn.
    private static let parts: Set<String> = [
        "notes", "annotation", "listOfModels", "listOfSimulations", "listOfTasks", "listOfDataGenerators",
        "listOfOutputs", "listOfStyles",
    ]

    // MARK: What is wrong

    func problem(_ element: XMLTree, _ message: String) {
        problems.append(.init(file: file, line: element.line, message))
    }

    func refuse(_ element: XMLTree) {
        let id = element["id"].map { " '\($0)'" } ?? ""
        problem(element, "'\(element.name)'\(id) is not supported; expected uniform time courses of SBML models")
    }

    func attribute(_ name: String, of element: XMLTree) -> String? {
        guard let value = element[name], !value.isEmpty else {
            problem(element, "'\(element.name)' has no '\(name)'")
            return nil
        }
        return value
    }

    /// Identifiers become names of files and columns, so that they have to be what SED-ML says.
    func identifier(of element: XMLTree) -> String? {
        guard let id = attribute("id", of: element) else { return nil }
        guard id.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_]{0,199}/) != nil else {
            problem(element, "'\(id.prefix(40))' is no identifier; expected letters, digits and underscores")
            return nil
        }
        return id
    }

    func number(_ name: String, of element: XMLTree) -> Double? {
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
        guard
            language.isEmpty || language.hasPrefix("urn:sedml:language:sbml")
                || language.contains("identifiers.org/combine.specifications:sbml")
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
                element,
                "'\(target)' is not changed; expected the value of a parameter, the size of a compartment, or "
                    + "the initial amount or concentration of a species")
            return nil
        }
        return SEDMLDocument.Change(target: target, value: value, line: element.line)
    }

    func target(of element: XMLTree) -> SBMLTarget? {
        guard let path = attribute("target", of: element) else { return nil }
        do throws(SBMLTarget.Refusal) { return try SBMLTarget(path, prefixes: element.prefixes) } catch {
            problem(element, "the path '\(path)' \(error.message)")
            return nil
        }
    }
}
