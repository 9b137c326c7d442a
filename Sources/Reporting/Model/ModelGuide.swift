import Exchange
import Modeling

/// A model as text for people: its list of parts, and each part with its equations, parameters and sources.
///
/// ```swift
/// let guide = ModelGuide(try WomanModel.complete())
/// print(try guide.description(of: "skeleton.rankl", width: 100))
/// ```
public struct ModelGuide: Sendable {
    private let model: Model

    public init(_ model: Model) { self.model = model }

    /// Components with what they hold, and outputs with their units.
    public func list(width: Int) -> String {
        ModelListing(writer: ModelWriter(model, width: width)).lines.joined(separator: "\n") + "\n"
    }

    /// Every component in full.
    public func everything(width: Int) -> String {
        let writer = ModelWriter(model, width: width)
        return text(model.components.map { ComponentDescription(writer: writer, component: $0).lines })
    }

    /// A component, quantity or output by its name; a folder of components; or any of them by the end of its name.
    ///
    /// - Throws: `UnknownModelName` with the nearest right names.
    public func description(of name: String, width: Int) throws -> String {
        let writer = ModelWriter(model, width: width)
        let exact = descriptions(of: name, writer)
        if !exact.isEmpty { return text(exact) }
        let folder = model.components.filter { $0.path.hasPrefix("\(name).") }
        if !folder.isEmpty { return text(folder.map { ComponentDescription(writer: writer, component: $0).lines }) }
        let meant = Self.everyName(writer).filter { $0.hasSuffix(".\(name)") }
        guard meant.count == 1 else { throw UnknownModelName(name, meant: meant, among: Self.everyName(writer)) }
        return text(descriptions(of: meant[0], writer))
    }

    /// All that goes by exactly this name: an output may be called like the quantity behind it.
    private func descriptions(of name: String, _ writer: ModelWriter) -> [[String]] {
        let components = model.components.filter { $0.path == name }
            .map { ComponentDescription(writer: writer, component: $0).lines }
        let isQuantity =
            writer.names.quantities(endingIn: name).contains(name)
            || model.dosePorts.contains { $0.name == name }
        let outputs = model.outputs.filter { $0.name == name }
            .map { OutputDescription(writer: writer, output: $0).lines }
        return components + (isQuantity ? [QuantityDescription(writer: writer, name: name).lines] : []) + outputs
    }

    static func everyName(_ writer: ModelWriter) -> [String] {
        var seen = Set<String>()
        return
            (writer.model.components.map(\.path) + writer.model.outputs.map(\.name) + writer.names.quantities
            + writer.model.dosePorts.map(\.name)).filter { seen.insert($0).inserted }
    }

    private func text(_ parts: [[String]]) -> String {
        parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n\n") + "\n"
    }
}

/// A name that nothing in the model has, or that several things end in.
public struct UnknownModelName: Error, CustomStringConvertible {
    public let description: String

    /// How many names to offer.
    private static let offered = 4

    init(_ name: String, meant: [String], among names: [String]) {
        guard meant.isEmpty else {
            let shown = meant.prefix(Self.offered).map { "'\($0)'" }
            let more = meant.count > shown.count ? ["\(meant.count - shown.count) more"] : []
            description = "'\(name)' is the end of several names: \(ModelWriter.list(shown + more)); give more of it"
            return
        }
        var byEnding: [String: [String]] = [:]
        for full in names {
            for ending in ModelNames.endings(of: full) { byEnding[ending, default: []].append(full) }
        }
        let endings = nearestNames(to: name, among: byEnding.keys.sorted(), atMost: Self.offered)
        var near: [String] = []
        for full in endings.flatMap({ byEnding[$0] ?? [] }) where !near.contains(full) { near.append(full) }
        let question = ModelWriter.list(near.prefix(Self.offered).map { "'\($0)'" }, last: "or")
        description =
            "nothing in the model is called '\(name)'; "
            + (near.isEmpty ? "'osteon model list' shows what there is" : "did you mean \(question)?")
    }
}
