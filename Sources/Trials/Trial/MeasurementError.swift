import Evidence
import Exchange
import Foundation
import Modeling
import Populations
import Symbolics

import struct Symbolics.Unit

/// How far single measurements lie from what is, as coefficients of variation.
public struct MeasurementError: Sendable {
    /// What is known of one output's error.
    public struct Variation: Sendable, Hashable {
        /// In %.
        public let percent: Double
        /// Where it is known from.
        public let source: String

        /// The least change between two measurements that error alone would not bring about, 95 %.
        public var leastSignificantChange: LeastSignificantChange { LeastSignificantChange(percent: percent) }
    }

    /// By output.
    public let variations: [String: Variation]

    private static let rows: [String: String] = [
        "density.lumbarSpine": "dxa_cv_ls_hologic", "density.femoralNeck": "dxa_cv_fn_hologic",
        "density.totalHip": "dxa_cv_th", "marker.CTX": "btm_cvi_ctx_recalled", "marker.P1NP": "btm_cvi_p1np_recalled",
        "marker.osteocalcin": "btm_cvi_oc_recalled",
    ]

    /// What no row of the evidence gives, in %.
    private static let assumed: [String: (percent: Double, why: String)] = [
        "density.totalBody": (1, "assumed: larger areas are measured more exactly than the spine"),
        "density.radius": (1.2, "assumed: as of the spine"),
        "density.lumbarSpineTrabecular": (2, "assumed: quantitative CT is less exact than DXA"),
        "marker.NTX": (20, "assumed: urine varies more than serum"),
        "marker.urinaryCTX": (28, "within women, Borderie 2001 (btm_between_uctx)"),
        "marker.BSAP": (9, "assumed: as of osteocalcin"),
    ]

    /// Of these outputs; others are taken as they are.
    ///
    /// - Parameter stated: what a trial file says of some, in %, which goes before what is known.
    /// - Throws: `EvidenceError` if a row of the evidence cannot be read.
    public init(
        outputs: [String], stated: [String: Double] = [:], evidence: EvidenceLibrary = .bundled
    ) throws {
        var variations: [String: Variation] = [:]
        let needed = outputs.filter { stated[$0] == nil && Self.rows[$0] != nil }
        let records = needed.isEmpty ? [] : try evidence.parameters(needed.compactMap { Self.rows[$0] })
        for (output, record) in zip(needed, records) {
            variations[output] = Variation(percent: record.value ?? .nan, source: "\(record.id), \(record.citation)")
        }
        for output in outputs {
            if let stated = stated[output] {
                variations[output] = Variation(percent: stated, source: "stated in the trial file")
            } else if let assumed = Self.assumed[output] {
                variations[output] = Variation(percent: assumed.percent, source: assumed.why)
            }
        }
        self.variations = variations
    }

    /// What a measurement of a woman shows; the same woman measured for the same reason on the same day shows the same.
    ///
    /// - Parameters:
    ///   - value: what is, in the output's unit.
    ///   - time: years since randomisation.
    public func measured(_ value: Double, _ output: String, of woman: Int, at time: Double, seed: UInt64) -> Double {
        guard let percent = variations[output]?.percent, percent > 0 else { return value }
        let day = Int((time * Unit.daysPerYear).rounded())
        var generator = CounterBasedGenerator(
            seed: seed, woman: UInt32(woman), purpose: "measurement of \(output) on day \(day)")
        // Log-normal with the mean kept, so that no measurement of what is there is negative.
        let deviation = Self.logDeviation(percent: percent)
        return value * exp(deviation * generator.normal() - deviation * deviation / 2)
    }

    /// Standard deviation of the logarithm of a log-normal number.
    ///
    /// - Parameter percent: its coefficient of variation, in %.
    static func logDeviation(percent: Double) -> Double { log1p(percent * percent / 10_000).squareRoot() }
}
