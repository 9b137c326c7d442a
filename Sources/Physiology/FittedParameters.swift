/// Values estimated together, with one set for every trial, by the fit that Documentation/Calibration.md describes.
///
/// Written as a whole; a single value changed by hand no longer belongs to the fit.
public enum FittedParameters {
    /// What the values were fitted to, and how.
    private static let source = "joint fit to 156 published rows (use: calibrate), see Documentation/Calibration.md"

    public static let table: [String: FittedParameter] = [
        "axes.calcium.calciumOnRANKL": .init(value: 0.081783, unit: "1", interval: 0.05578...0.1199, source: source),
        "axes.ovary.transitionCentre": .init(
            value: -0.55973, unit: "years", interval: (-0.7397)...(-0.3797), source: source),
        "axes.ovary.transitionWidth": .init(value: 0.53744, unit: "years", interval: 0.4388...0.6582, source: source),
        "pharmacology.conjugatedEstrogens.oral.ringBPotency": .init(
            value: 0.010453, unit: "1", interval: 0.008999...0.01214, source: source),
        "receptors.estrogen.halfEffect": .init(value: 11.825, unit: "pg/mL", interval: 10.13...13.8, source: source),
        "receptors.estrogen.lag": .init(value: 21.13, unit: "d", interval: 14.25...31.32, source: source),
        "skeleton.femoralNeck.ageFactor": .init(value: 0.12408, unit: "1", interval: 0.07767...0.1982, source: source),
        "skeleton.femoralNeck.selfLimiting": .init(value: 1.5353, unit: "1", interval: 1.188...1.985, source: source),
        "skeleton.femoralNeck.turnover": .init(
            value: 0.079481, unit: "1/years", interval: 0.06989...0.09039, source: source),
        "skeleton.lumbarSpine.ageFactor": .init(value: 0.029476, unit: "1", interval: 0.0168...0.05172, source: source),
        "skeleton.lumbarSpine.selfLimiting": .init(value: 0.9815, unit: "1", interval: 0.8315...1.158, source: source),
        "skeleton.lumbarSpine.turnover": .init(
            value: 0.12466, unit: "1/years", interval: 0.1109...0.1401, source: source),
        "skeleton.lumbarSpineTrabecular.ageFactor": .init(
            value: 0.27969, unit: "1", interval: 0.221...0.3539, source: source),
        "skeleton.lumbarSpineTrabecular.selfLimiting": .init(
            value: 0.54627, unit: "1", interval: 0.4113...0.7255, source: source),
        "skeleton.lumbarSpineTrabecular.turnover": .init(
            value: 0.11467, unit: "1/years", interval: 0.09179...0.1433, source: source),
        "skeleton.markers.exponentBSAP": .init(value: 0.93754, unit: "1", interval: 0.8174...1.075, source: source),
        "skeleton.markers.exponentCTX": .init(value: 1.7546, unit: "1", interval: 1.609...1.914, source: source),
        "skeleton.markers.exponentNTX": .init(value: 1.0003, unit: "1", interval: 0.8385...1.193, source: source),
        "skeleton.markers.exponentOsteocalcin": .init(value: 1.411, unit: "1", interval: 1.255...1.586, source: source),
        "skeleton.markers.exponentP1NP": .init(value: 1.5898, unit: "1", interval: 1.435...1.761, source: source),
        "skeleton.mineral.mineralisation": .init(
            value: 0.0035325, unit: "1/d", interval: 0.003034...0.004113, source: source),
        "skeleton.osteoblasts.coupling": .init(value: 1.1274, unit: "1", interval: 1.103...1.153, source: source),
        "skeleton.osteoblasts.estrogenOnDeath": .init(
            value: 0.21593, unit: "1", interval: 0.1892...0.2465, source: source),
        "skeleton.osteoblasts.preosteoblastTurnover": .init(
            value: 0.044086, unit: "1/d", interval: 0.03101...0.06267, source: source),
        "skeleton.osteoblasts.sclerostinOnActivity": .init(
            value: 0.3218, unit: "1", interval: 0.231...0.4482, source: source),
        "skeleton.osteoblasts.sclerostinOnDifferentiation": .init(
            value: 0.59478, unit: "1", interval: 0.328...1.079, source: source),
        "skeleton.osteoblasts.turnover": .init(
            value: 0.020598, unit: "1/d", interval: 0.01566...0.0271, source: source),
        "skeleton.osteoclasts.dyingShare": .init(value: 0.45921, unit: "1", interval: 0.4077...0.5172, source: source),
        "skeleton.osteoclasts.estrogenOnApoptosis": .init(
            value: 0.47916, unit: "1", interval: 0.4367...0.5258, source: source),
        "skeleton.osteoclasts.precursorTurnover": .init(
            value: 0.02306, unit: "1/d", interval: 0.01796...0.02961, source: source),
        "skeleton.osteoclasts.turnover": .init(
            value: 0.043962, unit: "1/d", interval: 0.03393...0.05696, source: source),
        "skeleton.osteocytes.turnover": .init(
            value: 2.2166e-05, unit: "1/d", interval: 1.435e-05...3.424e-05, source: source),
        "skeleton.radius.ageFactor": .init(value: 0.66049, unit: "1", interval: 0.4068...1.072, source: source),
        "skeleton.radius.selfLimiting": .init(value: 1.8715, unit: "1", interval: 1.262...2.776, source: source),
        "skeleton.radius.turnover": .init(
            value: 0.042346, unit: "1/years", interval: 0.03459...0.05184, source: source),
        "skeleton.rankl.cooperativity": .init(value: 2.21, unit: "1", interval: 1.875...2.604, source: source),
        "skeleton.rankl.estrogenOnOPG": .init(value: 0.11987, unit: "1", interval: 0.05474...0.2625, source: source),
        "skeleton.rankl.estrogenOnRANKL": .init(value: 0.072218, unit: "1", interval: 0.03332...0.1565, source: source),
        "skeleton.rankl.osteoblastShareOfOPG": .init(
            value: 0.2541, unit: "1", interval: 0.1487...0.4343, source: source),
        "skeleton.rankl.preosteoblastShare": .init(
            value: 0.39823, unit: "1", interval: 0.2783...0.5699, source: source),
        "skeleton.rankl.sclerostinEffect": .init(value: 0.23526, unit: "1", interval: 0.1337...0.414, source: source),
        "skeleton.totalBody.ageFactor": .init(value: 0.060689, unit: "1", interval: 0.02987...0.1233, source: source),
        "skeleton.totalBody.selfLimiting": .init(value: 2.2063, unit: "1", interval: 1.42...3.427, source: source),
        "skeleton.totalBody.turnover": .init(
            value: 0.051362, unit: "1/years", interval: 0.04211...0.06265, source: source),
        "skeleton.totalHip.ageFactor": .init(value: 0.14384, unit: "1", interval: 0.09146...0.2262, source: source),
        "skeleton.totalHip.selfLimiting": .init(value: 1.8236, unit: "1", interval: 1.443...2.304, source: source),
        "skeleton.totalHip.turnover": .init(
            value: 0.069524, unit: "1/years", interval: 0.06137...0.07876, source: source),
        "woman.ageingTime": .init(value: 18.087, unit: "years", interval: 15.05...21.73, source: source),
    ]
}
