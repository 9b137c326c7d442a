import Exchange
import Foundation

/// A file with a model of Level 3 Version 2, or with any text, that is there while it is held.
final class SBMLFile {
    let url = FileManager.default.temporaryDirectory.appending(path: "sbml-\(UUID().uuidString).xml")

    init(text: String) throws { try Data(text.utf8).write(to: url) }

    /// - Parameters:
    ///   - namespaces: further attributes of the root.
    convenience init(_ parts: String, level: Int = 3, version: Int = 2, namespaces: String = "") throws {
        let core =
            level == 3
            ? "http://www.sbml.org/sbml/level3/version\(version)/core"
            : "http://www.sbml.org/sbml/level\(level)/version\(version)"
        try self.init(
            text: """
                <?xml version="1.0" encoding="UTF-8"?>
                <sbml xmlns="\(core)" level="\(level)" version="\(version)" \(namespaces)>
                <model id="m">
                \(parts)
                </model>
                </sbml>
                """)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func model() throws -> SBMLModel { try SBMLModel(reading: url.path) }

    /// Mathematics in the elements that MathML has for them.
    static func math(_ content: String) -> String {
        "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">\(content)</math>"
    }

    /// A parameter `x` that a rule gives this rate, besides others.
    static func rateRule(_ content: String, initial: Double = 1, parameters: String = "") -> String {
        """
        <listOfParameters><parameter id="x" value="\(initial)" constant="false"/>\(parameters)</listOfParameters>
        <listOfRules><rateRule variable="x">\(math(content))</rateRule></listOfRules>
        """
    }
}
