import Modeling
import Symbolics

/// Estradiol taken up through skin or mucosa from single doses: no first pass, absorbed at a first-order rate.
struct AbsorbedEstradiol: Component {
    enum Route: String, Sendable, CaseIterable {
        case gel, vaginal, intranasal
    }

    let route: Route

    var path: String { "pharmacology.estradiol.\(route.rawValue)" }
    var summary: String {
        switch route {
        case .gel: "Estradiol gel on the skin, which is the depot it is absorbed from."
        case .vaginal: "Estradiol as vaginal tablets."
        case .intranasal: "Estradiol as a nasal spray."
        }
    }

    private var share: (value: Double, provenance: Provenance) {
        switch route {
        case .gel:
            (0.047, .fitted("Scott 1991, PMID 2014092, 1.5 and 3 mg (O1028, O1029)", range: 0.027...0.054))
        case .vaginal:
            (
                0.85,
                .fitted("10 and 25 ug, PMC7050796 table 1 (O1056 to O1072), at most all of it", range: 0.43...1)
            )
        case .intranasal:
            (
                0.17,
                .assumed("300 ug a day does what a patch of 50 ug a day does; no area could be read", range: 0.12...0.3)
            )
        }
    }

    private var absorption: (value: Double, provenance: Provenance) {
        switch route {
        case .gel:
            (
                0.0193,
                .assumed("half-life of 36 h after the last gel, EstroGel US label, recalled", range: 0.015...0.05)
            )
        case .vaginal:
            (3, .fitted("peaks over daily means of the same tablets (O1056 to O1071)", range: 0.5...6))
        case .intranasal:
            (4, .assumed("levels peak within half an hour of a spray", range: 2...8))
        }
    }

    func define(in b: ComponentBuilder) {
        let share = b.parameter(
            "share", share.value, .one, share.provenance, "Share of a dose that reaches the blood")
        let rate = b.parameter("absorption", absorption.value, "1/h", absorption.provenance, "Absorption rate")
        let mass = b.molarMass(of: .estradiol)
        let depot = b.state(
            "depot", "mol", initial: Expression(0, "mol"), scale: 1e-7, "Estradiol that will reach the blood")
        b.rate(of: depot, -rate * depot)
        b.dosePort("dose", "ug", "Doses taken") { dose in [(depot, share * dose / mass)] }
        _ = b.variable("toEstradiol", "mol/d", rate * depot, "Estradiol reaching the blood")
    }
}

/// A vaginal ring: most of what it releases acts where it lies and is lost from there.
struct EstradiolRing: Component {
    let path = "pharmacology.estradiol.ring"
    let summary = "Estradiol vaginal rings, at their labelled release rate while in place."

    func define(in b: ComponentBuilder) {
        let release = b.control("release", 0, "ug/day", "Labelled release of the ring in place")
        let share = b.parameter(
            "share", 0.15, .one,
            .fitted("Naessen 1997, 7.5 ug a day (O1073), over a postmenopausal level of 4.8 pg/mL", range: 0.05...0.5),
            "Share of the labelled release that reaches the blood")
        let mass = b.molarMass(of: .estradiol)
        _ = b.variable("toEstradiol", "mol/d", share * release / mass, "Estradiol reaching the blood")
    }
}

/// A pellet of crystalline estradiol under the skin, which dissolves over months; or one given by its release rate.
struct EstradiolImplant: Component {
    let path = "pharmacology.estradiol.implant"
    let summary = "Estradiol implants under the skin."

    func define(in b: ComponentBuilder) {
        let rate = b.parameter(
            "release", 0.00744, "1/d",
            .fitted(
                "serum estradiol after a year of 25, 50 and 75 mg every 6 months, medians 327, 358, 518 and 453 pmol/L"
                    + " (O0182 to O0185)", range: 0.005...0.011),
            "Share of an implant released per time")
        let constant = b.control("constantRelease", 0, "ug/day", "Release of implants that are given by their rate")
        let mass = b.molarMass(of: .estradiol)
        let depot = b.state("depot", "mol", initial: Expression(0, "mol"), scale: 1e-4, "Estradiol in implants")
        b.rate(of: depot, -rate * depot)
        b.dosePort("dose", "mg", "Implants put in") { dose in [(depot, dose / mass)] }
        _ = b.variable("toEstradiol", "mol/d", rate * depot + constant / mass, "Estradiol reaching the blood")
    }
}
