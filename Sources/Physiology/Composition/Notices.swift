/// What a run shows that its reader should not miss.
public enum Notices {
    /// Total testosterone of healthy women before menopause by mass spectrometry, ng/dL, to its upper end.
    ///
    /// Source: pk.testosterone.female_reference, 15 to 55 ng/dL, a textbook range.
    static let highestTestosterone = 55.0

    /// Sentences about levels outside the range of healthy women, as means over a dosing interval.
    public static func notices(for simulation: Simulation) -> [String] {
        guard let levels = simulation["serum.testosterone"],
            let (time, highest) = zip(simulation.times, levels).max(by: { $0.1 < $1.1 }),
            highest > highestTestosterone
        else { return [] }
        let month = Int((time * 12).rounded())
        return [
            "Testosterone exceeds the female range (15 to 55 ng/dL): a mean of \(Int(highest.rounded())) ng/dL "
                + "at month \(month). Such levels are supraphysiological. No trial shows that testosterone alone builds women's "
                + "bone or prevents fractures (Islam 2019, PMID 31353194, 36 trials); what is shown of both follows from the "
                + "estradiol made of it and was never tested."
        ]
    }
}
