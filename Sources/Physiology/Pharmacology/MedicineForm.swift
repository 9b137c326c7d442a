import Exchange
import Modeling
import Symbolics

/// A medicine in one form, as the model has it: how it may be written, what it adds to the model, how it is dosed.
protocol MedicineForm: Sendable {
    /// The medicine's name in scenarios.
    var medicine: String { get }
    /// The form's name, believable doses and usual interval.
    var form: MedicineCatalogue.Form { get }
    /// Whether it needs the shared metabolism of estradiol and estrone.
    var isEstrogen: Bool { get }
    /// Whether serum levels that oscillate with its doses are worth a close look.
    var isHormone: Bool { get }
    /// The most that is used for long, a day; beyond it a run says so. Nil where nothing is said.
    var highestDailyUse: Quantity? { get }
    /// What of a treatment, besides medicine and form, decides what ``install(for:in:)`` adds; nothing for most.
    func variant(for treatment: Treatment) -> String
    /// Adds what the treatments need to the model, once for all of them.
    func install(for treatments: [Treatment], in assembly: inout Assembly)
    /// Adds one treatment's doses.
    func schedule(_ treatment: Treatment, in schedule: inout Schedule)
}

extension MedicineForm {
    var isEstrogen: Bool { false }
    var isHormone: Bool { true }
    var highestDailyUse: Quantity? { nil }
    func variant(for treatment: Treatment) -> String { "" }

    /// Repeated doses of a mass through a port.
    func doses(_ treatment: Treatment, port: String, in schedule: inout Schedule) {
        schedule.doses(
            treatment.dose.inBaseUnits, port: port, every: treatment.every ?? 1, from: treatment.from,
            until: treatment.until, on: treatment.days)
    }

    /// A constant release through a control, while it is worn.
    func release(_ treatment: Treatment, control: String, in schedule: inout Schedule) {
        let rate = treatment.dose.inBaseUnits
        if let days = treatment.days {
            schedule.infuse(rate, control: control, from: treatment.from, until: treatment.until, on: days)
        } else {
            schedule.infuse(rate, control: control, from: treatment.from, until: treatment.until)
        }
    }
}

extension Assembly {
    /// Connects a component to the woman's size.
    mutating func connectSize(to component: String) {
        connect(to: component, ["clearanceScale": "woman.clearanceScale", "volumeScale": "woman.volumeScale"])
    }

    /// Connects a swallowed progestogen to what smoking and CYP3A4 leave of its first pass.
    mutating func connectProgestogenFirstPass(to component: String) {
        connect("woman.firstPass.progestogen", to: "\(component).firstPassProgestogen")
    }
}

/// Every medicine the model has.
public enum Medicines {
    /// Those that food brings as well, which studies give to all their arms.
    package static let supplements: Set<String> = ["calcium", "cholecalciferol"]

    static let all: [any MedicineForm] = [
        OralEstradiolForm(),
        EstradiolPatchForm(),
        AbsorbedEstradiolForm(route: .gel),
        EstradiolRingForm(),
        EstradiolImplantForm(),
        AbsorbedEstradiolForm(route: .intranasal),
        AbsorbedEstradiolForm(route: .vaginal),
        ConjugatedEstrogensForm(),
        OralProgesteroneForm(),
        ProgesteroneDepotForm(route: .cream),
        ProgesteroneDepotForm(route: .vaginalGel),
        ProgesteroneDepotForm(route: .vaginalInsert),
        ProgesteroneDepotForm(route: .intramuscular),
        OralMedroxyprogesteroneForm(),
        DepotMedroxyprogesteroneForm(),
        NorethisteroneAcetateForm(),
        DydrogesteroneForm(),
        LevonorgestrelDeviceForm(),
        LeuprolideForm(),
        TestosteronePatchForm(),
        TestosteronePelletForm(),
        TestosteroneCypionateForm(),
        AromataseInhibitorForm.anastrozole,
        AromataseInhibitorForm.letrozole,
        PrednisoloneForm(),
        LevothyroxineForm(),
        CalciumForm(),
        CholecalciferolForm(),
        DenosumabForm(),
        TeriparatideForm(),
        AlendronateForm(),
        SecretagogueForm.sermorelin,
        SecretagogueForm.ipamorelin,
        SecretagogueForm.cjc1295,
        SecretagogueForm.tesamorelin,
        SecretagogueForm.hexarelin,
        SecretagogueForm.ibutamoren,
        PentadecaArginateForm(),
    ]

    /// What a scenario may name.
    public static let catalogue: MedicineCatalogue = {
        var names: [String] = []
        for form in all where !names.contains(form.medicine) { names.append(form.medicine) }
        return MedicineCatalogue(
            names.map { name in
                .init(name, forms: all.filter { $0.medicine == name }.map(\.form))
            })
    }()

    /// The form a treatment names.
    static func form(of treatment: Treatment) -> (any MedicineForm)? {
        all.first { $0.medicine == treatment.medicine && $0.form.name == treatment.form }
    }
}
