import Modeling
import Symbolics

/// How strongly the hypothalamus drives pituitary and ovary: less under stress or want of energy, and first more, then
/// hardly any under an agonist of GnRH, which takes away the response.
struct OvarianDrive {
    /// GnRH action at the pituitary now; one at rest.
    let now: Expression
    /// The same as the ovary has felt it over the last days.
    let felt: Expression

    /// - Parameter usual: her drive without stress or medicines.
    init(_ b: ComponentBuilder, usual: Expression = 1) {
        let change = b.sumOfInputs("driveChange", .one, "Relative change of the drive by GnRH")
        let agonist = b.sumOfInputs("agonist", .one, "Agonist of GnRH over its half-effect level")
        let binding = b.parameter(
            "agonistLag", 1, "d", .assumed("binding and signalling take hours", range: 0.2...3),
            "Time by which the pituitary follows an agonist")
        let strength = b.parameter(
            "agonistStrength", 4, .one, .assumed(Pituitary.byHand, range: 2...10),
            "Stimulus of an agonist at full effect, relative to GnRH")
        let weekly =
            "estradiol a quarter of its baseline three weeks after 3.75 mg of leuprolide, below 4 pg/mL after four, back "
            + "after eight, after a second dose six (Larmore 2000, PMID 11228060, O2008 to O2011); menses within 80 days "
            + "of the last goserelin (O2012)"
        let desensitisation = b.parameter(
            "desensitisation", 0.35, "1/d", .fitted(weekly, range: 0.2...0.5),
            "Loss of responsiveness at full effect of an agonist")
        let recovery = b.parameter(
            "recovery", 20, "d", .fitted(weekly, range: 12...30), "Time by which responsiveness returns")
        let lag = b.parameter(
            "driveLag", 7, "d", .fitted(weekly, range: 4...10), "Time by which the ovary follows the drive")

        let action = b.geneProduct(
            "agonistAction", of: agonist / (1 + agonist), lag: binding, "Effect of an agonist at the pituitary")
        let response = b.state("responsiveness", .one, initial: 1, "Response of the pituitary to GnRH")
        b.rate(of: response, (1 - response) / recovery - desensitisation * action * response)
        now = b.variable(
            "drive", .one, response * response * (max(0, usual + change) + strength * action),
            "GnRH action at the pituitary, one at rest")
        felt = b.state("feltDrive", .one, initial: 1, "Drive as the ovary has felt it, one at rest")
        b.rate(of: felt, (now - felt) / lag)
    }

    /// The length of luteal phases as the drive falls, as a share of cycles with all of theirs.
    func ovulatoryShare(_ b: ComponentBuilder) -> Expression {
        let span = b.parameter(
            "ovulatoryDriveSpan", 0.45, .one,
            .fitted(
                "luteal days of the resolved cycle at a drive of 0.9 to 0.55, \(Pituitary.source)", range: 0.35...0.5),
            "Fall of the drive that ends ovulation")
        let lost = min(1, max(0, (1 - felt) / span))
        return 1 - lost * lost
    }
}
