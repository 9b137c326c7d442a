import Foundation
import Yams

/// The YAML file of a problem: its version and the files it names.
struct PEtabFiles {
    let file: String
    let version: Int
    /// Name and path of each model.
    let models: [(id: String, path: String)]
    let parameters: [String]
    let observables: [String]
    let measurements: [String]
    let conditions: [String]
    let experiments: [String]
    let mappings: [String]

    /// - Throws: `FileError` for a file that is no problem, or one that this program cannot read.
    init(file: String) throws {
        self.file = file
        let root = try PEtabYAML(file: file)
        let version = try root.text("format_version") ?? ""
        switch version.split(separator: ".").first {
        case "1": self.version = 1
        case "2": self.version = 2
        default:
            throw root.failure(
                "format_version",
                version.isEmpty ? "this key is missing; expected 1 or 2.0.0" : "'\(version)' is neither 1 nor 2")
        }
        let extensions = root.keys("extensions")
        guard extensions.isEmpty else {
            throw root.failure("extensions", "the extension '\(extensions[0])' is not supported", kind: .unsupported)
        }
        let tables: PEtabYAML
        if self.version == 1 {
            let problems = try root.items("problems")
            guard problems.count == 1 else {
                throw root.failure(
                    "problems", "\(problems.count) problems stand here; one is supported",
                    kind: problems.isEmpty ? .invalid : .unsupported)
            }
            tables = problems[0]
            models = try tables.paths("sbml_files").map { ("", $0) }
            parameters = try root.paths("parameter_file")
            if models.count > 1 {
                throw tables.failure(
                    "sbml_files", "several models in one problem of version 1 are not supported", kind: .unsupported)
            }
        } else {
            tables = root
            models = try root.models()
            parameters = try root.paths("parameter_files")
        }
        if models.isEmpty {
            throw root.failure(self.version == 1 ? "sbml_files" : "model_files", "no model is named here")
        }
        observables = try tables.paths("observable_files")
        measurements = try tables.paths("measurement_files")
        conditions = try tables.paths("condition_files")
        experiments = try tables.paths("experiment_files")
        mappings = try tables.paths("mapping_files")
        if measurements.isEmpty { throw tables.failure("measurement_files", "no measurements are named here") }
        if observables.isEmpty { throw tables.failure("observable_files", "no observables are named here") }
        if parameters.isEmpty { throw root.failure("parameter_files", "no parameters are named here") }
    }
}

/// A group of keys of a YAML file, read leniently: what is not asked for is nobody's fault.
private struct PEtabYAML {
    let file: String
    let node: Node

    init(file: String, node: Node) {
        self.file = file
        self.node = node
    }

    init(file: String) throws {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw FileError(file: file, "there is no such file; expected the YAML file of a PEtab problem")
        }
        let text = String(decoding: data, as: UTF8.self)
        let node: Node?
        do { node = try Yams.compose(yaml: text, .basic) } catch {
            throw FileError(file: file, "not YAML: \(error)")
        }
        guard let node, node.mapping != nil else {
            throw FileError(file: file, line: 1, "this is no group of keys; expected the YAML file of a PEtab problem")
        }
        self.init(file: file, node: node)
    }

    private func value(_ key: String) -> Node? {
        node.mapping?.first { $0.key.scalar?.string == key }.map(\.value).flatMap { value in
            ["", "null", "~"].contains(value.scalar?.string) ? nil : value
        }
    }

    func failure(_ key: String, _ message: String, kind: FileError.Kind = .invalid) -> FileError {
        let line = (value(key) ?? node).mark?.line
        return FileError(kind: kind, file: file, line: line, place: key, message)
    }

    func text(_ key: String) throws -> String? { value(key)?.scalar?.string }

    func keys(_ key: String) -> [String] { value(key)?.mapping?.keys.compactMap(\.scalar?.string) ?? [] }

    func items(_ key: String) throws -> [PEtabYAML] {
        guard let list = value(key)?.sequence else { throw failure(key, "a list of problems is missing") }
        return list.map { PEtabYAML(file: file, node: $0) }
    }

    /// Paths beside the file itself, of one name or a list of them.
    func paths(_ key: String) throws -> [String] {
        guard let value = value(key) else { return [] }
        let names = value.sequence.map { list in list.map { $0.scalar?.string } } ?? [value.scalar?.string]
        return try names.map { name in
            guard let name else { throw failure(key, "expected names of files") }
            return path(name)
        }
    }

    private func path(_ name: String) -> String {
        guard !name.hasPrefix("/") else { return name }
        return ((file as NSString).deletingLastPathComponent as NSString).appendingPathComponent(name)
    }

    func models() throws -> [(id: String, path: String)] {
        guard let group = value("model_files")?.mapping else {
            throw failure("model_files", "a group of models is missing")
        }
        return try group.map { key, value in
            let model = PEtabYAML(file: file, node: value)
            let id = key.scalar?.string ?? ""
            let language = try model.text("language") ?? ""
            guard language == "sbml" else {
                throw model.failure(
                    "language", "models in '\(language)' are not supported; expected sbml", kind: .unsupported)
            }
            guard let location = try model.text("location") else {
                throw model.failure("location", "the model '\(id)' has no file")
            }
            return (id, path(location))
        }
    }
}
