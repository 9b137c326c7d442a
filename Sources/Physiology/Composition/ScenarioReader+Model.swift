import Exchange

extension ScenarioReader {
    /// Reads scenarios with the medicines and hypotheses that this model has.
    public static var forModel: ScenarioReader {
        ScenarioReader(catalogue: Medicines.catalogue, hypotheses: WomanModel.hypotheses.map(\.name))
    }

    /// Reads a scenario file, and the file of the comparator arm it names, if it names one.
    ///
    /// - Throws: `FileError` with everything that is wrong in the first file that is.
    public func readArms(file: String) throws -> (scenario: Scenario, comparator: Scenario?) {
        let scenario = try read(file: file)
        return (scenario, try scenario.comparator.map { try read(file: $0) })
    }
}
