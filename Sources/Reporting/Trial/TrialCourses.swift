import Exchange
import Foundation
import Modeling
import Symbolics
import Trials

/// The time courses of a trial: of each output all arms together, and each arm with the spread of its women.
struct TrialCourses {
    private let document: TrialDocument

    init(_ document: TrialDocument) { self.document = document }

    /// Percentiles of women that a band reaches from and to.
    private static let percentiles = (0.05, 0.95)

    /// All arms in one chart: means with the interval of the mean, and what was published.
    func overview(of output: Int) -> Chart {
        let run = document.run
        let courses = run.trial.arms.indices.map { course(output, arm: $0) }
        var chart = chart(
            output, identifier: "trial-\(output)", title: "\(run.outputs[output].shortLabel), mean of each arm")
        chart.lines = courses.enumerated().map { arm, course in
            Chart.Line(label: run.trial.arms[arm].name, style: arm, times: run.times, values: course.mean)
        }
        chart.bands = courses.enumerated().map { arm, course in
            Chart.Band(style: arm, times: run.times, lower: course.interval.map(\.0), upper: course.interval.map(\.1))
        }
        chart.points = points(output)
        chart.summary = summary(chart)
        return chart
    }

    /// A chart an arm: the mean, and where nine of ten women lie.
    func panels(of output: Int) -> [Chart] {
        let run = document.run
        return run.trial.arms.indices.map { arm in
            let course = course(output, arm: arm)
            var chart = chart(output, identifier: "trial-\(output)-\(arm)", title: run.trial.arms[arm].name)
            chart.lines = [
                Chart.Line(label: run.trial.arms[arm].name, style: arm, times: run.times, values: course.mean)
            ]
            chart.bands = [
                Chart.Band(style: arm, times: run.times, lower: course.spread.map(\.0), upper: course.spread.map(\.1))
            ]
            chart.summary = summary(chart)
            return chart
        }
    }

    private func isChange(_ output: Int) -> Bool {
        let name = document.run.outputs[output].name
        return name.hasPrefix("density.") || name.hasPrefix("marker.")
    }

    private func chart(_ output: Int, identifier: String, title: String) -> Chart {
        let unit = UnitText.pretty(document.run.outputs[output].unit.symbol)
        return Chart(
            identifier: identifier, title: title, summary: "",
            valueTitle: isChange(output) ? "% change since randomisation" : unit, lines: [],
            references: isChange(output) ? [.init(value: 0, label: "")] : [], leastSpan: isChange(output) ? 1 : 0)
    }

    private struct Course {
        var mean: [Double] = []
        var interval: [(Double, Double)] = []
        var spread: [(Double, Double)] = []
    }

    /// What is, not what is measured: the error of a measurement would only widen the bands.
    private func course(_ output: Int, arm: Int) -> Course {
        let data = document.analysis.data
        let women = data.women(ofArm: arm)
        let width = data.run.outputs.count
        let isChange = isChange(output)
        var course = Course()
        for time in data.run.times.indices {
            let values = women.map { woman in
                let value = data.values[woman][time * width + output]
                return isChange ? 100 * (value / data.values[woman][output] - 1) : value
            }.filter(\.isFinite).sorted()
            let sample = SampleMoments(values)
            let size = document.trial.arms[arm].women
            // Of a risk, the interval of the share of women who would have the fracture.
            let isRisk = data.run.outputs[output].name.hasPrefix("fracture.")
            let estimate = isRisk ? Estimate.share(sample.mean / 100, size: size) : .mean(sample, size: size)
            course.mean.append(estimate.value)
            course.interval.append((estimate.low, estimate.high))
            course.spread.append(
                (
                    values.quantile(Self.percentiles.0), values.quantile(Self.percentiles.1)
                ))
        }
        return course
    }

    /// Published changes since randomisation.
    private func points(_ output: Int) -> [Chart.Point] {
        document.rows.filter { row in
            row.output.name == document.run.outputs[output].name && isChange(output)
                && row.endpoint.measure == .percentChange && row.endpoint.from == 0
        }.flatMap { row in
            row.comparisons.map { comparison in
                Chart.Point(
                    label:
                        "\(comparison.label) (\(comparison.observation)): published \(row.endpoint.text(comparison.observed))",
                    style: row.finding.arm, time: comparison.time, value: comparison.observed,
                    interval: comparison.interval, calibrates: comparison.use == .calibrate)
            }
        }
    }

    private func summary(_ chart: Chart) -> String {
        chart.lines.map { line in
            "\(line.label): \(NumberText.significant(line.values.last ?? .nan)) \(chart.valueTitle) at the end."
        }.joined(separator: " ")
    }
}
