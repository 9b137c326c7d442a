import Foundation
import HTTPTypes
import Hummingbird
import Physiology

/// Everything that is kept, taken out or deleted at once.
struct DataRoutes {
    let store: Store
    let keeper: RunKeeper

    private struct Export: Encodable {
        let model: String
        let exported: String
        let scenarios: [JSONValue]
        let women: [JSONValue]
        let runs: [JSONValue]
    }

    func add(to router: Router<some RequestContext>) {
        router.get("/api/export") { _, _ in
            var response = try Answer.json(
                Export(
                    model: WomanModel.version, exported: Store.now(),
                    scenarios: try await store.items(.scenario).map { try $0.sent() },
                    women: try await store.items(.woman).map { try $0.sent() },
                    runs: try await store.runs().map { try $0.sent(withResult: true) }))
            response.headers[.contentDisposition] = "attachment; filename=\"osteon.json\""
            return response
        }
        router.delete("/api/data") { _, _ in
            try await keeper.cancelAll()
            try await store.removeAll()
            try? FileManager.default.removeItem(at: keeper.folder.runs)
            return Answer.empty
        }
    }
}
