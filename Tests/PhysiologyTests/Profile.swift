import Exchange
import Modeling
import Physiology
import Solving
import Symbolics

/// What is measured in blood.
enum Substance: String, Sendable {
    case estradiol, estrone, estroneSulfate, progesterone, medroxyprogesterone, allopregnanolone, pregnanolone
    case norethisterone, dydrogesterone, dihydrodydrogesterone, levonorgestrel, testosterone, anastrozole
    /// Progesterone as a direct immunoassay reads it.
    case immunoassay
    /// Estrone with its sulfate, as estrone, after hydrolysis.
    case totalEstrone
    /// Equilin, delta-8,9-dehydroestrone and relatives, free and conjugated.
    case ringB

    /// As assays report it.
    var unit: String {
        switch self {
        case .estradiol, .estrone, .levonorgestrel: "pg/mL"
        case .testosterone: "ng/dL"
        default: "ng/mL"
        }
    }

    /// In g/mol, of those that a study gives in moles.
    var molarMass: Double? {
        switch self {
        case .estradiol: 272.38
        case .progesterone, .immunoassay: 314.47
        default: nil
        }
    }
}

/// A regimen and the stretch of it during which blood is drawn.
struct Regimen: Sendable {
    let name: String
    let therapy: [Treatment]
    /// Hours since time zero at which drawing begins: the time of a dose.
    let start: Double
    /// Hours for which it goes on.
    let length: Double
    /// Hours between two samples, after the first day.
    var spacing = 0.25
    var woman = Experiment().woman

    /// One dose of each, and three days of blood.
    static func single(_ name: String, _ therapy: [Treatment]) -> Regimen {
        Regimen(name: name, therapy: therapy, start: 0, length: 72)
    }

    /// Doses for days at a steady state, and blood from the last of them on.
    static func steady(_ name: String, days: Double = 14, _ therapy: [Treatment]) -> Regimen {
        Regimen(name: name, therapy: therapy, start: 24 * (days - 1), length: 24)
    }

    /// Weekly doses for half a year, and blood through the last week.
    static func weekly(_ name: String, _ therapy: [Treatment]) -> Regimen {
        Regimen(name: name, therapy: therapy, start: 24 * 7 * 25, length: 24 * 7)
    }

    /// Draws blood every three minutes on the first day and every quarter hour after it.

    /// A dose that acts for months, and blood from a day on for a number of days, four times a day.
    static func slow(_ name: String, from day: Double = 0, days: Double, _ therapy: [Treatment]) -> Regimen {
        Regimen(name: name, therapy: therapy, start: 24 * day, length: 24 * days, spacing: 6)
    }

    /// Draws blood every three minutes on the first day, and less often after it.
    func profiles() throws -> Course {
        let hours = (0..<480).map { Double($0) / 20 } + stride(from: 24, through: length, by: spacing).map { $0 }
        let experiment = Experiment(woman: woman, therapy: therapy)
        let trajectory = try experiment.run(hours.map { .instant((start + $0) / 24) })
        let own = try Experiment(woman: woman).observed(at: [0])
        return Course(
            hours: hours, trajectory: trajectory, own: own, model: try WomanModel.model(for: therapy),
            weight: experiment.woman.weight)
    }
}

/// Levels of everything over one regimen's drawing of blood.
struct Course {
    let hours: [Double]
    let trajectory: Trajectory
    let own: Trajectory
    let model: Model
    let weight: Quantity

    func profile(_ substance: Substance) throws -> Profile {
        switch substance {
        case .totalEstrone:
            let (free, own) = (try series("estrone"), try series("estroneSulfate"))
            // 270.37 g/mol of estrone in 350.43 of its sulfate.
            func total(_ estrone: Double, _ sulfate: Double) -> Double { estrone / 1000 + sulfate * 270.37 / 350.43 }
            return Profile(
                hours: hours, levels: zip(free.levels, own.levels).map(total), baseline: total(free.own, own.own))
        case .ringB:
            let path = "pharmacology.conjugatedEstrogens.oral"
            guard let index = model.states.firstIndex(where: { $0.name == "\(path).ringB" }) else {
                throw ModelError("no ring-B estrogens in \(model.name)")
            }
            let scale = try weight.inBaseUnits / (model.parameter("woman.referenceWeight").value * 1000)
            let volume = try model.parameter("\(path).ringBVolume").value * scale
            // Grams per litre to ng/mL.
            return Profile(hours: hours, levels: trajectory.states.map { $0[index] / volume * 1e6 }, baseline: 0)
        case .anastrozole:
            return Profile(hours: hours, levels: try trajectory.series("serum.anastrozole"), baseline: 0)
        case .immunoassay:
            let own = try series("progesterone").own
            let read = trajectory["assay.progesteroneImmunoassay"]
            return Profile(hours: hours, levels: try read ?? series("progesterone").levels, baseline: own)
        case .norethisterone, .dydrogesterone, .dihydrodydrogesterone, .levonorgestrel:
            return Profile(hours: hours, levels: try trajectory.series("serum.\(substance.rawValue)"), baseline: 0)
        default:
            let (levels, own) = try series(substance.rawValue)
            return Profile(hours: hours, levels: levels, baseline: own)
        }
    }

    private func series(_ name: String) throws -> (levels: [Double], own: Double) {
        (try trajectory.series("serum.\(name)"), try own.series("serum.\(name)")[0])
    }
}

/// One substance's course in blood, in hours and the unit of its assay.
struct Profile {
    let hours: [Double]
    let levels: [Double]
    /// Her own level, without medicines.
    let baseline: Double

    private var top: (hour: Double, level: Double) {
        zip(hours, levels).max { $0.1 < $1.1 }.map { ($0.0, $0.1) } ?? (.nan, .nan)
    }
    var peak: Double { top.level }
    var timeOfPeak: Double { top.hour }
    var trough: Double { levels.min() ?? .nan }
    var average: Double { area(to: hours.last ?? .nan) / (hours.last ?? .nan) }

    /// Trapezoidal area from the dose to an hour.
    func area(to end: Double) -> Double {
        var sum = 0.0
        for index in hours.indices.dropFirst() where hours[index] <= end + 1e-9 {
            sum += (hours[index] - hours[index - 1]) * (levels[index] + levels[index - 1]) / 2
        }
        return sum
    }

    /// As studies extrapolate: the last level over the terminal slope is added to the area so far.
    func areaToInfinity(from window: ClosedRange<Double>) -> Double {
        area(to: window.upperBound) + level(at: window.upperBound) * halfLife(in: window) / 0.6931471805599453
    }

    /// From the straight line of the logarithm between two hours, her own level included as studies do.
    func halfLife(in window: ClosedRange<Double>) -> Double {
        0.6931471805599453 * (window.upperBound - window.lowerBound)
            / logarithm(level(at: window.lowerBound) / level(at: window.upperBound))
    }

    func level(at hour: Double) -> Double {
        let index = hours.indices.min { abs(hours[$0] - hour) < abs(hours[$1] - hour) } ?? 0
        return levels[index]
    }

    /// The same with her own level taken off.
    var aboveBaseline: Profile { Profile(hours: hours, levels: levels.map { $0 - baseline }, baseline: 0) }
}
