import Foundation
import Reporting

/// Small reports for the tests.
enum Samples {
    static let times = (0...36).map { Double($0) / 12 }

    static func series(
        _ name: String, _ label: String, _ unit: String, alternate: OutputSeries.AlternateUnit? = nil,
        _ value: (Double) -> Double
    ) -> OutputSeries {
        OutputSeries(
            name: name, label: label, unit: unit, alternate: alternate, times: times, values: times.map(value))
    }

    static func comparison(
        _ output: String, use: Comparison.Use = .calibrate, observed: Double = 5.1,
        interval: ClosedRange<Double>? = 4.4...5.8, simulated: Double = 5.3, tolerance: Double? = 1.5
    ) -> Comparison {
        Comparison(
            observation: "O0006", label: "PEPI <CEE> & \"MP\"", output: output, outputLabel: "Lumbar spine", time: 3,
            quantity: .percentChange, unit: "%", observed: observed, interval: interval, simulated: simulated,
            tolerance: tolerance, use: use, citation: "JAMA 1996;276:1389-1396")
    }

    static func report() -> RunReport {
        RunReport(
            title: "Estrogen & <progesterone>", scenarioInWords: ["A woman of 56 years's \"own\" words."],
            modelVersion: "1.2.3", resolution: "full", seconds: 0.4321,
            treatments: [Period(label: "estradiol 1 mg/day <oral>", start: 0, end: 2)],
            series: [
                series("density.lumbarSpine", "Lumbar spine", "g/cm2") { 0.94 + 0.02 * $0 },
                series("density.totalHip", "Total hip", "g/cm2") { 0.85 + 0.01 * $0 },
                series("tScore.lumbarSpine", "Lumbar spine", "") { -1.1 + 0.1 * $0 },
                series("marker.CTX", "CTX", "ng/L") { 540 * exp(-$0) },
                series("serum.estradiol", "Estradiol", "pg/mL", alternate: .init(unit: "pmol/L", factor: 3.671)) {
                    5 + 40 * $0
                },
                series("serum.PTH", "PTH", "pg/mL") { _ in .nan },
                series("bone.RANKLtoOPG", "RANKL:OPG", "1") { 1 - 0.1 * $0 },
                series("bone.osteoclasts", "Osteoclasts", "1") { 1 - 0.1 * $0 },
                series("fracture.hip", "Hip", "1") { 0.001 * $0 },
            ],
            zooms: [
                Zoom(
                    title: "One day, month 36", timeUnit: .hours,
                    series: [
                        OutputSeries(
                            name: "serum.estradiol", label: "Estradiol", unit: "pg/mL", times: [0, 12, 24],
                            values: [20, 40, 20])
                    ], doses: [0, 24])
            ],
            comparisons: [
                comparison("density.lumbarSpine"),
                comparison("density.totalHip", use: .validate, interval: nil, simulated: 9),
            ],
            parameters: [
                ParameterRow(
                    name: "rankl.effect", meaning: "Fall of RANKL", value: 0.43, unit: "1", status: "fitted",
                    source: "O0003 <and others>", influence: "spine +0.8 points per +10 %")
            ],
            hypothesesOn: ["Progesterone raises OPG."],
            outcomes: [
                OutcomeRow(
                    label: "Broken <hip>", without: 12.5, with: 9.25,
                    effect: .change(difference: .init(-3.25, -4 ... -2), ratio: .init(0.74, 0.68...0.84)),
                    source: "Marshall 1996"),
                OutcomeRow(label: "Broken <wrist>", without: 7, with: 7, effect: .notModelled),
            ],
            remarks: ["Osteopenia throughout."], benefits: ["Fewer fractures."], harms: ["More thrombosis."],
            notes: ["Averages over the dosing period."])
    }
}
