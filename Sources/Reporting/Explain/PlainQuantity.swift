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
    static func name(of quantity: String) -> Name? {
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
