import Exchange
import Modeling
import Symbolics

/// What a run shows that its reader should not miss.
public enum Notices {
    /// Total testosterone of healthy women before menopause by mass spectrometry, ng/dL, to its upper end.
    ///
    /// Source: pk.testosterone.female_reference, 15 to 55 ng/dL, a textbook range.
    static let highestTestosterone = 55.0

    /// 25-hydroxyvitamin D above which hypercalcaemia is seen, nmol/L.
    ///
    /// Source: 150 ng/mL, Holick 2007 N Engl J Med 357:266, recalled.
    static let toxicCalcidiol = 375.0

    /// Sentences about levels outside the range of healthy women, as means over a dosing interval, and about what the
    /// model does not answer for.
    public static func notices(for simulation: Simulation) -> [String] {
        about(simulation.scenario, simulation.model) + levels(simulation)
    }

    private static func levels(_ simulation: Simulation) -> [String] {
        func highest(_ output: String, above limit: Double) -> (month: Int, level: Int)? {
            guard let levels = simulation[output],
                let (time, level) = zip(simulation.times, levels).max(by: { $0.1 < $1.1 }), level > limit
            else { return nil }
            return (Int((time * 12).rounded()), Int(level.rounded()))
        }
        var notices: [String] = []
        if let found = highest("serum.testosterone", above: highestTestosterone) {
            notices.append(
                "Testosterone exceeds the female range (15 to 55 ng/dL): a mean of \(found.level) ng/dL "
                    + "at month \(found.month). Such levels are supraphysiological. No trial shows that testosterone alone "
                    + "builds women's bone or prevents fractures (Islam 2019, PMID 31353194, 36 trials); what is shown of both "
                    + "follows from the estradiol made of it and was never tested.")
        }
        if let found = highest("serum.calcidiol", above: toxicCalcidiol) {
            notices.append(
                "25-hydroxyvitamin D reaches \(found.level) nmol/L at month \(found.month). Above about 375 nmol/L vitamin "
                    + "D is toxic and calcium rises, which the model does not show.")
        }
        return notices
    }

    /// What can be said before anything is run.
    private static func about(_ scenario: Scenario, _ model: Model) -> [String] {
        let woman = scenario.woman
        let controls = Set(model.controls.map(\.name))
        var notices = scenario.hypothesesOn.filter { !controls.contains($0.control) }.map { hypothesis in
            "The hypothesis \(hypothesis.name) changes nothing here: what it is about is not taken."
        }
        if woman.isTakenToBePastMenopause {
            notices.append(
                "No menopause is given for a woman above \(Int(Woman.latestMenopause)); it is taken to have come at "
                    + "\(number(woman.assumedMenopauseAge)) years, the median. Write 'menopause: {age: …}' for hers.")
        }
        notices += scenario.therapy.compactMap(beyondUse)
        if let inhibitor = unsuppressedInhibitor(in: scenario) {
            notices.append(
                "\(inhibitor.prefix(1).uppercased() + inhibitor.dropFirst()) is not used while the ovaries work and nothing "
                    + "suppresses them: gonadotropins rise, follicles grow, and estradiol falls little or not at all.")
        }
        if scenario.ovary == .resolved, let notice = resolvedOvary(scenario) { notices.append(notice) }
        return notices
    }

    /// Of a treatment above what is used for long.
    private static func beyondUse(_ treatment: Treatment) -> String? {
        guard let form = Medicines.form(of: treatment), let most = form.highestDailyUse else { return nil }
        let dose =
            treatment.dose.value(in: "IU").map { Quantity($0 * CholecalciferolForm.unit.inBaseUnits / Unit("ug").factor, "ug") }
            ?? treatment.dose
        let daily = dose.inBaseUnits / max(treatment.every ?? 1, 1e-6)
        guard daily > most.inBaseUnits * (1 + 1e-9), treatment.until - treatment.from > 28 else { return nil }
        let times = Quantity(daily / most.unit.factor, most.unit)
        return "\(treatment.medicine.prefix(1).uppercased() + treatment.medicine.dropFirst()) \(number(times.value)) "
            + "\(most.unit) a day for more than four weeks is beyond use (\(number(most.value)) \(most.unit)); nothing "
            + "that was measured stands behind its effects here."
    }

    private static func number(_ value: Double) -> String {
        let tenths = (value * 10).rounded() / 10
        return tenths == tenths.rounded() ? "\(Int(tenths))" : "\(tenths)"
    }

    /// The inhibitor of aromatase that is taken before menopause without anything that silences the ovary.
    private static func unsuppressedInhibitor(in scenario: Scenario) -> String? {
        let woman = scenario.woman
        let menopause = woman.menopause.map { $0.age / Unit.daysPerYear } ?? woman.assumedMenopauseAge
        let age = woman.age / Unit.daysPerYear
        return scenario.therapy.first { treatment in
            Medicines.form(of: treatment) is AromataseInhibitorForm && age + treatment.from / Unit.daysPerYear < menopause
                && !scenario.therapy.contains { $0.medicine == "leuprolide" && $0.from <= treatment.from + 28 }
        }?.medicine
    }

    /// Where the resolved ovary and the averaged one, to which bone was fitted, part ways; figures in
    /// Documentation/Ovary.md.
    private static func resolvedOvary(_ scenario: Scenario) -> String? {
        let woman = scenario.woman
        let menopause = woman.menopause.map { $0.age / Unit.daysPerYear } ?? woman.assumedMenopauseAge
        let age = woman.age / Unit.daysPerYear
        if woman.cycles != .ovulatory {
            return "Cycles that do not ovulate, or with a short luteal phase, come from a low drive where the ovary is "
                + "resolved, and estradiol is lower for it; the averaged ovary takes away progesterone alone "
                + "(Documentation/Ovary.md has the figures)."
        }
        guard woman.menopause?.kind != .surgical, menopause > age - 3, menopause < age + scenario.years + 2 else { return nil }
        return "Around the final period the resolved ovary loses estradiol more slowly than the averaged one, to which bone "
            + "was fitted, and the spine loses about half as much in that time (Documentation/Ovary.md has the figures)."
    }
}
