import Foundation

/// The content of `summary.json`.
public struct RunSummary: Sendable, Encodable {
    /// One output at one time.
    public struct Endpoint: Sendable, Encodable {
        public var output: String
        public var unit: String
        /// Years since time zero.
        public var time: Double
        public var value: Double
        /// The value at time zero.
        public var baseline: Double
        /// Between which values the output lies for what a fit leaves open; left out of the file where that is not known.
        public var band: OutputSeries.Band?

        public init(
            output: String, unit: String, time: Double, value: Double, baseline: Double, band: OutputSeries.Band? = nil
        ) {
            self.output = output
            self.unit = unit
            self.time = time
            self.value = value
            self.baseline = baseline
            self.band = band
        }

        /// Per cent change from time zero; NaN when the value was zero then.
        public var changePercent: Double {
            baseline == 0 ? .nan : 100 * (value - baseline) / baseline
        }

        enum CodingKeys: String, CodingKey {
            case output, unit, time, value, baseline, changePercent, band90, changePercentBand90
        }

        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(output, forKey: .output)
            try container.encode(unit, forKey: .unit)
            try container.encode(time.finite, forKey: .time)
            try container.encode(value.finite, forKey: .value)
            try container.encode(baseline.finite, forKey: .baseline)
            try container.encode(changePercent.finite, forKey: .changePercent)
            guard let band else { return }
            try container.encode([band.value.lowerBound, band.value.upperBound], forKey: .band90)
            let change = [band.ratio.lowerBound, band.ratio.upperBound].map { 100 * ($0 - 1) }
            try container.encode(change, forKey: .changePercentBand90)
        }
    }

    public var title: String
    public var model: String
    /// How time was resolved, for example `full`.
    public var resolution: String
    /// Wall time of the simulation, s.
    public var seconds: Double
    public var endpoints: [Endpoint]
    /// Left out of the file when empty.
    public var comparisons: [Comparison]

    public init(
        title: String, model: String, resolution: String, seconds: Double, endpoints: [Endpoint],
        comparisons: [Comparison] = []
    ) {
        self.title = title
        self.model = model
        self.resolution = resolution
        self.seconds = seconds
        self.endpoints = endpoints
        self.comparisons = comparisons
    }

    /// The times that get an endpoint: 0.25 and 0.5 years and every whole year up to the horizon, in years, ascending.
    public static func endpointTimes(horizon: Double) -> [Double] {
        guard horizon.isFinite, horizon > 0 else { return [] }
        // A horizon built from months may miss a whole year by rounding.
        let slack = 1e-9
        let years = (0..<Int(horizon + slack)).map { Double($0 + 1) }
        return [0.25, 0.5].filter { $0 <= horizon + slack } + years
    }

    /// The file's text: keys sorted, indented, NaN and infinity written as null, ended by a line break.
    ///
    /// - Throws: what `JSONEncoder` throws, which these values give no reason for.
    public func json() throws -> String {
        try prettyJSON()
    }

    enum CodingKeys: String, CodingKey {
        case title, model, resolution, seconds, endpoints, comparisons
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(title, forKey: .title)
        try container.encode(model, forKey: .model)
        try container.encode(resolution, forKey: .resolution)
        try container.encode(seconds.finite, forKey: .seconds)
        try container.encode(endpoints, forKey: .endpoints)
        if !comparisons.isEmpty { try container.encode(comparisons, forKey: .comparisons) }
    }
}

extension Comparison: Encodable {
    enum CodingKeys: String, CodingKey {
        case observation, label, output, time, quantity, unit, observed, interval, simulated, misfit, verdict, use
        case citation
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(observation, forKey: .observation)
        try container.encode(label, forKey: .label)
        try container.encode(output, forKey: .output)
        try container.encode(time.finite, forKey: .time)
        try container.encode(quantity, forKey: .quantity)
        try container.encode(unit, forKey: .unit)
        try container.encode(observed.finite, forKey: .observed)
        try container.encode(interval.map { [$0.lowerBound.finite, $0.upperBound.finite] }, forKey: .interval)
        try container.encode(simulated.finite, forKey: .simulated)
        try container.encode(misfit.finite, forKey: .misfit)
        try container.encode(verdict, forKey: .verdict)
        try container.encode(use, forKey: .use)
        try container.encode(citation, forKey: .citation)
    }
}
