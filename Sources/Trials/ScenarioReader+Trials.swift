import Evidence
import Exchange
import Physiology

extension ScenarioReader {
    /// Reads scenarios as `forModel` does, and knows the published rows they may be compared with.
    public static var forTrials: ScenarioReader {
        var reader = forModel
        reader.faultOfObservation = { row in
            do {
                _ = try EvidenceLibrary.bundled.observation(row)
                return nil
            } catch {
                return "\(error)"
            }
        }
        return reader
    }
}
