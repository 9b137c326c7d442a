import Modeling

extension Secretagogue {
    /// Ghrelin receptor agonist whose effect fades by about half within weeks and returns after a pause.
    static let hexarelin = Secretagogue(
        medicine: "hexarelin", name: "hexarelin", absorptionHalfLife: .fastUptake,
        bioavailability: Constant(
            0.77, .measured("by growth hormone response, Ghigo 1994 (O1237)", range: 0.66...0.88)),
        volume: Constant(15.4, .assumed("as of ipamorelin, 0.22 L/kg", range: 10...25)),
        halfLife: Constant(1.17, .assumed("70 min, pk.hexarelin.thalf of the evidence, recalled", range: 0.8...1.5)),
        halfEffect: Constant(
            2.3, .measured("0.5 ug/kg into a vein, pd.hexarelin.ed50, PMID 7957536, over 0.22 L/kg", range: 1.4...3.5)),
        largestEffect: .sharedLargestEffect,
        cooperativity: Constant(
            2, .assumed("responses to 0.5, 1 and 2 ug/kg into a vein (O1234 to O1236) rise steeply", range: 1...4)),
        tolerance: Tolerance(
            halfLife: Constant(7, .fitted(attenuation, range: 4...10)),
            halvingLevel: Constant(2.5, .fitted(attenuation, range: 1.6...4))))

    private static let attenuation =
        "growth hormone response to 1.5 ug/kg twice a day 69, 64 and 55 % of the first after 1, 4 and 16 weeks, "
        + "102 % four weeks after the last, Rahim 1998, PMID 9589671"
}
