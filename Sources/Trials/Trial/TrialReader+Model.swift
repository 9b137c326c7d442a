import Evidence
import Exchange
import Modeling
import Physiology

extension TrialReader {
    /// Reads trials of this model's medicines and outputs, beside rows of the bundled evidence.
    ///
    /// - Throws: `ModelError` if the model does not hang together.
    public static func forModel() throws -> TrialReader {
        TrialReader(catalogue: Medicines.catalogue, outputs: try WomanModel.model(for: []).outputs.map(\.name)) {
            row, trial, endpoint, arm in
            do {
                _ = try PublishedEstimate(
                    EvidenceLibrary.bundled.observation(row), trial, trial.endpoints[endpoint], arm: arm)
                return nil
            } catch let refusal as NotComparable {
                return "\(refusal.id) does not belong beside this estimate: \(refusal.reason)"
            } catch {
                return "\(error)"
            }
        }
    }
}
