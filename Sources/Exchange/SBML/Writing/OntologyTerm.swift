import Symbolics

/// What a quantity is in the words of the Systems Biology Ontology, of which Level 3 allows quantities those below
/// SBO:0000002, `quantitative systems description parameter`.
enum OntologyTerm: Int32 {
    case quantity = 2
    case kineticConstant = 9
    case hillCoefficient = 190
    case density = 226
    case massDensity = 227
    case temporalMeasure = 346
    case amount = 361
    case length = 466
    case volume = 468
    case molarConcentration = 472
    case mass = 504
    case molecularMass = 647

    /// Of what is measured in a unit of that dimension.
    init(of dimension: Dimension) {
        self =
            switch dimension {
            case Dimension(amount: 1): .amount
            case Dimension(mass: 1): .mass
            case Dimension(amount: 1, length: -3): .molarConcentration
            case Dimension(mass: 1, length: -3): .massDensity
            case Dimension(mass: 1, length: -2), Dimension(length: -3, activity: 1): .density
            case Dimension(amount: -1, mass: 1): .molecularMass
            case Dimension(time: 1): .temporalMeasure
            case Dimension(length: 1): .length
            case Dimension(length: 3): .volume
            default: .quantity
            }
    }

    /// Of a constant, whose name may say more.
    init(ofConstant name: String, _ dimension: Dimension) {
        if dimension == Dimension(time: -1) {
            self = .kineticConstant
        } else if dimension == .one, name.lowercased().hasSuffix("hill") || name.hasSuffix("hillCoefficient") {
            self = .hillCoefficient
        } else {
            self.init(of: dimension)
        }
    }
}
