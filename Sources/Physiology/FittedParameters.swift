/// Values estimated together, with one set for every trial, by `osteon calibrate`; Documentation/Calibration.md
/// describes the fit.
///
/// Written as a whole; a single value changed by hand no longer belongs to the fit.
public enum FittedParameters {
    // What the values were fitted to, and how.
    private static let source1
        = "joint fit to 114 published rows (use: calibrate), see Documentation/Calibration.md"
    private static let source2
        = "joint fit to 156 published rows by an independent implementation, see Documentation/Calibration.md"

    public static let table: [String: FittedParameter] = [
        "axes.calcium.calciumOnRANKL": .init(
            value: 0.064886, unit: "1", interval: 0.05648...0.07455, source: source1),
        "axes.ovary.transitionCentre": .init(
            value: -0.33985, unit: "years", interval: (-0.3927)...(-0.2941), source: source1),
        "axes.ovary.transitionWidth": .init(
            value: 0.53744, unit: "years", interval: 0.4388...0.6582, source: source2),
        "pharmacology.alendronate.halfEffect": .init(
            value: 1.2171, unit: "mg", interval: 1.049...1.412, source: source1),
        "pharmacology.alendronate.onApoptosisGain": .init(
            value: 1.0987, unit: "1", interval: 1.013...1.192, source: source1),
        "pharmacology.conjugatedEstrogens.oral.ringBPotency": .init(
            value: 0.0062999, unit: "1", interval: 0.005592...0.007098, source: source1),
        "pharmacology.denosumab.halfBinding": .init(
            value: 123.8, unit: "ng/mL", interval: 107.5...142.5, source: source1),
        "pharmacology.teriparatide.onModellingGain": .init(
            value: 161.33, unit: "1", interval: 148.1...175.8, source: source1),
        "receptors.estrogen.halfEffect": .init(
            value: 11.43, unit: "pg/mL", interval: 10.73...12.18, source: source1),
        "receptors.estrogen.lag": .init(
            value: 9.1135, unit: "d", interval: 7.847...10.58, source: source1),
        "skeleton.femoralNeck.ageFactor": .init(
            value: 0.062854, unit: "1", interval: 0.05423...0.07285, source: source1),
        "skeleton.femoralNeck.modellingShare": .init(
            value: 0.052424, unit: "1", interval: 0.04594...0.05983, source: source1),
        "skeleton.femoralNeck.selfLimiting": .init(
            value: 2.9942, unit: "1", interval: 2.712...3.306, source: source1),
        "skeleton.femoralNeck.turnover": .init(
            value: 0.079311, unit: "1/years", interval: 0.07272...0.0865, source: source1),
        "skeleton.lumbarSpine.ageFactor": .init(
            value: 0.17954, unit: "1", interval: 0.1571...0.2052, source: source1),
        "skeleton.lumbarSpine.modellingShare": .init(
            value: 0.14907, unit: "1", interval: 0.1364...0.1629, source: source1),
        "skeleton.lumbarSpine.selfLimiting": .init(
            value: 3.4855, unit: "1", interval: 3.327...3.652, source: source1),
        "skeleton.lumbarSpine.turnover": .init(
            value: 0.14065, unit: "1/years", interval: 0.134...0.1477, source: source1),
        "skeleton.lumbarSpineTrabecular.ageFactor": .init(
            value: 0.16424, unit: "1", interval: 0.1416...0.1905, source: source1),
        "skeleton.lumbarSpineTrabecular.selfLimiting": .init(
            value: 0.62249, unit: "1", interval: 0.5682...0.682, source: source1),
        "skeleton.lumbarSpineTrabecular.turnover": .init(
            value: 0.18544, unit: "1/years", interval: 0.1756...0.1958, source: source1),
        "skeleton.markers.exponentBSAP": .init(
            value: 0.99478, unit: "1", interval: 0.9438...1.049, source: source1),
        "skeleton.markers.exponentCTX": .init(
            value: 2.5247, unit: "1", interval: 2.229...2.859, source: source1),
        "skeleton.markers.exponentNTX": .init(
            value: 1.3115, unit: "1", interval: 1.259...1.367, source: source1),
        "skeleton.markers.exponentOsteocalcin": .init(
            value: 2.0959, unit: "1", interval: 1.846...2.379, source: source1),
        "skeleton.markers.exponentP1NP": .init(
            value: 1.4373, unit: "1", interval: 1.369...1.509, source: source1),
        "skeleton.mineral.mineralisation": .init(
            value: 0.0011227, unit: "1/d", interval: 0.00097...0.001299, source: source1),
        "skeleton.osteoblasts.coupling": .init(
            value: 1.1403, unit: "1", interval: 1.106...1.176, source: source1),
        "skeleton.osteoblasts.estrogenOnDeath": .init(
            value: 0.62672, unit: "1", interval: 0.5766...0.6812, source: source1),
        "skeleton.osteoblasts.preosteoblastTurnover": .init(
            value: 0.084476, unit: "1/d", interval: 0.07291...0.09788, source: source1),
        "skeleton.osteoblasts.sclerostinOnActivity": .init(
            value: 0.3903, unit: "1", interval: 0.3361...0.4532, source: source1),
        "skeleton.osteoblasts.sclerostinOnDifferentiation": .init(
            value: 0.56816, unit: "1", interval: 0.4891...0.66, source: source1),
        "skeleton.osteoblasts.turnover": .init(
            value: 0.016786, unit: "1/d", interval: 0.01479...0.01905, source: source1),
        "skeleton.osteoclasts.precursorTurnover": .init(
            value: 0.012422, unit: "1/d", interval: 0.01094...0.01411, source: source1),
        "skeleton.osteoclasts.turnover": .init(
            value: 0.055456, unit: "1/d", interval: 0.04865...0.06321, source: source1),
        "skeleton.osteocytes.turnover": .init(
            value: 1.3189e-05, unit: "1/d", interval: 1.135e-05...1.532e-05, source: source1),
        "skeleton.radius.ageFactor": .init(
            value: 0.5211, unit: "1", interval: 0.4509...0.6022, source: source1),
        "skeleton.radius.selfLimiting": .init(
            value: 2.7663, unit: "1", interval: 2.461...3.109, source: source1),
        "skeleton.radius.turnover": .init(
            value: 0.040922, unit: "1/years", interval: 0.03681...0.0455, source: source1),
        "skeleton.rankl.cooperativity": .init(
            value: 2.5301, unit: "1", interval: 2.326...2.752, source: source1),
        "skeleton.rankl.estrogenOnOPG": .init(
            value: 0.10415, unit: "1", interval: 0.08978...0.1208, source: source1),
        "skeleton.rankl.estrogenOnRANKL": .init(
            value: 0.060183, unit: "1", interval: 0.05192...0.06976, source: source1),
        "skeleton.rankl.osteoblastShareOfOPG": .init(
            value: 0.25075, unit: "1", interval: 0.2167...0.2901, source: source1),
        "skeleton.rankl.preosteoblastShare": .init(
            value: 0.35523, unit: "1", interval: 0.3165...0.3987, source: source1),
        "skeleton.rankl.sclerostinEffect": .init(
            value: 0.21493, unit: "1", interval: 0.185...0.2497, source: source1),
        "skeleton.totalBody.ageFactor": .init(
            value: 0.056854, unit: "1", interval: 0.04899...0.06598, source: source1),
        "skeleton.totalBody.selfLimiting": .init(
            value: 2.1969, unit: "1", interval: 1.899...2.542, source: source1),
        "skeleton.totalBody.turnover": .init(
            value: 0.055492, unit: "1/years", interval: 0.04895...0.06291, source: source1),
        "skeleton.totalHip.ageFactor": .init(
            value: 0.28595, unit: "1", interval: 0.2497...0.3275, source: source1),
        "skeleton.totalHip.modellingShare": .init(
            value: 0.14798, unit: "1", interval: 0.1353...0.1619, source: source1),
        "skeleton.totalHip.selfLimiting": .init(
            value: 9.0511, unit: "1", interval: 8.562...9.568, source: source1),
        "skeleton.totalHip.turnover": .init(
            value: 0.10628, unit: "1/years", interval: 0.09769...0.1156, source: source1),
        "woman.ageingTime": .init(
            value: 11.929, unit: "years", interval: 10.65...13.36, source: source1),
    ]
}
