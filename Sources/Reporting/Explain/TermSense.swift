/// In what sense a term of the glossary stands for the quantities it is linked to.
enum TermSense: Sendable {
    /// More of it is more of them.
    case amount
    /// More of it is less of them.
    case opposite
    /// A state of the woman, told in a sentence, that is there as these quantities are low.
    case state(String, low: [String])
    /// A measurement, a class or an idea, told in a sentence; there is no more or less of it.
    case idea(String)

    static func of(_ term: String) -> TermSense { senses[term] ?? .amount }

    /// Terms of which more is not simply more of what they are linked to.
    static let senses: [String: TermSense] = [
        "mineralisation": .idea(
            "Here new bone takes up most of its mineral at once and the rest over years, so bone that is renewed less often "
                + "is denser."),
        "primary mineral": .idea("Here new bone has it at once; the rest of its mineral comes over years."),
        "coupling": .idea("Here resorbed bone calls up osteoblasts, so formation follows resorption."),
        "apoptosis": .idea(
            "Here osteoclasts, osteoblasts and osteocytes die at rates that hormones and medicines change; estrogen shortens "
                + "the life of osteoclasts and lengthens that of osteoblasts."),
        "bone loss": .state("Here it is a falling bone density.", low: ["density.lumbarSpine", "density.totalHip"]),
        "osteopenia": .state("Here it is a T-score between -1 and -2.5.", low: tScores),
        "osteoporosis": .state("Here it is a T-score of -2.5 or lower.", low: tScores),
        "peak bone mass": .idea("Here it is what T-scores compare with: a T-score of zero is the mean of young women."),
        "DXA": .idea("Here it is how bone density is read at the spine, the hip, the forearm and the whole body."),
        "QCT": .idea(
            "Here it is how the spongy bone of the spine is read, by volume; fat in the marrow hides some of it."),
        "immunoassay": .idea(
            "Here progesterone is also told as a direct immunoassay reads it, which takes its metabolites for it."),
        "hormone": .idea("Here hormones are levels in blood, her own and given together."),
        "antiresorptive": .idea("Here such a medicine makes fewer osteoclasts, or keeps RANKL from calling them up."),
        "anabolic": .idea("Here such a medicine makes osteoblasts form more bone."),
        "osteoprotection": .idea("Here it is chiefly estrogen at its receptor, which holds RANKL down and OPG up."),
        "ER-beta": .idea("Here it carries the small part of estrogen's action in bone cells that ER-alpha does not."),
        "PRE": .idea("Here what the receptor makes genes do follows its occupancy with a delay."),
        "biphasic response": .idea(
            "Here only a hypothesis has this shape: alkaline phosphatase under little and under very much progesterone."),
        "antagonist": .idea("Here one of the progesterone receptor can be set from outside, as an experiment."),
        "agonist": .idea("Here hormones and medicines activate their receptors, each by its level over that of half effect."),
        "unopposed estrogen": .idea(
            "Here it raises the probability of endometrial hyperplasia, which progesterone and progestins lower."),
        "first-pass metabolism": .idea(
            "Here each swallowed hormone has a share that arrives in blood, and shares that become other hormones on the way."),
        "prodrug": .idea("Here swallowed progesterone acts on the brain mostly by what gut and liver make of it."),
        "bioavailability": .idea("Here each swallowed medicine has the share of its dose that arrives in blood."),
        "half-life": .idea("Here it follows from each medicine's clearance and volume, or its rate of absorption."),
        "compartment": .idea("Here each medicine has one or more, which doses fill and clearance empties."),
        "pharmacokinetics": .idea("Here every medicine has its own, from dose to serum level."),
        "HPG axis": .idea("Here the brain's drive, the pituitary and the ovary act on each other, and hormones given brake them."),
        "HPA axis": .idea("Here the brain's drive, ACTH and cortisol act on each other, and glucocorticoids given brake them."),
        "HPT axis": .idea("Here TSH and the thyroid act on each other, and thyroxine given brakes TSH."),
        "aromatase": .opposite,
        "energy deficit": .idea(
            "Here want of energy weakens the drive of the ovary, T3, the answer to growth hormone and bone formation, and raises "
                + "RANKL."),
        "hormone therapy (MHT)": .idea("Here it is whatever estrogens and progestogens a scenario prescribes."),
        "ET": .idea("Here it is a scenario with an estrogen and no progestogen."),
        "EPT": .idea("Here it is a scenario with an estrogen and a progestogen."),
        "standard dose": dose, "low dose": dose, "ultralow dose": dose,
        "patch": .idea("Here it releases estradiol or testosterone through the skin at the rate on its label."),
        "oral": .idea("Here what is swallowed passes gut and liver before it reaches the blood."),
        "subcutaneous": .idea("Here it is an injection under the skin; each medicine has its own rate of uptake."),
        "fed or fasted": .idea("Here food changes what arrives of some swallowed medicines, progesterone above all."),
        "growth hormone peptides": secretagogues, "growth hormone secretagogue": secretagogues,
        "receptor occupancy": .idea("Here every receptor has one, from the levels of what binds it."),
        "GnRH agonist": .idea("Here it drives the pituitary for days and then takes away its response, so the ovary rests."),
        "thyrotoxicosis": .idea(
            "Here her thyroid makes more than TSH asks for, to the TSH that the scenario gives; bone is renewed faster, and "
                + "resorption wins."),
        "hypothyroidism": .idea(
            "Here her thyroid makes less than TSH asks for, to the TSH that the scenario gives; bone is renewed more slowly."),
        "cortisol excess": .idea(
            "Here her cortisol is the given multiple of her usual; glucocorticoids act on bone, ovary, thyroid and gut."),
        "smoking": .idea(
            "Here it lowers what arrives of swallowed estrogen and raises rates of fracture, stroke, thrombosis and breast cancer."),
        "CYP3A4": .idea("Here other medicines or food may slow or speed it, which changes what arrives of swallowed hormones."),
        "IGFBP-3": .idea("Here it has no quantity of its own; total IGF-1 in serum stands for both."),
        "free cortisol": .idea("Here her usual free cortisol is a fixed share of the total, and the axis regulates it."),
        "SABRE": .idea("Here reports set the simulated gain of hip density beside what its trials showed for fractures."),
        "surrogate endpoint": .idea(
            "Here reports set the simulated gain of hip density beside what trials of bone medicines showed for fractures."),
        "implant": .idea("Here it releases its hormone from under the skin for months."),
        "depot": .idea("Here the medicine leaves a store with a delay, so levels last."),
        "pellet": .idea("Here it releases testosterone or estradiol from under the skin for months."),
        "vaginal": .idea("Here low doses of estradiol are taken this way; little of it reaches the blood."),
        "hypothalamic amenorrhoea": .state("Here it is a weak drive of the ovary by the brain.", low: ["axes.ovary.drive"]),
        "progesterone deficiency": .state(
            "Here it is a low level of progesterone.", low: ["serum.progesterone", "axes.ovary.lutealShare"]),
        "perimenopause": .idea("Here it is the years in which the ovary works less and less. \(afterwards)"),
        "menopause": .idea("Here it is a date, around which the ovary stops working. \(afterwards)"),
        "postmenopause": .idea("Here it is the time in which the ovary no longer works. \(afterwards)"),
        "surgical menopause": .idea("Here both ovaries are gone from a date on. \(afterwards)"),
        "FMP": .idea("Here it is a date of the scenario, around which the ovary stops working."),
        "transmenopause": .idea("Here it is the years in which the ovary stops working. \(afterwards)"),
        "ovulation": .idea("Here it is told by the share of her luteal phase that her cycles have, from none to all of it."),
        "luteal phase": .idea("Here it is told by the share that her cycles have of it, from none to all of it."),
        "ovulatory disturbance": .state(
            "Here her cycles have less of their luteal phase, or none.", low: ["axes.ovary.lutealShare"]),
        "rebound": .idea("Here precursors of osteoclasts that denosumab kept waiting become osteoclasts once it is gone."),
        "M-CSF": .idea(
            "Here it has no quantity of its own: that estrogen holds back osteoclast precursors besides RANKL is told as "
                + "estrogen's action in osteoclasts."),
        "c-Fms": .idea("Here it has no quantity of its own; estrogen's action in osteoclasts stands for it."),
    ]

    private static let dose = TermSense.idea("Here doses are what the scenario says; no strength has a part of its own.")

    private static let secretagogues = TermSense.idea(
        "Here each raises the growth hormone that she releases, and IGF-1 follows; bone density is left nearly as it was.")

    /// What equations one by one do not say, since the pituitary answers too.
    private static let afterwards =
        "Estradiol, progesterone and testosterone fall; LH and FSH rise, and with them come hot flushes and faster "
        + "turnover of bone."

    private static let tScores = ["tScore.lumbarSpine", "tScore.femoralNeck", "tScore.totalHip"]
}
