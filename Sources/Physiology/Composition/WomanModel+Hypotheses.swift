import Exchange

extension WomanModel {
    /// Hypotheses that are off unless a scenario names them.
    public static let hypotheses: [Hypothesis] = [
        Hypothesis(
            name: "progesteroneOnOPG", control: "receptors.progesterone.onOPG",
            meaning: "progesterone raises OPG through its receptor",
            unsupportedBy: "any measurement of OPG in human osteoblasts given progesterone",
            claims: ["SC048", "SC049"]),
        Hypothesis(
            name: "progesteroneOnOsteoblasts", control: "receptors.progesterone.onOsteoblasts",
            meaning: "progesterone makes osteoblasts mature faster through its receptor",
            unsupportedBy: "trials of progesterone alone, in which women lost as much bone as on placebo",
            claims: ["SC036", "SC062", "SC087", "SC111"]),
        Hypothesis(
            name: "membraneSignalsOnOsteoblasts", control: "receptors.membrane.onOsteoblasts",
            meaning: "fast signals of progesterone at the membrane make osteoblasts form more bone for hours",
            unsupportedBy: "any measurement in women; only cells in culture show such signals",
            claims: ["SC050"]),
        Hypothesis(
            name: "progesteroneAtGlucocorticoidReceptor", control: "receptors.glucocorticoid.progesteroneCompetes",
            meaning: "progesterone competes with cortisol at the glucocorticoid receptor and so spares osteoblasts",
            unsupportedBy: "any trial in human bone, and its affinity for that receptor is low",
            claims: ["SC052"]),
        Hypothesis(
            name: "medroxyprogesteroneAtGlucocorticoidReceptor",
            control: "receptors.glucocorticoid.progestinReachesBone",
            meaning: "medroxyprogesterone acetate acts as a weak glucocorticoid in bone and pituitary",
            unsupportedBy: "trials in which it was added to estrogen, since bone gained no less than on estrogen alone",
            claims: ["SC090", "SC101"]),
        Hypothesis(
            name: "allopregnanoloneOnCortisol", control: "axes.adrenal.allopregnanoloneDamps",
            meaning: "allopregnanolone from medicines damps the drive of cortisol through GABA-A receptors",
            unsupportedBy: "any measurement of cortisol by dose in women",
            claims: ["SC082"]),
        Hypothesis(
            name: "gabaOnOsteoblasts", control: "receptors.gabaA.onOsteoblasts",
            meaning: "neurosteroids make osteoblasts form more bone through GABA receptors",
            unsupportedBy: "any trial of neurosteroids with a bone outcome, and GABA inhibited osteoblasts of rats",
            claims: ["SC079", "SC080", "SC081"]),
        Hypothesis(
            name: "steroidsOnLocalIGF1", control: "receptors.insulinLikeGrowthFactor.steroidsOnLocal",
            meaning: "progesterone raises and estrogen lowers the IGF-1 that bone itself makes",
            unsupportedBy: "any measurement in women; it was seen in the femurs of rats",
            claims: ["SC046"]),
        Hypothesis(
            name: "peptidesOnBone", control: "pharmacology.pentadecaArginate.onBone",
            meaning: "pentadeca arginate builds bone",
            unsupportedBy: "any human data",
            claims: ["SC155"]),
    ]
}

extension Scenario {
    /// The hypotheses the scenario switches on.
    public var hypothesesOn: [Hypothesis] { WomanModel.hypotheses.filter { hypotheses.contains($0.name) } }
}
