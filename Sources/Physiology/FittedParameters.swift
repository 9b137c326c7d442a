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
            value: 0.069544, unit: "1", interval: 0.06889...0.08344, source: joint),
        "axes.ovary.transitionCentre": .init(
            value: -0.19625, unit: "years", interval: (-0.217)...(-0.1775), source: joint),
        "axes.ovary.transitionWidth": .init(
            value: 0.53744, unit: "years", interval: 0.4405...0.6557, isHeld: true,
            source: held("from an earlier joint fit; annual rates around menopause hardly tell it from its centre")),
        "pharmacology.alendronate.halfEffect": .init(
            value: 0.95073, unit: "mg", interval: 0.8448...1.095, source: joint),
        "pharmacology.alendronate.onApoptosisGain": .init(
            value: 1.1469, unit: "1", interval: 1.074...1.514, source: joint),
        "pharmacology.conjugatedEstrogens.oral.ringBPotency": .init(
            value: 0.010453, unit: "1", interval: 0.009011...0.01213, isHeld: true,
            source: held("from an earlier joint fit; it only scales conjugated estrogens against the half effect of estradiol")),
        "pharmacology.denosumab.halfBinding": .init(
            value: 26.708, unit: "ng/mL", interval: 22.74...28.85, source: joint),
        "pharmacology.teriparatide.onActivityGain": .init(
            value: 19.079, unit: "1", interval: 17.17...19.88, source: joint),
        "pharmacology.teriparatide.onModellingGain": .init(
            value: 19.175, unit: "1", interval: 17.1...21.53, source: joint),
        "receptors.estrogen.halfEffect": .init(
            value: 13.475, unit: "pg/mL", interval: 13.1...14.05, source: joint),
        "receptors.estrogen.lag": .init(
            value: 6.0543, unit: "d", interval: 5.261...7.043, source: joint),
        "receptors.glucocorticoid.genes.differentiationGain": .init(
            value: 0.042378, unit: "1", interval: 0.03772...0.04917, source: joint),
        "receptors.glucocorticoid.genes.osteoblastDeathGain": .init(
            value: 0.040841, unit: "1", interval: 0.03566...0.04378, source: joint),
        "receptors.insulinLikeGrowthFactor.gainOnRANKL": .init(
            value: 0.72395, unit: "1", interval: 0.5484...0.9556, isHeld: true,
            source: held("fitted apart to NTX, osteocalcin and alkaline phosphatase on ibutamoren (O0570, O0571, O0572, O1944, O1945); in the joint fit swallowed estrogen, which lowers IGF-1, would draw it away")),
        "receptors.insulinLikeGrowthFactor.gainOnSupply": .init(
            value: 0.068784, unit: "1", interval: 0.02785...0.1699, isHeld: true,
            source: held("fitted apart to NTX, osteocalcin and alkaline phosphatase on ibutamoren (O0570, O0571, O0572, O1944, O1945); in the joint fit swallowed estrogen, which lowers IGF-1, would draw it away")),
        "skeleton.femoralNeck.ageFactor": .init(
            value: 1.0709, unit: "1", interval: 1.067...1.339, source: joint),
        "skeleton.femoralNeck.modellingShare": .init(
            value: 0.048146, unit: "1", interval: 0.0439...0.05467, source: joint),
        "skeleton.femoralNeck.selfLimiting": .init(
            value: 7.3213, unit: "1", interval: 6.804...8.138, source: joint),
        "skeleton.femoralNeck.turnover": .init(
            value: 0.096227, unit: "1/years", interval: 0.08592...0.1117, source: joint),
        "skeleton.lumbarSpine.ageFactor": .init(
            value: 0.41296, unit: "1", interval: 0.3347...0.5548, source: joint),
        "skeleton.lumbarSpine.modellingShare": .init(
            value: 0.07771, unit: "1", interval: 0.07045...0.08985, source: joint),
        "skeleton.lumbarSpine.selfLimiting": .init(
            value: 3.8437, unit: "1", interval: 3.53...4.178, source: joint),
        "skeleton.lumbarSpine.turnover": .init(
            value: 0.16099, unit: "1/years", interval: 0.1495...0.1693, source: joint),
        "skeleton.lumbarSpineTrabecular.ageFactor": .init(
            value: 0.24448, unit: "1", interval: 0.2217...0.2756, source: joint),
        "skeleton.lumbarSpineTrabecular.selfLimiting": .init(
            value: 1.0412, unit: "1", interval: 0.9394...1.137, source: joint),
        "skeleton.lumbarSpineTrabecular.turnover": .init(
            value: 0.098841, unit: "1/years", interval: 0.08911...0.1058, source: joint),
        "skeleton.markers.exponentBSAP": .init(
            value: 0.96946, unit: "1", interval: 0.8816...1.005, source: joint),
        "skeleton.markers.exponentCTX": .init(
            value: 1.7, unit: "1", interval: 1.172...2.465, isHeld: true,
            source: held("between falls on estradiol 1 mg (O0221), which ask for more, and 0.5 mg (O2089, O2090), which ask for less")),
        "skeleton.markers.exponentNTX": .init(
            value: 1.3599, unit: "1", interval: 1.291...1.47, source: joint),
        "skeleton.markers.exponentOsteocalcin": .init(
            value: 2.139, unit: "1", interval: 1.869...2.389, source: joint),
        "skeleton.markers.exponentP1NP": .init(
            value: 1.4543, unit: "1", interval: 1.386...1.544, source: joint),
        "skeleton.mineral.mineralisation": .init(
            value: 0.00048779, unit: "1/d", interval: 0.0004325...0.0005517, source: joint),
        "skeleton.osteoblasts.coupling": .init(
            value: 1.028, unit: "1", interval: 1.002...1.113, source: joint),
        "skeleton.osteoblasts.estrogenOnDeath": .init(
            value: 0.51328, unit: "1", interval: 0.4809...0.6256, source: joint),
        "skeleton.osteoblasts.preosteoblastTurnover": .init(
            value: 0.05, unit: "1/d", interval: 0.03333...0.075, isHeld: true,
            source: held("cells turn over within weeks; left free, precursors became so slow that CTX overshot ninefold after denosumab")),
        "skeleton.osteoblasts.sclerostinOnActivity": .init(
            value: 0.50444, unit: "1", interval: 0.437...0.5519, source: joint),
        "skeleton.osteoblasts.sclerostinOnDifferentiation": .init(
            value: 0.54194, unit: "1", interval: 0.479...0.6112, source: joint),
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
            value: 1.5074e-05, unit: "1/d", interval: 1.361e-05...1.639e-05, source: joint),
        "skeleton.radius.ageFactor": .init(
            value: 0.5001, unit: "1", interval: 0.2909...0.7991, source: joint),
        "skeleton.radius.selfLimiting": .init(
            value: 3.0526, unit: "1", interval: 2.325...3.588, source: joint),
        "skeleton.radius.turnover": .init(
            value: 0.035179, unit: "1/years", interval: 0.02907...0.0384, source: joint),
        "skeleton.rankl.estrogenOnOPG": .init(
            value: 0.063282, unit: "1", interval: 0.05688...0.07432, source: joint),
        "skeleton.rankl.estrogenOnRANKL": .init(
            value: 0.039703, unit: "1", interval: 0.03573...0.04362, source: joint),
        "skeleton.rankl.osteoblastShareOfOPG": .init(
            value: 0.16099, unit: "1", interval: 0.1347...0.1756, source: joint),
        "skeleton.rankl.preosteoblastShare": .init(
            value: 0.36, unit: "1", interval: 0.18...0.72, isHeld: true,
            source: held("how RANKL divides among cells is not told by density and markers")),
        "skeleton.rankl.sclerostinEffect": .init(
            value: 0.17949, unit: "1", interval: 0.1615...0.2019, source: joint),
        "skeleton.totalBody.ageFactor": .init(
            value: 0.064616, unit: "1", interval: 0.04855...0.1021, source: joint),
        "skeleton.totalBody.selfLimiting": .init(
            value: 2.0345, unit: "1", interval: 1.266...3.337, source: joint),
        "skeleton.totalBody.turnover": .init(
            value: 0.037894, unit: "1/years", interval: 0.03402...0.04766, source: joint),
        "skeleton.totalHip.ageFactor": .init(
            value: 1.0639, unit: "1", interval: 1.0639...2.618, source: joint),
        "skeleton.totalHip.modellingShare": .init(
            value: 0.10715, unit: "1", interval: 0.09262...0.1242, source: joint),
        "skeleton.totalHip.selfLimiting": .init(
            value: 8.5179, unit: "1", interval: 7.074...9.623, source: joint),
        "skeleton.totalHip.turnover": .init(
            value: 0.087627, unit: "1/years", interval: 0.07528...0.0972, source: joint),
        "woman.ageingTime": .init(
            value: 19.517, unit: "years", interval: 18.0...27.95, source: joint),
    ]
}
