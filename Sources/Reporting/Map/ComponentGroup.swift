/// The folders of the model, in the order in which a dose passes them.
enum ComponentGroup: String, CaseIterable {
    case woman, pharmacology, axes, serum, receptors, skeleton, outcomes, assays, other

    init(path: String) {
        self = path.split(separator: ".").first.flatMap { Self(rawValue: String($0)) } ?? .other
    }

    var title: String {
        switch self {
        case .woman: "The woman"
        case .pharmacology: "Medicines"
        case .axes: "Hormone axes"
        case .serum: "Serum"
        case .receptors: "Receptors"
        case .skeleton: "Skeleton"
        case .outcomes: "Outcomes"
        case .assays: "Assays"
        case .other: "Other"
        }
    }

    /// Which of the chart palette's colours it has.
    var colour: Int {
        switch self {
        case .woman: 5
        case .pharmacology: 1
        case .axes: 0
        case .serum: 6
        case .receptors: 7
        case .skeleton: 2
        case .outcomes: 3
        case .assays: 6
        case .other: 4
        }
    }

    /// The column of the map in which it begins, from what is given on the left to what comes of it on the right.
    var column: Int {
        switch self {
        case .woman, .pharmacology: 0
        case .axes: 1
        case .serum, .receptors: 2
        case .skeleton: 3
        case .outcomes, .assays, .other: 4
        }
    }
}
