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
            value: 0.076819, unit: "1", interval: 0.07582...0.09492, source: joint),
        "axes.ovary.transitionCentre": .init(
            value: -0.20521, unit: "years", interval: (-0.2264)...(-0.185), source: joint),
        "axes.ovary.transitionWidth": .init(
            value: 0.53744, unit: "years", interval: 0.4405...0.6557, isHeld: true,
            source: held("from an earlier joint fit; annual rates around menopause hardly tell it from its centre")),
        "pharmacology.alendronate.halfEffect": .init(
            value: 0.95577, unit: "mg", interval: 0.8446...1.094, source: joint),
        "pharmacology.alendronate.onApoptosisGain": .init(
            value: 1.1211, unit: "1", interval: 1.067...1.484, source: joint),
        "pharmacology.conjugatedEstrogens.oral.ringBPotency": .init(
            value: 0.010453, unit: "1", interval: 0.009011...0.01213, isHeld: true,
            source: held("from an earlier joint fit; it only scales conjugated estrogens against the half effect of estradiol")),
        "pharmacology.denosumab.halfBinding": .init(
            value: 27.319, unit: "ng/mL", interval: 23.67...29.93, source: joint),
        "pharmacology.teriparatide.onActivityGain": .init(
            value: 18.962, unit: "1", interval: 17.05...19.16, source: joint),
        "pharmacology.teriparatide.onModellingGain": .init(
            value: 19.081, unit: "1", interval: 16.52...21.28, source: joint),
        "receptors.estrogen.halfEffect": .init(
            value: 13.588, unit: "pg/mL", interval: 13.3...14.16, source: joint),
        "receptors.estrogen.lag": .init(
            value: 5.9879, unit: "d", interval: 5.201...6.897, source: joint),
        "receptors.glucocorticoid.genes.differentiationGain": .init(
            value: 0.042301, unit: "1", interval: 0.03788...0.04872, source: joint),
        "receptors.glucocorticoid.genes.osteoblastDeathGain": .init(
            value: 0.040736, unit: "1", interval: 0.03587...0.04354, source: joint),
        "receptors.insulinLikeGrowthFactor.gainOnRANKL": .init(
            value: 0.72395, unit: "1", interval: 0.5484...0.9556, isHeld: true,
            source: held("fitted apart to NTX, osteocalcin and alkaline phosphatase on ibutamoren (O0570, O0571, O0572, O1944, O1945); in the joint fit swallowed estrogen, which lowers IGF-1, would draw it away")),
        "receptors.insulinLikeGrowthFactor.gainOnSupply": .init(
            value: 0.068784, unit: "1", interval: 0.02785...0.1699, isHeld: true,
            source: held("fitted apart to NTX, osteocalcin and alkaline phosphatase on ibutamoren (O0570, O0571, O0572, O1944, O1945); in the joint fit swallowed estrogen, which lowers IGF-1, would draw it away")),
        "skeleton.femoralNeck.ageFactor": .init(
            value: 1.3829, unit: "1", interval: 1.327...1.671, source: joint),
        "skeleton.femoralNeck.modellingShare": .init(
            value: 0.048106, unit: "1", interval: 0.04437...0.05444, source: joint),
        "skeleton.femoralNeck.selfLimiting": .init(
            value: 7.3009, unit: "1", interval: 6.86...7.932, source: joint),
        "skeleton.femoralNeck.turnover": .init(
            value: 0.097418, unit: "1/years", interval: 0.09134...0.1086, source: joint),
        "skeleton.lumbarSpine.ageFactor": .init(
            value: 0.43474, unit: "1", interval: 0.3871...0.4889, source: joint),
        "skeleton.lumbarSpine.modellingShare": .init(
            value: 0.071422, unit: "1", interval: 0.06508...0.08174, source: joint),
        "skeleton.lumbarSpine.selfLimiting": .init(
            value: 3.8298, unit: "1", interval: 3.54...4.014, source: joint),
        "skeleton.lumbarSpine.turnover": .init(
            value: 0.16677, unit: "1/years", interval: 0.1606...0.1776, source: joint),
        "skeleton.lumbarSpineTrabecular.ageFactor": .init(
            value: 0.11211, unit: "1", interval: 0.1013...0.1297, source: joint),
        "skeleton.lumbarSpineTrabecular.selfLimiting": .init(
            value: 0.44953, unit: "1", interval: 0.3733...0.4907, source: joint),
        "skeleton.lumbarSpineTrabecular.turnover": .init(
            value: 0.089935, unit: "1/years", interval: 0.0833...0.09639, source: joint),
        "skeleton.markers.exponentBSAP": .init(
            value: 0.97256, unit: "1", interval: 0.867...0.9978, source: joint),
        "skeleton.markers.exponentCTX": .init(
            value: 1.7, unit: "1", interval: 1.172...2.465, isHeld: true,
            source: held("between falls on estradiol 1 mg (O0221), which ask for more, and 0.5 mg (O2089, O2090), which ask for less")),
        "skeleton.markers.exponentNTX": .init(
            value: 1.3477, unit: "1", interval: 1.282...1.472, source: joint),
        "skeleton.markers.exponentOsteocalcin": .init(
            value: 2.1376, unit: "1", interval: 1.865...2.373, source: joint),
        "skeleton.markers.exponentP1NP": .init(
            value: 1.4407, unit: "1", interval: 1.38...1.544, source: joint),
        "skeleton.mineral.mineralisation": .init(
            value: 0.00048173, unit: "1/d", interval: 0.0004257...0.0005507, source: joint),
        "skeleton.osteoblasts.coupling": .init(
            value: 1.025, unit: "1", interval: 1.01...1.095, source: joint),
        "skeleton.osteoblasts.estrogenOnDeath": .init(
            value: 0.49787, unit: "1", interval: 0.461...0.5718, source: joint),
        "skeleton.osteoblasts.preosteoblastTurnover": .init(
            value: 0.05, unit: "1/d", interval: 0.03333...0.075, isHeld: true,
            source: held("cells turn over within weeks; left free, precursors became so slow that CTX overshot ninefold after denosumab")),
        "skeleton.osteoblasts.sclerostinOnActivity": .init(
            value: 0.50692, unit: "1", interval: 0.4371...0.5554, source: joint),
        "skeleton.osteoblasts.sclerostinOnDifferentiation": .init(
            value: 0.53892, unit: "1", interval: 0.4765...0.6068, source: joint),
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
            value: 1.5051e-05, unit: "1/d", interval: 1.36e-05...1.643e-05, source: joint),
        "skeleton.radius.ageFactor": .init(
            value: 0.50206, unit: "1", interval: 0.4407...0.5585, source: joint),
        "skeleton.radius.selfLimiting": .init(
            value: 3.0464, unit: "1", interval: 2.766...3.33, source: joint),
        "skeleton.radius.turnover": .init(
            value: 0.035094, unit: "1/years", interval: 0.03179...0.03714, source: joint),
        "skeleton.rankl.estrogenOnOPG": .init(
            value: 0.062181, unit: "1", interval: 0.0564...0.07263, source: joint),
        "skeleton.rankl.estrogenOnRANKL": .init(
            value: 0.038935, unit: "1", interval: 0.03545...0.04286, source: joint),
        "skeleton.rankl.osteoblastShareOfOPG": .init(
            value: 0.16158, unit: "1", interval: 0.138...0.1767, source: joint),
        "skeleton.rankl.preosteoblastShare": .init(
            value: 0.36, unit: "1", interval: 0.18...0.72, isHeld: true,
            source: held("how RANKL divides among cells is not told by density and markers")),
        "skeleton.rankl.sclerostinEffect": .init(
            value: 0.17877, unit: "1", interval: 0.1604...0.2021, source: joint),
        "skeleton.totalBody.ageFactor": .init(
            value: 0.061608, unit: "1", interval: 0.05726...0.06828, source: joint),
        "skeleton.totalBody.selfLimiting": .init(
            value: 2.1859, unit: "1", interval: 1.916...2.498, source: joint),
        "skeleton.totalBody.turnover": .init(
            value: 0.03879, unit: "1/years", interval: 0.03539...0.04491, source: joint),
        "skeleton.totalHip.ageFactor": .init(
            value: 1.0458, unit: "1", interval: 1.03...1.352, source: joint),
        "skeleton.totalHip.modellingShare": .init(
            value: 0.10899, unit: "1", interval: 0.09359...0.1226, source: joint),
        "skeleton.totalHip.selfLimiting": .init(
            value: 8.2656, unit: "1", interval: 7.207...8.973, source: joint),
        "skeleton.totalHip.turnover": .init(
            value: 0.085232, unit: "1/years", interval: 0.07709...0.0912, source: joint),
        "woman.ageingTime": .init(
            value: 20.694, unit: "years", interval: 18.26...24.42, source: joint),
    ]
}
