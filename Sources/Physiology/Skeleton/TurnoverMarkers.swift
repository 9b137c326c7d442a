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
        let spineWeight = b.parameter(
            "trabecularWeight", 0.3, .one,
            .assumed("share of skeletal turnover that behaves as the spine does", range: 0.2...0.5),
            "Weight of the spine in the turnover of the whole skeleton")
        func whole(_ flux: String, _ meaning: String) -> Expression {
            let spine = b.input("spine\(flux.prefix(1).uppercased())\(flux.dropFirst())", .one, "\(meaning) at the lumbar spine")
            let hip = b.input("hip\(flux.prefix(1).uppercased())\(flux.dropFirst())", .one, "\(meaning) at the total hip")
            return b.variable(
                flux, .one, spineWeight * spine + (1 - spineWeight) * hip, "\(meaning) in the whole skeleton")
        }
        let resorption = whole("resorption", "Bone resorbed")
        let formation = whole("formation", "Bone formed")

        let alkalinePhosphatase = b.input("alkalinePhosphatase", .one, "Alkaline phosphatase per bone formed")
        let collagen = b.input("collagen", .one, "Collagen I per bone formed")
        let osteocalcin = b.input("osteocalcin", .one, "Osteocalcin per bone formed")

        func marker(
            _ name: String, _ flux: Expression, perFlux: Expression = 1, elsewhere: Double,
            _ range: ClosedRange<Double>, _ reason: String, _ meaning: String
        ) {
            let suffix = name.prefix(1).uppercased() + name.dropFirst()
            let exponent = b.fitted("exponent\(suffix)", .one, "Exponent of bone flux in \(name)")
            let rest = b.parameter(
                "notFromTurnover\(suffix)", elsewhere, .one, .assumed(reason, range: range),
                "Share of \(name) that does not come from bone turnover, at rest")
            let level = b.variable(
                "\(name)Level", .one, rest + (1 - rest) * pow(max(0, flux), exponent) * perFlux,
                "\(meaning), over her premenopausal level")
            b.output("marker.\(name)", "%", level, "\(meaning), % of her premenopausal level")
        }
        marker(
            "CTX", resorption, elsewhere: 0.08, 0.02...0.15,
            "a tenth is left when osteoclasts are all but gone; old collagen of other tissues",
            "Serum C-telopeptide of collagen I")
        marker(
            "NTX", resorption, elsewhere: 0.1, 0.02...0.25,
            "collagen I of other tissues is broken down too, and half of creatinine-corrected NTX is what kidneys let through",
            "Urinary N-telopeptide of collagen I")
        marker(
            "P1NP", formation, perFlux: collagen, elsewhere: 0.12, 0.03...0.25,
            "skin, tendon and vessels make collagen I too", "Procollagen I N-propeptide")
        marker(
            "BSAP", formation, perFlux: alkalinePhosphatase, elsewhere: 0.2, 0.05...0.3,
            "immunoassays see a tenth to a fifth of the liver's enzyme, which makes up half of the total",
            "Bone-specific alkaline phosphatase")
        marker(
            "osteocalcin", formation, perFlux: osteocalcin, elsewhere: 0.1, 0.02...0.2,
            "resorption frees some of what is bound in bone", "Osteocalcin")
    }
}
