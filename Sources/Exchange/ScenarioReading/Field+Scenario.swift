import Foundation
import Symbolics

extension Field {
    /// How long to simulate, in days, from a number of years or any time.
    func horizon() -> Double? {
        let measure = Measure("a number of years", Quantity(3, .one), 0...60)
        guard let (text, written) = written(expecting: "a number of years such as '3'") else { return nil }
        guard let unit = written.unitText.isEmpty ? .years : written.unit, unit.dimension == Unit.days.dimension else {
            report("\(quoted(text)) is not a time; expected a number of years such as '3'")
            return nil
        }
        let days = Quantity(written.number, unit).inBaseUnits
        if let fault = measure.fault(of: Quantity(days / Unit.daysPerYear, .one), written: text) {
            report(fault)
            return nil
        }
        return days
    }

    /// The time between two reported rows, in days.
    func reportInterval(horizon: Double?) -> Double? {
        guard let days = days(.interval), let horizon else { return nil }
        if days > horizon {
            report("\(span(days)) is longer than the whole simulation (\(span(horizon))); expected a shorter interval")
        }
        if horizon / days > Self.mostRows {
            let most = digits(Self.mostRows)
            report("\(span(days)) makes more than \(most) rows in \(span(horizon)); expected a longer interval")
        }
        return days
    }

    private static let mostRows = 1e6

    /// Reports a simulation longer than anyone lives.
    func checkLifetime(of woman: Woman, horizon: Double) {
        let age = (woman.age + horizon) / Unit.daysPerYear
        guard age > Self.longestLife else { return }
        let most = digits(Self.longestLife)
        report("she would be \(digits(age.rounded())) at the end; expected at most \(most) years of age by then")
    }

    private static let longestLife = 120.0

    /// Identifiers of published observations.
    ///
    /// - Parameter faultOf: what is wrong with one that is written as it should be; nil where nothing is.
    func observations(faultOf: (String) -> String?) -> [String]? {
        items(expecting: "[O0123, O0124]")?.compactMap { $0.observation(faultOf: faultOf) }
    }

    /// The identifier of a published observation.
    func observation(faultOf: (String) -> String?) -> String? {
        guard let text = text(expecting: "an observation such as O0123") else { return nil }
        if text.count == 5, text.first == "O", text.dropFirst().allSatisfy({ ("0"..."9").contains($0) }) {
            guard let fault = faultOf(text) else { return text }
            report(fault)
            return nil
        }
        report("\(quoted(text)) is no observation; expected an O and four digits, such as O0123")
        return nil
    }

    /// The path of another scenario file, resolved against the folder of this one.
    func path(besides name: String, isFile: Bool) -> String? {
        let expected = "the file of the comparator arm, such as 'placebo.yaml'"
        guard let text = text(expecting: expected) else { return nil }
        let folder = URL(fileURLWithPath: name).deletingLastPathComponent()
        let resolved = URL(fileURLWithPath: text, relativeTo: folder).standardizedFileURL.path
        if text.isEmpty || resolved == URL(fileURLWithPath: name).standardizedFileURL.path {
            report("\(quoted(text)) is not another file; expected \(expected)")
        } else if isFile, !FileManager.default.fileExists(atPath: resolved) {
            report("there is no file '\(resolved)'; expected \(expected), beside this file")
        }
        return resolved
    }
}
