/// Values estimated together, with one set for every trial, by `osteon calibrate`; Documentation/Calibration.md
/// describes the fit.
///
/// Written as a whole; a single value changed by hand no longer belongs to the fit.
public enum FittedParameters {
    // What the values were fitted to, and how.
    private static let source
        = "joint fit to 110 published rows (use: calibrate), see Documentation/Calibration.md"

    public static let table: [String: FittedParameter] = [
        "axes.calcium.calciumOnRANKL": .init(
            value: 0.067032, unit: "1", interval: 0.05878...0.07644, source: source),
        "axes.ovary.transitionCentre": .init(
            value: -0.27685, unit: "years", interval: (-0.3209)...(-0.2388), source: source),
        "axes.ovary.transitionWidth": .init(
            value: 0.66353, unit: "years", interval: 0.5869...0.7502, source: source),
        "pharmacology.alendronate.halfEffect": .init(
            value: 1.3749, unit: "mg", interval: 1.185...1.595, source: source),
        "pharmacology.alendronate.onApoptosisGain": .init(
            value: 0.78201, unit: "1", interval: 0.7161...0.854, source: source),
        "pharmacology.conjugatedEstrogens.oral.ringBPotency": .init(
            value: 0.0063418, unit: "1", interval: 0.00558...0.007208, source: source),
        "pharmacology.denosumab.halfBinding": .init(
            value: 117.02, unit: "ng/mL", interval: 100.9...135.7, source: source),
        "pharmacology.teriparatide.onModellingGain": .init(
            value: 147.45, unit: "1", interval: 134.9...161.2, source: source),
        "receptors.estrogen.halfEffect": .init(
            value: 17.253, unit: "pg/mL", interval: 15.03...19.8, source: source),
        "receptors.estrogen.lag": .init(
            value: 10.653, unit: "d", interval: 9.171...12.37, source: source),
        "receptors.estrogen.steepness": .init(
            value: 0.5411, unit: "1", interval: 0.4901...0.5974, source: source),
        "skeleton.femoralNeck.ageFactor": .init(
            value: 0.065709, unit: "1", interval: 0.05674...0.0761, source: source),
        "skeleton.femoralNeck.modellingShare": .init(
            value: 0.052156, unit: "1", interval: 0.04584...0.05935, source: source),
        "skeleton.femoralNeck.selfLimiting": .init(
            value: 2.5767, unit: "1", interval: 2.326...2.855, source: source),
        "skeleton.femoralNeck.turnover": .init(
            value: 0.094771, unit: "1/years", interval: 0.0868...0.1035, source: source),
        "skeleton.lumbarSpine.ageFactor": .init(
            value: 0.12988, unit: "1", interval: 0.1137...0.1484, source: source),
        "skeleton.lumbarSpine.modellingShare": .init(
            value: 0.12829, unit: "1", interval: 0.1168...0.1409, source: source),
        "skeleton.lumbarSpine.selfLimiting": .init(
            value: 2.8127, unit: "1", interval: 2.657...2.977, source: source),
        "skeleton.lumbarSpine.turnover": .init(
            value: 0.17212, unit: "1/years", interval: 0.1621...0.1828, source: source),
        "skeleton.lumbarSpineTrabecular.ageFactor": .init(
            value: 0.17001, unit: "1", interval: 0.1467...0.1971, source: source),
        "skeleton.lumbarSpineTrabecular.selfLimiting": .init(
            value: 0.59753, unit: "1", interval: 0.5341...0.6685, source: source),
        "skeleton.lumbarSpineTrabecular.turnover": .init(
            value: 0.16463, unit: "1/years", interval: 0.1509...0.1796, source: source),
        "skeleton.markers.exponentBSAP": .init(
            value: 1.1827, unit: "1", interval: 1.112...1.258, source: source),
        "skeleton.markers.exponentCTX": .init(
            value: 3.0727, unit: "1", interval: 2.711...3.483, source: source),
        "skeleton.markers.exponentNTX": .init(
            value: 1.7296, unit: "1", interval: 1.624...1.842, source: source),
        "skeleton.markers.exponentOsteocalcin": .init(
            value: 2.5214, unit: "1", interval: 2.22...2.864, source: source),
        "skeleton.markers.exponentP1NP": .init(
            value: 1.7153, unit: "1", interval: 1.619...1.818, source: source),
        "skeleton.mineral.mineralisation": .init(
            value: 0.001427, unit: "1/d", interval: 0.001234...0.001651, source: source),
        "skeleton.osteoblasts.coupling": .init(
            value: 1.035, unit: "1", interval: 1.005...1.066, source: source),
        "skeleton.osteoblasts.estrogenOnDeath": .init(
            value: 0.56786, unit: "1", interval: 0.5173...0.6233, source: source),
        "skeleton.osteoblasts.preosteoblastTurnover": .init(
            value: 0.081791, unit: "1/d", interval: 0.07056...0.0948, source: source),
        "skeleton.osteoblasts.sclerostinOnActivity": .init(
            value: 0.3788, unit: "1", interval: 0.3261...0.4399, source: source),
        "skeleton.osteoblasts.sclerostinOnDifferentiation": .init(
            value: 0.56546, unit: "1", interval: 0.4867...0.6569, source: source),
        "skeleton.osteoblasts.turnover": .init(
            value: 0.023943, unit: "1/d", interval: 0.02095...0.02736, source: source),
        "skeleton.osteoclasts.estrogenOnApoptosis": .init(
            value: 0.33986, unit: "1", interval: 0.3095...0.3732, source: source),
        "skeleton.osteoclasts.precursorTurnover": .init(
            value: 0.028868, unit: "1/d", interval: 0.02499...0.03335, source: source),
        "skeleton.osteoclasts.turnover": .init(
            value: 0.030036, unit: "1/d", interval: 0.02627...0.03434, source: source),
        "skeleton.osteocytes.turnover": .init(
            value: 1.3059e-05, unit: "1/d", interval: 1.124e-05...1.517e-05, source: source),
        "skeleton.radius.ageFactor": .init(
            value: 0.51897, unit: "1", interval: 0.4493...0.5995, source: source),
        "skeleton.radius.selfLimiting": .init(
            value: 2.7084, unit: "1", interval: 2.41...3.043, source: source),
        "skeleton.radius.turnover": .init(
            value: 0.050713, unit: "1/years", interval: 0.04545...0.05658, source: source),
        "skeleton.rankl.cooperativity": .init(
            value: 2.9353, unit: "1", interval: 2.719...3.169, source: source),
        "skeleton.rankl.estrogenOnOPG": .init(
            value: 0.10846, unit: "1", interval: 0.09341...0.1259, source: source),
        "skeleton.rankl.estrogenOnRANKL": .init(
            value: 0.062749, unit: "1", interval: 0.05406...0.07284, source: source),
        "skeleton.rankl.osteoblastShareOfOPG": .init(
            value: 0.23113, unit: "1", interval: 0.1994...0.2679, source: source),
        "skeleton.rankl.preosteoblastShare": .init(
            value: 0.39625, unit: "1", interval: 0.3533...0.4445, source: source),
        "skeleton.rankl.sclerostinEffect": .init(
            value: 0.21675, unit: "1", interval: 0.1866...0.2518, source: source),
        "skeleton.totalBody.ageFactor": .init(
            value: 0.057324, unit: "1", interval: 0.0494...0.06652, source: source),
        "skeleton.totalBody.selfLimiting": .init(
            value: 2.0803, unit: "1", interval: 1.796...2.41, source: source),
        "skeleton.totalBody.turnover": .init(
            value: 0.060954, unit: "1/years", interval: 0.05368...0.06922, source: source),
        "skeleton.totalHip.ageFactor": .init(
            value: 0.21854, unit: "1", interval: 0.1899...0.2515, source: source),
        "skeleton.totalHip.modellingShare": .init(
            value: 0.10162, unit: "1", interval: 0.09131...0.1131, source: source),
        "skeleton.totalHip.selfLimiting": .init(
            value: 6.3695, unit: "1", interval: 5.748...7.058, source: source),
        "skeleton.totalHip.turnover": .init(
            value: 0.10583, unit: "1/years", interval: 0.098...0.1143, source: source),
        "woman.ageingTime": .init(
            value: 11.743, unit: "years", interval: 10.72...12.87, source: source),
    ]
}
