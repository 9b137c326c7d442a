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
            value: 0.069743, unit: "1", interval: 0.06651...0.08343, source: joint),
        "axes.ovary.transitionCentre": .init(
            value: -0.19688, unit: "years", interval: (-0.2177)...(-0.1769), source: joint),
        "axes.ovary.transitionWidth": .init(
            value: 0.53744, unit: "years", interval: 0.4405...0.6557, isHeld: true,
            source: held("from an earlier joint fit; annual rates around menopause hardly tell it from its centre")),
        "pharmacology.alendronate.halfEffect": .init(
            value: 0.95029, unit: "mg", interval: 0.8425...1.095, source: joint),
        "pharmacology.alendronate.onApoptosisGain": .init(
            value: 1.1426, unit: "1", interval: 1.083...1.495, source: joint),
        "pharmacology.conjugatedEstrogens.oral.ringBPotency": .init(
            value: 0.010453, unit: "1", interval: 0.009011...0.01213, isHeld: true,
            source: held("from an earlier joint fit; it only scales conjugated estrogens against the half effect of estradiol")),
        "pharmacology.denosumab.halfBinding": .init(
            value: 26.532, unit: "ng/mL", interval: 22.03...28.18, source: joint),
        "pharmacology.teriparatide.onActivityGain": .init(
            value: 19.221, unit: "1", interval: 17.4...20.67, source: joint),
        "pharmacology.teriparatide.onModellingGain": .init(
            value: 19.114, unit: "1", interval: 16.8...21.04, source: joint),
        "receptors.estrogen.halfEffect": .init(
            value: 13.498, unit: "pg/mL", interval: 13.12...14.1, source: joint),
        "receptors.estrogen.lag": .init(
            value: 6.0463, unit: "d", interval: 5.228...7.061, source: joint),
        "receptors.glucocorticoid.genes.differentiationGain": .init(
            value: 0.042307, unit: "1", interval: 0.03769...0.0492, source: joint),
        "receptors.glucocorticoid.genes.osteoblastDeathGain": .init(
            value: 0.040745, unit: "1", interval: 0.03532...0.04365, source: joint),
        "receptors.insulinLikeGrowthFactor.gainOnRANKL": .init(
            value: 0.72395, unit: "1", interval: 0.5484...0.9556, isHeld: true,
            source: held("fitted apart to NTX, osteocalcin and alkaline phosphatase on ibutamoren (O0570, O0571, O0572, O1944, O1945); in the joint fit swallowed estrogen, which lowers IGF-1, would draw it away")),
        "receptors.insulinLikeGrowthFactor.gainOnSupply": .init(
            value: 0.068784, unit: "1", interval: 0.02785...0.1699, isHeld: true,
            source: held("fitted apart to NTX, osteocalcin and alkaline phosphatase on ibutamoren (O0570, O0571, O0572, O1944, O1945); in the joint fit swallowed estrogen, which lowers IGF-1, would draw it away")),
        "skeleton.femoralNeck.ageFactor": .init(
            value: 1.022, unit: "1", interval: 0.963...1.16, source: joint),
        "skeleton.femoralNeck.modellingShare": .init(
            value: 0.048609, unit: "1", interval: 0.04485...0.0549, source: joint),
        "skeleton.femoralNeck.selfLimiting": .init(
            value: 6.8949, unit: "1", interval: 6.295...7.721, source: joint),
        "skeleton.femoralNeck.turnover": .init(
            value: 0.087479, unit: "1/years", interval: 0.07579...0.09362, source: joint),
        "skeleton.femoralNeck.unfilledShare": .init(
            value: 0.24659, unit: "1", interval: 0.1561...0.3979, source: joint),
        "skeleton.lumbarSpine.ageFactor": .init(
            value: 0.37499, unit: "1", interval: 0.3188...0.5339, source: joint),
        "skeleton.lumbarSpine.modellingShare": .init(
            value: 0.077757, unit: "1", interval: 0.07018...0.0899, source: joint),
        "skeleton.lumbarSpine.selfLimiting": .init(
            value: 3.7015, unit: "1", interval: 3.473...4.081, source: joint),
        "skeleton.lumbarSpine.turnover": .init(
            value: 0.16018, unit: "1/years", interval: 0.1508...0.1689, source: joint),
        "skeleton.lumbarSpineTrabecular.ageFactor": .init(
            value: 0.2465, unit: "1", interval: 0.2232...0.2781, source: joint),
        "skeleton.lumbarSpineTrabecular.selfLimiting": .init(
            value: 1.0295, unit: "1", interval: 0.9176...1.134, source: joint),
        "skeleton.lumbarSpineTrabecular.turnover": .init(
            value: 0.099673, unit: "1/years", interval: 0.08879...0.1063, source: joint),
        "skeleton.markers.exponentBSAP": .init(
            value: 0.96028, unit: "1", interval: 0.8724...1.015, source: joint),
        "skeleton.markers.exponentCTX": .init(
            value: 1.7, unit: "1", interval: 1.172...2.465, isHeld: true,
            source: held("between falls on estradiol 1 mg (O0221), which ask for more, and 0.5 mg (O2089, O2090), which ask for less")),
        "skeleton.markers.exponentNTX": .init(
            value: 1.4237, unit: "1", interval: 1.336...1.55, source: joint),
        "skeleton.markers.exponentOsteocalcin": .init(
            value: 2.1259, unit: "1", interval: 1.864...2.383, source: joint),
        "skeleton.markers.exponentP1NP": .init(
            value: 1.4466, unit: "1", interval: 1.37...1.526, source: joint),
        "skeleton.mineral.mineralisation": .init(
            value: 0.00048755, unit: "1/d", interval: 0.0004211...0.0005454, source: joint),
        "skeleton.osteoblasts.coupling": .init(
            value: 1.0357, unit: "1", interval: 1.008...1.102, source: joint),
        "skeleton.osteoblasts.estrogenOnDeath": .init(
            value: 0.49788, unit: "1", interval: 0.46...0.6045, source: joint),
        "skeleton.osteoblasts.preosteoblastTurnover": .init(
            value: 0.05, unit: "1/d", interval: 0.03333...0.075, isHeld: true,
            source: held("cells turn over within weeks; left free, precursors became so slow that CTX overshot ninefold after denosumab")),
        "skeleton.osteoblasts.sclerostinOnActivity": .init(
            value: 0.5051, unit: "1", interval: 0.4335...0.5542, source: joint),
        "skeleton.osteoblasts.sclerostinOnDifferentiation": .init(
            value: 0.54196, unit: "1", interval: 0.4765...0.616, source: joint),
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
            value: 1.509e-05, unit: "1/d", interval: 1.364e-05...1.644e-05, source: joint),
        "skeleton.radius.ageFactor": .init(
            value: 0.50138, unit: "1", interval: 0.2838...0.7628, source: joint),
        "skeleton.radius.selfLimiting": .init(
            value: 3.0252, unit: "1", interval: 2.259...3.567, source: joint),
        "skeleton.radius.turnover": .init(
            value: 0.035749, unit: "1/years", interval: 0.03...0.03867, source: joint),
        "skeleton.rankl.estrogenOnOPG": .init(
            value: 0.063246, unit: "1", interval: 0.05645...0.07324, source: joint),
        "skeleton.rankl.estrogenOnRANKL": .init(
            value: 0.039682, unit: "1", interval: 0.03534...0.04332, source: joint),
        "skeleton.rankl.osteoblastShareOfOPG": .init(
            value: 0.16232, unit: "1", interval: 0.1394...0.1785, source: joint),
        "skeleton.rankl.preosteoblastShare": .init(
            value: 0.36, unit: "1", interval: 0.18...0.72, isHeld: true,
            source: held("how RANKL divides among cells is not told by density and markers")),
        "skeleton.rankl.sclerostinEffect": .init(
            value: 0.1795, unit: "1", interval: 0.1607...0.2016, source: joint),
        "skeleton.totalBody.ageFactor": .init(
            value: 0.064654, unit: "1", interval: 0.04674...0.1014, source: joint),
        "skeleton.totalBody.selfLimiting": .init(
            value: 2.0433, unit: "1", interval: 1.277...3.525, source: joint),
        "skeleton.totalBody.turnover": .init(
            value: 0.038718, unit: "1/years", interval: 0.03396...0.04782, source: joint),
        "skeleton.totalHip.ageFactor": .init(
            value: 1.0286, unit: "1", interval: 1.008...1.238, source: joint),
        "skeleton.totalHip.modellingShare": .init(
            value: 0.10685, unit: "1", interval: 0.09334...0.1258, source: joint),
        "skeleton.totalHip.selfLimiting": .init(
            value: 9.4509, unit: "1", interval: 7.664...9.947, source: joint),
        "skeleton.totalHip.turnover": .init(
            value: 0.085919, unit: "1/years", interval: 0.07123...0.08948, source: joint),
        "skeleton.totalHip.unfilledShare": .init(
            value: 0.17616, unit: "1", interval: 0.1045...0.2592, source: joint),
        "woman.ageingTime": .init(
            value: 18.547, unit: "years", interval: 16.48...26.3, source: joint),
    ]
}
