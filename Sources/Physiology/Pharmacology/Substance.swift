import Modeling
import Symbolics

/// The substances whose amounts the model counts, with their molar masses, in one place.
public enum Substance: String, Sendable, CaseIterable {
    case estradiol, estrone, estroneSulfate, progesterone, allopregnanolone, pregnanolone
    case medroxyprogesterone
    case testosterone, androstenedione, dihydrotestosterone, dehydroepiandrosteroneSulfate
    case cortisol, prednisolone
    case teriparatide
    case norethisterone, norethisteroneAcetate, ethinylestradiol, dydrogesterone, dihydrodydrogesterone, levonorgestrel, leuprolide

    /// In g/mol; of the acetate for medroxyprogesterone.
    public var molarMass: Double {
        switch self {
        case .estradiol: return 272.38
        case .estrone: return 270.37
        case .estroneSulfate: return 350.43
        case .progesterone: return 314.47
        case .allopregnanolone, .pregnanolone: return 318.5
        case .medroxyprogesterone: return 386.53
        case .cortisol: return 362.46
        case .testosterone: return 288.42
        case .androstenedione: return 286.41
        case .dihydrotestosterone: return 290.44
        case .dehydroepiandrosteroneSulfate: return 368.49
        case .teriparatide: return 4117.8
        case .prednisolone: return 360.44
        case .norethisterone: return 298.42
        case .norethisteroneAcetate: return 340.46
        case .ethinylestradiol: return 296.4
        case .dydrogesterone: return 312.45
        case .dihydrodydrogesterone: return 314.46
        case .levonorgestrel: return 312.45
        case .leuprolide: return 1209.4
        }
    }

    /// PubChem compound, where it was looked up.
    private var compound: Int? {
        switch self {
        case .estradiol: return 5757
        case .estrone: return 5870
        case .estroneSulfate: return 3_001_028
        case .progesterone: return 5994
        case .allopregnanolone: return 92_786
        case .pregnanolone: return 31_402
        case .medroxyprogesterone: return 6279
        case .cortisol: return 5754
        case .testosterone: return 6013
        case .androstenedione: return 6128
        case .dihydrotestosterone: return 10_635
        case .dehydroepiandrosteroneSulfate: return 12_594
        case .teriparatide: return 16_133_850
        case .prednisolone: return 5755
        case .norethisterone: return 6230
        case .norethisteroneAcetate: return 5832
        case .ethinylestradiol: return 5991
        case .dydrogesterone: return 9051
        case .dihydrodydrogesterone: return nil
        case .levonorgestrel: return 13_109
        case .leuprolide: return 657_181
        }
    }

    var source: Provenance {
        .measured(compound.map { "PubChem CID \($0)" } ?? "two hydrogens more than its parent, C21H30O2")
    }
}

extension ComponentBuilder {
    /// The molar mass of a substance, as a parameter of this component.
    func molarMass(of substance: Substance) -> Expression {
        parameter(
            "\(substance.rawValue)MolarMass", substance.molarMass, "g/mol", substance.source,
            "Molar mass of \(substance.rawValue)")
    }
}
