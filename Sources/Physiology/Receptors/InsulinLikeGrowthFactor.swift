import Modeling
import Symbolics

/// IGF-1 at bone cells: what the blood brings and, as a hypothesis, what sex steroids change locally.
///
/// It calls up pre-osteoblasts and, through the RANKL of the cells it acts on, osteoclasts: turnover rises on both
/// sides, and density first dips and then returns.
struct InsulinLikeGrowthFactor: Component {
    let path = "receptors.insulinLikeGrowthFactor"
    let summary = "IGF-1 in bone and what it does to pre-osteoblasts and to RANKL."

    func define(in b: ComponentBuilder) {
        let serum = b.input("serum", .one, "Serum IGF-1 over the norm of her age")
        let progesterone = b.input(
            "progesteroneProduct", .one, "What progesterone makes genes do, above ovulatory cycles")
        let deficit = b.input("estrogenDeficit", .one, "Estrogen action lost in osteoblasts")
        let steroids = b.control(
            "steroidsOnLocal", 0, .one,
            "Hypothesis, off by default: one lets progesterone raise and estrogen lower the IGF-1 that bone makes"
        )
        let progesteroneGain = b.parameter(
            "progesteroneOnLocal", 0.6, .one,
            .assumed("messenger in femurs of rats +43 %, PMID 8889839; no woman was measured", range: 0.3...0.9),
            "Rise of local IGF-1 at full occupancy of progesterone receptors, where the hypothesis is on")
        let estrogenGain = b.parameter(
            "estrogenOnLocal", 0.5, .one,
            .assumed(
                "messenger in femurs of rats -29 to -72 %, PMID 8889839; no woman was measured", range: 0.29...0.72),
            "Rise of local IGF-1 at full loss of estrogen action, where the hypothesis is on")
        let local = b.variable(
            "local", .one,
            serum * max(Signals.least, 1 + steroids * (progesteroneGain * progesterone + estrogenGain * deficit)),
            "IGF-1 in bone, relative to rest")

        let lag = b.parameter(
            "lag", 2, "d", .assumed("genes of a receptor act within days", range: 0.5...7),
            "Time by which bone cells follow IGF-1")
        let excess = b.geneProduct("excess", of: local - 1, lag: lag, "IGF-1 above rest as bone cells have heard it")
        let onRANKL = b.fitted("gainOnRANKL", .one, "Rise of RANKL per relative rise of IGF-1")
        let onSupply = b.fitted(
            "gainOnSupply", .one,
            "Rise of the supply of pre-osteoblasts per relative rise of IGF-1, besides what resorption calls up")
        _ = b.variable("onRANKL", .one, onRANKL * excess, "Relative change of RANKL production")
        _ = b.variable("onSupply", .one, onSupply * excess, "Relative change of the supply of pre-osteoblasts")
        b.output("bone.IGF1", .one, local, "IGF-1 in bone relative to a cycling woman")
    }
}
