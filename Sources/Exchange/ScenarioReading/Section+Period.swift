import Symbolics

extension Section {
    /// When something begins and ends, in days, from the keys `from` and `until`; the end is never after `horizon`.
    ///
    /// Nil, and a report, if it would end before it begins or begin when the simulation is over.
    func period(horizon: Double) -> (from: Double, until: Double)? {
        let from = self["from"].map { $0.days(.start) } ?? 0
        let until = self["until"].map { $0.days(.end) } ?? horizon
        guard let from, let until else { return nil }
        if let field = self["until"], until <= from {
            field.report("it ends at \(moment(until)), not after it begins (\(moment(from))); expected a later 'until'")
            return nil
        }
        if let field = self["from"], from >= horizon {
            field.report(
                "it begins at \(moment(from)), when the simulation is over (\(moment(horizon))); "
                    + "expected an earlier 'from'")
            return nil
        }
        return (from, min(until, horizon))
    }
}
