import Modeling

/// The list of treatments, and that no two of them are the same by mistake.
extension [Treatment] {
    init(_ field: Field, catalogue: MedicineCatalogue, horizon: Double, allowsOverlap: Bool) {
        let items = field.items(expecting: "- {medicine: estradiol, form: oral, dose: 1 mg, every: 1 day}") ?? []
        var read: [(field: Field, treatment: Treatment)] = []
        for item in items {
            guard let section = Section(item, keys: Treatment.keys),
                let treatment = Treatment(
                    section, catalogue: catalogue, horizon: horizon, allowsOverlap: allowsOverlap)
            else { continue }
            if !treatment.allowsOverlap,
                let other = read.first(where: { !$0.treatment.allowsOverlap && $0.treatment.overlaps(treatment) })
            {
                item.report(
                    "\(treatment.medicine) (\(treatment.form)) is already taken at that time under "
                        + "\(other.field.path) (line \(other.field.line)); "
                        + "expected other times, or 'allowOverlap: true' if both are meant")
            }
            read.append((item, treatment))
        }
        self = read.map(\.treatment)
    }
}

extension Treatment {
    /// Whether the same medicine and form is taken at the same time.
    fileprivate func overlaps(_ other: Treatment) -> Bool {
        guard medicine == other.medicine, form == other.form, from < other.end, other.from < end else { return false }
        guard let days, let others = other.days else { return true }
        return days.meets(others, startingLaterBy: other.from - from)
    }

    /// What is given once is over at once.
    private var end: Double { isGivenOnce ? from.nextUp : until }
}
