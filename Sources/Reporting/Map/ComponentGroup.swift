/// The folders of the model, in the order in which a dose passes them.
enum ComponentGroup: String, CaseIterable {
    case woman, pharmacology, axes, serum, receptors, skeleton, outcomes, other

    init(path: String) {
        let folder = path.split(separator: ".").first.map(String.init) ?? path
        self = folder == "assays" ? .serum : Self(rawValue: folder) ?? .other
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
        case .other: 4
        }
    }

    /// Its place in the order.
    var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
