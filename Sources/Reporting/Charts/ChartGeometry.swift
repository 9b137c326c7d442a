/// Sizes of a drawing; one for wide screens and slides, one for phones, one for panels in a grid.
enum ChartFormat: String {
    case wide, narrow, panel

    var width: Double { self == .wide ? 960 : 360 }
    var plotHeight: Double {
        switch self {
        case .wide: 360
        case .narrow: 240
        case .panel: 150
        }
    }
    var valueTicks: Int { self == .wide ? 7 : self == .narrow ? 6 : 5 }
    var timeTicks: Int { self == .wide ? 13 : 7 }
    /// Wide charts name their lines at the end of each; small ones have a legend beneath.
    var namesLinesDirectly: Bool { self == .wide }
    var fontSize: Double { self == .wide ? 13 : 12 }
}

/// Where things go in one drawing, in the drawing's own pixels.
struct ChartGeometry {
    static let laneHeight = 17.0

    let format: ChartFormat
    let timeAxis: TimeAxis
    let scale: NiceScale
    /// Ticks of the alternate unit on the right, in that unit.
    let alternateScale: NiceScale?
    let lanes: TreatmentLanes
    let legend: ChartLegend
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double

    var width: Double { format.width }
    var height: Double { bottom + 38 + legend.height }

    init(_ chart: Chart, _ format: ChartFormat) {
        self.format = format
        switch chart.clock {
        case .years: timeAxis = .years(chart.timeRange, ticks: format.timeTicks)
        case .zoom(let unit): timeAxis = .zoom(unit, chart.timeRange, ticks: format.timeTicks)
        case .quantity(let name): timeAxis = .quantity(name, chart.timeRange, ticks: format.valueTicks)
        }
        let values = chart.valueScale(ticks: format.valueTicks)
        scale = values
        alternateScale = chart.alternate.map {
            NiceScale(minimum: values.lower * $0.factor, maximum: values.upper * $0.factor, ticks: format.valueTicks)
        }
        let size = format.fontSize
        left = 10 + (values.ticks.map { TextMetrics.width(values.text($0), size) }.max() ?? 0)
        var margin = 14.0
        if let alternateScale {
            margin = 10 + (alternateScale.ticks.map { TextMetrics.width(alternateScale.text($0), size) }.max() ?? 0)
        } else if format.namesLinesDirectly, chart.lines.count > 1 {
            margin = 30 + min(210, chart.lines.map { TextMetrics.width($0.label, size) }.max() ?? 0)
        }
        right = format.width - margin
        lanes = TreatmentLanes(chart.periods, range: chart.timeRange, from: left, to: right, fontSize: size - 1)
        top = 26 + Double(lanes.count) * Self.laneHeight
        bottom = top + format.plotHeight
        legend =
            format.namesLinesDirectly || chart.lines.count < 2
            ? ChartLegend(labels: [], width: format.width, fontSize: size)
            : ChartLegend(labels: chart.lines.map(\.label), width: format.width, fontSize: size)
    }

    func x(_ time: Double) -> Double {
        let range = timeAxis.range
        return left + (time - range.lowerBound) / (range.upperBound - range.lowerBound) * (right - left)
    }

    func y(_ value: Double) -> Double {
        bottom - (value - scale.lower) / (scale.upper - scale.lower) * (bottom - top)
    }
}

/// Room that text takes, estimated, since no font is at hand when the page is written.
enum TextMetrics {
    /// Width in pixels at a font size; a little generous for a sans-serif face.
    static func width(_ text: String, _ size: Double) -> Double {
        text.reduce(0) { $0 + size * share($1) }
    }

    private static func share(_ character: Character) -> Double {
        if "iljt.,:;|'I ()-".contains(character) { return 0.34 }
        if "mMW%".contains(character) { return 0.95 }
        return character.isUppercase || character == "w" ? 0.75 : 0.61
    }

    /// The text, shortened with an ellipsis when it is wider than the room.
    static func fitted(_ text: String, _ size: Double, room: Double) -> String {
        if width(text, size) <= room { return text }
        var short = text
        while !short.isEmpty, width(short + "…", size) > room { short.removeLast() }
        while short.last == " " || short.last == "," { short.removeLast() }
        return short.isEmpty ? "" : short + "…"
    }
}
