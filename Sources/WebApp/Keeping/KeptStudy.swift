import HTTPTypes

/// What the page keeps beside a scenario: women, years, and up to four regimens, each of one of the women.
enum KeptStudy {
    static let mostWomen = 4

    /// A study as it is now; one that was kept before there could be several women had one.
    static func current(_ study: JSONValue) -> JSONValue {
        guard case .object(var fields) = study, fields["women"] == nil, let woman = fields.removeValue(forKey: "woman")
        else {
            return study
        }
        fields["women"] = .list([woman])
        return .object(fields)
    }

    /// - Throws: ``Refusal`` if it is no study, or a regimen is of a woman who is not in it.
    static func check(_ study: JSONValue) throws(Refusal) {
        let women = study["women", default: .null].list
        guard (1...mostWomen).contains(women.count), women.allSatisfy(\.isObject) else {
            throw refusal("women: expected a list of 1 to \(mostWomen) women, with the keys of a scenario's woman")
        }
        guard let years = study["years"]?.number, years > 0 else {
            throw refusal("years: expected a number above zero")
        }
        let arms = study["arms", default: .null].list
        guard (1...SimulationRoutes.mostScenarios).contains(arms.count) else {
            throw refusal("arms: expected a list of 1 to \(SimulationRoutes.mostScenarios) regimens")
        }
        for (place, arm) in arms.enumerated() {
            guard case .list(let items)? = arm["items"], items.allSatisfy(\.isObject) else {
                throw refusal("arms[\(place + 1)].items: expected a list of medicines and conditions")
            }
            if let title = arm["title"], title.text == nil {
                throw refusal("arms[\(place + 1)].title: expected a name")
            }
            guard let woman = arm["woman"] else { continue }
            guard let number = woman.number.flatMap(Int.init(exactly:)), women.indices.contains(number) else {
                throw refusal(
                    "arms[\(place + 1)].woman: expected the place of one of the \(women.count) women, counted from zero"
                )
            }
        }
    }

    private static func refusal(_ sentence: String) -> Refusal {
        Refusal(.unprocessableContent, "study.\(sentence)", key: "study")
    }
}
