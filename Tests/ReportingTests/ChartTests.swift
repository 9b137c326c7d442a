import Foundation
import Testing

@testable import Reporting

@Suite("A value axis")
struct NiceScaleTests {
    @Test(
        "holds its range with round, evenly spaced ticks",
        arguments: [
            (-2.3, 11.2), (0, 1), (0.0012, 0.0093), (5, 470_000), (-7, -1), (2.352, 2.36), (1e-12, 3e-12), (0, 1e9),
            (0, 1e299), (0, 1e-200),
        ])
    func roundTicks(low: Double, high: Double) {
        let scale = NiceScale(minimum: low, maximum: high)
        #expect(scale.lower <= low + 1e-9 * abs(low) && scale.upper >= high - 1e-9 * abs(high))
        #expect((2...9).contains(scale.ticks.count))
        let step = scale.ticks[1] - scale.ticks[0]
        let mantissa = step / pow(10, (log10(step) + 1e-9).rounded(.down))
        #expect([1, 2, 2.5, 5].contains { abs($0 - mantissa) < 1e-6 }, "step \(step)")
        #expect(Set(scale.ticks.map(scale.text)).count == scale.ticks.count)
    }

    @Test("adds no tick beyond ends that are ticks themselves")
    func exactEnds() {
        let scale = NiceScale(minimum: 0, maximum: 100)
        #expect(scale.ticks == [0, 20, 40, 60, 80, 100])
        #expect(scale.ticks.map(scale.text) == ["0", "20", "40", "60", "80", "100"])
    }

    @Test("does not magnify a flat line, and keeps what is never negative above zero")
    func flat() {
        let scale = NiceScale(minimum: 100, maximum: 100.000001)
        #expect(scale.upper - scale.lower >= 4)
        #expect(NiceScale(minimum: 0, maximum: 0).lower == 0)
    }

    @Test("stands up to NaN and infinity")
    func notFinite() {
        #expect(NiceScale(minimum: .nan, maximum: .infinity).ticks.allSatisfy { $0.isFinite })
        let widest = NiceScale(minimum: -.greatestFiniteMagnitude, maximum: .greatestFiniteMagnitude)
        #expect(widest.ticks.allSatisfy { $0.isFinite })
        #expect(NiceScale(minimum: 0, maximum: .leastNonzeroMagnitude).ticks.count >= 2)
    }
}

@Suite("A time axis")
struct TimeAxisTests {
    @Test(
        "counts in years, months or days as the span asks",
        arguments: [
            (10.0, "years", ["0", "2", "4", "6", "8", "10"]), (3, "months", ["0", "6", "12", "18", "24", "30", "36"]),
            (1, "months", ["0", "2", "4", "6", "8", "10", "12"]), (28 / 365.25, "days", ["0", "7", "14", "21", "28"]),
        ])
    func units(years: Double, unit: String, ticks: [String]) {
        let axis = TimeAxis.years(0...years, ticks: 7)
        #expect(axis.unit == unit)
        #expect(axis.ticks.map(\.text) == ticks)
    }

    @Test("shows a day in steps of six hours and a cycle in weeks")
    func zooms() {
        #expect(TimeAxis.zoom(.hours, 0...24, ticks: 7).ticks.map(\.text) == ["0", "6", "12", "18", "24"])
        #expect(TimeAxis.zoom(.days, 0...28, ticks: 7).ticks.map(\.text) == ["0", "7", "14", "21", "28"])
    }

    @Test("copes with a lifetime")
    func long() {
        #expect(TimeAxis.years(0...600, ticks: 7).ticks.count <= 8)
    }
}

@Suite("The drawing of a chart")
struct DrawingTests {
    @Test("breaks a line where a value is missing")
    func gaps() {
        let path = ChartPath.data([(0, 1), (1, 2), (2, .nan), (3, 4), (4, 5.25)])
        #expect(path == "M0 1L1 2M3 4L4 5.3")
    }

    @Test("keeps the extremes of each pixel when there are more values than pixels")
    func thinning() {
        let points = (0..<10_000).map { index -> (x: Double, y: Double) in
            (Double(index) / 100, index == 5_050 ? 99 : Double(index % 7))
        }
        let path = ChartPath.data(points)
        #expect(path.contains(" 99L"))
        #expect(path.split(separator: "L").count <= 201)
    }

    @Test("keeps labels apart and within the chart")
    func labels() {
        let places = LabelSpacing.spread([50, 51, 49, 200, 199], distance: 16, within: 0...200)
        let sorted = places.sorted()
        #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $1 - $0 >= 16 - 1e-9 })
        #expect(sorted[4] <= 200)
        #expect(places[2] < places[0] && places[0] < places[1] && places[4] < places[3])
    }

    @Test("moves marks at the same time apart, and only those")
    func dodging() {
        #expect(LabelSpacing.dodge([100, 100, 300], distance: 8) == [-4, 4, 0])
    }

    @Test("stacks treatments so that neither bars nor names overlap")
    func lanes() {
        let periods = [
            Period(label: "a medicine with a long name", start: 0, end: 1), Period(label: "second", start: 1.2, end: 2),
            Period(label: "third", start: 8, end: 20), Period(label: "past", start: 11, end: 12),
        ]
        let lanes = TreatmentLanes(periods, range: 0...10, from: 50, to: 350, fontSize: 11)
        #expect(lanes.bars.count == 3)
        #expect(lanes.bars[0].lane == 0 && lanes.bars[1].lane == 1 && lanes.bars[2].lane == 0)
        #expect(lanes.bars.allSatisfy { $0.to <= 350 && $0.textStart >= 50 })
    }

    @Test("shortens a name to the room it has")
    func fitted() {
        #expect(TextMetrics.fitted("estradiol", 12, room: 200) == "estradiol")
        let short = TextMetrics.fitted("conjugated estrogens 0.625 mg", 12, room: 100)
        #expect(short.hasSuffix("…") && TextMetrics.width(short, 12) <= 100)
    }
}

@Suite("A number for people")
struct NumberTextTests {
    @Test(
        "has the digits asked for",
        arguments: [
            (0.012345, "0.0123"), (48.56, "48.6"), (12345.6, "12346"), (4.13e-7, "4.13e-07"), (0, "0"), (-1.5, "-1.50"),
            (.nan, "–"), (9.999, "10.0"),
        ])
    func significant(value: Double, text: String) {
        #expect(NumberText.significant(value) == text)
    }

    @Test("carries a sign only when it is not zero")
    func signed() {
        #expect(NumberText.signed(2.04, decimals: 1) == "+2.0")
        #expect(NumberText.signed(-0.04, decimals: 1) == "0.0")
        #expect(NumberText.signed(-0.06, decimals: 1) == "-0.1")
    }

    @Test("stands before a readable unit")
    func units() {
        #expect(UnitText.pretty("g/cm2") == "g/cm²")
        #expect(UnitText.pretty("ug/L") == "µg/L")
        #expect(UnitText.pretty("1").isEmpty)
    }
}
