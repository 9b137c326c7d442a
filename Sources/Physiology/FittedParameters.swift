/// Values estimated together, with one set for every trial, by `osteon calibrate` from `Calibration/plan.yaml`;
/// Documentation/Calibration.md describes the fit.
///
/// Written as a whole; a single value changed by hand no longer belongs to the fit.
public enum FittedParameters {
    /// What was estimated, with the interval that holds 68 % of the ensemble.
    private static let joint
        = "joint fit to 133 published rows (use: calibrate), see Documentation/Calibration.md"

    /// What stayed while the rest was estimated, and why.
    private static func held(_ reason: String) -> String { "held while the rest was fitted: \(reason)" }

    public static let table: [String: FittedParameter] = [
        "axes.calcium.calciumOnRANKL": .init(
            value: 0.075456, unit: "1", interval: 0.07267...0.09121, source: joint),
        "axes.ovary.transitionCentre": .init(
            value: -0.19961, unit: "years", interval: (-0.2205)...(-0.1793), source: joint),
        "axes.ovary.transitionWidth": .init(
            value: 0.53744, unit: "years", interval: 0.4405...0.6557, isHeld: true,
            source: held("from an earlier joint fit; annual rates around menopause hardly tell it from its centre")),
        "pharmacology.alendronate.halfEffect": .init(
            value: 0.95295, unit: "mg", interval: 0.8425...1.092, source: joint),
        "pharmacology.alendronate.onApoptosisGain": .init(
            value: 1.1342, unit: "1", interval: 1.056...1.48, source: joint),
        "pharmacology.conjugatedEstrogens.oral.ringBPotency": .init(
            value: 0.010453, unit: "1", interval: 0.009011...0.01213, isHeld: true,
            source: held("from an earlier joint fit; it only scales conjugated estrogens against the half effect of estradiol")),
        "pharmacology.denosumab.halfBinding": .init(
            value: 27.026, unit: "ng/mL", interval: 23.11...29.39, source: joint),
        "pharmacology.teriparatide.onActivityGain": .init(
            value: 18.94, unit: "1", interval: 17.09...19.23, source: joint),
        "pharmacology.teriparatide.onModellingGain": .init(
            value: 19.157, unit: "1", interval: 16.61...21.31, source: joint),
        "receptors.estrogen.halfEffect": .init(
            value: 13.627, unit: "pg/mL", interval: 13.32...14.22, source: joint),
        "receptors.estrogen.lag": .init(
            value: 6.036, unit: "d", interval: 5.212...6.948, source: joint),
        "receptors.glucocorticoid.genes.differentiationGain": .init(
            value: 0.042348, unit: "1", interval: 0.03792...0.04887, source: joint),
        "receptors.glucocorticoid.genes.osteoblastDeathGain": .init(
            value: 0.0408, unit: "1", interval: 0.03569...0.04364, source: joint),
        "receptors.insulinLikeGrowthFactor.gainOnRANKL": .init(
            value: 0.72395, unit: "1", interval: 0.5484...0.9556, isHeld: true,
            source: held("fitted apart to NTX, osteocalcin and alkaline phosphatase on ibutamoren (O0570, O0571, O0572, O1944, O1945); in the joint fit swallowed estrogen, which lowers IGF-1, would draw it away")),
        "receptors.insulinLikeGrowthFactor.gainOnSupply": .init(
            value: 0.068784, unit: "1", interval: 0.02785...0.1699, isHeld: true,
            source: held("fitted apart to NTX, osteocalcin and alkaline phosphatase on ibutamoren (O0570, O0571, O0572, O1944, O1945); in the joint fit swallowed estrogen, which lowers IGF-1, would draw it away")),
        "skeleton.femoralNeck.ageFactor": .init(
            value: 1.0698, unit: "1", interval: 1.043...1.285, source: joint),
        "skeleton.femoralNeck.modellingShare": .init(
            value: 0.048188, unit: "1", interval: 0.04451...0.05433, source: joint),
        "skeleton.femoralNeck.selfLimiting": .init(
            value: 7.2883, unit: "1", interval: 6.717...7.791, source: joint),
        "skeleton.femoralNeck.turnover": .init(
            value: 0.096874, unit: "1/years", interval: 0.08934...0.1067, source: joint),
        "skeleton.lumbarSpine.ageFactor": .init(
            value: 0.43379, unit: "1", interval: 0.3875...0.4897, source: joint),
        "skeleton.lumbarSpine.modellingShare": .init(
            value: 0.072936, unit: "1", interval: 0.06623...0.08377, source: joint),
        "skeleton.lumbarSpine.selfLimiting": .init(
            value: 3.884, unit: "1", interval: 3.608...4.104, source: joint),
        "skeleton.lumbarSpine.turnover": .init(
            value: 0.16682, unit: "1/years", interval: 0.1586...0.1776, source: joint),
        "skeleton.lumbarSpineTrabecular.ageFactor": .init(
            value: 0.50241, unit: "1", interval: 0.4488...0.5644, source: joint),
        "skeleton.lumbarSpineTrabecular.selfLimiting": .init(
            value: 1.1745, unit: "1", interval: 1.044...1.275, source: joint),
        "skeleton.lumbarSpineTrabecular.turnover": .init(
            value: 0.092801, unit: "1/years", interval: 0.07958...0.09467, source: joint),
        "skeleton.markers.exponentBSAP": .init(
            value: 0.96433, unit: "1", interval: 0.8611...0.9997, source: joint),
        "skeleton.markers.exponentCTX": .init(
            value: 1.7, unit: "1", interval: 1.172...2.465, isHeld: true,
            source: held("between falls on estradiol 1 mg (O0221), which ask for more, and 0.5 mg (O2089, O2090), which ask for less")),
        "skeleton.markers.exponentNTX": .init(
            value: 1.3507, unit: "1", interval: 1.294...1.471, source: joint),
        "skeleton.markers.exponentOsteocalcin": .init(
            value: 2.1358, unit: "1", interval: 1.864...2.375, source: joint),
        "skeleton.markers.exponentP1NP": .init(
            value: 1.4435, unit: "1", interval: 1.383...1.538, source: joint),
        "skeleton.mineral.mineralisation": .init(
            value: 0.00048051, unit: "1/d", interval: 0.0004227...0.0005474, source: joint),
        "skeleton.osteoblasts.coupling": .init(
            value: 1.0308, unit: "1", interval: 1.014...1.104, source: joint),
        "skeleton.osteoblasts.estrogenOnDeath": .init(
            value: 0.51385, unit: "1", interval: 0.4812...0.5972, source: joint),
        "skeleton.osteoblasts.preosteoblastTurnover": .init(
            value: 0.05, unit: "1/d", interval: 0.03333...0.075, isHeld: true,
            source: held("cells turn over within weeks; left free, precursors became so slow that CTX overshot ninefold after denosumab")),
        "skeleton.osteoblasts.sclerostinOnActivity": .init(
            value: 0.5073, unit: "1", interval: 0.4377...0.5557, source: joint),
        "skeleton.osteoblasts.sclerostinOnDifferentiation": .init(
            value: 0.54112, unit: "1", interval: 0.4831...0.6092, source: joint),
        "skeleton.osteoblasts.turnover": .init(
            value: 0.021, unit: "1/d", interval: 0.014...0.0315, isHeld: true,
            source: held("cells turn over within weeks; left free, precursors became so slow that CTX overshot ninefold after denosumab")),
        "skeleton.osteoclasts.precursorTurnover": .init(
            value: 0.022, unit: "1/d", interval: 0.01467...0.033, isHeld: true,
            source: held("cells turn over within weeks; left free, precursors became so slow that CTX overshot ninefold after denosumab")),
        "skeleton.osteoclasts.turnover": .init(
            value: 0.045, unit: "1/d", interval: 0.03...0.0675, isHeld: true,
            source: held("cells turn over within weeks; left free, precursors became so slow that CTX overshot ninefold after denosumab")),
        "skeleton.osteocytes.turnover": .init(
            value: 1.5067e-05, unit: "1/d", interval: 1.362e-05...1.644e-05, source: joint),
        "skeleton.radius.ageFactor": .init(
            value: 0.50141, unit: "1", interval: 0.44...0.5584, source: joint),
        "skeleton.radius.selfLimiting": .init(
            value: 3.0582, unit: "1", interval: 2.775...3.337, source: joint),
        "skeleton.radius.turnover": .init(
            value: 0.03496, unit: "1/years", interval: 0.03175...0.03709, source: joint),
        "skeleton.rankl.estrogenOnOPG": .init(
            value: 0.062715, unit: "1", interval: 0.05643...0.07317, source: joint),
        "skeleton.rankl.estrogenOnRANKL": .init(
            value: 0.039298, unit: "1", interval: 0.03521...0.04321, source: joint),
        "skeleton.rankl.osteoblastShareOfOPG": .init(
            value: 0.16072, unit: "1", interval: 0.138...0.1753, source: joint),
        "skeleton.rankl.preosteoblastShare": .init(
            value: 0.36, unit: "1", interval: 0.18...0.72, isHeld: true,
            source: held("how RANKL divides among cells is not told by density and markers")),
        "skeleton.rankl.sclerostinEffect": .init(
            value: 0.17913, unit: "1", interval: 0.1613...0.2023, source: joint),
        "skeleton.totalBody.ageFactor": .init(
            value: 0.061607, unit: "1", interval: 0.05736...0.06843, source: joint),
        "skeleton.totalBody.selfLimiting": .init(
            value: 2.1873, unit: "1", interval: 1.917...2.5, source: joint),
        "skeleton.totalBody.turnover": .init(
            value: 0.038751, unit: "1/years", interval: 0.03527...0.0445, source: joint),
        "skeleton.totalHip.ageFactor": .init(
            value: 1.0364, unit: "1", interval: 1.042...1.348, source: joint),
        "skeleton.totalHip.modellingShare": .init(
            value: 0.10923, unit: "1", interval: 0.09494...0.123, source: joint),
        "skeleton.totalHip.selfLimiting": .init(
            value: 8.2847, unit: "1", interval: 7.288...9.091, source: joint),
        "skeleton.totalHip.turnover": .init(
            value: 0.085295, unit: "1/years", interval: 0.07719...0.0916, source: joint),
        "woman.ageingTime": .init(
            value: 19.696, unit: "years", interval: 17.53...22.86, source: joint),
    ]
}
