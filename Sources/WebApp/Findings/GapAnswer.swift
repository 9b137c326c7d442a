import Evidence
import Exchange
import Modeling
import Physiology
import Reporting
import Symbolics

/// What is not known: hypotheses that are off, claims that nobody has shown, outcomes that were never counted, and
/// numbers that are assumed.
struct GapAnswer: Encodable {
    struct Hypothesis: Encodable {
        let name: String
        let warning: String
        let claims: [String]
    }

    struct Unverified: Encodable {
        let claim: String
        let text: String
        let grade: String
        let bestEvidence: String
        let citation: String
    }

    /// An outcome that nobody counted under a medicine, so that what is shown is extrapolated.
    struct Extrapolated: Encodable {
        let medicine: String
        let outcome: String
        let label: String
        let grade: String
        let reason: String
    }

    struct Assumed: Encodable {
        let parameter: String
        let meaning: String
        let value: Double
        let unit: String
        let low: Double?
        let high: Double?
        let reason: String
    }

    let hypotheses: [Hypothesis]
    let unverified: [Unverified]
    let extrapolated: [Extrapolated]
    let assumed: [Assumed]

    init(_ catalogue: Catalogue) {
        hypotheses = WomanModel.hypotheses.map { Hypothesis(name: $0.name, warning: $0.warning, claims: $0.claims) }
        unverified = catalogue.claims.filter { $0.literatureCheck == .unverifiable && $0.kind != .reference }.map {
            Unverified(
                claim: $0.id, text: $0.claim, grade: $0.grade.rawValue, bestEvidence: $0.bestEvidence,
                citation: $0.citation)
        }
        extrapolated = Self.extrapolated(catalogue)
        assumed = catalogue.model.parameters.filter { $0.provenance.status == .assumed }.map { parameter in
            Assumed(
                parameter: parameter.name, meaning: parameter.meaning, value: parameter.value,
                unit: parameter.unit.symbol,
                low: parameter.provenance.range?.lowerBound.finite, high: parameter.provenance.range?.upperBound.finite,
                reason: parameter.provenance.source)
        }
    }

    /// Each medicine alone, for the outcomes that matter most.
    private static func extrapolated(_ catalogue: Catalogue) -> [Extrapolated] {
        let outcomes = catalogue.outputs.filter {
            [
                "fracture.hip", "fracture.clinicalVertebral", "fracture.any", "outcome.venousThrombosis",
                "outcome.breastCancer",
            ]
            .contains($0.output)
        }
        return Medicines.catalogue.medicines.flatMap { medicine -> [Extrapolated] in
            guard let form = medicine.forms.first else { return [] }
            let alone = Scenario(
                title: medicine.name, woman: Woman(age: 60 * Unit.daysPerYear),
                therapy: [
                    Treatment(medicine: medicine.name, form: form.name, dose: form.doses[0].example, every: 1, until: 1)
                ], horizon: Unit.daysPerYear)
            return outcomes.compactMap { outcome in
                guard let judgement = catalogue.grades.judgement(of: outcome.output, in: alone),
                    judgement.grade == .weak || judgement.grade == .limited
                else { return nil }
                return Extrapolated(
                    medicine: medicine.name, outcome: outcome.output, label: outcome.label,
                    grade: judgement.grade.rawValue,
                    reason: judgement.reason)
            }
        }
    }
}
