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
            value: 0.071812, unit: "1", interval: 0.06957...0.08621, source: joint),
        "axes.ovary.transitionCentre": .init(
            value: -0.19582, unit: "years", interval: (-0.2174)...(-0.1769), source: joint),
        "axes.ovary.transitionWidth": .init(
            value: 0.53744, unit: "years", interval: 0.4405...0.6557, isHeld: true,
            source: held("from an earlier joint fit; annual rates around menopause hardly tell it from its centre")),
        "pharmacology.alendronate.halfEffect": .init(
            value: 0.95111, unit: "mg", interval: 0.8415...1.087, source: joint),
        "pharmacology.alendronate.onApoptosisGain": .init(
            value: 1.1443, unit: "1", interval: 1.064...1.507, source: joint),
        "pharmacology.conjugatedEstrogens.oral.ringBPotency": .init(
            value: 0.010453, unit: "1", interval: 0.009011...0.01213, isHeld: true,
            source: held("from an earlier joint fit; it only scales conjugated estrogens against the half effect of estradiol")),
        "pharmacology.denosumab.halfBinding": .init(
            value: 26.861, unit: "ng/mL", interval: 22.99...29.25, source: joint),
        "pharmacology.teriparatide.onActivityGain": .init(
            value: 18.976, unit: "1", interval: 17.24...19.48, source: joint),
        "pharmacology.teriparatide.onModellingGain": .init(
            value: 19.157, unit: "1", interval: 16.68...21.34, source: joint),
        "receptors.estrogen.halfEffect": .init(
            value: 13.643, unit: "pg/mL", interval: 13.33...14.24, source: joint),
        "receptors.estrogen.lag": .init(
            value: 6.0774, unit: "d", interval: 5.239...7.03, source: joint),
        "receptors.glucocorticoid.genes.differentiationGain": .init(
            value: 0.042372, unit: "1", interval: 0.0379...0.04883, source: joint),
        "receptors.glucocorticoid.genes.osteoblastDeathGain": .init(
            value: 0.040833, unit: "1", interval: 0.03584...0.04372, source: joint),
        "receptors.insulinLikeGrowthFactor.gainOnRANKL": .init(
            value: 0.72395, unit: "1", interval: 0.5484...0.9556, isHeld: true,
            source: held("fitted apart to NTX, osteocalcin and alkaline phosphatase on ibutamoren (O0570, O0571, O0572, O1944, O1945); in the joint fit swallowed estrogen, which lowers IGF-1, would draw it away")),
        "receptors.insulinLikeGrowthFactor.gainOnSupply": .init(
            value: 0.068784, unit: "1", interval: 0.02785...0.1699, isHeld: true,
            source: held("fitted apart to NTX, osteocalcin and alkaline phosphatase on ibutamoren (O0570, O0571, O0572, O1944, O1945); in the joint fit swallowed estrogen, which lowers IGF-1, would draw it away")),
        "skeleton.femoralNeck.ageFactor": .init(
            value: 1.0696, unit: "1", interval: 1.043...1.29, source: joint),
        "skeleton.femoralNeck.modellingShare": .init(
            value: 0.048202, unit: "1", interval: 0.04463...0.05456, source: joint),
        "skeleton.femoralNeck.selfLimiting": .init(
            value: 7.3232, unit: "1", interval: 6.804...7.845, source: joint),
        "skeleton.femoralNeck.turnover": .init(
            value: 0.096873, unit: "1/years", interval: 0.08868...0.1061, source: joint),
        "skeleton.lumbarSpine.ageFactor": .init(
            value: 0.43765, unit: "1", interval: 0.3915...0.4966, source: joint),
        "skeleton.lumbarSpine.modellingShare": .init(
            value: 0.073895, unit: "1", interval: 0.06698...0.08613, source: joint),
        "skeleton.lumbarSpine.selfLimiting": .init(
            value: 3.916, unit: "1", interval: 3.63...4.159, source: joint),
        "skeleton.lumbarSpine.turnover": .init(
            value: 0.16657, unit: "1/years", interval: 0.158...0.1767, source: joint),
        "skeleton.lumbarSpineTrabecular.ageFactor": .init(
            value: 0.24431, unit: "1", interval: 0.2217...0.2743, source: joint),
        "skeleton.lumbarSpineTrabecular.selfLimiting": .init(
            value: 1.0568, unit: "1", interval: 0.9272...1.143, source: joint),
        "skeleton.lumbarSpineTrabecular.turnover": .init(
            value: 0.096653, unit: "1/years", interval: 0.08771...0.1021, source: joint),
        "skeleton.markers.exponentBSAP": .init(
            value: 0.96401, unit: "1", interval: 0.8621...1.009, source: joint),
        "skeleton.markers.exponentCTX": .init(
            value: 1.7, unit: "1", interval: 1.172...2.465, isHeld: true,
            source: held("between falls on estradiol 1 mg (O0221), which ask for more, and 0.5 mg (O2089, O2090), which ask for less")),
        "skeleton.markers.exponentNTX": .init(
            value: 1.3594, unit: "1", interval: 1.304...1.473, source: joint),
        "skeleton.markers.exponentOsteocalcin": .init(
            value: 2.1363, unit: "1", interval: 1.865...2.387, source: joint),
        "skeleton.markers.exponentP1NP": .init(
            value: 1.4516, unit: "1", interval: 1.383...1.538, source: joint),
        "skeleton.mineral.mineralisation": .init(
            value: 0.00047921, unit: "1/d", interval: 0.0004212...0.0005443, source: joint),
        "skeleton.osteoblasts.coupling": .init(
            value: 1.0326, unit: "1", interval: 1.017...1.106, source: joint),
        "skeleton.osteoblasts.estrogenOnDeath": .init(
            value: 0.5219, unit: "1", interval: 0.4951...0.6068, source: joint),
        "skeleton.osteoblasts.preosteoblastTurnover": .init(
            value: 0.05, unit: "1/d", interval: 0.03333...0.075, isHeld: true,
            source: held("cells turn over within weeks; left free, precursors became so slow that CTX overshot ninefold after denosumab")),
        "skeleton.osteoblasts.sclerostinOnActivity": .init(
            value: 0.50727, unit: "1", interval: 0.4379...0.5558, source: joint),
        "skeleton.osteoblasts.sclerostinOnDifferentiation": .init(
            value: 0.5417, unit: "1", interval: 0.4837...0.6124, source: joint),
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
            value: 1.5072e-05, unit: "1/d", interval: 1.36e-05...1.641e-05, source: joint),
        "skeleton.radius.ageFactor": .init(
            value: 0.50121, unit: "1", interval: 0.4396...0.558, source: joint),
        "skeleton.radius.selfLimiting": .init(
            value: 3.0622, unit: "1", interval: 2.785...3.358, source: joint),
        "skeleton.radius.turnover": .init(
            value: 0.034888, unit: "1/years", interval: 0.03159...0.03694, source: joint),
        "skeleton.rankl.estrogenOnOPG": .init(
            value: 0.062911, unit: "1", interval: 0.05675...0.07351, source: joint),
        "skeleton.rankl.estrogenOnRANKL": .init(
            value: 0.039443, unit: "1", interval: 0.0356...0.0432, source: joint),
        "skeleton.rankl.osteoblastShareOfOPG": .init(
            value: 0.16202, unit: "1", interval: 0.1378...0.1754, source: joint),
        "skeleton.rankl.preosteoblastShare": .init(
            value: 0.36, unit: "1", interval: 0.18...0.72, isHeld: true,
            source: held("how RANKL divides among cells is not told by density and markers")),
        "skeleton.rankl.sclerostinEffect": .init(
            value: 0.1793, unit: "1", interval: 0.1609...0.2028, source: joint),
        "skeleton.totalBody.ageFactor": .init(
            value: 0.061604, unit: "1", interval: 0.05733...0.06843, source: joint),
        "skeleton.totalBody.selfLimiting": .init(
            value: 2.188, unit: "1", interval: 1.925...2.491, source: joint),
        "skeleton.totalBody.turnover": .init(
            value: 0.038719, unit: "1/years", interval: 0.03479...0.04438, source: joint),
        "skeleton.totalHip.ageFactor": .init(
            value: 1.0389, unit: "1", interval: 1.0389...1.353, source: joint),
        "skeleton.totalHip.modellingShare": .init(
            value: 0.10912, unit: "1", interval: 0.09488...0.1235, source: joint),
        "skeleton.totalHip.selfLimiting": .init(
            value: 8.3441, unit: "1", interval: 7.364...9.152, source: joint),
        "skeleton.totalHip.turnover": .init(
            value: 0.085513, unit: "1/years", interval: 0.07637...0.09138, source: joint),
        "woman.ageingTime": .init(
            value: 19.72, unit: "years", interval: 17.51...23.18, source: joint),
    ]
}
