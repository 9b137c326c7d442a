import Exchange
import Modeling
import Symbolics

/// Her density against women of her age: Z-scores, where T-scores compare with the young.
struct AgeNorms: Component {
    let path = "outcomes.norms"
    let summary = "Density of women of her age at each site, and how far hers lies from it."

    func define(in b: ComponentBuilder) {
        let age = b.input("age", .years, "Her age")
        for site in SkeletalSite.allCases {
            let name = site.rawValue
            let density = b.input("\(name)Density", site.unit, "Her density, \(site.plainName)")
            let young = b.input("\(name)YoungMean", site.unit, "Mean density of young women, \(site.plainName)")
            let norm = site.norm
            let onset = b.parameter(
                "\(name)Onset", norm.onset, .years, norm.fallProvenance.withoutRange,
                "Age from which the mean of women falls, \(site.plainName)")
            let fall = b.parameter(
                "\(name)Fall", norm.fall, "1/years", norm.fallProvenance,
                "Fall of the mean of women with age, over the young mean, \(site.plainName)")
            let spread = b.parameter(
                "\(name)Spread", norm.spread, site.unit, norm.spreadProvenance,
                "Standard deviation among women of one age, \(site.plainName)")
            let mean = young * (1 - fall * max(Expression(0, .years), age - onset))
            let score = b.variable(
                "\(name)Z", .one, (density - mean) / spread, "Z-score, \(site.plainName)")
            b.output("zScore.\(name)", .one, score, "Z-score, \(site.plainName)")
        }
    }
}

extension Provenance {
    /// The same source, for a value whose range is another's.
    fileprivate var withoutRange: Provenance { Provenance(status, source) }
}
