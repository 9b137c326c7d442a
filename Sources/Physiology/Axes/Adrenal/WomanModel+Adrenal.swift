import Modeling

extension WomanModel {
    /// Her cortisol, the receptor that hears it and what that does to bone.
    static func addAdrenal(to assembly: inout Assembly) {
        assembly.add(AdrenalAxis())
        let receptor = GlucocorticoidReceptor()
        assembly.add(receptor)
        assembly.connect(
            to: receptor.path,
            [
                "cortisolRelative": "axes.adrenal.cortisolRelative", "usualCortisol": "axes.adrenal.usualFreeCortisol",
                "nadirRelative": "axes.adrenal.nadirRelative", "peakRelative": "axes.adrenal.peakRelative",
                "progesterone": "axes.ovary.progesterone", "restingProgesterone": "axes.ovary.ovulatoryProgesterone",
            ])
        assembly.connect("\(receptor.path).givenOverUsual", to: "axes.adrenal.givenGlucocorticoid")
        assembly.add(GlucocorticoidGenes())
        assembly.connect("\(receptor.path).excess", to: "receptors.glucocorticoid.genes.excess")
        for (effect, input) in [
            ("onDifferentiation", "skeleton.osteoblasts.differentiationChange"),
            ("onOsteoblastDeath", "skeleton.osteoblasts.deathChange"),
            ("onActivity", "skeleton.osteoblasts.activityChange"),
            ("onOsteocyteDeath", "skeleton.osteocytes.deathChange"),
            ("onRANKL", "skeleton.rankl.productionChange"), ("onOPG", "skeleton.rankl.opgChange"),
            ("onCalciumAbsorption", "axes.calcium.balance.absorptionChange"),
            ("onGnRHDrive", "axes.ovary.driveChange"),
        ] { assembly.connect("receptors.glucocorticoid.genes.\(effect)", to: input) }
    }
}
