import Foundation
import Modeling
import Symbolics
import Yams

import struct Symbolics.Unit

extension Field {
    /// The arms of a trial, each with a name of its own.
    func arms(catalogue: MedicineCatalogue, horizon: Double) -> [Trial.Arm] {
        var arms: [Trial.Arm] = []
        for item in items(expecting: "- {name: placebo, women: 50}") ?? [] {
            guard let section = Section(item, keys: ["name", "women", "therapy", "adherence"]) else { continue }
            let nameField = section.required("name", example: "name: placebo")
            let name = nameField?.text(expecting: "the name of an arm, such as 'placebo'")
            let women = section.required("women", example: "women: 50")?.count(.women)
            let therapy = section["therapy"].map {
                [Treatment]($0, catalogue: catalogue, horizon: horizon, allowsOverlap: false)
            }
            let adherence = section["adherence"].flatMap(Adherence.init)
            guard let name else { continue }
            if name.isEmpty || name.contains(where: \.isNewline) {
                nameField?.report("\(quoted(name)) is no name; expected one on one line")
            }
            if arms.contains(where: { $0.name == name }) {
                nameField?.report("another arm is called \(quoted(name)) too; expected a name of its own")
            }
            // An arm without a number is kept, so that endpoints that name it are not reported as well.
            arms.append(Trial.Arm(name: name, women: women ?? 1, therapy: therapy ?? [], adherence: adherence))
        }
        if arms.isEmpty { report("a trial has at least one arm; expected for example '- {name: placebo, women: 50}'") }
        return arms
    }

    /// Days since randomisation of visits: a list of times, or how long one is after another.
    func visits(horizon: Double) -> [Double]? {
        if case .sequence = node {
            return items(expecting: "[6 months, 1 year]")?.compactMap { $0.time(within: horizon) }.sorted()
        }
        guard let interval = days(.interval), horizon.isFinite else { return nil }
        if horizon / interval > Self.mostVisits {
            report("this makes more than \(digits(Self.mostVisits)) visits; expected a longer interval")
            return nil
        }
        return stride(from: interval, through: horizon + 1e-6, by: interval).map { min($0, horizon) }
    }

    private static let mostVisits = 1_000.0

    /// A time since randomisation, in days, not after the end.
    func time(within horizon: Double) -> Double? {
        guard let time = days(.start) else { return nil }
        guard time <= horizon + 1e-6 else {
            report("\(moment(time)) is after the end of the trial (\(moment(horizon))); expected an earlier time")
            return nil
        }
        return min(time, horizon)
    }

    /// A whole number.
    func count(_ measure: Measure) -> Int? {
        guard let quantity = quantity(measure) else { return nil }
        let number = quantity.inBaseUnits
        guard number == number.rounded() else {
            report("\(quoted(scalar ?? "")) is not a whole number; expected \(measure.noun)")
            return nil
        }
        return Int(number)
    }

    /// A share in per cent.
    func percent(_ measure: Measure) -> Double? {
        if let text = scalar, WrittenQuantity(text)?.unitText.isEmpty == true {
            report(
                "\(quoted(text)) has no unit; expected \(measure.noun) such as '\(Exchange.text(of: measure.example))'")
            return nil
        }
        return quantity(measure)?.value(in: "%")
    }

    /// For outputs by name, how far one measurement is off.
    func errors(of outputs: [String]) -> [String: Double]? {
        guard let section = Section(self, keys: outputs) else { return nil }
        var errors: [String: Double] = [:]
        for output in outputs { errors[output] = section[output]?.percent(.variation) }
        return errors
    }
}

extension Adherence {
    init?(_ field: Field) {
        guard let section = Section(field, keys: ["stop", "within", "afterStopping"]) else { return nil }
        let share = section.required("stop", example: "stop: 10 %")?.percent(.stopping)
        let within = section["within"].map { $0.days(.end) } ?? Unit.daysPerYear
        let after = section["afterStopping"].map { $0.choice("what becomes of them", of: AfterStopping.self) } ?? .kept
        guard let share, let within, let after else { return nil }
        let stay = 1 - share / 100
        self.init(
            stopsPerYear: 1 - pow(stay, Unit.daysPerYear / within), afterStopping: after)
    }
}

extension Measure {
    static let women = Measure("a number of women", Quantity(50, .one), 1...1_000_000)
    static let replicates = Measure("a number of replicates", Quantity(100, .one), 1...100_000)
    static let aroundMenopause = Measure("a time", Quantity(2, "years"), -30...30)
    static let stopping = Measure("a share of women who stop", Quantity(10, "%"), 0...99, zeroAllowed: true)
    static let loss = Measure("a loss", Quantity(3, "%"), 0...100, zeroAllowed: true)
    static let variation = Measure("a coefficient of variation", Quantity(1.1, "%"), 0...100, zeroAllowed: true)
}
