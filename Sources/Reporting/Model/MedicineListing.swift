import Exchange
import Symbolics

/// The medicines a scenario may name, as a table.
public enum MedicineListing {
    /// Medicines, forms, believable doses and usual intervals, and how one is written in a scenario.
    public static func text(_ catalogue: MedicineCatalogue, width: Int) -> String {
        let rows = catalogue.medicines.flatMap { medicine in
            medicine.forms.flatMap { form in
                form.doses.map { dose in
                    [
                        medicine.name, form.name, dose.example.readable,
                        Quantity(dose.maximum, dose.example.unit).readable, interval(of: form, dose),
                        form.isSwallowed ? "fed or fasted" : "",
                    ]
                }
            }
        }
        let table = TextTable(
            columns: [
                .init("medicine", alignment: .left), .init("form", alignment: .left),
                .init("dose, such as"), .init("at most"), .init("usual interval", alignment: .left),
                .init("food", alignment: .left),
            ], rows: rows
        ).rendered(width: width)
        guard let medicine = catalogue.medicines.first, let form = medicine.forms.first, let dose = form.doses.first
        else { return table }
        return table + "\nIn a scenario:\n  therapy:\n"
            + "    - {medicine: \(medicine.name), form: \(form.name), dose: \(dose.example.readable)}\n"
    }

    private static func interval(of form: MedicineCatalogue.Form, _ dose: MedicineCatalogue.Dose) -> String {
        if dose.example.unit.isReleaseRate { return "worn all the time" }
        switch form.interval {
        case .usually(let days): return days == 1 ? "every day" : "every \(days.exactText) days"
        case .stated: return "has to be written"
        case .optional: return "given once"
        }
    }
}
