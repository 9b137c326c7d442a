import Exchange
import Modeling

extension WomanModel {
    /// Adds ovary and pituitary with what connects them.
    static func addOvary(_ resolution: OvaryResolution, to assembly: inout Assembly) {
        assembly.add(PeripheralEstradiol())
        assembly.connect("woman.bodyMassIndex", to: "axes.peripheralEstradiol.bodyMassIndex")
        assembly.add(FollicleReserve())
        assembly.connect(
            to: "axes.follicles", ["finalPeriod": "axes.ovary.finalPeriod", "present": "axes.ovary.present"])
        assembly.connect(
            to: "axes.ovary",
            [
                "peripheralEstradiol": "axes.peripheralEstradiol.estradiol",
                "peripheralEstrone": "axes.peripheralEstradiol.estrone",
            ])
        switch resolution {
        case .averaged: addAveragedCycle(to: &assembly)
        case .resolved: addMenstrualCycle(to: &assembly)
        }
    }

    private static func addAveragedCycle(to assembly: inout Assembly) {
        assembly.add(OvarianHormones())
        assembly.add(Pituitary())
        assembly.connectWeeks(to: "axes.pituitary")
        assembly.connect(
            to: "axes.pituitary",
            [
                "drive": "axes.ovary.drive", "smallFollicles": "axes.follicles.small",
                "remnantProgesterone": "axes.ovary.remnantProgesterone", "restingLevel": "axes.ovary.restingLevel",
                "estrogenGiven": "axes.ovary.estrogenSeen", "progestinSuppression": "axes.ovary.progestinSeen",
            ])
    }

    private static func addMenstrualCycle(to assembly: inout Assembly) {
        assembly.add(MenstrualCycle())
        assembly.connect(
            to: "axes.ovary",
            ["reserve": "axes.follicles.reserve", "LH": "axes.pituitary.LH", "FSH": "axes.pituitary.FSH"])
        assembly.add(CyclicPituitary())
        assembly.connect(
            to: "axes.pituitary",
            [
                "drive": "axes.ovary.drive", "estradiol": "axes.ovary.estradiolSeen",
                "progesterone": "axes.ovary.progesteroneSeen", "smallFollicles": "axes.ovary.smallFolliclesPresent",
                "inhibinAMade": "axes.ovary.inhibinAMade",
            ])
    }
}

extension Assembly {
    /// Tells a component how many of her weeks are of which kind, and her estradiol in each.
    mutating func connectWeeks(to component: String) {
        for week in OvarianWeek.allCases {
            connect("axes.ovary.\(week.share)", to: "\(component).\(week.share)")
            connect("axes.ovary.\(week.level)", to: "\(component).\(week.level)")
        }
    }
}
