import Modeling

extension Secretagogue {
    /// Ghrelin receptor agonist by mouth, MK-677.
    static let ibutamoren = Secretagogue(
        medicine: "ibutamoren", name: "ibutamoren",
        absorptionHalfLife: Constant(0.7, .assumed("a tablet is absorbed within a few hours", range: 0.3...2)),
        bioavailability: Constant(1, .assumed("a definition: the volume is the apparent one of the swallowed dose")),
        volume: Constant(
            100, .assumed("a scale: only its product with the level of half effect matters", range: 50...200)),
        halfLife: Constant(5, .assumed("4 to 6 h, pk.mk677.thalf of the evidence, recalled", range: 4...6)),
        halfEffect: Constant(
            150, .fitted("IGF-1 on 25 mg a day 1.5-fold (O1614) to +75 % (pd.mk677.igf1_25)", range: 100...230)),
        largestEffect: .sharedLargestEffect)
}
