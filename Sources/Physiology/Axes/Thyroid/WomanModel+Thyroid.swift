import Modeling

extension WomanModel {
    /// Her thyroid hormones and what they do to bone.
    static func addThyroid(to assembly: inout Assembly) {
        assembly.add(ThyroidAxis())
        assembly.connect("receptors.glucocorticoid.genes.onDeiodination", to: "axes.thyroid.deiodinationChange")
        assembly.add(ThyroidReceptor())
        assembly.connect(
            to: "receptors.thyroid",
            ["freeT3Relative": "axes.thyroid.freeT3Relative", "freeT4Relative": "axes.thyroid.freeT4Relative"])
        for (effect, input) in [
            ("onActivation", "skeleton.osteoclasts.activation"),
            ("onOsteoblastDeath", "skeleton.osteoblasts.deathChange"),
            ("onActivity", "skeleton.osteoblasts.activityChange"), ("onRANKL", "skeleton.rankl.productionChange"),
        ] { assembly.connect("receptors.thyroid.\(effect)", to: input) }
    }
}
