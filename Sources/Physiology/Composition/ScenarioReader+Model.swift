import Exchange

extension ScenarioReader {
    /// Reads scenarios with the medicines and hypotheses that this model has.
    public static var forModel: ScenarioReader {
        ScenarioReader(catalogue: Medicines.catalogue, hypotheses: WomanModel.hypotheses.map(\.name))
    }
}
