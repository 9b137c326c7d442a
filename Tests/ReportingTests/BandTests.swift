import Foundation
import Testing

@testable import Reporting

@Suite("Bands in reports")
struct BandTests {
    private func report() -> RunReport {
        var report = Samples.report()
        report.series[0].band = report.series[0].times.map { time in
            .init(value: (0.94 + 0.01 * time)...(0.94 + 0.03 * time), ratio: (1 + 0.01 * time)...(1 + 0.03 * time))
        }
        return report
    }

    @Test("a band is drawn beneath its line, counts for the scale and is explained")
    func drawn() throws {
        let page = HTMLReport.render(report())
        #expect(page.contains("class=\"band "))
        #expect(page.contains("Shaded is where nine in ten fits"))
        #expect(!HTMLReport.render(Samples.report()).contains("class=\"band "))
        let chart = try #require(ReportCharts.groups(report()).first?.charts.first)
        #expect(try #require(chart.valueRange).upperBound >= 9, "three years of 3 % a year at the upper end")
    }

    @Test("the summary gives bands of values and of changes in per cent, and none where none is known")
    func summary() throws {
        func json(_ band: OutputSeries.Band?) throws -> String {
            try RunSummary(
                title: "", model: "", resolution: "", seconds: 0,
                endpoints: [.init(output: "density.totalHip", unit: "g/cm2", time: 1, value: 0.9, baseline: 0.88, band: band)]
            ).json()
        }
        let text = try json(.init(value: 0.75...1, ratio: 0.75...1.25))
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let endpoint = try #require((object["endpoints"] as? [[String: Any]])?.first)
        #expect(endpoint["band90"] as? [Double] == [0.75, 1])
        #expect(endpoint["changePercentBand90"] as? [Double] == [-25, 25])
        #expect(!(try json(nil)).contains("band90"))
    }

    @Test("an axis of another quantity is named for it and has its numbers")
    func quantityAxis() {
        let axis = TimeAxis.quantity("pg/mL", 0.9...1.9, ticks: 5)
        #expect(axis.title == "pg/mL" && axis.heading == "pg/mL")
        #expect(axis.ticks.map(\.text).contains("1.5") || axis.ticks.map(\.text).contains("1.50"), "\(axis.ticks)")
        #expect(axis.ticks.allSatisfy { (0.9...1.9).contains($0.position) })
    }
}
