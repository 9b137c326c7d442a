import Exchange
import Trials

/// What is said beneath the table of outcomes of fractures: with and without death competing, and how far the structures
/// that the literature leaves open lie apart.
struct FractureModesText {
    /// Outcomes told absolutely; the others follow from them.
    private static let told = ["fracture.hip", "fracture.majorOsteoporotic"]

    let sentences: [String]

    init(_ modes: FractureModes, _ scenario: Scenario) {
        var sentences: [String] = []
        let untreated = modes.sites.isEmpty ? "" : " without therapy"
        let year = NumberText.short(modes.years)
        let counts = modes.absolute.filter { Self.told.contains($0.output) }.map { absolute in
            "\(absolute.name) \(NumberText.significant(absolute.deathCompeting)), "
                + "\(NumberText.significant(absolute.nobodyDying)) if nobody died of other causes"
                + (absolute.output == "fracture.hip"
                    ? ", \(NumberText.significant(absolute.otherRates)) by the hip rates of Olmsted County" : "")
        }
        if modes.years > 0 {
            sentences.append("Fractures of 1,000\(untreated) by year \(year): \(counts.joined(separator: "; ")).")
        }
        let bands = modes.sites.map { site in
            let line = site.trialLine.map { ", trials' line from density \(Self.ratio($0))" } ?? ""
            return
                "\(site.name) \(Self.ratio(site.band.lowerBound)) to \(Self.ratio(site.band.upperBound)) (density and "
                + "turnover \(Self.ratio(site.simulated)), density alone \(Self.ratio(site.densityAlone))\(line))"
        }
        if !bands.isEmpty {
            sentences.append(
                "Ratio of fractures by structure, a band and no product: \(bands.joined(separator: "; ")).")
        }
        if scenario.woman.population == .volunteer {
            sentences.append(
                "Hip fractures are those of women who volunteer for trials; an average woman of her age and density has "
                    + "\(NumberText.fixed(1 / modes.volunteerFactor, decimals: 1)) times as many, and as much more to gain."
            )
        }
        self.sentences = sentences
    }

    private static func ratio(_ value: Double) -> String { NumberText.fixed(value, decimals: 2) }
}
