import Exchange
import Modeling
import Symbolics

extension VirtualWomen {
    /// A text that changes with how women are drawn, and around whom, but not with the seed: it is that of one woman.
    public var fingerprint: String {
        var seedless = self
        seedless.seed = 0
        let first = seedless[1]
        let woman = first.woman
        var hash = StableHash()
        hash.add(woman.age)
        hash.add(woman.menopause?.age ?? .nan)
        for quantity in [woman.weight, woman.vitaminD, woman.calcium] { hash.add(quantity.inBaseUnits) }
        for site in SkeletalSite.allCases {
            if case .measured(let density)? = woman.density[site] { hash.add(density.inBaseUnits) }
        }
        for (parameter, factor) in first.parameterFactors.sorted(by: { $0.key < $1.key }) {
            hash.add(parameter)
            hash.add(factor)
        }
        return hash.text
    }
}
