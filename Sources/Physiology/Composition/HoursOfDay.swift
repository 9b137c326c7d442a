import Modeling

/// The course over the clock of hormones whose daily means the model holds.
///
/// It is laid over what is shown for a moment; means are left alone, and nothing else hears it: receptors average their
/// answer over the same course. Time zero is midnight.
struct HoursOfDay {
    /// By how many hours each output goes before cortisol.
    private static let leads = ["serum.cortisol": 0, "serum.freeCortisol": 0, "serum.ACTH": CortisolDay.leadOfACTH]

    /// Lowest and highest level over the mean.
    private let range: (nadir: Double, peak: Double)?

    init(_ prepared: PreparedScenario) {
        range = prepared.value(ofParameter: "axes.adrenal.nadirCortisol").flatMap { nadir in
            prepared.value(ofParameter: "axes.adrenal.peakCortisol").map { peak in
                let mean = nadir + (peak - nadir) * CortisolDay.meanHeight
                return (nadir / mean, peak / mean)
            }
        }
    }

    /// Turns means of the day into levels of the moment.
    ///
    /// - Parameter times: days since time zero, one for each value.
    func apply(to columns: inout [String: [Double]], at times: [Double]) {
        guard let range else { return }
        for (output, lead) in Self.leads {
            columns[output] = columns[output].map { values in
                zip(values, times).map { value, time in
                    let hour = 24 * (time - time.rounded(.down)) + lead
                    return value * CortisolDay.share(hour: hour, nadir: range.nadir, peak: range.peak)
                }
            }
        }
    }

    /// A close look with the hours in it, where it shows hours.
    func applied(to zoom: Simulation.Zoom) -> Simulation.Zoom {
        guard zoom.kind == .day else { return zoom }
        var zoom = zoom
        apply(to: &zoom.values, at: zoom.times.map { zoom.start + $0 })
        return zoom
    }
}
