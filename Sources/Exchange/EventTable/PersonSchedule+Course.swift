import Modeling

extension PersonSchedule {
    /// What the person is given over time, for a model.
    ///
    /// - Parameters:
    ///   - intake: where a dose enters the model.
    ///   - change: what the model does when a covariate, by its place, takes a value; nil for nothing.
    package func course(
        intake: (EventRecord.Dose) -> Intake, change: (_ covariate: Int, _ value: Double) -> Event.Action?
    ) -> DoseCourse {
        var course = DoseCourse()
        for entry in entries {
            switch entry.act {
            case .reset: course.add(.reset, at: entry.time)
            case .dose(let dose, _): course.add(.dose(intake(dose)), at: entry.time)
            case .steadyState(let dose):
                // An infusion that never ends has the same steady state whatever a round is; a day is one.
                course.add(
                    .steadyState(intake(dose), every: dose.interval ?? 1, isAdded: dose.steady == .added), at: entry.time)
            case .covariate(let place, let value):
                if let change = change(place, value) { course.add(.change([change]), at: entry.time) }
            case .endOfInfusion, .observation: break
            }
        }
        return course
    }
}
