import Evidence
import Exchange
import Modeling
import Physiology

/// How well it is known what a therapy does to an outcome, by who counted it in whom: the strongest study among the
/// rows of the evidence.
struct OutcomeGrades: Sendable {
    /// A grade and the reason for it.
    struct Judgement: Sendable {
        let grade: Claim.Grade
        let reason: String
    }

    /// A study that counted an outcome in women who took some medicines.
    private struct Study: Sendable {
        let medicines: Set<String>
        let isRandomised: Bool
        let row: String
    }

    /// Names of all outputs on what befalls women.
    let outputs: Set<String>
    /// Names of all outputs on density against other women, which what is said of outcomes speaks of.
    let scores: Set<String>
    private let studies: [String: [Study]]

    /// - Throws: `EvidenceError` if the evidence cannot be read.
    init(outputs names: [String], evidence: EvidenceLibrary = .bundled) throws {
        outputs = Set(names.filter { $0.hasPrefix("fracture.") || $0.hasPrefix("outcome.") })
        scores = Set(names.filter { $0.hasPrefix("tScore.") || $0.hasPrefix("zScore.") })
        var studies: [String: [Study]] = [:]
        for row in try evidence.observations() where row.use != .plausibility {
            let medicines = Self.medicines(in: row.regimen)
            guard !medicines.isEmpty else { continue }
            let study = Study(medicines: medicines, isRandomised: row.design.contains("RCT"), row: row.id)
            for output in Self.outputs(of: row) { studies[output, default: []].append(study) }
        }
        self.studies = studies
    }

    /// What is known of an outcome under a therapy; nil where nothing is taken that is more than a supplement.
    func judgement(of output: String, in scenario: Scenario) -> Judgement? {
        let taken = Set(scenario.therapy.map(\.medicine)).subtracting(Medicines.supplements)
        guard !taken.isEmpty else { return nil }
        let known = studies[output] ?? []
        let same = known.filter { $0.medicines.subtracting(Medicines.supplements) == taken }
        if let trial = same.first(where: \.isRandomised) {
            return Judgement(grade: .strong, reason: "a randomised trial of these medicines counted it [\(trial.row)]")
        }
        if let study = same.first {
            return Judgement(
                grade: .moderate, reason: "women on these medicines were followed, not randomised [\(study.row)]")
        }
        if let part = known.first(where: { !$0.medicines.isDisjoint(with: taken) }) {
            return Judgement(
                grade: .limited, reason: "counted on some of these medicines, or with others besides [\(part.row)]")
        }
        return Judgement(grade: .weak, reason: "extrapolated: no study in the evidence counted it on these medicines")
    }

    /// As regimens are written in the evidence.
    private static let words: KeyValuePairs = [
        "CEE": "conjugated estrogens", "E2": "estradiol", "MPA": "medroxyprogesterone acetate", "P4": "progesterone",
        "NETA": "norethisterone acetate", "dydrogesterone": "dydrogesterone", "LNG": "levonorgestrel",
        "anastrozole": "anastrozole", "letrozole": "letrozole", "prednisolone": "prednisolone",
        "alendronate": "alendronate", "denosumab": "denosumab", "teriparatide": "teriparatide",
        "testosterone": "testosterone", "leuprolide": "leuprolide", "calcium": "calcium", "D3": "cholecalciferol",
    ]

    private static func medicines(in regimen: String) -> Set<String> {
        guard !regimen.hasPrefix("none") else { return [] }
        let found = Set(regimen.split { !$0.isLetter && !$0.isNumber }.map(String.init))
        return Set(words.filter { found.contains($0.key) }.map(\.value))
    }

    private static func outputs(of row: Observation) -> [String] {
        let endpoint = row.endpoint
        if endpoint.hasPrefix("fracture_") || endpoint.contains("_fracture") {
            let place = endpoint.hasPrefix("fracture_") ? row.site : endpoint
            if place.hasPrefix("hip") { return ["fracture.hip"] }
            if place.contains("nonvertebral") || place.contains("nonspine") { return ["fracture.nonvertebral"] }
            if place.contains("clinical_vertebral") || place.hasPrefix("vertebral") {
                return ["fracture.clinicalVertebral"]
            }
            if place.contains("wrist") || place.contains("forearm") { return ["fracture.wrist"] }
            return ["fracture.any", "fracture.majorOsteoporotic"]
        }
        if endpoint == "total_fracture" { return ["fracture.any"] }
        if endpoint == "VTE" || endpoint.contains("thrombosis") { return ["outcome.venousThrombosis"] }
        if endpoint.contains("stroke") { return ["outcome.stroke"] }
        if endpoint.hasPrefix("breast_cancer") { return ["outcome.breastCancer"] }
        if endpoint.hasPrefix("endometrial_hyperplasia") { return ["outcome.endometrialHyperplasia"] }
        return []
    }
}
