import Modeling
import Symbolics

/// Progesterone that does not pass the liver first: on the skin, in the vagina or in the muscle.
///
/// It makes only the neurosteroids that circulating progesterone makes; only swallowed progesterone has a first pass.
/// A gel dissolves no more of its progesterone, before it is lost, than its moisture holds.
struct ProgesteroneDepot: Component {
    enum Route: String, Sendable, CaseIterable {
        case cream, vaginalGel, vaginalInsert, intramuscular
    }

    let route: Route

    var path: String { "pharmacology.progesterone.\(route.rawValue)" }
    var summary: String {
        switch route {
        case .cream: "Progesterone cream on the skin."
        case .vaginalGel: "Progesterone as a bioadhesive vaginal gel."
        case .vaginalInsert: "Progesterone as vaginal inserts or tablets."
        case .intramuscular: "Progesterone in oil into the muscle."
        }
    }

    private struct Kinetics {
        let share: Double
        let shareRange: ClosedRange<Double>
        /// Per hour.
        let fast: Double
        /// Per hour, with the share of it.
        var slow: (rate: Double, share: Double)?
        let source: String
        /// Why the share is not fitted, where it is not.
        var shareReason: String?
        /// Milligrams of which half as large a share is absorbed as of a small dose, with where that is known from.
        var saturatingDose: (value: Double, provenance: Provenance)?
    }

    private var kinetics: Kinetics {
        switch route {
        case .cream:
            Kinetics(
                share: 0.0122, shareRange: 0.0078...0.0386, fast: 0.12,
                source: "Du 2013 (O1005, O1006), Hermann 2005 (O0940), 80 mg a day; Vashisht 2005 (O1009) needs 0.039")
        case .vaginalGel:
            Kinetics(
                share: 0.822, shareRange: 0.3...1, fast: 0.224, slow: (0.0199, 0.665),
                source: "gel of 90 mg: Levine 2000 by mass spectrometry, US label, Blake 2010"
                    + " (O0868 to O0870, O0961 to O0965, O0991)",
                saturatingDose: (
                    45,
                    .fitted(
                        "gels of 45 and 90 mg, the same volume with undissolved progesterone in both, US label: as much"
                            + " of either (O0953, O0963), 1.4 times the share of the smaller beside injections of the"
                            + " same doses (O0971, O0972); tablets of 50 and 100 mg, Levy (O0992, O0995)",
                        range: 15...150)
                ))
        case .vaginalInsert:
            Kinetics(
                share: 0.131, shareRange: 0.10...0.18, fast: 0.325, slow: (0.0479, 0.455),
                source: "inserts twice and three times a day, US label (O0973 to O0988); tablets, Levy (O0992 to O0999)")
        case .intramuscular:
            Kinetics(
                share: 1, shareRange: 0.9...1, fast: 0.213, slow: (0.0263, 0.319),
                source: "45 and 90 mg in oil, US label of the gel (O0956 to O0970); 10 mg (O1000); 100 mg (O1002)",
                shareReason: "all of an injection reaches the blood; label areas would need 1.4 to 1.6, so their"
                    + " immunoassay reads high")
        }
    }

    func define(in b: ComponentBuilder) {
        let kinetics = kinetics
        func fit(_ name: String, _ value: Double, _ unit: Unit, _ meaning: String) -> Expression {
            b.fitted(name, value, unit, factor: 1.5, to: kinetics.source, meaning)
        }
        let share = b.parameter(
            "bioavailability", kinetics.share, .one,
            kinetics.shareReason.map { .assumed($0, range: kinetics.shareRange) }
                ?? .fitted(kinetics.source, range: kinetics.shareRange),
            "Share of a \(kinetics.saturatingDose == nil ? "dose" : "small dose") that reaches the blood")
        let saturating = kinetics.saturatingDose.map {
            b.parameter(
                "saturatingDose", $0.value, "mg", $0.provenance, "Dose of which half as large a share is absorbed")
        }
        let mass = b.molarMass(of: .progesterone)
        let absorption = DepotAbsorption(
            b, "mg", fast: fit("fast", kinetics.fast, "1/h", "Rate of both stages of the fast part"),
            slow: kinetics.slow.map { slow in
                (
                    fit("slowRelease", slow.rate, "1/h", "Release rate of the slow part"),
                    fit("slowShare", slow.share, .one, "Share of what is absorbed that is released slowly")
                )
            }, scale: 1e-5, "Doses given"
        ) { dose in share * dose / mass / (saturating.map { 1 + dose / $0 } ?? 1) }
        _ = b.variable("toBlood", "mol/d", absorption.flow, "Progesterone reaching the blood")
    }
}
