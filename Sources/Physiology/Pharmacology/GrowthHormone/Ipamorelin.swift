import Modeling

extension Secretagogue {
    /// Ghrelin receptor agonist that releases growth hormone without cortisol.
    static let ipamorelin = Secretagogue(
        medicine: "ipamorelin", name: "ipamorelin", absorptionHalfLife: .fastUptake,
        bioavailability: Constant(
            0.77, .assumed("as of hexarelin under the skin, pk.hexarelin.f_sc; not measured", range: 0.5...1)),
        volume: Constant(15.4, .measured("Gobburu 1999, PMID 10496658, 0.22 L/kg, men", range: 12...20)),
        halfLife: Constant(2, .measured("Gobburu 1999, PMID 10496658 (O1227), men", range: 1.5...2.5)),
        halfEffect: Constant(
            152, .measured("Gobburu 1999, PMID 10496658 (O0729), 214 nmol/L at 712 g/mol, men", range: 100...230)),
        largestEffect: .sharedLargestEffect)
}
