/// Values estimated together, with one set for every trial, by `osteon calibrate`; Documentation/Calibration.md
/// describes the fit.
///
/// Written as a whole; a single value changed by hand no longer belongs to the fit.
public enum FittedParameters {
    // What the values were fitted to, and how.
    private static let held
        = "held, cells turning over within weeks, while the rest was fitted to 122 published rows (use: calibrate), see Documentation/Calibration.md"
    private static let joint
        = "joint fit to 122 published rows (use: calibrate), see Documentation/Calibration.md"
    private static let prior
        = "joint fit to 156 published rows by an independent implementation, see Documentation/Calibration.md"

    public static let table: [String: FittedParameter] = [
        "axes.calcium.calciumOnRANKL": .init(
            value: 0.064249, unit: "1", interval: 0.05787...0.07134, source: joint),
        "axes.ovary.transitionCentre": .init(
            value: -0.2959, unit: "years", interval: (-0.3326)...(-0.2632), source: joint),
        "axes.ovary.transitionWidth": .init(
            value: 0.53744, unit: "years", interval: 0.4388...0.6582, source: prior),
        "pharmacology.alendronate.halfEffect": .init(
            value: 1.1696, unit: "mg", interval: 1.038...1.317, source: joint),
        "pharmacology.alendronate.onApoptosisGain": .init(
            value: 1.0307, unit: "1", interval: 0.9779...1.086, source: joint),
        "pharmacology.conjugatedEstrogens.oral.ringBPotency": .init(
            value: 0.010453, unit: "1", interval: 0.008999...0.01214, source: prior),
        "pharmacology.denosumab.halfBinding": .init(
            value: 111.38, unit: "ng/mL", interval: 99.47...124.7, source: joint),
        "pharmacology.teriparatide.onModellingGain": .init(
            value: 204.54, unit: "1", interval: 191.8...218.1, source: joint),
        "receptors.estrogen.halfEffect": .init(
            value: 13.57, unit: "pg/mL", interval: 13.03...14.13, source: joint),
        "receptors.estrogen.lag": .init(
            value: 8.1997, unit: "d", interval: 7.275...9.243, source: joint),
        "receptors.glucocorticoid.genes.differentiationGain": .init(
            value: 0.045766, unit: "1", interval: 0.04062...0.05156, source: joint),
        "receptors.glucocorticoid.genes.osteoblastDeathGain": .init(
            value: 0.045671, unit: "1", interval: 0.04057...0.05141, source: joint),
        "receptors.insulinLikeGrowthFactor.gainOnRANKL": .init(
            value: 0.67403, unit: "1", interval: 0.6344...0.7162, source: joint),
        "receptors.insulinLikeGrowthFactor.gainOnSupply": .init(
            value: 0.072532, unit: "1", interval: 0.06452...0.08154, source: joint),
        "skeleton.femoralNeck.ageFactor": .init(
            value: 0.064518, unit: "1", interval: 0.05729...0.07265, source: joint),
        "skeleton.femoralNeck.modellingShare": .init(
            value: 0.055768, unit: "1", interval: 0.04991...0.06232, source: joint),
        "skeleton.femoralNeck.selfLimiting": .init(
            value: 2.9199, unit: "1", interval: 2.665...3.199, source: joint),
        "skeleton.femoralNeck.turnover": .init(
            value: 0.072163, unit: "1/years", interval: 0.0671...0.07761, source: joint),
        "skeleton.lumbarSpine.ageFactor": .init(
            value: 0.23579, unit: "1", interval: 0.2143...0.2594, source: joint),
        "skeleton.lumbarSpine.modellingShare": .init(
            value: 0.16237, unit: "1", interval: 0.1507...0.1749, source: joint),
        "skeleton.lumbarSpine.selfLimiting": .init(
            value: 3.4845, unit: "1", interval: 3.368...3.605, source: joint),
        "skeleton.lumbarSpine.turnover": .init(
            value: 0.1434, unit: "1/years", interval: 0.1387...0.1483, source: joint),
        "skeleton.lumbarSpineTrabecular.ageFactor": .init(
            value: 0.14803, unit: "1", interval: 0.1316...0.1665, source: joint),
        "skeleton.lumbarSpineTrabecular.selfLimiting": .init(
            value: 0.68101, unit: "1", interval: 0.6189...0.7493, source: joint),
        "skeleton.lumbarSpineTrabecular.turnover": .init(
            value: 0.10191, unit: "1/years", interval: 0.09769...0.1063, source: joint),
        "skeleton.markers.exponentNTX": .init(
            value: 1.5041, unit: "1", interval: 1.482...1.527, source: joint),
        "skeleton.markers.exponentOsteocalcin": .init(
            value: 2.3173, unit: "1", interval: 2.103...2.553, source: joint),
        "skeleton.markers.exponentP1NP": .init(
            value: 1.6052, unit: "1", interval: 1.544...1.669, source: joint),
        "skeleton.mineral.mineralisation": .init(
            value: 0.0008229, unit: "1/d", interval: 0.0007317...0.0009255, source: joint),
        "skeleton.osteoblasts.coupling": .init(
            value: 1.045, unit: "1", interval: 1.024...1.066, source: joint),
        "skeleton.osteoblasts.estrogenOnDeath": .init(
            value: 0.4609, unit: "1", interval: 0.4329...0.4907, source: joint),
        "skeleton.osteoblasts.preosteoblastTurnover": .init(
            value: 0.05, unit: "1/d", interval: 0.03333...0.075, source: held),
        "skeleton.osteoblasts.sclerostinOnActivity": .init(
            value: 0.40539, unit: "1", interval: 0.3597...0.4568, source: joint),
        "skeleton.osteoblasts.sclerostinOnDifferentiation": .init(
            value: 0.55499, unit: "1", interval: 0.4923...0.6256, source: joint),
        "skeleton.osteoblasts.turnover": .init(
            value: 0.021, unit: "1/d", interval: 0.014...0.0315, source: held),
        "skeleton.osteoclasts.precursorTurnover": .init(
            value: 0.022, unit: "1/d", interval: 0.01467...0.033, source: held),
        "skeleton.osteoclasts.turnover": .init(
            value: 0.045, unit: "1/d", interval: 0.03...0.0675, source: held),
        "skeleton.osteocytes.turnover": .init(
            value: 1.3296e-05, unit: "1/d", interval: 1.179e-05...1.499e-05, source: joint),
        "skeleton.radius.ageFactor": .init(
            value: 0.52018, unit: "1", interval: 0.4629...0.5845, source: joint),
        "skeleton.radius.selfLimiting": .init(
            value: 2.8052, unit: "1", interval: 2.532...3.108, source: joint),
        "skeleton.radius.turnover": .init(
            value: 0.0379, unit: "1/years", interval: 0.03443...0.04172, source: joint),
        "skeleton.rankl.estrogenOnOPG": .init(
            value: 0.10415, unit: "1", interval: 0.05208...0.2083, source: held),
        "skeleton.rankl.estrogenOnRANKL": .init(
            value: 0.08, unit: "1", interval: 0.04...0.16, source: held),
        "skeleton.rankl.osteoblastShareOfOPG": .init(
            value: 0.32571, unit: "1", interval: 0.2927...0.3624, source: joint),
        "skeleton.rankl.preosteoblastShare": .init(
            value: 0.36, unit: "1", interval: 0.18...0.72, source: held),
        "skeleton.rankl.sclerostinEffect": .init(
            value: 0.20746, unit: "1", interval: 0.184...0.2339, source: joint),
        "skeleton.totalBody.ageFactor": .init(
            value: 0.057403, unit: "1", interval: 0.05093...0.06469, source: joint),
        "skeleton.totalBody.selfLimiting": .init(
            value: 2.2666, unit: "1", interval: 2.013...2.552, source: joint),
        "skeleton.totalBody.turnover": .init(
            value: 0.048585, unit: "1/years", interval: 0.04376...0.05394, source: joint),
        "skeleton.totalHip.ageFactor": .init(
            value: 0.4053, unit: "1", interval: 0.3638...0.4515, source: joint),
        "skeleton.totalHip.modellingShare": .init(
            value: 0.12118, unit: "1", interval: 0.1127...0.1302, source: joint),
        "skeleton.totalHip.selfLimiting": .init(
            value: 8.4612, unit: "1", interval: 7.999...8.951, source: joint),
        "skeleton.totalHip.turnover": .init(
            value: 0.10793, unit: "1/years", interval: 0.1008...0.1156, source: joint),
        "woman.ageingTime": .init(
            value: 13.125, unit: "years", interval: 12.14...14.19, source: joint),
    ]
}
