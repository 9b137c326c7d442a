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
            value: 0.069681, unit: "1", interval: 0.0695...0.08525, source: joint),
        "axes.ovary.transitionCentre": .init(
            value: -0.19624, unit: "years", interval: (-0.2176)...(-0.1774), source: joint),
        "axes.ovary.transitionWidth": .init(
            value: 0.53744, unit: "years", interval: 0.4405...0.6557, isHeld: true,
            source: held("from an earlier joint fit; annual rates around menopause hardly tell it from its centre")),
        "pharmacology.alendronate.halfEffect": .init(
            value: 0.95067, unit: "mg", interval: 0.8415...1.098, source: joint),
        "pharmacology.alendronate.onApoptosisGain": .init(
            value: 1.1479, unit: "1", interval: 1.082...1.496, source: joint),
        "pharmacology.conjugatedEstrogens.oral.ringBPotency": .init(
            value: 0.010453, unit: "1", interval: 0.009011...0.01213, isHeld: true,
            source: held("from an earlier joint fit; it only scales conjugated estrogens against the half effect of estradiol")),
        "pharmacology.denosumab.halfBinding": .init(
            value: 26.668, unit: "ng/mL", interval: 22.67...28.58, source: joint),
        "pharmacology.teriparatide.onActivityGain": .init(
            value: 19.109, unit: "1", interval: 17.17...19.73, source: joint),
        "pharmacology.teriparatide.onModellingGain": .init(
            value: 19.169, unit: "1", interval: 16.88...21.53, source: joint),
        "receptors.estrogen.halfEffect": .init(
            value: 13.472, unit: "pg/mL", interval: 13.1...14.04, source: joint),
        "receptors.estrogen.lag": .init(
            value: 6.0548, unit: "d", interval: 5.253...7.053, source: joint),
        "receptors.glucocorticoid.genes.differentiationGain": .init(
            value: 0.042376, unit: "1", interval: 0.03778...0.04899, source: joint),
        "receptors.glucocorticoid.genes.osteoblastDeathGain": .init(
            value: 0.040839, unit: "1", interval: 0.0356...0.04377, source: joint),
        "receptors.insulinLikeGrowthFactor.gainOnRANKL": .init(
            value: 0.72395, unit: "1", interval: 0.5484...0.9556, isHeld: true,
            source: held("fitted apart to NTX, osteocalcin and alkaline phosphatase on ibutamoren (O0570, O0571, O0572, O1944, O1945); in the joint fit swallowed estrogen, which lowers IGF-1, would draw it away")),
        "receptors.insulinLikeGrowthFactor.gainOnSupply": .init(
            value: 0.068784, unit: "1", interval: 0.02785...0.1699, isHeld: true,
            source: held("fitted apart to NTX, osteocalcin and alkaline phosphatase on ibutamoren (O0570, O0571, O0572, O1944, O1945); in the joint fit swallowed estrogen, which lowers IGF-1, would draw it away")),
        "skeleton.femoralNeck.ageFactor": .init(
            value: 1.0689, unit: "1", interval: 1.044...1.285, source: joint),
        "skeleton.femoralNeck.modellingShare": .init(
            value: 0.048144, unit: "1", interval: 0.04409...0.05461, source: joint),
        "skeleton.femoralNeck.selfLimiting": .init(
            value: 7.3111, unit: "1", interval: 6.733...8.05, source: joint),
        "skeleton.femoralNeck.turnover": .init(
            value: 0.096301, unit: "1/years", interval: 0.08626...0.1128, source: joint),
        "skeleton.lumbarSpine.ageFactor": .init(
            value: 0.40887, unit: "1", interval: 0.3112...0.4988, source: joint),
        "skeleton.lumbarSpine.modellingShare": .init(
            value: 0.077763, unit: "1", interval: 0.07156...0.09029, source: joint),
        "skeleton.lumbarSpine.selfLimiting": .init(
            value: 3.8385, unit: "1", interval: 3.474...4.149, source: joint),
        "skeleton.lumbarSpine.turnover": .init(
            value: 0.16082, unit: "1/years", interval: 0.1496...0.1695, source: joint),
        "skeleton.lumbarSpineTrabecular.ageFactor": .init(
            value: 0.24469, unit: "1", interval: 0.2222...0.276, source: joint),
        "skeleton.lumbarSpineTrabecular.selfLimiting": .init(
            value: 1.0402, unit: "1", interval: 0.9362...1.143, source: joint),
        "skeleton.lumbarSpineTrabecular.turnover": .init(
            value: 0.098931, unit: "1/years", interval: 0.08909...0.106, source: joint),
        "skeleton.markers.exponentBSAP": .init(
            value: 0.96962, unit: "1", interval: 0.8826...1.008, source: joint),
        "skeleton.markers.exponentCTX": .init(
            value: 1.7, unit: "1", interval: 1.172...2.465, isHeld: true,
            source: held("between falls on estradiol 1 mg (O0221), which ask for more, and 0.5 mg (O2089, O2090), which ask for less")),
        "skeleton.markers.exponentNTX": .init(
            value: 1.3595, unit: "1", interval: 1.288...1.48, source: joint),
        "skeleton.markers.exponentOsteocalcin": .init(
            value: 2.1396, unit: "1", interval: 1.871...2.395, source: joint),
        "skeleton.markers.exponentP1NP": .init(
            value: 1.4529, unit: "1", interval: 1.383...1.543, source: joint),
        "skeleton.mineral.mineralisation": .init(
            value: 0.00048743, unit: "1/d", interval: 0.0004231...0.0005444, source: joint),
        "skeleton.osteoblasts.coupling": .init(
            value: 1.0274, unit: "1", interval: 0.9993...1.099, source: joint),
        "skeleton.osteoblasts.estrogenOnDeath": .init(
            value: 0.51249, unit: "1", interval: 0.4758...0.62, source: joint),
        "skeleton.osteoblasts.preosteoblastTurnover": .init(
            value: 0.05, unit: "1/d", interval: 0.03333...0.075, isHeld: true,
            source: held("cells turn over within weeks; left free, precursors became so slow that CTX overshot ninefold after denosumab")),
        "skeleton.osteoblasts.sclerostinOnActivity": .init(
            value: 0.50439, unit: "1", interval: 0.4347...0.5537, source: joint),
        "skeleton.osteoblasts.sclerostinOnDifferentiation": .init(
            value: 0.54178, unit: "1", interval: 0.4782...0.6107, source: joint),
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
            value: 1.5074e-05, unit: "1/d", interval: 1.361e-05...1.644e-05, source: joint),
        "skeleton.radius.ageFactor": .init(
            value: 0.49979, unit: "1", interval: 0.3194...0.7351, source: joint),
        "skeleton.radius.selfLimiting": .init(
            value: 3.0571, unit: "1", interval: 2.374...3.685, source: joint),
        "skeleton.radius.turnover": .init(
            value: 0.035207, unit: "1/years", interval: 0.02981...0.03922, source: joint),
        "skeleton.rankl.estrogenOnOPG": .init(
            value: 0.063228, unit: "1", interval: 0.05674...0.07303, source: joint),
        "skeleton.rankl.estrogenOnRANKL": .init(
            value: 0.039662, unit: "1", interval: 0.03555...0.04325, source: joint),
        "skeleton.rankl.osteoblastShareOfOPG": .init(
            value: 0.16121, unit: "1", interval: 0.1372...0.1763, source: joint),
        "skeleton.rankl.preosteoblastShare": .init(
            value: 0.36, unit: "1", interval: 0.18...0.72, isHeld: true,
            source: held("how RANKL divides among cells is not told by density and markers")),
        "skeleton.rankl.sclerostinEffect": .init(
            value: 0.17945, unit: "1", interval: 0.1607...0.2012, source: joint),
        "skeleton.totalBody.ageFactor": .init(
            value: 0.064636, unit: "1", interval: 0.04506...0.0954, source: joint),
        "skeleton.totalBody.selfLimiting": .init(
            value: 2.0367, unit: "1", interval: 1.338...3.191, source: joint),
        "skeleton.totalBody.turnover": .init(
            value: 0.037921, unit: "1/years", interval: 0.03341...0.04825, source: joint),
        "skeleton.totalHip.ageFactor": .init(
            value: 1.0098, unit: "1", interval: 0.9785...1.248, source: joint),
        "skeleton.totalHip.modellingShare": .init(
            value: 0.10715, unit: "1", interval: 0.09247...0.1246, source: joint),
        "skeleton.totalHip.selfLimiting": .init(
            value: 8.5025, unit: "1", interval: 7.067...9.479, source: joint),
        "skeleton.totalHip.turnover": .init(
            value: 0.087426, unit: "1/years", interval: 0.07577...0.09596, source: joint),
        "woman.ageingTime": .init(
            value: 19.206, unit: "years", interval: 16.03...23.01, source: joint),
    ]
}
