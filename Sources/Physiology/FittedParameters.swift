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
            value: 0.053097, unit: "1", interval: 0.04628...0.06092, source: source1),
        "axes.ovary.transitionCentre": .init(
            value: -0.24419, unit: "years", interval: (-0.2828)...(-0.2108), source: source1),
        "axes.ovary.transitionWidth": .init(
            value: 0.53744, unit: "years", interval: 0.4388...0.6582, source: source2),
        "pharmacology.alendronate.halfEffect": .init(
            value: 1.1533, unit: "mg", interval: 0.9931...1.339, source: source1),
        "pharmacology.alendronate.onApoptosisGain": .init(
            value: 1.2639, unit: "1", interval: 1.14...1.401, source: source1),
        "pharmacology.conjugatedEstrogens.oral.ringBPotency": .init(
            value: 0.010453, unit: "1", interval: 0.008999...0.01214, source: source2),
        "pharmacology.denosumab.halfBinding": .init(
            value: 121.7, unit: "ng/mL", interval: 106.0...139.7, source: source1),
        "pharmacology.teriparatide.onModellingGain": .init(
            value: 236.64, unit: "1", interval: 217.4...257.6, source: source1),
        "receptors.estrogen.halfEffect": .init(
            value: 10.415, unit: "pg/mL", interval: 9.757...11.12, source: source1),
        "receptors.estrogen.lag": .init(
            value: 7.9504, unit: "d", interval: 6.846...9.233, source: source1),
        "skeleton.femoralNeck.ageFactor": .init(
            value: 0.060692, unit: "1", interval: 0.05232...0.0704, source: source1),
        "skeleton.femoralNeck.modellingShare": .init(
            value: 0.056364, unit: "1", interval: 0.04923...0.06453, source: source1),
        "skeleton.femoralNeck.selfLimiting": .init(
            value: 3.5749, unit: "1", interval: 3.232...3.955, source: source1),
        "skeleton.femoralNeck.turnover": .init(
            value: 0.064516, unit: "1/years", interval: 0.05887...0.0707, source: source1),
        "skeleton.lumbarSpine.ageFactor": .init(
            value: 0.2163, unit: "1", interval: 0.1904...0.2457, source: source1),
        "skeleton.lumbarSpine.modellingShare": .init(
            value: 0.17891, unit: "1", interval: 0.1637...0.1955, source: source1),
        "skeleton.lumbarSpine.selfLimiting": .init(
            value: 4.169, unit: "1", interval: 4.006...4.338, source: source1),
        "skeleton.lumbarSpine.turnover": .init(
            value: 0.1162, unit: "1/years", interval: 0.1105...0.1222, source: source1),
        "skeleton.lumbarSpineTrabecular.ageFactor": .init(
            value: 0.15495, unit: "1", interval: 0.1335...0.1799, source: source1),
        "skeleton.lumbarSpineTrabecular.selfLimiting": .init(
            value: 0.72149, unit: "1", interval: 0.6599...0.7888, source: source1),
        "skeleton.lumbarSpineTrabecular.turnover": .init(
            value: 0.16248, unit: "1/years", interval: 0.1543...0.1711, source: source1),
        "skeleton.markers.exponentBSAP": .init(
            value: 0.78709, unit: "1", interval: 0.7501...0.8259, source: source1),
        "skeleton.markers.exponentNTX": .init(
            value: 0.97974, unit: "1", interval: 0.9424...1.019, source: source1),
        "skeleton.markers.exponentOsteocalcin": .init(
            value: 2.0436, unit: "1", interval: 1.804...2.316, source: source1),
        "skeleton.markers.exponentP1NP": .init(
            value: 1.1129, unit: "1", interval: 1.059...1.169, source: source1),
        "skeleton.mineral.mineralisation": .init(
            value: 0.00074203, unit: "1/d", interval: 0.0006413...0.0008585, source: source1),
        "skeleton.osteoblasts.coupling": .init(
            value: 1.2773, unit: "1", interval: 1.236...1.32, source: source1),
        "skeleton.osteoblasts.estrogenOnDeath": .init(
            value: 0.99812, unit: "1", interval: 0.9076...1.098, source: source1),
        "skeleton.osteoblasts.preosteoblastTurnover": .init(
            value: 0.11636, unit: "1/d", interval: 0.1006...0.1345, source: source1),
        "skeleton.osteoblasts.sclerostinOnActivity": .init(
            value: 0.41985, unit: "1", interval: 0.3615...0.4876, source: source1),
        "skeleton.osteoblasts.sclerostinOnDifferentiation": .init(
            value: 0.56109, unit: "1", interval: 0.483...0.6518, source: source1),
        "skeleton.osteoblasts.turnover": .init(
            value: 0.013592, unit: "1/d", interval: 0.01216...0.0152, source: source1),
        "skeleton.osteoclasts.precursorTurnover": .init(
            value: 0.0049049, unit: "1/d", interval: 0.004306...0.005588, source: source1),
        "skeleton.osteoclasts.turnover": .init(
            value: 0.11603, unit: "1/d", interval: 0.1016...0.1324, source: source1),
        "skeleton.osteocytes.turnover": .init(
            value: 1.3002e-05, unit: "1/d", interval: 1.12e-05...1.51e-05, source: source1),
        "skeleton.radius.ageFactor": .init(
            value: 0.51127, unit: "1", interval: 0.442...0.5914, source: source1),
        "skeleton.radius.selfLimiting": .init(
            value: 3.002, unit: "1", interval: 2.661...3.386, source: source1),
        "skeleton.radius.turnover": .init(
            value: 0.031099, unit: "1/years", interval: 0.02779...0.0348, source: source1),
        "skeleton.rankl.estrogenOnOPG": .init(
            value: 0.087556, unit: "1", interval: 0.07549...0.1016, source: source1),
        "skeleton.rankl.estrogenOnRANKL": .init(
            value: 0.050189, unit: "1", interval: 0.0433...0.05817, source: source1),
        "skeleton.rankl.osteoblastShareOfOPG": .init(
            value: 0.31159, unit: "1", interval: 0.2726...0.3562, source: source1),
        "skeleton.rankl.preosteoblastShare": .init(
            value: 0.40681, unit: "1", interval: 0.3828...0.4323, source: source1),
        "skeleton.rankl.sclerostinEffect": .init(
            value: 0.20485, unit: "1", interval: 0.1764...0.238, source: source1),
        "skeleton.totalBody.ageFactor": .init(
            value: 0.056804, unit: "1", interval: 0.04894...0.06594, source: source1),
        "skeleton.totalBody.selfLimiting": .init(
            value: 2.4281, unit: "1", interval: 2.1...2.808, source: source1),
        "skeleton.totalBody.turnover": .init(
            value: 0.045587, unit: "1/years", interval: 0.04013...0.05178, source: source1),
        "skeleton.totalHip.ageFactor": .init(
            value: 0.44502, unit: "1", interval: 0.389...0.5092, source: source1),
        "skeleton.totalHip.modellingShare": .init(
            value: 0.23479, unit: "1", interval: 0.2151...0.2563, source: source1),
        "skeleton.totalHip.selfLimiting": .init(
            value: 11.997, unit: "1", interval: 11.42...12.61, source: source1),
        "skeleton.totalHip.turnover": .init(
            value: 0.082859, unit: "1/years", interval: 0.07711...0.08904, source: source1),
        "woman.ageingTime": .init(
            value: 12.342, unit: "years", interval: 11.15...13.66, source: source1),
    ]
}
