import Foundation
import HTTPTypes
import Hummingbird
import Modeling
import Reporting

/// The systems map, what is behind each of its boxes, and what hormones do to cells.
struct MapRoutes {
    let catalogue: Catalogue
    let desk: SimulationDesk

    func add(to router: Router<some RequestContext>) {
        let model = catalogue.model
        let map = Once { try await desk.work { try Answer.encoded(MapData(model)) } }
        let matrix = Once {
            try await desk.work { try Answer.encoded(HormoneMatrix(catalogue: catalogue, shelf: desk.shelf)) }
        }
        router.get("/api/matrix") { _, _ in Answer.json(bytes: try await matrix.value) }
        router.get("/api/map") { _, _ in Answer.json(bytes: try await map.value) }
        router.get("/api/map/:id") { _, context in
            let id = context.parameters.get("id") ?? ""
            guard let component = ComponentData(id, of: model) else {
                throw Refusal(.notFound, "the model has no component '\(id.prefix(60))'; /api/map lists them all")
            }
            return try Answer.json(component)
        }
    }
}
