import Exchange
import Modeling
import Symbolics

extension VirtualWomen {
    /// A text that changes with how women are drawn: it is that of the first of them.
    public var fingerprint: String {
        let first = self[1]
        let woman = first.woman
        var hash = StableHash()
        hash.add(woman.age)
        hash.add(woman.menopause?.age ?? .nan)
        for quantity in [woman.weight, woman.vitaminD, woman.calcium] { hash.add(quantity.inBaseUnits) }
        for (parameter, factor) in first.parameterFactors.sorted(by: { $0.key < $1.key }) {
            hash.add(parameter)
            hash.add(factor)
        }
        return hash.text
    }
}
