import Modeling
import Symbolics

/// Markers of bone turnover in serum and urine: what resorption and formation release.
///
/// Resorption markers follow the flux of bone resorbed, not the number of osteoclasts. Each marker has an exponent,
/// because markers differ in how much of them comes from bone and how they are cleared.
struct TurnoverMarkers: Component {
    let path = "skeleton.markers"
    let summary = "CTX and NTX from resorption; P1NP, bone alkaline phosphatase and osteocalcin from formation."

    static let names = ["CTX", "NTX", "P1NP", "BSAP", "osteocalcin"]

    func define(in b: ComponentBuilder) {
        let formation = b.input("formation", .one, "Bone formation by all osteoblasts")
        let spine = b.input("spineResorption", .one, "Resorption at the lumbar spine")
        let hip = b.input("hipResorption", .one, "Resorption at the total hip")
        let spineWeight = b.parameter(
            "trabecularWeight", 0.3, .one,
            .assumed("share of skeletal resorption that behaves as the spine does", range: 0.2...0.5),
            "Weight of the spine in whole-skeleton resorption")
        let resorption = b.variable(
            "resorption", .one, spineWeight * spine + (1 - spineWeight) * hip, "Bone resorbed in the whole skeleton")

        let alkalinePhosphatase = b.input("alkalinePhosphatase", .one, "Alkaline phosphatase per bone formed")
        let collagen = b.input("collagen", .one, "Collagen I per bone formed")
        let osteocalcin = b.input("osteocalcin", .one, "Osteocalcin per bone formed")

        func marker(_ name: String, _ flux: Expression, perFlux: Expression = 1, _ meaning: String) {
            let exponent = b.fitted(
                "exponent\(name.prefix(1).uppercased())\(name.dropFirst())", .one, "Exponent of bone flux in \(name)")
            let level = b.variable(
                "\(name)Level", .one, pow(max(0, flux), exponent) * perFlux, "\(meaning), over her premenopausal level")
            b.output("marker.\(name)", "%", level, "\(meaning), % of her premenopausal level")
        }
        marker("CTX", resorption, "Serum C-telopeptide of collagen I")
        marker("NTX", resorption, "Urinary N-telopeptide of collagen I")
        marker("P1NP", formation, perFlux: collagen, "Procollagen I N-propeptide")
        marker("BSAP", formation, perFlux: alkalinePhosphatase, "Bone-specific alkaline phosphatase")
        marker("osteocalcin", formation, perFlux: osteocalcin, "Osteocalcin")
    }
}
