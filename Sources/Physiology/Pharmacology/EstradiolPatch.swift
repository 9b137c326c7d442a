import Foundation
import Modeling
import Symbolics

/// Estradiol through the skin from a patch: no first pass.
///
/// The label gives the mean release over the wear. A patch releases most while it is full, so levels peak in the first
/// days of a wear and fall until the next change, the more so the longer it is worn. Where the time between changes is
/// not given, release is taken as constant.
struct EstradiolPatch: Component {
    let path = "pharmacology.estradiol.patch"
    let summary = "Estradiol patches, which release their labelled rate on the average of a wear."

    /// Per day.
    static let usualFading = 0.24

    func define(in b: ComponentBuilder) {
        let release = b.control("release", 0, "ug/day", "Labelled release of patches whose changes are not given")
        let share = b.parameter(
            "share", 1, .one,
            .measured("FemPatch 1996 (O1034); Climara US label (O1045); Scott 1991, PMID 2014092", range: 0.8...1.2),
            "Share of the labelled release that reaches the blood")
        let fading = b.parameter(
            "fading", Self.usualFading, "1/d",
            .fitted(
                "peaks of weekly and twice-weekly patches of 50 ug a day (O1042, O1043) and of 84-hour wears"
                    + " (O1986 to O1995)", range: 0.15...0.36),
            "Rate at which the release of a patch falls while it is worn")
        let mass = b.molarMass(of: .estradiol)
        let content = b.state(
            "content", "mol", initial: Expression(0, "mol"), scale: 1e-6, "Estradiol that the patches worn can release")
        b.rate(of: content, -fading * content)
        b.dosePort("change", "ug", "What patches put on or taken off can release") { dose in [(content, dose / mass)] }
        _ = b.variable(
            "toEstradiol", "mol/d", share * (release / mass + fading * content), "Estradiol reaching the blood")
    }
}

extension Schedule {
    /// Patches of a labelled release worn one after the other.
    ///
    /// A patch holds what makes its mean release the labelled one. At each change the rest of the old one goes with
    /// it, so that changes add just what was released.
    mutating func wear(
        _ rate: Double, fading: Double, port: String, every interval: Double, from: Double, until: Double
    ) {
        let content = rate * interval / (1 - exp(-fading * interval))
        dose(content, port: port, at: from)
        doses(rate * interval, port: port, every: interval, from: from + interval, until: until)
        let worn = until - from - ((until - from) / interval).rounded(.up) * interval + interval
        dose(-content * exp(-fading * worn), port: port, at: until)
    }
}
