/// What people call a quantity that one part of the model hands to another, where the part's own title would not say it.
///
/// Parts hand on relative changes and losses, so each name carries the sense in which the quantity follows it:
/// osteoblasts die less with androgens, which is how `receptors.androgen.onDeath` is told.
enum PlainQuantity {
    struct Name: Sendable {
        let words: String
        /// Whether the quantity falls as what the words name rises.
        var isOpposite = false
        /// Whether the model has a sense for it that the evidence does not settle.
        var isUnsettled = false
    }

    /// What a quantity is called; nil where the part's title serves.
    ///
    /// - Parameter isMoved: whether it is told of as what something else moves.
    static func name(of quantity: String, isMoved: Bool = false) -> Name? {
        if isMoved {
            if let words = moved[quantity] { return Name(words: words) }
            if let words = movedOpposite[quantity] { return Name(words: words, isOpposite: true) }
        }
        if let words = follows[quantity] { return Name(words: words) }
        if let words = unsettled[quantity] { return Name(words: words, isUnsettled: true) }
        return opposes[quantity].map { Name(words: $0, isOpposite: true) }
    }

    /// Levels that others are compared with; that they enter an equation is no effect.
    static let references: Set<String> = [
        "axes.adrenal.usualFreeCortisol", "axes.androgens.usualTestosterone", "axes.androgens.usualDihydrotestosterone",
        "axes.binding.usualFreeTestosterone", "axes.binding.usualFreeDihydrotestosterone", "axes.ovary.restingLevel",
        "axes.ovary.ovulatoryProgesterone", "skeleton.markerLevels.usualCTX", "woman.ageAtTimeZero",
        "skeleton.lumbarSpine.youngMean", "skeleton.femoralNeck.youngMean", "skeleton.totalHip.youngMean",
        "skeleton.totalBody.youngMean", "skeleton.radius.youngMean", "skeleton.lumbarSpineTrabecular.youngMean",
    ]

    /// Quantities that only pass a level on, or are used up by what they serve; that they move is no effect.
    static let passing: Set<String> = [
        "receptors.estrogen.givenLevel", "serum.estradiol", "serum.estrone", "serum.estroneSulfate", "serum.progesterone",
        "serum.progesteroneFromMedicines", "serum.allopregnanolone", "serum.pregnanolone", "serum.medroxyprogesterone",
        "outcome.menopausalStage", "skeleton.osteoclasts.precursors", "outcomes.harms.estrogenLoss",
    ]

    /// Quantities that something else moves, in words that would not do where they move others.
    static let moved: [String: String] = [
        "axes.ovary.estradiol": "estradiol", "axes.ovary.estrone": "estrone", "axes.ovary.progesterone": "progesterone",
        "axes.ovary.allopregnanolone": "allopregnanolone", "serum.cortisol": "cortisol",
    ]

    /// The same, for what falls with what it is called.
    static let movedOpposite: [String: String] = [
        "axes.ovary.anovulatoryExposure": "the ovary", "axes.ovary.deepExposure": "the ovary",
        "axes.ovary.agonistAction": "the ovary", "axes.ovary.estrogenSeen": "the ovary",
        "axes.ovary.progestinSeen": "the ovary",
        "outcomes.endometrium.progestogenProduct": "growth of the endometrium",
    ]

    /// Quantities that rise with what they are called.
    static let follows: [String: String] = [
        "axes.adrenal.cortisolRelative": "cortisol", "axes.androgens.testosterone": "testosterone",
        "axes.androgens.given": "testosterone given", "axes.androgens.dihydrotestosterone": "dihydrotestosterone",
        "axes.androgens.estradiolFromGiven": "estrogen made outside the ovary",
        "axes.binding.CBGRise": "CBG", "axes.binding.freeTestosterone": "free testosterone",
        "axes.binding.freeDihydrotestosterone": "free dihydrotestosterone",
        "axes.calcium.PTHHeard": "PTH", "axes.calcium.PTHRelative": "PTH", "axes.calcium.onRANKL": "PTH",
        "axes.calcium.balance.calcium": "calcium in blood", "axes.calcium.balance.serumCalcium": "calcium in blood",
        "axes.calcium.balance.fromBone": "calcium set free from bone",
        "axes.calcium.vitaminD.calcitriol": "calcitriol", "axes.calcium.vitaminD.onAbsorption": "vitamin D",
        "axes.energy.growthHormoneResistance": "want of energy", "axes.energy.onRANKL": "want of energy",
        "axes.growth.igf1Relative": "IGF-1", "axes.inflammation.onRANKL": "inflammation",
        "axes.metabolism.insulinRelative": "insulin", "axes.metabolism.onMaterial": "strength of bone material",
        "axes.metabolism.material": "strength of bone material",
        "axes.ovary.estrogenSeen": "estrogens given", "axes.ovary.progestinSeen": "synthetic progestins",
        "axes.thyroid.freeT3Relative": "thyroid hormone", "axes.thyroid.freeT4Relative": "thyroid hormone",
        "axes.thyroid.onSHBG": "thyroid hormone",
        "outcomes.norms.femoralNeckZ": "density for her age", "outcomes.norms.lumbarSpineZ": "density for her age",
        "outcomes.period.alive": "length of life", "outcomes.period.counted": "length of life",
        "outcomes.signals.portal": "swallowed estrogens", "outcomes.signals.systemic": "estrogens given",
        "outcomes.signals.systemicNow": "estrogens given", "outcomes.signals.high": "high levels of estrogens given",
        "outcomes.signals.progestin": "synthetic progestins", "outcomes.signals.progestinNow": "synthetic progestins",
        "outcomes.harms.estrogenUse": "long use of estrogens", "outcomes.harms.progestinUse": "long use of progestins",
        "outcomes.strength.material": "strength of bone material",
        "receptors.androgen.onApoptosis": "androgens", "receptors.androgen.change": "androgens",
        "receptors.estrogen.heard": "estrogen action", "receptors.estrogen.relativeActivation": "estrogen action",
        "receptors.estrogen.givenLevel": "estrogens given",
        "receptors.glucocorticoid.genes.onOsteoblastDeath": "glucocorticoids",
        "receptors.glucocorticoid.genes.onOsteocyteDeath": "glucocorticoids",
        "receptors.glucocorticoid.genes.onRANKL": "glucocorticoids", "receptors.glucocorticoid.excess": "glucocorticoids",
        "receptors.glucocorticoid.givenOverUsual": "glucocorticoids given",
        "receptors.insulinLikeGrowthFactor.onRANKL": "IGF-1 in bone",
        "receptors.insulinLikeGrowthFactor.onSupply": "IGF-1 in bone",
        "receptors.progesterone.progestinProduct": "synthetic progestins",
        "receptors.thyroid.onActivation": "thyroid hormone", "receptors.thyroid.onActivity": "thyroid hormone",
        "receptors.thyroid.onOsteoblastDeath": "thyroid hormone", "receptors.thyroid.onRANKL": "thyroid hormone",
        "serum.estradiol": "estradiol", "serum.progesterone": "progesterone",
        "serum.progesteroneFromMedicines": "progesterone given",
        "skeleton.markers.resorption": "bone resorbed", "skeleton.markers.formation": "bone formed",
        "skeleton.marrow.unread": "marrow fat", "skeleton.osteocytes.sclerostin": "sclerostin",
        "skeleton.osteoblasts.preosteoblasts": "pre-osteoblasts",
        "skeleton.rankl.occupancy": "RANKL at its receptor", "axes.ovary.drive": "the brain's drive",
        "axes.pituitary.tone": "LH and FSH", "outcomes.endometrium.growth": "growth of the endometrium",
        "outcomes.endometrium.progestogenProduct": "progesterone and progestins given",
        "woman.firstPass.estradiol": "what passes gut and liver", "woman.firstPass.estrone": "what passes gut and liver",
        "woman.firstPass.progestogen": "what passes gut and liver",
        "skeleton.lumbarSpine.resorption": "bone resorbed", "skeleton.lumbarSpine.formation": "bone formed",
        "skeleton.totalHip.resorption": "bone resorbed", "skeleton.totalHip.formation": "bone formed",
        "skeleton.totalBody.resorption": "bone resorbed", "skeleton.totalBody.formation": "bone formed",
        "skeleton.modelling.formation": "bone modelled", "skeleton.osteoblasts.formation": "bone formed by osteoblasts",
        "woman.clearanceScale": "her weight", "woman.volumeScale": "her weight",
        "pharmacology.hepatic.estrogenExposure": "swallowed estrogens",
    ]

    /// Quantities whose gain has a range on both sides of zero.
    static let unsettled = ["receptors.progesterone.onDifferentiation": "synthetic progestins"]

    /// Quantities that fall as what they are called rises.
    static let opposes: [String: String] = [
        "axes.androgens.estrogenLost": "estrogen made outside the ovary",
        "axes.energy.onActivity": "want of energy", "axes.energy.onDeiodination": "want of energy",
        "axes.energy.onGnRHDrive": "want of energy",
        "axes.inflammation.onApoptosis": "inflammation", "axes.inflammation.onOsteoclastDeficit": "blocking of cytokines",
        "receptors.androgen.onDeath": "androgens", "receptors.estrogen.deficit": "estrogen action",
        "receptors.estrogenInCells.liningCellsDeficit": "estrogen action in bone cells",
        "receptors.estrogenInCells.lymphocytesDeficit": "estrogen action in bone cells",
        "receptors.estrogenInCells.osteoblastsDeficit": "estrogen action in bone cells",
        "receptors.estrogenInCells.osteoclastsDeficit": "estrogen action in bone cells",
        "receptors.estrogenInCells.osteocytesDeficit": "estrogen action in bone cells",
        "receptors.glucocorticoid.genes.onActivity": "glucocorticoids",
        "receptors.glucocorticoid.genes.onCalciumAbsorption": "glucocorticoids",
        "receptors.glucocorticoid.genes.onDeiodination": "glucocorticoids",
        "receptors.glucocorticoid.genes.onDifferentiation": "glucocorticoids",
        "receptors.glucocorticoid.genes.onGnRHDrive": "glucocorticoids",
        "receptors.glucocorticoid.genes.onOPG": "glucocorticoids",
    ]
}
