/// Values estimated together, with one set for every trial, by `osteon calibrate`; Documentation/Calibration.md
/// describes the fit.
///
/// Written as a whole; a single value changed by hand no longer belongs to the fit.
public enum FittedParameters {
    // What the values were fitted to, and how.
    private static let held
        = "held, cells turning over within weeks, while the rest was fitted to 114 published rows (use: calibrate), see Documentation/Calibration.md"
    private static let joint
        = "joint fit to 114 published rows (use: calibrate), see Documentation/Calibration.md"
    private static let prior
        = "joint fit to 156 published rows by an independent implementation, see Documentation/Calibration.md"

    public static let table: [String: FittedParameter] = [
        "axes.calcium.calciumOnRANKL": .init(
            value: 0.067411, unit: "1", interval: 0.06033...0.07533, source: joint),
        "axes.ovary.transitionCentre": .init(
            value: -0.32077, unit: "years", interval: (-0.3608)...(-0.2852), source: joint),
        "axes.ovary.transitionWidth": .init(
            value: 0.53744, unit: "years", interval: 0.4388...0.6582, source: prior),
        "pharmacology.alendronate.halfEffect": .init(
            value: 1.2075, unit: "mg", interval: 1.072...1.36, source: joint),
        "pharmacology.alendronate.onApoptosisGain": .init(
            value: 1.0803, unit: "1", interval: 1.014...1.151, source: joint),
        "pharmacology.conjugatedEstrogens.oral.ringBPotency": .init(
            value: 0.010453, unit: "1", interval: 0.008999...0.01214, source: prior),
        "pharmacology.denosumab.halfBinding": .init(
            value: 119.36, unit: "ng/mL", interval: 106.5...133.8, source: joint),
        "pharmacology.teriparatide.onModellingGain": .init(
            value: 212.14, unit: "1", interval: 199.0...226.2, source: joint),
        "receptors.estrogen.halfEffect": .init(
            value: 13.212, unit: "pg/mL", interval: 12.65...13.8, source: joint),
        "receptors.estrogen.lag": .init(
            value: 8.7563, unit: "d", interval: 7.768...9.87, source: joint),
        "skeleton.femoralNeck.ageFactor": .init(
            value: 0.063241, unit: "1", interval: 0.05618...0.07119, source: joint),
        "skeleton.femoralNeck.modellingShare": .init(
            value: 0.053454, unit: "1", interval: 0.04785...0.05971, source: joint),
        "skeleton.femoralNeck.selfLimiting": .init(
            value: 2.9032, unit: "1", interval: 2.652...3.179, source: joint),
        "skeleton.femoralNeck.turnover": .init(
            value: 0.076993, unit: "1/years", interval: 0.07146...0.08296, source: joint),
        "skeleton.lumbarSpine.ageFactor": .init(
            value: 0.18965, unit: "1", interval: 0.1712...0.2101, source: joint),
        "skeleton.lumbarSpine.modellingShare": .init(
            value: 0.15573, unit: "1", interval: 0.145...0.1672, source: joint),
        "skeleton.lumbarSpine.selfLimiting": .init(
            value: 3.3476, unit: "1", interval: 3.231...3.469, source: joint),
        "skeleton.lumbarSpine.turnover": .init(
            value: 0.14485, unit: "1/years", interval: 0.1397...0.1502, source: joint),
        "skeleton.lumbarSpineTrabecular.ageFactor": .init(
            value: 0.16425, unit: "1", interval: 0.1458...0.185, source: joint),
        "skeleton.lumbarSpineTrabecular.selfLimiting": .init(
            value: 0.61153, unit: "1", interval: 0.5633...0.6639, source: joint),
        "skeleton.lumbarSpineTrabecular.turnover": .init(
            value: 0.19118, unit: "1/years", interval: 0.1807...0.2023, source: joint),
        "skeleton.markers.exponentNTX": .init(
            value: 1.3634, unit: "1", interval: 1.323...1.405, source: joint),
        "skeleton.markers.exponentOsteocalcin": .init(
            value: 2.174, unit: "1", interval: 1.954...2.419, source: joint),
        "skeleton.markers.exponentP1NP": .init(
            value: 1.456, unit: "1", interval: 1.394...1.521, source: joint),
        "skeleton.mineral.mineralisation": .init(
            value: 0.0010214, unit: "1/d", interval: 0.0009088...0.001148, source: joint),
        "skeleton.osteoblasts.coupling": .init(
            value: 1.1066, unit: "1", interval: 1.079...1.135, source: joint),
        "skeleton.osteoblasts.estrogenOnDeath": .init(
            value: 0.48857, unit: "1", interval: 0.4546...0.5251, source: joint),
        "skeleton.osteoblasts.preosteoblastTurnover": .init(
            value: 0.05, unit: "1/d", interval: 0.03333...0.075, source: held),
        "skeleton.osteoblasts.sclerostinOnActivity": .init(
            value: 0.39815, unit: "1", interval: 0.3533...0.4487, source: joint),
        "skeleton.osteoblasts.sclerostinOnDifferentiation": .init(
            value: 0.57537, unit: "1", interval: 0.5104...0.6486, source: joint),
        "skeleton.osteoblasts.turnover": .init(
            value: 0.021, unit: "1/d", interval: 0.014...0.0315, source: held),
        "skeleton.osteoclasts.precursorTurnover": .init(
            value: 0.022, unit: "1/d", interval: 0.01467...0.033, source: held),
        "skeleton.osteoclasts.turnover": .init(
            value: 0.045, unit: "1/d", interval: 0.03...0.0675, source: held),
        "skeleton.osteocytes.turnover": .init(
            value: 1.3072e-05, unit: "1/d", interval: 1.16e-05...1.474e-05, source: joint),
        "skeleton.radius.ageFactor": .init(
            value: 0.52352, unit: "1", interval: 0.466...0.5882, source: joint),
        "skeleton.radius.selfLimiting": .init(
            value: 2.7537, unit: "1", interval: 2.486...3.05, source: joint),
        "skeleton.radius.turnover": .init(
            value: 0.039288, unit: "1/years", interval: 0.03572...0.04321, source: joint),
        "skeleton.rankl.estrogenOnOPG": .init(
            value: 0.10415, unit: "1", interval: 0.05208...0.2083, source: held),
        "skeleton.rankl.estrogenOnRANKL": .init(
            value: 0.08, unit: "1", interval: 0.04...0.16, source: held),
        "skeleton.rankl.osteoblastShareOfOPG": .init(
            value: 0.2341, unit: "1", interval: 0.2092...0.262, source: joint),
        "skeleton.rankl.preosteoblastShare": .init(
            value: 0.36, unit: "1", interval: 0.18...0.72, source: held),
        "skeleton.rankl.sclerostinEffect": .init(
            value: 0.2137, unit: "1", interval: 0.1895...0.2409, source: joint),
        "skeleton.totalBody.ageFactor": .init(
            value: 0.05698, unit: "1", interval: 0.05057...0.06421, source: joint),
        "skeleton.totalBody.selfLimiting": .init(
            value: 2.2257, unit: "1", interval: 1.977...2.505, source: joint),
        "skeleton.totalBody.turnover": .init(
            value: 0.052967, unit: "1/years", interval: 0.04771...0.0588, source: joint),
        "skeleton.totalHip.ageFactor": .init(
            value: 0.31724, unit: "1", interval: 0.2849...0.3532, source: joint),
        "skeleton.totalHip.modellingShare": .init(
            value: 0.15144, unit: "1", interval: 0.1407...0.163, source: joint),
        "skeleton.totalHip.selfLimiting": .init(
            value: 8.1437, unit: "1", interval: 7.774...8.531, source: joint),
        "skeleton.totalHip.turnover": .init(
            value: 0.095599, unit: "1/years", interval: 0.08916...0.1025, source: joint),
        "woman.ageingTime": .init(
            value: 12.033, unit: "years", interval: 11.15...12.98, source: joint),
    ]
}
