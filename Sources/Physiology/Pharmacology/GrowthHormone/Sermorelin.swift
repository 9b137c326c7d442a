import Modeling

extension Secretagogue {
    /// Growth hormone releasing hormone 1-29.
    ///
    /// No measurement of IGF-1 on it was found; what the axis makes of its pulses is a prediction.
    static let sermorelin = Secretagogue(
        medicine: "sermorelin", name: "sermorelin", absorptionHalfLife: .fastUptake,
        bioavailability: Constant(
            0.06, .assumed("a few per cent, as of other peptides of this family under the skin", range: 0.02...0.2)),
        volume: Constant(14, .assumed("0.2 L/kg, the extracellular space", range: 7...35)),
        halfLife: Constant(0.2, .assumed("12 min, pk.sermorelin.thalf of the evidence, recalled", range: 0.1...0.4)),
        halfEffect: Constant(
            0.1, .assumed("1 ug/kg into a vein is a full dose and lasts three hours", range: 0.03...0.5)),
        largestEffect: .sharedLargestEffect,
        pituitaryHalfLife: Constant(
            0.7,
            .assumed("growth hormone stays up for about three hours, far longer than the peptide", range: 0.3...1.5)))
}
