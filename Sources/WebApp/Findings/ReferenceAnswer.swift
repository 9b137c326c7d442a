import Evidence
import Exchange
import Physiology
import Reporting
import Symbolics
import Trials

/// Citations that were checked, with what was found, and the papers behind the model's numbers.
struct ReferenceAnswer: Encodable {
    /// A citation that people use, and whether it is what it says.
    struct Checked: Encodable {
        let claim: String
        let citation: String
        /// `correct`, `real but misquoted`, `wrong` or `not found or not confirmed`.
        let status: String
        let finding: String
        let source: String
        let addresses: [String]
    }

    /// A paper behind parameters of the model.
    struct Paper: Encodable {
        let text: String
        let PMID: String?
        let DOI: String?
        let PMCID: String?
        let address: String?
        /// `can be looked up` or `no identifier`.
        let status: String
        let parameters: [String]
        let method: String
    }

    let checked: [Checked]
    let papers: [Paper]

    /// - Throws: `ModelError` or `EvidenceError`.
    init(_ catalogue: Catalogue) throws {
        checked = catalogue.claims.filter { $0.kind == .reference }.map { claim in
            Checked(
                claim: claim.id, citation: claim.claim, status: ReferenceStatus(claim.literatureCheck).rawValue,
                finding: claim.bestEvidence, source: claim.citation, addresses: Citation.addresses(in: claim.citation))
        }
        papers = try ScenarioReferences(Self.everything).references.map { reference in
            Paper(
                text: reference.text, PMID: reference.PMID, DOI: reference.DOI, PMCID: reference.PMCID,
                address: reference.address, status: reference.address == nil ? "no identifier" : "can be looked up",
                parameters: reference.parameters, method: reference.method)
        }
    }

    /// A scenario whose model has every medicine in it.
    private static var everything: Scenario {
        let therapy = Medicines.catalogue.medicines.flatMap { medicine in
            medicine.forms.map {
                Treatment(medicine: medicine.name, form: $0.name, dose: $0.doses[0].example, every: 1, until: 1)
            }
        }
        return Scenario(
            title: "Every medicine", woman: Woman(age: 60 * Unit.daysPerYear), therapy: therapy,
            horizon: Unit.daysPerYear)
    }
}
