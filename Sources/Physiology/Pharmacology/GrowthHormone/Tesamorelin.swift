import Modeling

extension Secretagogue {
    /// Stabilised growth hormone releasing hormone; IGF-1 was measured in people with HIV, most of them men.
    static let tesamorelin = Secretagogue(
        medicine: "tesamorelin", name: "tesamorelin",
        absorptionHalfLife: Constant(
            0.083, .assumed("peak after 9 minutes, Egrifta US label, recalled", range: 0.05...0.2)),
        bioavailability: Constant(1, .assumed("a definition: the volume is the apparent one of the injected dose")),
        volume: Constant(
            700, .assumed("apparent 9.4 to 10.5 L/kg, Egrifta US label, recalled", range: 600...800)),
        halfLife: Constant(
            0.633,
            .measured("38 min in people with HIV, pk.tesamorelin.thalf; 26 min in healthy adults", range: 0.43...0.7)),
        halfEffect: Constant(
            0.0225, .fitted("IGF-1 +81 % on 2 mg a day, Falutz 2007, PMID 18057338 (O1220)", range: 0.01...0.05)),
        largestEffect: .sharedLargestEffect,
        pituitaryHalfLife: Constant(
            2.5,
            .assumed("without an action that outlasts the peptide by hours IGF-1 could not rise so far", range: 1.5...4)
        ))
}
