import Exchange

/// What of a scenario decides which equations its model has: which medicines are in it and how the ovary is followed, but
/// neither doses nor times nor the woman.
struct ModelComposition: Hashable {
    /// One medicine in one form.
    private struct Part: Hashable {
        let medicine: String
        let form: String
        let variant: String
    }

    private let parts: Set<Part>
    private let ovary: OvaryResolution

    init(of scenario: Scenario) {
        ovary = scenario.ovary
        parts = Set(
            scenario.therapy.map { treatment in
                Part(
                    medicine: treatment.medicine, form: treatment.form,
                    variant: Medicines.form(of: treatment)?.variant(for: treatment) ?? "")
            })
    }
}
