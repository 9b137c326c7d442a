import Exchange
import Symbolics

/// Progesterone as immunoassays read it, progesterone without a first pass, and synthetic progestins.
extension PublishedKinetics {
    private static func progesterone(
        _ form: String, _ dose: Double, every days: Double, until end: Double
    ) -> Treatment {
        .given("progesterone", form, Quantity(dose, "mg"), every: days, days: end)
    }

    private static func once(_ name: String, _ form: String, _ dose: Double) -> Regimen {
        Regimen(name: name, therapy: [progesterone(form, dose, every: 1, until: 0.5)], start: 0, length: 96)
    }

    private static let label: [PublishedKinetics] = [100.0, 200, 300].enumerated().map { index, dose in
        let first = 849 + 3 * index
        return PublishedKinetics(
            regimen: .steady("progesterone \(Int(dose)) mg daily (US label)", days: 5, [.progesterone(dose, days: 5)]),
            numbers: zip(first..., [.peak, .timeOfPeak, .area(to: 10)])
                .map { (id: Int, measure: PublishedNumber.Measure) in .init("O0\(id)", .immunoassay, measure) })
    }

    static let immunoassays: [PublishedKinetics] = label + [
        PublishedKinetics(
            regimen: .single("progesterone 200 mg, once (Maxson 1985)", [.progesterone(200, days: 0.5)]),
            numbers: [
                .init(
                    "O0860", .immunoassay, .peak, exception: "half of what the label found at the same dose (O0852)"),
                .init(
                    "O0861", .immunoassay, .timeOfPeak,
                    exception: "later than the label's 1.5 to 2.3 h (O0850, O0853, O0856), to which the assay is fitted"),
            ]),
        PublishedKinetics(
            regimen: .single(
                "progesterone 100 mg, once (Levine 2000, Ottosson 1984, Nahoul)", [.progesterone(100, days: 0.5)]),
            numbers: [
                .init("O0867", .immunoassay, .peakOver(.progesterone)), .init("O0948", .immunoassay, .peak),
                .init(
                    "O0871", .progesterone, .peak,
                    exception: "half of what mass spectrometry found in the same dose (O0864)"),
            ]),
        PublishedKinetics(
            regimen: .single("progesterone 20 mg, once (Andreen 2006)", [.progesterone(20, days: 0.5)]),
            numbers: [
                .init(
                    "O0942", .progesterone, .rise(to: 12),
                    exception: "percent of an own level at the floor of the assay; as much per milligram as of 100 mg (O0866)"),
                .init("O0943", .allopregnanolone, .rise(to: 12), exception: andreen),
                .init("O0944", .pregnanolone, .rise(to: 12), exception: andreen),
            ]),
        PublishedKinetics(
            regimen: .steady("progesterone 200 mg daily (Hermann 2005)", days: 12, [.progesterone(200, days: 12)]),
            numbers: [
                .init(
                    "O0941", .progesterone, .area(to: 24),
                    exception: "a median, and of areas as skewed as those of O0874 six tenths of the mean simulated")
            ]),
    ]

    private static let andreen =
        "percent of an own level that is at the floor of the assay; the first pass carries a threefold band"

    static let progesteroneRoutes: [PublishedKinetics] = gels + inserts + injections + [
        PublishedKinetics(
            regimen: .steady(
                "progesterone cream 80 mg daily (Du 2013, Hermann 2005)",
                [progesterone("cream", 80, every: 1, until: 14)]),
            numbers: [
                .init("O1005", .progesterone, .area(to: 24)), .init("O1006", .progesterone, .timeOfPeak),
                .init("O0940", .progesterone, .area(to: 24)),
            ]),
        PublishedKinetics(
            regimen: .steady(
                "progesterone cream 40 mg daily (Vashisht 2005)", [progesterone("cream", 40, every: 1, until: 14)]),
            numbers: [
                .init(
                    "O1009", .progesterone, .average,
                    exception: "six times as high per mg as by mass spectrometry after 80 mg (O1005); assay not stated")
            ]),
    ]

    private static let tail = 36.0...84

    private static let gels: [PublishedKinetics] = {
        let strength = "the 4 % gel gave as much as the 8 % gel, of which this is the half; 1.5 times its share is simulated"
        return [
            PublishedKinetics(
                regimen: once("vaginal gel 90 mg, once (Levine 2000, US label, Blake 2010)", "vaginal gel", 90),
                numbers: [
                    .init("O0868", .progesterone, .peak), .init("O0869", .progesterone, .timeOfPeak),
                    .init("O0870", .progesterone, .areaPerMilligram(to: 24, dose: 90)),
                    .init("O0961", .progesterone, .peak), .init("O0963", .progesterone, .area(to: 96)),
                    .init("O0964", .progesterone, .timeOfPeak), .init("O0965", .progesterone, .halfLife(tail)),
                    .init(
                        "O0991", .progesterone, .peak,
                        exception: "half of what the label found after the same gel (O0961)"),
                    .init("O0972", .progesterone, .areaOver(once("", "intramuscular", 90), to: 96, times: 1)),
                ]),
            PublishedKinetics(
                regimen: once("vaginal gel 45 mg, once (US label)", "vaginal gel", 45),
                numbers: [
                    .init("O0951", .progesterone, .peak, exception: strength),
                    .init("O0953", .progesterone, .area(to: 96)),
                    .init("O0954", .progesterone, .timeOfPeak), .init("O0955", .progesterone, .halfLife(tail)),
                    .init(
                        "O0971", .progesterone, .areaOver(once("", "intramuscular", 45), to: 96, times: 1),
                        exception: "less than the levels of the same gel ask for (O0951, O0953)"),
                ]),
        ]
    }()

    private static let injections: [PublishedKinetics] = [
        PublishedKinetics(
            regimen: once("progesterone 45 mg in oil, once (US label)", "intramuscular", 45),
            numbers: [
                .init("O0956", .progesterone, .peak),
                .init(
                    "O0958", .progesterone, .area(to: 96),
                    exception: "1.6 times what the whole dose can give at progesterone's clearance"),
                .init("O0959", .progesterone, .timeOfPeak), .init("O0960", .progesterone, .halfLife(tail)),
            ]),
        PublishedKinetics(
            regimen: once("progesterone 90 mg in oil, once (US label)", "intramuscular", 90),
            numbers: [
                .init("O0966", .progesterone, .peak), .init("O0968", .progesterone, .area(to: 96)),
                .init("O0969", .progesterone, .timeOfPeak), .init("O0970", .progesterone, .halfLife(tail)),
            ]),
        PublishedKinetics(
            regimen: once("progesterone 10 mg in oil, once (label)", "intramuscular", 10),
            numbers: [.init("O1000", .progesterone, .peak)]),
        PublishedKinetics(
            regimen: once("progesterone 100 mg in oil, once (Sator 2013)", "intramuscular", 100),
            numbers: [.init("O1002", .progesterone, .timeOfPeak)]),
    ]

    private static let inserts: [PublishedKinetics] = {
        func inserts(_ name: String, times: Double, day: Double) -> Regimen {
            Regimen(
                name: "vaginal insert 100 mg \(name), day \(Int(day)) (US label, Blake 2010)",
                therapy: [progesterone("vaginal insert", 100, every: 1 / times, until: day)], start: 24 * (day - 1),
                length: 24)
        }
        let minimum = "a mean of six women with a standard deviation of six tenths of it"
        return [
            PublishedKinetics(
                regimen: inserts("twice a day", times: 2, day: 1),
                numbers: [
                    .init("O0973", .progesterone, .peak), .init("O0974", .progesterone, .timeOfPeak),
                    .init("O0975", .progesterone, .area(to: 24)), .init("O0989", .progesterone, .peak),
                ]),
            PublishedKinetics(
                regimen: inserts("twice a day", times: 2, day: 5),
                numbers: [
                    .init("O0976", .progesterone, .peak), .init("O0978", .progesterone, .trough),
                    .init("O0979", .progesterone, .average), .init("O0980", .progesterone, .area(to: 24)),
                ]),
            PublishedKinetics(
                regimen: inserts("three times a day", times: 3, day: 1),
                numbers: [
                    .init("O0981", .progesterone, .peak), .init("O0982", .progesterone, .timeOfPeak),
                    .init("O0983", .progesterone, .area(to: 24)), .init("O0990", .progesterone, .peak),
                ]),
            PublishedKinetics(
                regimen: inserts("three times a day", times: 3, day: 5),
                numbers: [
                    .init("O0984", .progesterone, .peak),
                    .init("O0986", .progesterone, .trough, exception: minimum),
                    .init("O0987", .progesterone, .average), .init("O0988", .progesterone, .area(to: 24)),
                ]),
            PublishedKinetics(
                regimen: once("vaginal tablet 50 mg, once (Levy)", "vaginal insert", 50),
                numbers: [
                    .init("O0992", .progesterone, .peak), .init("O0993", .progesterone, .timeOfPeak),
                    .init("O0994", .progesterone, .halfLife(24...48)),
                ]),
            PublishedKinetics(
                regimen: once("vaginal tablet 100 mg, once (Levy)", "vaginal insert", 100),
                numbers: [
                    .init("O0995", .progesterone, .peak), .init("O0996", .progesterone, .timeOfPeak),
                    .init("O0997", .progesterone, .halfLife(24...48)),
                ]),
            PublishedKinetics(
                regimen: .steady(
                    "vaginal tablet 100 mg daily (Levy)", [progesterone("vaginal insert", 100, every: 1, until: 14)]),
                numbers: [.init("O0998", .progesterone, .average), .init("O0999", .progesterone, .average)]),
        ]
    }()

    static let progestins: [PublishedKinetics] = depots + [
        PublishedKinetics(
            regimen: .single("norethisterone acetate 5 mg, once (US label)", [.once("norethisterone acetate", 5)]),
            numbers: [
                .init("O1143", .norethisterone, .areaToInfinity(12...24)), .init("O1144", .norethisterone, .peak),
                .init("O1145", .norethisterone, .timeOfPeak), .init("O1146", .norethisterone, .halfLife(12...24)),
            ]),
        PublishedKinetics(
            regimen: .steady("dydrogesterone 2.5 mg daily", days: 3, [.daily("dydrogesterone", 2.5, days: 3)]),
            numbers: [
                .init("O1168", .dydrogesterone, .peak), .init("O1169", .dydrogesterone, .average),
                .init("O1170", .dydrogesterone, .area(to: 24)), .init("O1171", .dihydrodydrogesterone, .peak),
                .init("O1172", .dihydrodydrogesterone, .area(to: 24)),
            ]),
        PublishedKinetics(
            regimen: .single("dydrogesterone 10 mg, once", [.once("dydrogesterone", 10)]),
            numbers: [.init("O1173", .dydrogesterone, .peak), .init("O1174", .dihydrodydrogesterone, .peak)]),
        PublishedKinetics(
            regimen: .steady(
                "levonorgestrel device 20 ug/day (pool of trials, Seeber)", days: 60,
                [
                    Treatment(
                        medicine: "levonorgestrel", form: "intrauterine", dose: Quantity(20, "ug/day"), until: 90)
                ]),
            numbers: ["O1158", "O1160", "O1161", "O1162", "O1163", "O1164", "O1165"]
                .map { .init($0, .levonorgestrel, .average) }),
    ]

    private static let depots: [PublishedKinetics] = {
        func depot(_ dose: Double, every days: Double, until end: Double) -> [Treatment] {
            [.given("medroxyprogesterone acetate", "depot", Quantity(dose, "mg"), every: days, days: end)]
        }
        let trough = "printed intervals reach 1.3 and 2.0 ng/mL; 104 mg leaves as much a week later (O1134)"
        return [
            PublishedKinetics(
                regimen: .slow(
                    "medroxyprogesterone acetate depot 104 mg, once (Halpern 2014)", days: 126,
                    depot(104, every: 91, until: 90)),
                numbers: [
                    .init("O1131", .medroxyprogesterone, .peak),
                    .init(
                        "O1132", .medroxyprogesterone, .timeOfPeak,
                        exception: "the top is flat, from 2 to 14 days; 150 mg peaks at 21 (O1138)"),
                    .init("O1133", .medroxyprogesterone, .area(to: 24 * 91)),
                    .init("O1134", .medroxyprogesterone, .level(at: 24 * 91)),
                    .init("O1135", .medroxyprogesterone, .level(at: 24 * 104)),
                    .init("O1136", .medroxyprogesterone, .level(at: 24 * 120)),
                ]),
            PublishedKinetics(
                regimen: .slow(
                    "medroxyprogesterone acetate depot 150 mg, once (US label)", days: 160,
                    depot(150, every: 180, until: 90)),
                numbers: [
                    .init("O1138", .medroxyprogesterone, .timeOfPeak),
                    .init("O1139", .medroxyprogesterone, .halfLife((24 * 90)...(24 * 150))),
                ]),
            PublishedKinetics(
                regimen: .slow(
                    "medroxyprogesterone acetate depot 150 mg every 12 weeks (FEM-PrEP)", from: 4 * 84, days: 84,
                    depot(150, every: 84, until: 420)),
                numbers: [
                    .init("O1141", .medroxyprogesterone, .trough, exception: trough),
                    .init("O1142", .medroxyprogesterone, .trough, exception: trough),
                ]),
        ]
    }()
}
