import CSBML
import Foundation

/// A file in libSBML's memory, checked; a class because that memory must be freed once.
final class SBMLDocument {
    let file: String
    private let document: OpaquePointer
    let packages: [SBMLPackage]
    private(set) var refusals: [SBMLError.Problem] = []

    /// - Throws: `SBMLError` for a file that cannot be read or breaks the rules of SBML.
    init(file: String) throws {
        self.file = file
        let bytes: [UInt8]
        do {
            let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int ?? 0
            guard size <= SBMLLimits.megabytes << 20 else {
                throw SBMLError(file: file, "the file is larger than \(SBMLLimits.megabytes) MB")
            }
            bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: file)))
        } catch let error as SBMLError {
            throw error
        } catch {
            throw SBMLError(file: file, "the file cannot be read")
        }
        guard !bytes.contains(0) else { throw SBMLError(file: file, "the file is not text in UTF-8") }
        if let problem = SBMLPrescan.problem(in: bytes) { throw SBMLError(file: file, [problem]) }
        guard let document = bytes.withUnsafeBufferPointer({ _ in readSBMLFromFile(file) }) else {
            throw SBMLError(file: file, "libSBML has no memory for the file")
        }
        self.document = document
        packages = Self.packages(of: document)
        try check()
    }

    deinit { SBMLDocument_free(document) }

    var level: Int { Int(SBMLDocument_getLevel(document)) }
    var version: Int { Int(SBMLDocument_getVersion(document)) }

    /// - Throws: `SBMLError` where the file has no model.
    func model() throws -> OpaquePointer {
        guard let model = SBMLDocument_getModel(document) else { throw SBMLError(file: file, "the file has no model") }
        return model
    }

    private func check() throws {
        for package in packages where package.isRequired && !SBMLPackage.understood.contains(package.name) {
            refusals.append(.init("the package '\(package.name)' changes the mathematics and is not supported"))
        }
        let errors = errors()
        // libSBML complains of packages that it does not know by their prefix alone.
        if !errors.isEmpty {
            throw refusals.isEmpty
                ? SBMLError(file: file, errors) : SBMLError(file: file, kind: .unsupported, refusals)
        }
        guard level >= 2 else {
            throw SBMLError(file: file, kind: .unsupported, "SBML Level 1 is not supported; expected Level 2 or 3")
        }
        if packages.contains(where: { $0.name == "comp" }) { try flatten() }
    }

    /// Has libSBML look for what breaks the rules of SBML.
    ///
    /// - Parameter generally: whether for what takes long in a model of many definitions as well.
    /// - Throws: `SBMLError` with all of it.
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
            throw SBMLError(
                file: file, kind: .unsupported,
                "its submodels (package 'comp') cannot be written out as one model\(reason)")
        }
    }

    private func throwErrors() throws {
        let problems = errors()
        guard problems.isEmpty else { throw SBMLError(file: file, problems) }
    }

    private func errors() -> [SBMLError.Problem] {
        var problems: [SBMLError.Problem] = []
        for index in 0..<SBMLDocument_getNumErrors(document) {
            guard let error = SBMLDocument_getError(document, index),
                XMLError_isError(error) != 0 || XMLError_isFatal(error) != 0
            else { continue }
            let message = text(XMLError_getMessage(error)) ?? "libSBML gives no reason"
            let sentence = message.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            problems.append(.init(line: Int(XMLError_getLine(error)), sentence))
        }
        return problems
    }

    private static func packages(of document: OpaquePointer) -> [SBMLPackage] {
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
            packages.append(
                SBMLPackage(name: name, isRequired: SBMLDocument_getPackageRequired(document, name) != 0))
        }
        return packages
    }
}
