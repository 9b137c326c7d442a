import Modeling

extension WomanModel {
    /// Insulin, growth hormone, IGF-1 and its receptor in bone.
    static func addGrowth(to assembly: inout Assembly) {
        let metabolism = Metabolism()
        assembly.add(metabolism)
        assembly.connect("skeleton.markers.formation", to: "\(metabolism.path).formation")
        assembly.connect("\(metabolism.path).onMaterial", to: "outcomes.strength.materialChange")
        assembly.connect("woman.bodyMassIndex", to: "\(metabolism.path).bodyMassIndex")
        assembly.connect("receptors.glucocorticoid.genes.product", to: "\(metabolism.path).glucocorticoid")
        let axis = GrowthHormone()
        assembly.add(axis)
        assembly.connect(
            to: axis.path,
            [
                "age": "woman.age", "bodyMassIndex": "woman.bodyMassIndex",
                "insulinRelative": "\(metabolism.path).insulinRelative",
            ])
        assembly.connect("pharmacology.hepatic.estrogenExposure", to: "\(axis.path).hepaticEstrogen")
        let receptor = InsulinLikeGrowthFactor()
        assembly.add(receptor)
        assembly.connect(
            to: receptor.path,
            [
                "serum": "\(axis.path).igf1Relative",
                "progesteroneProduct": "receptors.progesterone.progesteroneProduct",
                "estrogenDeficit": "receptors.estrogenInCells.osteoblastsDeficit",
            ])
        assembly.connect("\(receptor.path).onRANKL", to: "skeleton.rankl.productionChange")
        assembly.connect("\(receptor.path).onSupply", to: "skeleton.osteoblasts.supplyChange")
    }
}
