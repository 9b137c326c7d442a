import Evidence
import Foundation
import HTTPTypes
import Hummingbird
import Physiology
import Reporting

/// What there is to choose from, and what words mean.
struct CatalogueRoutes {
    let catalogue: Catalogue

    private struct Version: Encodable {
        let version: String
        let model: String
        let disclaimer: String
    }

    private struct Term: Encodable {
        let term: String
        let plain: String
        let intermediate: String
        let technical: String
        let unit: String
        let related: [String]
        /// What else it is called.
        let names: [String]
    }

    func add(to router: Router<some RequestContext>, disclaimer: String) throws {
        let medicines = try Answer.encoded(MedicineEntry.all(Medicines.catalogue))
        let outputs = try Answer.encoded(catalogue.outputs)
        let presets = try Answer.encoded(Preset.all(examples: catalogue.examples))
        let glossary = try Answer.encoded(
            catalogue.glossary.map {
                Term(
                    term: $0.term, plain: $0.plain, intermediate: $0.intermediate, technical: $0.technical,
                    unit: $0.unit,
                    related: $0.relatedTerms, names: TermName.all(of: $0))
            })
        let version = try Answer.encoded(
            Version(
                version: String(WomanModel.version.drop { !$0.isNumber }), model: WomanModel.version,
                disclaimer: disclaimer))
        for (path, body) in [
            ("version", version), ("medicines", medicines), ("outputs", outputs), ("presets", presets),
            ("glossary", glossary),
        ] {
            router.get("/api/\(path)") { _, _ in Answer.json(bytes: body) }
        }
        router.get("/api/examples") { _, _ in try Answer.json(catalogue.examples.names) }
        router.get("/api/examples/:name") { _, context in
            let name = context.parameters.get("name") ?? ""
            guard let object = catalogue.examples.object(name) else {
                throw Refusal(.notFound, "there is no example '\(name.prefix(60))'; /api/examples lists them all")
            }
            return try Answer.json(object)
        }
    }
}
