import Symbolics
import Yams

/// An endpoint as it was read, and where the rows beside it were written.
struct ReadEndpoint {
    let endpoint: TrialEndpoint
    let published: [(field: Field, TrialEndpoint.Published)]
}

extension Field {
    static let exampleOfEndpoints =
        "endpoints: [{output: density.lumbarSpine, measure: percent change, at: 3 years}]"
    private static let keys = ["output", "measure", "since", "from", "at", "losing", "against", "observed"]

    /// The endpoints of a trial with these arms, whose names are none where they could not be read.
    func endpoints(outputs: [String], arms: [String], horizon: Double) -> [ReadEndpoint] {
        let items = items(expecting: "- {output: density.lumbarSpine, measure: percent change, at: 3 years}")
        if items?.isEmpty == true { report("a trial has at least one endpoint; expected '\(Self.exampleOfEndpoints)'") }
        return (items ?? []).compactMap { item in
            Section(item, keys: Self.keys).flatMap { ReadEndpoint($0, outputs, arms, horizon) }
        }
    }
}

extension ReadEndpoint {
    fileprivate init?(_ section: Section, _ outputs: [String], _ arms: [String], _ horizon: Double) {
        let output = section.required("output", example: "output: density.lumbarSpine")?
            .name("an output of the model", among: outputs)
        let measure = section.required("measure", example: "measure: percent change")?
            .choice("a way to express it", of: TrialEndpoint.Measure.self)
        let clock =
            section["since"].map { $0.choice("what times count from", of: TrialEndpoint.Clock.self) } ?? .randomisation
        func time(_ field: Field) -> Double? {
            clock == .finalPeriod ? field.days(.aroundMenopause) : field.time(within: horizon)
        }
        let at = section.required("at", example: "at: 3 years").flatMap(time)
        let from = section["from"].map(time) ?? 0
        let loss = section["losing"]?.percent(.loss)
        let against = section["against"].flatMap { field in
            arms.isEmpty ? nil : field.name("an arm of this trial", among: arms, listAlways: true)
        }
        if let measure { Self.check(measure, output, in: section) }
        if let from, let at, from >= at { section["at"]?.report("it is not after 'from'; expected a later time") }
        var published: [(field: Field, TrialEndpoint.Published)] = []
        if let observed = section["observed"], !arms.isEmpty, let rows = Section(observed, keys: arms) {
            for (place, arm) in arms.enumerated() {
                guard let field = rows[arm] else { continue }
                let isList = if case .sequence = field.node { true } else { false }
                for item in isList ? field.items(expecting: "[O0123]") ?? [] : [field] {
                    guard let row = item.observation(faultOf: { _ in nil }) else { continue }
                    published.append((item, TrialEndpoint.Published(arm: place, row: row)))
                }
            }
        }
        guard let output, let measure, let at, let from, let clock else { return nil }
        endpoint = TrialEndpoint(
            output: output, measure: measure, from: from, at: at, since: clock, loss: loss,
            against: against.flatMap { arms.firstIndex(of: $0) })
        self.published = published
    }

    /// Reports keys that a measure needs, or that mean nothing to it.
    private static func check(_ measure: TrialEndpoint.Measure, _ output: String?, in section: Section) {
        if measure.comparesArms {
            _ = section.required("against", example: "against: placebo")
        } else {
            section["against"]?.report("a \(measure.rawValue) is of one arm; expected no such key")
        }
        if measure == .losers {
            _ = section.required("losing", example: "losing: 3 %")
        } else {
            section["losing"]?.report("this key only belongs with 'measure: losers'; expected no such key")
        }
        if [.level, .ratio, .hazardRatio].contains(measure) {
            section["from"]?.report("a \(measure.rawValue) is of one time; expected no such key")
        }
        if measure == .hazardRatio, let output, !output.hasPrefix("fracture.") {
            section["output"]?.report("a hazard ratio is of fractures; expected an output such as fracture.hip")
        }
    }
}
