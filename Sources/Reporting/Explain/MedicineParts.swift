import Exchange
import Modeling
import Physiology

/// The parts of the model that a medicine brings with it.
enum MedicineParts {
    /// - Throws: `ModelError` if the model with it does not hang together.
    static func of(_ medicine: MedicineCatalogue.Medicine) throws -> [String] {
        let treatments = medicine.forms.compactMap { form in
            form.doses.first.map { Treatment(medicine: medicine.name, form: form.name, dose: $0.example, every: 1, until: 1) }
        }
        let without = Set(try WomanModel.model(for: []).components.map(\.path))
        return try WomanModel.model(for: treatments).components.map(\.path).filter { !without.contains($0) }
    }
}
