import Modeling
import Symbolics

/// How strongly the hypothalamus drives pituitary and ovary: less under stress or want of energy, and first more, then
/// hardly any under an agonist of GnRH, which takes away the response.
struct OvarianDrive {
    /// GnRH action at the pituitary now; one at rest.
    let now: Expression
    /// The same as the ovary has felt it over the last weeks.
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
        let desensitisation = b.parameter(
            "desensitisation", 0.25, "1/d", .assumed(Pituitary.byHand, range: 0.1...0.5),
            "Loss of responsiveness at full effect of an agonist")
        let recovery = b.parameter(
            "recovery", 30, "d", .assumed(Pituitary.byHand, range: 15...60), "Time by which responsiveness returns")
        let lag = b.parameter(
            "driveLag", 14, "d",
            .assumed("estradiol is castrate two to four weeks after an agonist is given", range: 7...21),
            "Time by which the ovary follows the drive")

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
