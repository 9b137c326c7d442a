import Exchange
import Modeling
import Symbolics

/// When things happen to the woman: her resting start and her menopause; and when medicines are taken.
struct Timeline {
    /// When the simulation starts, in days before time zero (negative): she rests, with working ovaries.
    let start: Double
    /// What happens to her alone.
    let own: Schedule
    /// Her traits as values of controls, in base units.
    let traits: [String: Double]

    /// Controls of the hypotheses that are on, whether or not the model that is composed has them.
    let switchedOn: [String]

    /// Bone does not change by age before this, at any site, so a woman of this age with her cycles is at rest, in years.
    static let restingAge = 25.0
    /// Years before the final period at which the ovary works as in youth to a part in a million.
    private static let undisturbed = 12.0

    /// Cycles that a resolved ovary lives through before anything else happens.
    private static let settlingCycles = 10.0

    init(_ scenario: Scenario) {
        let woman = scenario.woman
        let age = woman.age / Unit.daysPerYear
        let menopause = woman.menopause.map { $0.age / Unit.daysPerYear } ?? woman.assumedMenopauseAge
        let surgical = woman.menopause?.kind == .surgical
        let natural = surgical ? max(Woman.medianMenopause, menopause + Self.undisturbed) : menopause
        let startAge = min(Self.restingAge, age, menopause - (surgical ? 1 : Self.undisturbed))
        // A resolved cycle starts from one of youth, and takes a few more to become hers.
        let settling = scenario.ovary == .resolved ? Self.settlingCycles * MenstrualCycle.length : 0
        start = (startAge - age) * Unit.daysPerYear - settling

        var own = Schedule()
        if surgical { own.set("axes.ovary.present", to: 0, at: (menopause - age) * Unit.daysPerYear) }
        for condition in woman.conditions { condition.schedule(in: &own, horizon: scenario.horizon) }
        self.own = own
        traits = [
            "woman.ageAtTimeZero": woman.age,
            "woman.weight": woman.weight.inBaseUnits,
            "woman.height": woman.height.inBaseUnits,
            "woman.calciumIntake": woman.calcium.inBaseUnits,
            "woman.vitaminD": woman.vitaminD.inBaseUnits,
            "woman.firstPass.smoking": woman.smoking ? 1 : 0,
            "woman.firstPass.CYP3A4Inhibited": woman.CYP3A4 == .inhibited ? 1 : 0,
            "woman.firstPass.CYP3A4Induced": woman.CYP3A4 == .induced ? 1 : 0,
            "woman.uterus": woman.uterus ? 1 : 0,
            "axes.ovary.finalPeriod": (natural - age) * Unit.daysPerYear,
            "axes.ovary.lutealShare": woman.cycles.lutealShare,
        ].merging(woman.risks.controls(woman.population)) { $1 }
        switchedOn = scenario.hypothesesOn.map(\.control)
    }

    /// What happens to every woman under a therapy: its doses and devices, and that outcomes are counted from time zero.
    static func schedule(of therapy: [Treatment]) -> Schedule {
        var schedule = Schedule()
        schedule.set("outcomes.period.begun", to: 1, at: 0)
        for treatment in therapy { Medicines.form(of: treatment)?.schedule(treatment, in: &schedule) }
        return schedule
    }
}

extension Woman {
    /// Median age at the final menstrual period, in years.
    ///
    /// Source: SWAN, Gold 2013 Am J Epidemiol 178:70, PMID 23788671.
    static let medianMenopause = 52.54

    /// The age by which menopause has come to nearly every woman, in years.
    ///
    /// Source: SWAN, Gold 2013 Am J Epidemiol 178:70; assumed between its oldest, 60, and the 95th percentile.
    public static let latestMenopause = 58.0

    /// Whether she is taken to be past her menopause, although the scenario does not say so, for her age.
    public var isTakenToBePastMenopause: Bool { menopause == nil && age / Unit.daysPerYear > Self.latestMenopause }

    /// The age, in years, at which menopause is taken to come, or to have come, where the scenario does not say.
    public var assumedMenopauseAge: Double {
        isTakenToBePastMenopause ? Self.medianMenopause : max(Self.medianMenopause, age / Unit.daysPerYear + 1)
    }
}

extension Cycles {
    /// Mean progesterone of such cycles as a share of that of ovulatory ones.
    ///
    /// Short luteal phases are taken as half; a bracket, since definitions differ.
    var lutealShare: Double {
        switch self {
        case .ovulatory: return 1
        case .shortLuteal: return 0.5
        case .anovulatory: return 0
        }
    }
}
