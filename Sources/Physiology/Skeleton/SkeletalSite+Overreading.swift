import Exchange
import Modeling
import Symbolics

extension SkeletalSite {
    /// What a scan reads over what the bone is.
    ///
    /// Osteophytes and hardened end plates lie in the path of the beam from front to back through the lumbar spine, and
    /// become common from 55 on: in old age the spine seems to lose nothing, while its bone does.
    func overreading(in b: ComponentBuilder) -> Expression {
        guard self == .lumbarSpine else { return 1 }
        let source = "35 % of women of 55 and 80 % of women of 70 have degenerative changes, Rand 1997, PMID 9115160"
        let age = b.input("age", .years, "Her age")
        let centre = b.parameter(
            "degenerationCentre", 59.6, .years, .measured(source, range: 57...63),
            "Age at which half of all women have degenerative changes of the lumbar spine")
        let width = b.parameter(
            "degenerationWidth", 7.48, .years, .measured(source, range: 6...10),
            "How gradually degenerative changes come over the ages")
        let gain = b.fitted("degenerationGain", .one, "Rise of the density that is read where changes are degenerative")
        let usual = 1 / (1 + exp((centre - age) / width))
        return 1 + gain * usual
    }
}
