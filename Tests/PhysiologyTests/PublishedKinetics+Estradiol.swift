import Exchange
import Symbolics

/// Estradiol other than by mouth, and by mouth in women who smoke.
extension PublishedKinetics {
    private static func wear(_ rate: Double, days: Double, until end: Double) -> Treatment {
        Treatment(medicine: "estradiol", form: "patch", dose: Quantity(rate, "ug/day"), every: days, until: end)
    }

    private static func worn(_ name: String, _ rate: Double, days: Double, wear number: Double) -> Regimen {
        Regimen(
            name: name, therapy: [wear(rate, days: days, until: 60)], start: 24 * days * (number - 1),
            length: 24 * days)
    }

    private static func vaginal(_ dose: Double, every days: Double) -> [Treatment] {
        [.given("estradiol", "vaginal", Quantity(dose, "ug"), every: days, days: 90)]
    }

    static let estradiolRoutes: [PublishedKinetics] = wears + gels + vaginalTablets + [
        PublishedKinetics(
            regimen: .steady(
                "vaginal ring 7.5 ug/day (Naessen 1997)", days: 28,
                [Treatment(medicine: "estradiol", form: "ring", dose: Quantity(7.5, "ug/day"), until: 90)]),
            numbers: [.init("O1073", .estradiol, .average)])
    ] + implants

    private static let wears: [PublishedKinetics] = {
        let estrone = "a later wear of the same patch reads half of it (O1993)"
        return [
            PublishedKinetics(
                regimen: worn("patch 50 ug/day changed every 3.5 days (Alora)", 50, days: 3.5, wear: 5),
                numbers: [.init("O1042", .estradiol, .peakAboveBaseline)]),
            PublishedKinetics(
                regimen: worn("patch 50 ug/day changed every week (Climara)", 50, days: 7, wear: 3),
                numbers: [.init("O1043", .estradiol, .peakAboveBaseline)]),
            PublishedKinetics(
                regimen: worn("patch 50 ug/day, first 84 hours (Estradot)", 50, days: 3.5, wear: 1),
                numbers: [.init("O1986", .estradiol, .peak), .init("O1987", .estrone, .peak, exception: estrone)]),
            PublishedKinetics(
                regimen: worn("patch 100 ug/day, first 84 hours (Estradot, Menorest)", 100, days: 3.5, wear: 1),
                numbers: [
                    .init("O1988", .estradiol, .peak), .init("O1989", .estrone, .peak),
                    .init("O1990", .estradiol, .peak), .init("O1991", .estrone, .peak),
                ]),
            PublishedKinetics(
                regimen: worn("patch 50 ug/day, fourth 84 hours (Estradot, Menorest)", 50, days: 3.5, wear: 4),
                numbers: [
                    .init("O1992", .estradiol, .peak), .init("O1993", .estrone, .peak),
                    .init("O1994", .estradiol, .peak), .init("O1995", .estrone, .peak),
                    .init("O1984", .estrone, .peakAboveBaseline),
                ]),
            PublishedKinetics(
                regimen: worn("patch 25 ug/day, fourth 84 hours (Estradot)", 25, days: 3.5, wear: 4),
                numbers: [.init("O1982", .estrone, .peakAboveBaseline)]),
            PublishedKinetics(
                regimen: worn("patch 37.5 ug/day, fourth 84 hours (Estradot)", 37.5, days: 3.5, wear: 4),
                numbers: [.init("O1983", .estrone, .peakAboveBaseline)]),
            PublishedKinetics(
                regimen: worn("patch 100 ug/day, fourth 84 hours (Estradot)", 100, days: 3.5, wear: 4),
                numbers: [.init("O1985", .estrone, .peakAboveBaseline)]),
            PublishedKinetics(
                regimen: worn("patch 14 ug/day changed every week (ULTRA)", 14, days: 7, wear: 3),
                numbers: [
                    .init(
                        "O0085", .estradiol, .average,
                        exception: "a median; the label's own mean for this patch, recalled, is 13.7 (O1054)")
                ]),
        ]
    }()

    private static let gels: [PublishedKinetics] = [(1.5, "O1029"), (3.0, "O1028")].map { dose, row in
        PublishedKinetics(
            regimen: .steady(
                "gel \(dose) mg a day (Scott 1991)",
                [.given("estradiol", "gel", Quantity(dose, "mg"), every: 1, days: 15)]),
            numbers: [.init(row, .estradiol, .average)])
    }

    private static let vaginalTablets: [PublishedKinetics] = [
        PublishedKinetics(
            regimen: .steady("vaginal tablet 25 ug, first (Notelovitz, Nilsson)", days: 1, vaginal(25, every: 3.5)),
            numbers: [
                .init("O1056", .estradiol, .peak), .init("O1058", .estradiol, .average),
                .init("O1060", .estradiol, .area(to: 24)), .init("O1070", .estradiol, .peak),
            ]),
        PublishedKinetics(
            regimen: .steady("vaginal tablet 25 ug twice a week (Notelovitz)", days: 85, vaginal(25, every: 3.5)),
            numbers: [
                .init("O1057", .estradiol, .peak), .init("O1059", .estradiol, .average),
                .init("O1061", .estradiol, .area(to: 24)),
            ]),
        PublishedKinetics(
            regimen: .steady("vaginal tablet 25 ug daily (Nilsson)", vaginal(25, every: 1)),
            numbers: [
                .init(
                    "O1071", .estradiol, .peak,
                    exception: "half of the first day's peak (O1070); three months of tablets show no fall (O1057)")
            ]),
        PublishedKinetics(
            regimen: .steady("vaginal tablet 10 ug, first (Notelovitz, Nilsson)", days: 1, vaginal(10, every: 3.5)),
            numbers: [
                .init(
                    "O1062", .estradiol, .peak,
                    exception: "more than all of 10 ug can give; Nilsson found 24.5 (O1068)"),
                .init("O1064", .estradiol, .average), .init("O1066", .estradiol, .area(to: 24)),
                .init("O1068", .estradiol, .peak),
            ]),
        PublishedKinetics(
            regimen: .steady("vaginal tablet 10 ug twice a week (Notelovitz)", days: 85, vaginal(10, every: 3.5)),
            numbers: [
                .init("O1063", .estradiol, .peak), .init("O1065", .estradiol, .average),
                .init("O1067", .estradiol, .area(to: 24)),
            ]),
        PublishedKinetics(
            regimen: Regimen(
                name: "vaginal tablet 10 ug twice a week, over the week (Ulrich)", therapy: vaginal(10, every: 3.5),
                start: 24 * 70, length: 24 * 7),
            numbers: [.init("O1072", .estradiol, .average)]),
        PublishedKinetics(
            regimen: .steady("vaginal tablet 10 ug daily (Nilsson)", vaginal(10, every: 1)),
            numbers: [.init("O1069", .estradiol, .peak)]),
    ]

    private static let implants: [PublishedKinetics] = {
        let small = "nearly as much as 50 mg gave (O0184), against proportion; women ranged from 114 to 853"
        let doses: [(Double, [String], String?)] = [
            (25, ["O0183"], small), (50, ["O0184"], nil), (75, ["O0185", "O0182"], nil),
        ]
        return doses.map { dose, rows, exception in
            PublishedKinetics(
                regimen: .slow(
                    "implant \(Int(dose)) mg every 6 months, after a year", from: 364, days: 1,
                    [.given("estradiol", "implant", Quantity(dose, "mg"), every: 182.625, days: 365)]),
                numbers: rows.map { .init($0, .estradiol, .average, exception: exception) })
        }
    }()

    static let smokers: [PublishedKinetics] = {
        func tablets(_ name: String, _ dose: Double, smoking: Bool) -> Regimen {
            var regimen = Regimen.steady(name, [.daily("estradiol", dose, days: 14)])
            regimen.woman.smoking = smoking
            return regimen
        }
        let others = tablets("", 4, smoking: false)
        return [
            PublishedKinetics(
                regimen: tablets("estradiol 1 mg daily, smokers (Bjarnason 2012)", 1, smoking: true),
                numbers: [.init("O1088", .estrone, .level(at: 2))]),
            PublishedKinetics(
                regimen: tablets("estradiol 1 mg daily, others (Bjarnason 2012)", 1, smoking: false),
                numbers: [.init("O1089", .estrone, .level(at: 2))]),
            PublishedKinetics(
                regimen: tablets("estradiol 4 mg daily, smokers over others (Jensen 1985)", 4, smoking: true),
                numbers: [
                    .init("O1090", .estrone, .areaOver(others, to: 24, times: 100)),
                    .init("O1091", .estradiol, .areaOver(others, to: 24, times: 100)),
                ]),
        ]
    }()
}
