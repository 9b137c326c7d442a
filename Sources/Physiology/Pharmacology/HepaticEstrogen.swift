import Modeling
import Symbolics

/// What swallowed estrogens do to the liver, which meets them in portal blood before the rest of the body does.
///
/// It is the daily flow of estrogen through the portal vein, as the estradiol that would move liver proteins as far.
/// Estrogens that enter through skin or muscle reach the liver diluted and are left out, as they leave its proteins
/// unchanged. Linear, so it adds up over medicines, and slower than a day, so it does not follow single tablets.
struct HepaticEstrogen: Component {
    let path = "pharmacology.hepatic"
    let summary = "Exposure of the liver to swallowed estrogens, which sets binding proteins, IGF-1, lipids and clotting."

    func define(in b: ComponentBuilder) {
        let flow = b.sumOfInputs(
            "portalFlow", "mol/d", "Swallowed estrogens in portal blood, as estradiol with the same effect on the liver")
        let lag = b.parameter(
            "lag", 2, "d", .assumed("transcription and secretion by the liver take a day or two", range: 0.5...4),
            "Time by which the liver's response follows portal flow")
        let exposure = b.state(
            "estrogenExposure", "mol/d", initial: Expression(0, "mol/d"), scale: 1e-6,
            "Portal flow of swallowed estrogens as estradiol equivalents, averaged over days")
        b.rate(of: exposure, (flow - exposure) / lag)
    }
}
