/// What a path into an SBML file names, of the paths that are followed: an element by its identifier.
///
/// For example `/sbml:sbml/sbml:model/sbml:listOfSpecies/sbml:species[@id='A']`, with an attribute for a change.
public struct SBMLTarget: Hashable, Sendable, CustomStringConvertible {
    public enum Kind: String, Sendable {
        case species, parameter, compartment, reaction
        /// A parameter of one reaction alone.
        case localParameter
    }

    public let kind: Kind
    public let id: String
    /// The reaction of a local parameter.
    public let reaction: String?
    /// Nil where the element itself is named.
    public let attribute: String?
    public let description: String

    private struct Step {
        let name: String
        let id: String?
    }

    /// - Parameter prefixes: the namespaces that prefixes stand for where the path is written.
    /// - Throws: ``Refusal`` with the end of a sentence that begins with the path.
    init(_ path: String, prefixes: [String: String]) throws(Refusal) {
        description = path
        var text = Substring(path)
        var steps: [Step] = []
        var attribute: String?
        while !text.isEmpty {
            if attribute == nil, let match = text.prefixMatch(of: /\/@([A-Za-z]+)$/) {
                attribute = String(match.1)
                text = text[match.range.upperBound...]
                continue
            }
            guard
                let match = text.prefixMatch(
                    of: /\/([A-Za-z_][\w\-.]*):([A-Za-z]+)(?:\[@id\s*=\s*(?:'([A-Za-z_]\w*)'|"([A-Za-z_]\w*)")\])?/)
            else { throw Refusal("is not followed; expected elements named by '[@id=…]' alone") }
            guard let space = prefixes[String(match.1)] else {
                throw Refusal("uses the prefix '\(match.1)', which nothing declares")
            }
            guard space.hasPrefix("http://www.sbml.org/sbml/level") else { throw Refusal("leads to what is not SBML") }
            steps.append(Step(name: String(match.2), id: (match.3 ?? match.4).map(String.init)))
            text = text[match.range.upperBound...]
        }
        self.attribute = attribute
        guard steps.prefix(2).map(\.name) == ["sbml", "model"] else {
            throw Refusal("does not begin with sbml and model")
        }
        let rest = steps.dropFirst(2).map(\.name)
        let ids = steps.dropFirst(2).map(\.id)
        switch rest {
        case ["listOfSpecies", "species"]: (kind, reaction) = (.species, nil)
        case ["listOfParameters", "parameter"]: (kind, reaction) = (.parameter, nil)
        case ["listOfCompartments", "compartment"]: (kind, reaction) = (.compartment, nil)
        case ["listOfReactions", "reaction"]: (kind, reaction) = (.reaction, nil)
        case ["listOfReactions", "reaction", "kineticLaw", "listOfParameters", "parameter"],
            ["listOfReactions", "reaction", "kineticLaw", "listOfLocalParameters", "localParameter"]:
            guard let owner = ids[1] else { throw Refusal("does not say which reaction is meant") }
            (kind, reaction) = (.localParameter, owner)
        default: throw Refusal("names no species, parameter, compartment or reaction")
        }
        guard let id = ids.last ?? nil else { throw Refusal("does not say which \(rest.last ?? "element") is meant") }
        self.id = id
    }

    /// Why a path is not followed.
    struct Refusal: Error {
        let message: String

        init(_ message: String) { self.message = message }
    }
}
