/// Values estimated together, with one set for every trial, by `osteon calibrate` from `Calibration/plan.yaml`;
/// Documentation/Calibration.md describes the fit.
///
/// Written as a whole; a single value changed by hand no longer belongs to the fit.
public enum FittedParameters {
    /// What was estimated, with the interval that holds 68 % of the ensemble.
    private static let joint
        = "joint fit to 139 published rows (use: calibrate), see Documentation/Calibration.md"

    /// What stayed while the rest was estimated, and why.
    private static func held(_ reason: String) -> String { "held while the rest was fitted: \(reason)" }

    public static let table: [String: FittedParameter] = [
        "axes.calcium.calciumOnRANKL": .init(
            value: 0.080417, unit: "1", interval: 0.07675...0.1005, source: joint),
        "axes.ovary.transitionCentre": .init(
            value: 0.11585, unit: "years", interval: 0.07231...0.2775, source: joint),
        "axes.ovary.transitionWidth": .init(
            value: 0.713, unit: "years", interval: 0.5942...0.8556, isHeld: true,
            source: held("estradiol falls from 2.03 years before to 2.17 after the final period in SWAN (O1470, O1472), which are 5 and 95 % of its fall; left free it came to 0.92, and estradiol fell for years more")),
        "pharmacology.alendronate.halfEffect": .init(
            value: 0.94831, unit: "mg", interval: 0.8505...1.113, source: joint),
        "pharmacology.alendronate.onApoptosisGain": .init(
            value: 1.1164, unit: "1", interval: 1.017...1.373, source: joint),
        "pharmacology.conjugatedEstrogens.oral.ringBPotency": .init(
            value: 0.010453, unit: "1", interval: 0.009011...0.01213, isHeld: true,
            source: held("from an earlier joint fit; it only scales conjugated estrogens against the half effect of estradiol")),
        "pharmacology.denosumab.halfBinding": .init(
            value: 25.425, unit: "ng/mL", interval: 22.0...28.37, source: joint),
        "pharmacology.teriparatide.onActivityGain": .init(
            value: 17.583, unit: "1", interval: 15.6...17.62, source: joint),
        "pharmacology.teriparatide.onModellingGain": .init(
            value: 20.226, unit: "1", interval: 18.38...23.65, source: joint),
        "receptors.estrogen.halfEffect": .init(
            value: 13.361, unit: "pg/mL", interval: 13.26...14.0, source: joint),
        "receptors.estrogen.lag": .init(
            value: 6.0419, unit: "d", interval: 5.203...7.031, source: joint),
        "receptors.glucocorticoid.genes.differentiationGain": .init(
            value: 0.042315, unit: "1", interval: 0.03766...0.04947, source: joint),
        "receptors.glucocorticoid.genes.osteoblastDeathGain": .init(
            value: 0.040754, unit: "1", interval: 0.03495...0.04358, source: joint),
        "receptors.insulinLikeGrowthFactor.gainOnRANKL": .init(
            value: 0.72395, unit: "1", interval: 0.5484...0.9556, isHeld: true,
            source: held("fitted apart to NTX, osteocalcin and alkaline phosphatase on ibutamoren (O0570, O0571, O0572, O1944, O1945); in the joint fit swallowed estrogen, which lowers IGF-1, would draw it away")),
        "receptors.insulinLikeGrowthFactor.gainOnSupply": .init(
            value: 0.068784, unit: "1", interval: 0.02785...0.1699, isHeld: true,
            source: held("fitted apart to NTX, osteocalcin and alkaline phosphatase on ibutamoren (O0570, O0571, O0572, O1944, O1945); in the joint fit swallowed estrogen, which lowers IGF-1, would draw it away")),
        "skeleton.femoralNeck.ageFactor": .init(
            value: 0.34162, unit: "1", interval: 0.2476...0.6214, source: joint),
        "skeleton.femoralNeck.modellingShare": .init(
            value: 0.050533, unit: "1", interval: 0.0483...0.05967, source: joint),
        "skeleton.femoralNeck.selfLimiting": .init(
            value: 6.0762, unit: "1", interval: 5.275...7.125, source: joint),
        "skeleton.femoralNeck.turnover": .init(
            value: 0.072311, unit: "1/years", interval: 0.06429...0.07883, source: joint),
        "skeleton.femoralNeck.unfilledShare": .init(
            value: 0.43419, unit: "1", interval: 0.3187...0.554, source: joint),
        "skeleton.lumbarSpine.ageFactor": .init(
            value: 0.29322, unit: "1", interval: 0.2624...0.4689, source: joint),
        "skeleton.lumbarSpine.degenerationGain": .init(
            value: 0.048085, unit: "1", interval: 0.03511...0.05508, source: joint),
        "skeleton.lumbarSpine.modellingShare": .init(
            value: 0.079239, unit: "1", interval: 0.07252...0.0928, source: joint),
        "skeleton.lumbarSpine.selfLimiting": .init(
            value: 3.7946, unit: "1", interval: 3.412...4.291, source: joint),
        "skeleton.lumbarSpine.turnover": .init(
            value: 0.15269, unit: "1/years", interval: 0.1441...0.1609, source: joint),
        "skeleton.lumbarSpineTrabecular.ageFactor": .init(
            value: 0.53989, unit: "1", interval: 0.4055...0.6693, source: joint),
        "skeleton.lumbarSpineTrabecular.selfLimiting": .init(
            value: 1.388, unit: "1", interval: 1.117...1.576, source: joint),
        "skeleton.lumbarSpineTrabecular.turnover": .init(
            value: 0.079403, unit: "1/years", interval: 0.06801...0.08485, source: joint),
        "skeleton.markers.exponentBSAP": .init(
            value: 0.9347, unit: "1", interval: 0.8627...1.031, source: joint),
        "skeleton.markers.exponentCTX": .init(
            value: 1.7, unit: "1", interval: 1.172...2.465, isHeld: true,
            source: held("between falls on estradiol 1 mg (O0221), which ask for more, and 0.5 mg (O2089, O2090), which ask for less")),
        "skeleton.markers.exponentNTX": .init(
            value: 1.5171, unit: "1", interval: 1.401...1.617, source: joint),
        "skeleton.markers.exponentOsteocalcin": .init(
            value: 2.1017, unit: "1", interval: 1.819...2.338, source: joint),
        "skeleton.markers.exponentP1NP": .init(
            value: 1.4691, unit: "1", interval: 1.402...1.579, source: joint),
        "skeleton.mineral.mineralisation": .init(
            value: 0.00048849, unit: "1/d", interval: 0.0004298...0.0005575, source: joint),
        "skeleton.osteoblasts.coupling": .init(
            value: 1.0709, unit: "1", interval: 1.043...1.155, source: joint),
        "skeleton.osteoblasts.estrogenOnDeath": .init(
            value: 0.53307, unit: "1", interval: 0.4834...0.6448, source: joint),
        "skeleton.osteoblasts.preosteoblastTurnover": .init(
            value: 0.05, unit: "1/d", interval: 0.03333...0.075, isHeld: true,
            source: held("cells turn over within weeks; left free, precursors became so slow that CTX overshot ninefold after denosumab")),
        "skeleton.osteoblasts.sclerostinOnActivity": .init(
            value: 0.50314, unit: "1", interval: 0.4307...0.5523, source: joint),
        "skeleton.osteoblasts.sclerostinOnDifferentiation": .init(
            value: 0.5302, unit: "1", interval: 0.4634...0.6059, source: joint),
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
            value: 1.5039e-05, unit: "1/d", interval: 1.357e-05...1.642e-05, source: joint),
        "skeleton.radius.ageFactor": .init(
            value: 0.36077, unit: "1", interval: 0.2353...0.5194, source: joint),
        "skeleton.radius.selfLimiting": .init(
            value: 3.0227, unit: "1", interval: 2.268...3.648, source: joint),
        "skeleton.radius.turnover": .init(
            value: 0.035679, unit: "1/years", interval: 0.02934...0.03976, source: joint),
        "skeleton.rankl.estrogenOnOPG": .init(
            value: 0.059362, unit: "1", interval: 0.0536...0.06959, source: joint),
        "skeleton.rankl.estrogenOnRANKL": .init(
            value: 0.036845, unit: "1", interval: 0.03353...0.04093, source: joint),
        "skeleton.rankl.osteoblastShareOfOPG": .init(
            value: 0.179, unit: "1", interval: 0.1516...0.199, source: joint),
        "skeleton.rankl.preosteoblastShare": .init(
            value: 0.36, unit: "1", interval: 0.18...0.72, isHeld: true,
            source: held("how RANKL divides among cells is not told by density and markers")),
        "skeleton.rankl.sclerostinEffect": .init(
            value: 0.17642, unit: "1", interval: 0.1592...0.2001, source: joint),
        "skeleton.totalBody.ageFactor": .init(
            value: 0.058694, unit: "1", interval: 0.04431...0.09153, source: joint),
        "skeleton.totalBody.selfLimiting": .init(
            value: 2.0669, unit: "1", interval: 1.328...3.391, source: joint),
        "skeleton.totalBody.turnover": .init(
            value: 0.039283, unit: "1/years", interval: 0.03425...0.04798, source: joint),
        "skeleton.totalHip.ageFactor": .init(
            value: 0.30764, unit: "1", interval: 0.3024...0.5608, source: joint),
        "skeleton.totalHip.modellingShare": .init(
            value: 0.109, unit: "1", interval: 0.09077...0.1215, source: joint),
        "skeleton.totalHip.selfLimiting": .init(
            value: 10.655, unit: "1", interval: 10.61...13.65, source: joint),
        "skeleton.totalHip.turnover": .init(
            value: 0.087116, unit: "1/years", interval: 0.08142...0.09915, source: joint),
        "skeleton.totalHip.unfilledShare": .init(
            value: 0.15731, unit: "1", interval: 0.08657...0.22, source: joint),
        "woman.ageingTime": .init(
            value: 23.007, unit: "years", interval: 22.43...34.93, source: joint),
    ]
}
