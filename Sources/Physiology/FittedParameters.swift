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
            value: 0.070803, unit: "1", interval: 0.06953...0.0842, source: joint),
        "axes.ovary.transitionCentre": .init(
            value: -0.19612, unit: "years", interval: (-0.2174)...(-0.1772), source: joint),
        "axes.ovary.transitionWidth": .init(
            value: 0.53744, unit: "years", interval: 0.4405...0.6557, isHeld: true,
            source: held("from an earlier joint fit; annual rates around menopause hardly tell it from its centre")),
        "pharmacology.alendronate.halfEffect": .init(
            value: 0.95152, unit: "mg", interval: 0.8409...1.087, source: joint),
        "pharmacology.alendronate.onApoptosisGain": .init(
            value: 1.1446, unit: "1", interval: 1.066...1.485, source: joint),
        "pharmacology.conjugatedEstrogens.oral.ringBPotency": .init(
            value: 0.010453, unit: "1", interval: 0.009011...0.01213, isHeld: true,
            source: held("from an earlier joint fit; it only scales conjugated estrogens against the half effect of estradiol")),
        "pharmacology.denosumab.halfBinding": .init(
            value: 26.784, unit: "ng/mL", interval: 22.92...29.15, source: joint),
        "pharmacology.teriparatide.onActivityGain": .init(
            value: 19.063, unit: "1", interval: 17.27...19.66, source: joint),
        "pharmacology.teriparatide.onModellingGain": .init(
            value: 19.162, unit: "1", interval: 16.72...21.3, source: joint),
        "receptors.estrogen.halfEffect": .init(
            value: 13.527, unit: "pg/mL", interval: 13.19...14.08, source: joint),
        "receptors.estrogen.lag": .init(
            value: 6.0584, unit: "d", interval: 5.257...7.028, source: joint),
        "receptors.glucocorticoid.genes.differentiationGain": .init(
            value: 0.042371, unit: "1", interval: 0.03786...0.0488, source: joint),
        "receptors.glucocorticoid.genes.osteoblastDeathGain": .init(
            value: 0.040832, unit: "1", interval: 0.03572...0.04374, source: joint),
        "receptors.insulinLikeGrowthFactor.gainOnRANKL": .init(
            value: 0.72395, unit: "1", interval: 0.5484...0.9556, isHeld: true,
            source: held("fitted apart to NTX, osteocalcin and alkaline phosphatase on ibutamoren (O0570, O0571, O0572, O1944, O1945); in the joint fit swallowed estrogen, which lowers IGF-1, would draw it away")),
        "receptors.insulinLikeGrowthFactor.gainOnSupply": .init(
            value: 0.068784, unit: "1", interval: 0.02785...0.1699, isHeld: true,
            source: held("fitted apart to NTX, osteocalcin and alkaline phosphatase on ibutamoren (O0570, O0571, O0572, O1944, O1945); in the joint fit swallowed estrogen, which lowers IGF-1, would draw it away")),
        "skeleton.femoralNeck.ageFactor": .init(
            value: 1.0713, unit: "1", interval: 1.049...1.299, source: joint),
        "skeleton.femoralNeck.modellingShare": .init(
            value: 0.048113, unit: "1", interval: 0.04452...0.05422, source: joint),
        "skeleton.femoralNeck.selfLimiting": .init(
            value: 7.326, unit: "1", interval: 6.727...7.842, source: joint),
        "skeleton.femoralNeck.turnover": .init(
            value: 0.096505, unit: "1/years", interval: 0.08912...0.1056, source: joint),
        "skeleton.lumbarSpine.ageFactor": .init(
            value: 0.42997, unit: "1", interval: 0.3812...0.4818, source: joint),
        "skeleton.lumbarSpine.modellingShare": .init(
            value: 0.07523, unit: "1", interval: 0.06848...0.08572, source: joint),
        "skeleton.lumbarSpine.selfLimiting": .init(
            value: 3.8821, unit: "1", interval: 3.619...4.099, source: joint),
        "skeleton.lumbarSpine.turnover": .init(
            value: 0.16389, unit: "1/years", interval: 0.1568...0.1712, source: joint),
        "skeleton.lumbarSpineTrabecular.ageFactor": .init(
            value: 0.2446, unit: "1", interval: 0.2234...0.2739, source: joint),
        "skeleton.lumbarSpineTrabecular.selfLimiting": .init(
            value: 1.046, unit: "1", interval: 0.9342...1.144, source: joint),
        "skeleton.lumbarSpineTrabecular.turnover": .init(
            value: 0.097981, unit: "1/years", interval: 0.08899...0.1044, source: joint),
        "skeleton.markers.exponentBSAP": .init(
            value: 0.97059, unit: "1", interval: 0.8644...1.004, source: joint),
        "skeleton.markers.exponentCTX": .init(
            value: 1.7, unit: "1", interval: 1.172...2.465, isHeld: true,
            source: held("between falls on estradiol 1 mg (O0221), which ask for more, and 0.5 mg (O2089, O2090), which ask for less")),
        "skeleton.markers.exponentNTX": .init(
            value: 1.3633, unit: "1", interval: 1.312...1.468, source: joint),
        "skeleton.markers.exponentOsteocalcin": .init(
            value: 2.1405, unit: "1", interval: 1.897...2.39, source: joint),
        "skeleton.markers.exponentP1NP": .init(
            value: 1.4518, unit: "1", interval: 1.386...1.543, source: joint),
        "skeleton.mineral.mineralisation": .init(
            value: 0.00048264, unit: "1/d", interval: 0.0004201...0.0005446, source: joint),
        "skeleton.osteoblasts.coupling": .init(
            value: 1.0273, unit: "1", interval: 1.008...1.093, source: joint),
        "skeleton.osteoblasts.estrogenOnDeath": .init(
            value: 0.51397, unit: "1", interval: 0.4822...0.5922, source: joint),
        "skeleton.osteoblasts.preosteoblastTurnover": .init(
            value: 0.05, unit: "1/d", interval: 0.03333...0.075, isHeld: true,
            source: held("cells turn over within weeks; left free, precursors became so slow that CTX overshot ninefold after denosumab")),
        "skeleton.osteoblasts.sclerostinOnActivity": .init(
            value: 0.50677, unit: "1", interval: 0.4372...0.5549, source: joint),
        "skeleton.osteoblasts.sclerostinOnDifferentiation": .init(
            value: 0.54204, unit: "1", interval: 0.4817...0.6113, source: joint),
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
            value: 1.5068e-05, unit: "1/d", interval: 1.359e-05...1.642e-05, source: joint),
        "skeleton.radius.ageFactor": .init(
            value: 0.50128, unit: "1", interval: 0.4394...0.5585, source: joint),
        "skeleton.radius.selfLimiting": .init(
            value: 3.0601, unit: "1", interval: 2.781...3.345, source: joint),
        "skeleton.radius.turnover": .init(
            value: 0.034965, unit: "1/years", interval: 0.03159...0.03702, source: joint),
        "skeleton.rankl.estrogenOnOPG": .init(
            value: 0.063071, unit: "1", interval: 0.05627...0.07335, source: joint),
        "skeleton.rankl.estrogenOnRANKL": .init(
            value: 0.039559, unit: "1", interval: 0.03555...0.04356, source: joint),
        "skeleton.rankl.osteoblastShareOfOPG": .init(
            value: 0.16221, unit: "1", interval: 0.138...0.1758, source: joint),
        "skeleton.rankl.preosteoblastShare": .init(
            value: 0.36, unit: "1", interval: 0.18...0.72, isHeld: true,
            source: held("how RANKL divides among cells is not told by density and markers")),
        "skeleton.rankl.sclerostinEffect": .init(
            value: 0.17939, unit: "1", interval: 0.1609...0.2026, source: joint),
        "skeleton.totalBody.ageFactor": .init(
            value: 0.061608, unit: "1", interval: 0.05721...0.06848, source: joint),
        "skeleton.totalBody.selfLimiting": .init(
            value: 2.1875, unit: "1", interval: 1.925...2.489, source: joint),
        "skeleton.totalBody.turnover": .init(
            value: 0.038729, unit: "1/years", interval: 0.03491...0.04436, source: joint),
        "skeleton.totalHip.ageFactor": .init(
            value: 1.0386, unit: "1", interval: 1.036...1.345, source: joint),
        "skeleton.totalHip.modellingShare": .init(
            value: 0.10859, unit: "1", interval: 0.09404...0.1236, source: joint),
        "skeleton.totalHip.selfLimiting": .init(
            value: 8.3164, unit: "1", interval: 7.351...9.163, source: joint),
        "skeleton.totalHip.turnover": .init(
            value: 0.085392, unit: "1/years", interval: 0.07715...0.09136, source: joint),
        "woman.ageingTime": .init(
            value: 19.666, unit: "years", interval: 17.38...22.9, source: joint),
    ]
}
