import Exchange
import Modeling
import Symbolics

/// Where a record of an event table may put a dose: one medicine in one form, dosed in one way.
public struct DoseEntrance: Sendable {
    let form: any MedicineForm
    /// The kind of dose it takes.
    let dose: MedicineCatalogue.Dose
    /// With or without food, where that changes where it enters; nil where it does not.
    let food: Treatment.Food?
    public let name: String

    /// Whether it is worn and dosed by its rate.
    var isWorn: Bool { dose.example.unit.isReleaseRate }

    /// The unit of an amount.
    var unit: Unit { isWorn ? Self.amountUnit(of: dose.example.unit) : dose.example.unit }

    /// What is released in a day at one of the unit of a rate.
    private static func amountUnit(of rate: Unit) -> Unit {
        ["ug", "mg"].first { Unit(rateOf: $0) == rate } ?? "g"
    }

    /// All there are, in the order in which they are numbered: that of the medicines, a form with food behind the one without.
    public static let all: [DoseEntrance] = Medicines.all.flatMap { form in
        form.form.doses.enumerated().flatMap { place, dose in
            let plain = DoseEntrance(form, dose, isFirst: place == 0, food: nil)
            let fed = DoseEntrance(form, dose, isFirst: place == 0, food: .fed)
            return form.form.isSwallowed && plain.ports != fed.ports ? [plain, fed] : [plain]
        }
    }

    private init(_ form: any MedicineForm, _ dose: MedicineCatalogue.Dose, isFirst: Bool, food: Treatment.Food?) {
        self.form = form
        self.dose = dose
        self.food = food
        let isWorn = dose.example.unit.isReleaseRate
        let kind = isFirst ? "" : isWorn ? " release" : " \(dose.example.unit)"
        name = "\(form.medicine) \(form.form.name)\(kind)\(food == .fed ? " fed" : "")"
    }

    private var ports: [String] { taken(dose.example.inBaseUnits, every: nil, for: 1).pulses.map(\.port) }

    /// As a treatment that the model is made with.
    func treatment(every interval: Double?, until end: Double) -> Treatment {
        Treatment(
            medicine: form.medicine, form: form.form.name, dose: dose.example, every: isWorn ? nil : interval ?? usualInterval,
            until: end, food: food)
    }

    private var usualInterval: Double { if case .usually(let days) = form.form.interval { days } else { 1 } }

    /// One dose of so much in base units, or of so much a day worn for a time, as scenarios have it.
    private func taken(_ amount: Double, every interval: Double?, for duration: Double) -> Intake {
        var schedule = Schedule()
        let every = interval ?? usualInterval
        var treatment = treatment(every: every, until: isWorn ? duration : every)
        treatment.dose = Quantity(amount / dose.example.unit.factor, dose.example.unit)
        form.schedule(treatment, in: &schedule)
        var pulses: [Intake.Pulse] = []
        var flows: [Intake.Flow] = []
        for event in schedule.events(lag: { _ in 0 }) where event.time == 0 {
            for action in event.actions {
                switch action {
                case .dose(let port, let amount): pulses.append(.init(port: port, amount: amount))
                case .set(let control, let rate):
                    flows.append(.init(.control(control), rate: rate, until: isWorn ? duration : every))
                case .change, .infuse, .reset, .settle: break
                }
            }
        }
        return Intake(pulses: pulses, flows: flows)
    }

    /// What a record gives, as the model takes it.
    func intake(of dose: EventRecord.Dose) -> Intake {
        guard let rate = dose.rate, let duration = dose.duration else {
            return taken(dose.amount, every: dose.interval, for: 1)
        }
        if isWorn { return taken(rate, every: nil, for: duration) }
        // A day's worth at once tells where it enters; spread out, it flows in there.
        let whole = taken(rate, every: dose.interval, for: 1)
        return Intake(
            flows: whole.pulses.map { Intake.Flow(.port($0.port), rate: $0.amount, until: duration) }
                + whole.flows.map { Intake.Flow($0.entry, rate: $0.rate * ($0.end - $0.start), until: duration) })
    }
}

extension EventPlaces {
    /// What an event table may name in this program's own model: medicines as they are listed, any output, and what a
    /// woman's covariates are.
    ///
    /// - Throws: `ModelError` if the composition does not hang together.
    public static func woman() throws -> EventPlaces {
        EventPlaces(
            entrances: DoseEntrance.all.map { entrance in
                let most = Quantity(entrance.dose.maximum, entrance.dose.example.unit).inBaseUnits / entrance.unit.factor
                return Entrance(entrance.name, unit: entrance.unit, most: most, habit: entrance.isWorn ? .worn : .dose)
            },
            observed: try WomanModel.complete().outputs.map { Observed($0.name, unit: $0.unit) },
            covariates: WomanCovariate.allCases.map(\.column),
            entrancesInWords: "a medicine and its form such as 'estradiol oral', or its number in the list of --dry-run",
            observedInWords: "an output such as 'serum.estradiol', or its number in the list of --dry-run")
    }
}
