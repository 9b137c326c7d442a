import Modeling
import Symbolics

/// Interleukin-6 and tumour necrosis factor alpha: usual levels, what estrogen loss and weight add, and inflammation.
///
/// The fitted effect of estrogen loss on bone contains the cytokines that estrogen loss brings; only an excess beyond
/// that acts in addition. Blocking cytokines takes their share out of the effect of estrogen loss.
struct Inflammation: Component {
    let path = "axes.inflammation"
    let summary = "Interleukin-6 and TNF-alpha, and the part they have in bone resorption."

    func define(in b: ComponentBuilder) {
        let deficit = b.input("estrogenDeficit", .one, "Estrogen action lost in osteoclasts")
        let bodyMassIndex = b.input("bodyMassIndex", "kg/m2", "Body mass index")
        let factor = b.control("factor", 1, .one, "Interleukin-6 and TNF-alpha over what is usual for her")
        let blockade = b.control("blockade", 0, .one, "Share of TNF-alpha and interleukin-1 action that is blocked")

        let lag = b.parameter(
            "lag", 45, "d", .assumed("inflammation settles over one to three months", range: 30...90),
            "Time by which cytokines follow their causes")
        let loss = b.geneProduct(
            "estrogenLoss", of: deficit, lag: lag, "Estrogen action lost as immune cells have heard it")
        // Inflammation multiplies whatever else activates immune cells, so it is the ratio of two that share a lag.
        let activation = b.state("activation", .one, initial: 1, "Activation of immune cells, relative to rest")
        b.rate(of: activation, (factor * (1 + deficit) - activation) / lag)
        let excess = b.variable(
            "excess", .one, activation / (1 + loss) - 1,
            "Relative excess of cytokines beyond what estrogen loss brings")
        let reference = b.parameter(
            "referenceBodyMassIndex", 25, "kg/m2", .assumed("usual in the women measured", range: 23...27),
            "Body mass index at which levels are stated")
        func level(
            _ name: String, _ title: String, _ usual: (Double, String), onLoss: (Double, ClosedRange<Double>),
            rise: String, perIndex: (Double, ClosedRange<Double>)
        ) {
            let base = b.parameter(
                "usual\(name)", usual.0, "pg/mL", .measured("women of 45 to 60 years before menopause (\(usual.1))"),
                "\(title) before menopause")
            let gain = b.parameter(
                "estrogenOn\(name)", onLoss.0, .one,
                .fitted("\(rise) at the estrogen action lost by menopause, 0.67", range: onLoss.1),
                "Rise of \(title) at full loss of estrogen action")
            let slope = b.parameter(
                "bodyMassIndexOn\(name)", perIndex.0, "m2/kg",
                .assumed("correlations with body mass index (O1628) give no slope", range: perIndex.1),
                "Exponent of \(title) per body mass index")
            b.output(
                "serum.\(name)", "pg/mL",
                base * (1 + gain * loss) * exp(slope * (bodyMassIndex - reference)) * (1 + excess), title)
        }
        level(
            "IL6", "Interleukin-6", (0.33, "O1626"), onLoss: (0.54, 0.2...0.9), rise: "+36 % (O1626, O1627)",
            perIndex: (0.04, 0.02...0.06))
        level(
            "TNFalpha", "TNF-alpha", (1.91, "O1624"), onLoss: (0.255, 0.1...0.5), rise: "+17 % (O1624, O1625)",
            perIndex: (0.01, 0...0.02))

        let doublings = log(max(Signals.least, 1 + excess)) / log(Expression(2, .one))
        let gainOnRANKL = b.parameter(
            "gainOnRANKL", 0.04, .one,
            .assumed(
                "each doubling raises resorption by about a seventh, as in active rheumatoid arthritis",
                range: 0.01...0.1),
            "Rise of RANKL for each doubling of cytokines")
        let gainOnApoptosis = b.parameter(
            "gainOnApoptosis", 0.05, .one,
            .assumed("TNF-alpha and interleukin-1 keep osteoclasts alive; size as for RANKL", range: 0.01...0.1),
            "Fall of osteoclast apoptosis for each doubling of cytokines")
        _ = b.variable("onRANKL", .one, gainOnRANKL * doublings, "Relative change of RANKL production")
        _ = b.variable("onApoptosis", .one, -gainOnApoptosis * doublings, "Relative change of osteoclast apoptosis")

        let share = b.parameter(
            "cytokineShare", 0.4, .one,
            .fitted(
                "blocking TNF-alpha or interleukin-1 halves the rise of CTX when estrogen is withdrawn "
                    + "(Charatcharoenwitthaya 2007 J Bone Miner Res 22:724)", range: 0.25...0.55),
            "Share of estrogen loss in osteoclasts that passes through TNF-alpha and interleukin-1")
        _ = b.variable(
            "onOsteoclastDeficit", .one, -share * blockade * deficit,
            "Estrogen loss that osteoclasts do not hear where cytokines are blocked")
    }
}

extension WomanModel {
    /// Cytokines and their part in resorption.
    static func addInflammation(to assembly: inout Assembly) {
        let axis = Inflammation()
        assembly.add(axis)
        assembly.connect(
            to: axis.path,
            [
                "estrogenDeficit": "receptors.estrogenInCells.osteoclastsDeficit",
                "bodyMassIndex": "woman.bodyMassIndex",
            ])
        assembly.connect("\(axis.path).onRANKL", to: "skeleton.rankl.productionChange")
        assembly.connect("\(axis.path).onApoptosis", to: "skeleton.osteoclasts.apoptosisChange")
        assembly.connect("\(axis.path).onOsteoclastDeficit", to: "skeleton.osteoclasts.cytokineRelief")
        assembly.connect("\(axis.path).onOsteoclastDeficit", to: "skeleton.rankl.cytokineRelief")
    }
}
