import CSBML
import Foundation

/// A file in libSBML's memory, checked; a class because that memory must be freed once.
final class SBMLDocument {
    let file: String
    private let document: OpaquePointer
    let packages: [SBMLPackage]
    private(set) var refusals: [FileError.Problem] = []

    /// - Throws: `FileError` for a file that cannot be read or breaks the rules of SBML.
    init(file: String) throws {
        self.file = file
        let bytes = try XMLLimits.bytes(of: file)
        do {
            try Self.checkLevel(XMLPrescan(bytes))
        } catch {
            throw FileError(file: file, line: error.line, error.message)
        }
        guard let document = readSBMLFromFile(file) else {
            throw FileError(file: file, "libSBML has no memory for the file")
        }
        self.document = document
        packages = Self.packages(of: document, head: String(decoding: bytes.prefix(1 << 16), as: UTF8.self))
        try check()
    }

    deinit { SBMLDocument_free(document) }

    /// libSBML stops the whole program at a level or version that no number of its own can hold.
    private static func checkLevel(_ scan: XMLPrescan) throws(XMLProblem) {
        for match in scan.root.matches(of: /\s(level|version)\s*=\s*["']([^"']*)["']/) where match.2.count != 1 {
            throw XMLProblem(
                line: scan.rootLine,
                message: "'\(match.2)' is no \(match.1) of SBML; expected Level 2 or 3 in a published version")
        }
    }

    var level: Int { Int(SBMLDocument_getLevel(document)) }
    var version: Int { Int(SBMLDocument_getVersion(document)) }

    /// - Throws: `FileError` where the file has no model.
    func model() throws -> OpaquePointer {
        guard let model = SBMLDocument_getModel(document) else { throw FileError(file: file, "the file has no model") }
        return model
    }

    private func check() throws {
        for package in packages where package.isRequired && !SBMLPackage.understood.contains(package.name) {
            refusals.append(
                .init(file: file, "the package '\(package.name)' changes the mathematics and is not supported"))
        }
        let errors = errors()
        // libSBML complains of packages that it does not know by their prefix alone.
        if !errors.isEmpty {
            throw refusals.isEmpty
                ? FileError(errors) : FileError(kind: .unsupported, refusals)
        }
        guard level >= 2 else {
            throw FileError(kind: .unsupported, file: file, "SBML Level 1 is not supported; expected Level 2 or 3")
        }
        if packages.contains(where: { $0.name == "comp" }) { try flatten() }
    }

    /// Has libSBML look for what breaks the rules of SBML.
    ///
    /// - Parameter generally: whether for what takes long in a model of many definitions as well.
    /// - Throws: `FileError` with all of it.
    func checkConsistency(generally: Bool) throws {
        // Files in the wild break units and good practice without changing what they compute.
        var passedOver = [LIBSBML_CAT_UNITS_CONSISTENCY, LIBSBML_CAT_MODELING_PRACTICE, LIBSBML_CAT_SBO_CONSISTENCY]
        if !generally { passedOver.append(LIBSBML_CAT_GENERAL_CONSISTENCY) }
        for category in passedOver {
            SBMLDocument_setConsistencyChecks(document, SBMLErrorCategory_t(category.rawValue), 0)
        }
        SBMLDocument_checkConsistency(document)
        try throwErrors()
    }

    /// Replaces submodels by what they hold.
    private func flatten() throws {
        guard let properties = ConversionProperties_create() else { return }
        defer { ConversionProperties_free(properties) }
        ConversionProperties_addOptionWithKey(properties, "flatten comp")
        ConversionProperties_setBoolValue(properties, "flatten comp", 1)
        ConversionProperties_addOptionWithKey(properties, "performValidation")
        ConversionProperties_setBoolValue(properties, "performValidation", 0)
        ConversionProperties_addOptionWithKey(properties, "leavePorts")
        ConversionProperties_setBoolValue(properties, "leavePorts", 0)
        guard SBMLDocument_convert(document, properties) == LIBSBML_OPERATION_SUCCESS.rawValue else {
            let reason = errors().last.map { ": \($0.message)" } ?? ""
            throw FileError(
                kind: .unsupported, file: file,
                "its submodels (package 'comp') cannot be written out as one model\(reason)")
        }
    }

    private func throwErrors() throws {
        let problems = errors()
        guard problems.isEmpty else { throw FileError(problems) }
    }

    private func errors() -> [FileError.Problem] {
        SBMLCheck.remarks(on: document).filter(\.isError).map { .init(file: file, line: $0.line, $0.message) }
    }

    /// - Parameter head: the beginning of the file, because libSBML says nothing of packages that it does not know.
    private static func packages(of document: OpaquePointer, head: String) -> [SBMLPackage] {
        let head = head.filter { !$0.isWhitespace }.replacing("'", with: "\"")
        guard let namespaces = SBMLDocument_getNamespaces(document) else { return [] }
        var packages: [SBMLPackage] = []
        for index in 0..<XMLNamespaces_getLength(namespaces) {
            guard let characters = XMLNamespaces_getURI(namespaces, index) else { continue }
            defer { free(characters) }
            let parts = String(cString: characters).split(separator: "/")
            guard let place = parts.firstIndex(of: "level3"), place + 2 < parts.count,
                parts[place + 2] != "core"
            else { continue }
            let name = String(parts[place + 2])
            let prefix = XMLNamespaces_getPrefix(namespaces, index)
            defer { free(prefix) }
            let isDeclared = text(prefix).map { head.contains("\($0):required=\"true\"") } ?? false
            packages.append(
                SBMLPackage(
                    name: name, isRequired: isDeclared || SBMLDocument_getPackageRequired(document, name) != 0))
        }
        return packages
    }
}
