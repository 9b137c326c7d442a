import Exchange
import Testing

/// A published pharmacokinetic number and how to read the same from a profile.
struct PublishedNumber: Sendable {
    enum Measure: Sendable {
        case peak, timeOfPeak, trough, average, ratioOfEstradiolToEstrone
        /// At an hour of the drawing.
        case level(at: Double)
        /// Percent by which the area exceeds what her own level would give.
        case rise(to: Double)
        /// Area over that of another regimen, times a factor.
        case areaOver(Regimen, to: Double, times: Double)
        /// Peak over that of another substance in the same blood.
        case peakOver(Substance)
        case peakAboveBaseline, averageAboveBaseline
        /// Of the average, in % of her own level.
        case changeOfAverage
        case area(to: Double)
        /// Per milligram of a dose.
        case areaPerMilligram(to: Double, dose: Double)
        /// Terminal slope between two hours, and the area that it extrapolates.
        case areaToInfinity(ClosedRange<Double>)
        case halfLife(ClosedRange<Double>)
        /// Where a study's levels stand so far above her own that hers play no part, and the model's do not.
        case halfLifeAboveBaseline(ClosedRange<Double>)

        /// 35 % for levels and areas, 50 % for times; between-woman coefficients of variation are 40 to 120 %.
        var tolerance: Double {
            switch self {
            case .timeOfPeak, .halfLife, .halfLifeAboveBaseline: return 50
            default: return 35
            }
        }

        /// A word that the endpoint of such a row contains.
        var word: String {
            switch self {
            case .peak, .peakAboveBaseline: return "Cmax"
            case .trough: return "C"
            case .level, .rise, .areaOver, .peakOver: return "serum"
            case .timeOfPeak: return "tmax"
            case .average, .averageAboveBaseline, .changeOfAverage: return "serum"
            case .ratioOfEstradiolToEstrone: return "ratio"
            case .area, .areaPerMilligram, .areaToInfinity: return "AUC"
            case .halfLife, .halfLifeAboveBaseline: return "t_half"
            }
        }
    }

    let id: String
    let substance: Substance
    let measure: Measure
    /// Why the model cannot meet it, where it cannot.
    var exception: String?

    init(_ id: String, _ substance: Substance, _ measure: Measure, exception: String? = nil) {
        (self.id, self.substance, self.measure, self.exception) = (id, substance, measure, exception)
    }

    /// The model's number, in the row's unit.
    func simulated(_ course: Course, in unit: String) throws -> Double {
        // A study counts in days, or in moles.
        if unit.contains("day") { return try simulated(course) / 24 }
        if unit == "nmol/L" || unit == "pmol/L", let mass = substance.molarMass {
            return try simulated(course) / mass * 1000
        }
        return try simulated(course)
    }

    private func simulated(_ course: Course) throws -> Double {
        let profile = try course.profile(substance)
        switch measure {
        case .peak: return profile.peak
        case .timeOfPeak: return profile.timeOfPeak
        case .average: return profile.average
        case .trough: return profile.trough
        case .level(let hour): return profile.level(at: hour)
        case .rise(let end): return 100 * profile.aboveBaseline.area(to: end) / (profile.baseline * end)
        case .peakOver(let other): return try profile.peak / course.profile(other).peak
        case .areaOver(let other, let end, let factor):
            let reference = try other.profiles().profile(substance).aboveBaseline
            return factor * profile.aboveBaseline.area(to: end) / reference.area(to: end)
        case .peakAboveBaseline: return profile.aboveBaseline.peak
        case .averageAboveBaseline: return profile.aboveBaseline.average
        case .changeOfAverage: return 100 * (profile.average / profile.baseline - 1)
        case .ratioOfEstradiolToEstrone: return profile.average / (try course.profile(.estrone).average)
        case .area(let end): return profile.area(to: end)
        case .areaPerMilligram(let end, let dose): return profile.aboveBaseline.area(to: end) / dose
        case .areaToInfinity(let window): return profile.areaToInfinity(from: window)
        case .halfLife(let window): return profile.halfLife(in: window)
        case .halfLifeAboveBaseline(let window): return profile.aboveBaseline.halfLife(in: window)
        }
    }
}

/// A regimen of a study and the numbers it published.
struct PublishedKinetics: Sendable, CustomTestStringConvertible {
    let regimen: Regimen
    let numbers: [PublishedNumber]
    var testDescription: String { regimen.name }

    static let all: [PublishedKinetics] =
        [
            pickar, lobo1, lobo05, progesteroneFasted, medroxyprogesterone20, medroxyprogesterone10, conjugated125,
        ] + patches + estradiolRoutes + smokers + immunoassays + progesteroneRoutes + progestins
            + enanthate + [anastrozoleOnce, anastrozole, letrozole]

    /// Three periods of one crossover, printed one by one; blood for two days, her own level not taken off.
    private static let pickar: PublishedKinetics = {
        let (p4, estrogens, total) = (10.0...20, 24.0...48, 12.0...36)
        let exceptions = [
            "O0885": "the combined capsule; both periods of separate tablets peak at 19.9 (O0900, O0915)",
            "O0873": "of this capsule alone, among means with a standard deviation above them (O0888, O0903)",
        ]
        func period(_ ids: [Int], _ times: [Int]) -> [PublishedNumber] {
            let measures: [(Substance, PublishedNumber.Measure)] = [
                (.progesterone, .peak), (.progesterone, .area(to: 24)), (.progesterone, .areaToInfinity(p4)),
                (.progesterone, .halfLifeAboveBaseline(p4)), (.estradiol, .peak), (.estradiol, .area(to: 48)),
                (.estradiol, .areaToInfinity(estrogens)), (.estradiol, .halfLife(estrogens)), (.estrone, .peak),
                (.estrone, .area(to: 48)), (.estrone, .areaToInfinity(estrogens)), (.estrone, .halfLife(estrogens)),
                (.totalEstrone, .peak), (.totalEstrone, .areaToInfinity(total)), (.totalEstrone, .halfLife(total)),
            ]
            let substances: [Substance] = [.progesterone, .estradiol, .estrone, .totalEstrone]
            return zip(ids, measures).map { .init("O0\($0)", $1.0, $1.1, exception: exceptions["O0\($0)"]) }
                + zip(times, substances).map { .init("O0\($0)", $1, .timeOfPeak) }
        }
        return PublishedKinetics(
            regimen: .single(
                "estradiol 2 mg with progesterone 200 mg, fed, once (Pickar 2015)",
                [.once("estradiol", 2), .once("progesterone", 200, form: "oral micronized", food: .fed)]),
            numbers: period(Array(873...887), Array(918...921)) + period(Array(888...902), Array(922...925))
                + period(Array(903...917), Array(926...929)))
    }()

    private static func combination(_ estradiol: Double) -> [Treatment] {
        [.daily("estradiol", estradiol, days: 14), .progesterone(100, days: 14, food: .fed)]
    }

    private static let lobo1 = PublishedKinetics(
        regimen: .steady("estradiol 1 mg with progesterone 100 mg, fed, daily (Lobo 2019)", combination(1)),
        numbers: [
            .init("O0930", .progesterone, .average), .init("O0931", .estradiol, .average),
            .init("O0932", .estrone, .average), .init("O0936", .estradiol, .average),
            .init("O0938", .estrone, .average),
            .init(
                "O0935", .progesterone, .average,
                exception: "visits of the trial read 0.39 to 0.55, a third below the same dose in the clinic (O0930)"),
        ])

    private static let lobo05 = PublishedKinetics(
        regimen: .steady("estradiol 0.5 mg with progesterone 100 mg, fed, daily (Lobo 2019)", combination(0.5)),
        numbers: [
            .init("O0933", .estradiol, .average), .init("O0934", .estrone, .average),
            .init("O0937", .estradiol, .average), .init("O0939", .estrone, .average),
        ])

    private static let patches: [PublishedKinetics] = [
        PublishedKinetics(
            regimen: .steady("patch 20 ug/day (FemPatch)", [.patch(20, years: 0.1)]),
            numbers: [
                .init("O1034", .estradiol, .averageAboveBaseline),
                .init("O1036", .estradiol, .ratioOfEstradiolToEstrone),
                .init("O1038", .estradiol, .averageAboveBaseline), .init("O1039", .estradiol, .averageAboveBaseline),
            ]),
        PublishedKinetics(
            regimen: .steady("patch 40 ug/day (two FemPatch)", [.patch(40, years: 0.1)]),
            numbers: [
                .init("O1035", .estradiol, .averageAboveBaseline),
                .init("O1037", .estradiol, .ratioOfEstradiolToEstrone),
            ]),
        PublishedKinetics(
            regimen: .steady("patch 50 ug/day (Estraderm)", [.patch(50, years: 0.1)]),
            numbers: [.init("O1030", .estradiol, .average)]),
        PublishedKinetics(
            regimen: .steady("patch 100 ug/day (Climara label)", [.patch(100, years: 0.1)]),
            numbers: [.init("O1045", .estradiol, .averageAboveBaseline), .init("O1046", .estradiol, .average)]),
    ]

    private static let progesteroneFasted = PublishedKinetics(
        regimen: .single(
            "progesterone 100 mg, fasted, once (Levine 2000)",
            [.once("progesterone", 100, form: "oral micronized", food: .fasted)]),
        numbers: [
            .init("O0864", .progesterone, .peak), .init("O0865", .progesterone, .timeOfPeak),
            .init("O0866", .progesterone, .areaPerMilligram(to: 24, dose: 100)),
        ])

    /// Two tablet forms of the same dose.
    private static let medroxyprogesterone20: PublishedKinetics = {
        func form(_ first: Int) -> [PublishedNumber] {
            let tail = 12.0...36
            return zip(
                first...first + 3, [.peak, .timeOfPeak, .areaToInfinity(tail), .halfLife(tail)]
            ).map { (id: Int, measure: PublishedNumber.Measure) in .init("O\(id)", .medroxyprogesterone, measure) }
        }
        return PublishedKinetics(
            regimen: .single(
                "medroxyprogesterone acetate 20 mg, once (Provera label)", [.once("medroxyprogesterone acetate", 20)]),
            numbers: form(1117) + form(1121))
    }()

    private static let medroxyprogesterone10 = PublishedKinetics(
        regimen: .steady(
            "medroxyprogesterone acetate 10 mg, daily (Provera label)", days: 7,
            [.daily("medroxyprogesterone acetate", 10, days: 7)]),
        numbers: [
            .init("O1125", .medroxyprogesterone, .peak), .init("O1126", .medroxyprogesterone, .timeOfPeak),
            .init("O1127", .medroxyprogesterone, .area(to: 24)),
            .init("O1128", .medroxyprogesterone, .halfLife(12...24)),
        ])

    private static let conjugated125 = PublishedKinetics(
        regimen: .steady(
            "conjugated estrogens 1.25 mg, daily (2008)", days: 7, [.daily("conjugated estrogens", 1.25, days: 7)]),
        numbers: [.init("O1075", .totalEstrone, .area(to: 24))])

    /// Enanthate a week, as cypionate with as much testosterone: 0.720 of the one and 0.699 of the other by mass.
    private static let enanthate: [PublishedKinetics] = [(3, "O1181"), (6.25, "O1182"), (12.5, "O1183"), (25, "O1184")]
        .map { (dose: Double, id: String) in
            PublishedKinetics(
                regimen: .weekly(
                    "testosterone enanthate \(dose) mg a week, given as cypionate (Huang 2014)",
                    [.cypionate(dose * 0.720 / 0.699, weeks: 26)]),
                numbers: [.init(id, .testosterone, .average)])
        }

    private static let anastrozoleOnce = PublishedKinetics(
        regimen: .single("anastrozole 1 mg, once (Chinese men 2001)", [.once("anastrozole", 1)]),
        numbers: [
            .init("O1216", .anastrozole, .peak), .init("O1217", .anastrozole, .timeOfPeak),
            .init("O1218", .anastrozole, .halfLife(24...72)),
            .init(
                "O1219", .anastrozole, .areaToInfinity(24...72),
                exception: "in women a peak of 36 ng/mL and threefold accumulation on daily tablets need 700 ng*h/mL"),
        ])

    private static let anastrozole = PublishedKinetics(
        regimen: .steady(
            "anastrozole 1 mg, daily (Geisler 1996 and others)", days: 28, [.daily("anastrozole", 1, days: 28)]),
        numbers: [
            .init("O1208", .estrone, .changeOfAverage), .init("O1209", .estradiol, .changeOfAverage),
            .init("O1210", .estroneSulfate, .changeOfAverage), .init("O1213", .estradiol, .changeOfAverage),
            .init("O1214", .estroneSulfate, .changeOfAverage),
        ])

    private static let letrozole = PublishedKinetics(
        regimen: .steady("letrozole 2.5 mg, daily (Geisler 2002)", days: 42, [.daily("letrozole", 2.5, days: 42)]),
        numbers: [
            .init("O0705", .estrone, .changeOfAverage), .init("O0706", .estradiol, .changeOfAverage),
            .init("O0707", .estroneSulfate, .changeOfAverage),
        ])
}
