import Modeling

extension Secretagogue {
    /// Growth hormone releasing hormone 1-29 that binds to albumin and so stays for weeks.
    static let cjc1295 = Secretagogue(
        medicine: "CJC-1295", name: "cjc1295",
        absorptionHalfLife: Constant(24, .assumed("bound to albumin, it enters through lymph", range: 6...48)),
        bioavailability: Constant(1, .assumed("a definition: the level of half effect is stated per dose given")),
        volume: Constant(7, .assumed("0.1 L/kg, the space of albumin", range: 4...14)),
        halfLife: Constant(168, .measured("Teichman 2006, pk.cjc1295.thalf, 5.8 to 8.1 days", range: 139...194)),
        halfEffect: Constant(
            2790, .fitted("IGF-1 +45 % a week after 60 to 90 ug/kg, Ionescu 2006 (O0601), men", range: 1800...4200)),
        largestEffect: .sharedLargestEffect)
}
