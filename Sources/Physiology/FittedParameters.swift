/// Values estimated together, with one set for every trial, by `osteon calibrate`; Documentation/Calibration.md
/// describes the fit.
///
/// Written as a whole; a single value changed by hand no longer belongs to the fit.
public enum FittedParameters {
    // What the values were fitted to, and how.
    private static let held
        = "held, cells turning over within weeks, while the rest was fitted to 133 published rows (use: calibrate), see Documentation/Calibration.md"
    private static let heldCTX
        = "held between falls on estradiol 1 mg (O0221), which ask for more, and 0.5 mg (O2089, O2090), which ask for less, see Documentation/Calibration.md"
    private static let ibutamoren
        = "fit to NTX, osteocalcin and alkaline phosphatase on ibutamoren (O0570, O0571, O0572, O1944, O1945), see Documentation/Calibration.md"
    private static let joint
        = "joint fit to 133 published rows (use: calibrate), see Documentation/Calibration.md"
    private static let prior
        = "joint fit to 156 published rows by an independent implementation, see Documentation/Calibration.md"

    public static let table: [String: FittedParameter] = [
        "axes.calcium.calciumOnRANKL": .init(
            value: 0.081325, unit: "1", interval: 0.07318...0.09038, source: joint),
        "axes.ovary.transitionCentre": .init(
            value: -0.20877, unit: "years", interval: (-0.2654)...(-0.1642), source: joint),
        "axes.ovary.transitionWidth": .init(
            value: 0.53744, unit: "years", interval: 0.4388...0.6582, source: prior),
        "pharmacology.alendronate.halfEffect": .init(
            value: 0.9675, unit: "mg", interval: 0.7553...1.239, source: joint),
        "pharmacology.alendronate.onApoptosisGain": .init(
            value: 1.1309, unit: "1", interval: 1.04...1.23, source: joint),
        "pharmacology.conjugatedEstrogens.oral.ringBPotency": .init(
            value: 0.010453, unit: "1", interval: 0.008999...0.01214, source: prior),
        "pharmacology.denosumab.halfBinding": .init(
            value: 27.72, unit: "ng/mL", interval: 21.96...34.99, source: joint),
        "pharmacology.teriparatide.onActivityGain": .init(
            value: 18.967, unit: "1", interval: 18.1...19.87, source: joint),
        "pharmacology.teriparatide.onModellingGain": .init(
            value: 19.724, unit: "1", interval: 15.64...24.88, source: joint),
        "receptors.estrogen.halfEffect": .init(
            value: 14.698, unit: "pg/mL", interval: 13.95...15.49, source: joint),
        "receptors.estrogen.lag": .init(
            value: 6.0541, unit: "d", interval: 4.727...7.754, source: joint),
        "receptors.glucocorticoid.genes.differentiationGain": .init(
            value: 0.042526, unit: "1", interval: 0.03332...0.05428, source: joint),
        "receptors.glucocorticoid.genes.osteoblastDeathGain": .init(
            value: 0.041042, unit: "1", interval: 0.03236...0.05206, source: joint),
        "receptors.insulinLikeGrowthFactor.gainOnRANKL": .init(
            value: 0.72395, unit: "1", interval: 0.5484...0.9556, source: ibutamoren),
        "receptors.insulinLikeGrowthFactor.gainOnSupply": .init(
            value: 0.068784, unit: "1", interval: 0.02785...0.1699, source: ibutamoren),
        "skeleton.femoralNeck.ageFactor": .init(
            value: 1.3113, unit: "1", interval: 1.089...1.579, source: joint),
        "skeleton.femoralNeck.modellingShare": .init(
            value: 0.048182, unit: "1", interval: 0.03802...0.06106, source: joint),
        "skeleton.femoralNeck.selfLimiting": .init(
            value: 7.2801, unit: "1", interval: 6.742...7.861, source: joint),
        "skeleton.femoralNeck.turnover": .init(
            value: 0.09698, unit: "1/years", interval: 0.08649...0.1087, source: joint),
        "skeleton.lumbarSpine.ageFactor": .init(
            value: 0.43269, unit: "1", interval: 0.3857...0.4854, source: joint),
        "skeleton.lumbarSpine.modellingShare": .init(
            value: 0.072085, unit: "1", interval: 0.06011...0.08645, source: joint),
        "skeleton.lumbarSpine.selfLimiting": .init(
            value: 3.8613, unit: "1", interval: 3.732...3.995, source: joint),
        "skeleton.lumbarSpine.turnover": .init(
            value: 0.1654, unit: "1/years", interval: 0.1581...0.173, source: joint),
        "skeleton.lumbarSpineTrabecular.ageFactor": .init(
            value: 0.11327, unit: "1", interval: 0.08923...0.1438, source: joint),
        "skeleton.lumbarSpineTrabecular.selfLimiting": .init(
            value: 0.47506, unit: "1", interval: 0.3996...0.5648, source: joint),
        "skeleton.lumbarSpineTrabecular.turnover": .init(
            value: 0.089161, unit: "1/years", interval: 0.08551...0.09297, source: joint),
        "skeleton.markers.exponentBSAP": .init(
            value: 0.97205, unit: "1", interval: 0.9162...1.031, source: joint),
        "skeleton.markers.exponentCTX": .init(
            value: 1.7, unit: "1", interval: 1.2...2.5, source: heldCTX),
        "skeleton.markers.exponentNTX": .init(
            value: 1.3453, unit: "1", interval: 1.307...1.385, source: joint),
        "skeleton.markers.exponentOsteocalcin": .init(
            value: 2.0467, unit: "1", interval: 1.766...2.373, source: joint),
        "skeleton.markers.exponentP1NP": .init(
            value: 1.4265, unit: "1", interval: 1.36...1.496, source: joint),
        "skeleton.mineral.mineralisation": .init(
            value: 0.00048953, unit: "1/d", interval: 0.0003866...0.0006198, source: joint),
        "skeleton.osteoblasts.coupling": .init(
            value: 1.0205, unit: "1", interval: 0.9881...1.054, source: joint),
        "skeleton.osteoblasts.estrogenOnDeath": .init(
            value: 0.48435, unit: "1", interval: 0.4451...0.527, source: joint),
        "skeleton.osteoblasts.preosteoblastTurnover": .init(
            value: 0.05, unit: "1/d", interval: 0.03333...0.075, source: held),
        "skeleton.osteoblasts.sclerostinOnActivity": .init(
            value: 0.50462, unit: "1", interval: 0.3936...0.6469, source: joint),
        "skeleton.osteoblasts.sclerostinOnDifferentiation": .init(
            value: 0.54193, unit: "1", interval: 0.4224...0.6953, source: joint),
        "skeleton.osteoblasts.turnover": .init(
            value: 0.021, unit: "1/d", interval: 0.014...0.0315, source: held),
        "skeleton.osteoclasts.precursorTurnover": .init(
            value: 0.022, unit: "1/d", interval: 0.01467...0.033, source: held),
        "skeleton.osteoclasts.turnover": .init(
            value: 0.045, unit: "1/d", interval: 0.03...0.0675, source: held),
        "skeleton.osteocytes.turnover": .init(
            value: 1.5012e-05, unit: "1/d", interval: 1.17e-05...1.927e-05, source: joint),
        "skeleton.radius.ageFactor": .init(
            value: 0.50141, unit: "1", interval: 0.3947...0.637, source: joint),
        "skeleton.radius.selfLimiting": .init(
            value: 3.0608, unit: "1", interval: 2.593...3.613, source: joint),
        "skeleton.radius.turnover": .init(
            value: 0.034862, unit: "1/years", interval: 0.03035...0.04004, source: joint),
        "skeleton.rankl.estrogenOnOPG": .init(
            value: 0.063288, unit: "1", interval: 0.04957...0.0808, source: joint),
        "skeleton.rankl.estrogenOnRANKL": .init(
            value: 0.039715, unit: "1", interval: 0.03119...0.05057, source: joint),
        "skeleton.rankl.osteoblastShareOfOPG": .init(
            value: 0.17129, unit: "1", interval: 0.1368...0.2145, source: joint),
        "skeleton.rankl.preosteoblastShare": .init(
            value: 0.36, unit: "1", interval: 0.18...0.72, source: held),
        "skeleton.rankl.sclerostinEffect": .init(
            value: 0.17942, unit: "1", interval: 0.1398...0.2303, source: joint),
        "skeleton.totalBody.ageFactor": .init(
            value: 0.061401, unit: "1", interval: 0.04787...0.07875, source: joint),
        "skeleton.totalBody.selfLimiting": .init(
            value: 2.1972, unit: "1", interval: 1.729...2.792, source: joint),
        "skeleton.totalBody.turnover": .init(
            value: 0.038956, unit: "1/years", interval: 0.03298...0.04601, source: joint),
        "skeleton.totalHip.ageFactor": .init(
            value: 1.0216, unit: "1", interval: 0.862...1.211, source: joint),
        "skeleton.totalHip.modellingShare": .init(
            value: 0.11233, unit: "1", interval: 0.09251...0.1364, source: joint),
        "skeleton.totalHip.selfLimiting": .init(
            value: 7.9573, unit: "1", interval: 7.453...8.496, source: joint),
        "skeleton.totalHip.turnover": .init(
            value: 0.082244, unit: "1/years", interval: 0.07566...0.0894, source: joint),
        "woman.ageingTime": .init(
            value: 20.117, unit: "years", interval: 17.76...22.79, source: joint),
    ]
}
