import Exchange
import Trials

/// Outputs that clinics measure, as tables call them.
enum MeasureName {
    static func short(_ output: String) -> String {
        switch output {
        case "density.lumbarSpine": "spine"
        case "density.totalHip": "hip"
        case "density.femoralNeck": "femoral neck"
        case "marker.CTX": "CTX"
        case "marker.P1NP": "P1NP"
        default: output
        }
    }

    /// A time in years, in months where it is short: `3 months`, `2 years`.
    static func time(_ years: Double) -> String {
        if years == 0 { return "start" }
        return years < 1
            ? "\(NumberText.short(12 * years)) months" : years == 1 ? "1 year" : "\(NumberText.short(years)) years"
    }
}

extension Estimate {
    /// `86 (82 to 90)`.
    func words(decimals: Int) -> String {
        let number = { (value: Double) in NumberText.fixed(value, decimals: decimals) }
        return low <= high ? "\(number(value)) (\(number(low)) to \(number(high)))" : number(value)
    }

    /// As machines get it, ends that are not known left out.
    var ends: [Double]? { low <= high ? [low, high] : nil }
}
