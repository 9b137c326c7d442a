import Exchange
import Foundation
import HTTPTypes
import Hummingbird
import Trials

/// Scenarios and women that a user keeps.
struct ItemRoutes {
    let store: Store
    let limits: ServerLimits

    func add(to router: Router<some RequestContext>) {
        for kind in KeptItem.Kind.allCases {
            let path = "/api/\(kind.plural)"
            router.get("\(path)") { _, _ in
                try Answer.json(try await store.items(kind).map { try $0.sent() })
            }
            router.post("\(path)") { request, _ in
                let item = try await read(request, kind)
                guard try await store.add(item) else { throw full }
                var response = try Answer.json(item.sent(), status: .created)
                response.headers[.location] = "\(path)/\(item.id)"
                return response
            }
            router.get("\(path)/:id") { _, context in
                try Answer.json(try await item(kind, context).sent())
            }
            router.put("\(path)/:id") { request, context in
                let known = try await item(kind, context)
                var item = try await read(request, kind)
                (item.id, item.created) = (known.id, known.created)
                try await store.change(item)
                return try Answer.json(item.sent())
            }
            router.delete("\(path)/:id") { _, context in
                guard try await store.removeItem(kind, id(context)) else { throw unknown(kind, id(context)) }
                return Answer.empty
            }
        }
    }

    private func id(_ context: some RequestContext) -> String { context.parameters.get("id") ?? "" }

    private func item(_ kind: KeptItem.Kind, _ context: some RequestContext) async throws -> KeptItem {
        guard let item = try await store.item(kind, id(context)) else { throw unknown(kind, id(context)) }
        return item
    }

    private func unknown(_ kind: KeptItem.Kind, _ id: String) -> Refusal {
        Refusal(.notFound, "no \(kind.rawValue) '\(id.prefix(60))' is kept here")
    }

    private var full: Refusal {
        Refusal(.conflict, "\(limits.kept) scenarios and women are kept already; delete some first")
    }

    /// An item as it is sent, checked like a scenario file.
    private func read(_ request: Request, _ kind: KeptItem.Kind) async throws -> KeptItem {
        let name = kind.rawValue
        let object = try await RequestObject(request, keys: ["title", name, "study"], limit: limits.body)
        guard let content = try object.json(name) else {
            throw Refusal(.unprocessableContent, "\(name) is missing; expected the keys of a scenario file", key: name)
        }
        let scenario: Scenario
        switch kind {
        case .scenario: scenario = try object.scenario(name)
        case .woman:
            guard let woman = object.value(name) as? [String: Any] else {
                throw Refusal(
                    .unprocessableContent, "woman: expected an object with the keys of a scenario's woman", key: name)
            }
            // A woman is checked as part of the shortest scenario there can be.
            scenario = try ScenarioText(["title": "A woman", "woman": woman, "simulate": ["years": 1]], key: name)
                .scenario()
        }
        let title = try object.text("title", or: scenario.title, expecting: "a name").trimmingCharacters(
            in: .whitespaces)
        guard (1...200).contains(title.count) else {
            throw Refusal(.unprocessableContent, "title: expected a name of 1 to 200 characters", key: "title")
        }
        let study = try object.json("study").map { text -> String in
            let study = KeptStudy.current(try JSONDecoder().decode(JSONValue.self, from: text))
            try KeptStudy.check(study)
            return try study.jsonText()
        }
        let now = Store.now()
        return KeptItem(
            id: Store.newID(), kind: kind, title: title, content: String(decoding: content, as: UTF8.self),
            study: study,
            created: now, changed: now)
    }
}

extension KeptItem.Kind {
    var plural: String {
        switch self {
        case .scenario: "scenarios"
        case .woman: "women"
        }
    }
}
