import Foundation
import Reporting
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Gathers what the page is made of while Foundation's XML parser reads it.
private final class PageReader: NSObject, XMLParserDelegate {
    private(set) var counts: [String: Int] = [:]
    private(set) var text = ""
    private(set) var identifiers: [String] = []
    private(set) var attributes: [String: [String]] = [:]

    static func read(_ html: String) -> PageReader? {
        let reader = PageReader()
        let parser = XMLParser(data: Data(html.replacing("<!DOCTYPE html>\n", with: "").utf8))
        parser.delegate = reader
        return parser.parse() ? reader : nil
    }

    func parser(
        _: XMLParser, didStartElement name: String, namespaceURI _: String?, qualifiedName _: String?,
        attributes found: [String: String]
    ) {
        counts[name, default: 0] += 1
        for (key, value) in found {
            attributes[key, default: []].append(value)
            if key == "id" { identifiers.append(value) }
        }
    }

    func parser(_: XMLParser, foundCharacters characters: String) {
        text += characters
    }
}

@Suite("The HTML report")
struct HTMLReportTests {
    @Test("is well-formed XML and says everything it was given")
    func wellFormed() throws {
        let page = try #require(PageReader.read(HTMLReport.render(Samples.report())))
        for phrase in [
            "Estrogen & <progesterone>", "A woman of 56 years's \"own\" words.", "Model 1.2.3", "resolution full",
            RunReport.standardDisclaimer, "Progesterone raises OPG.", "Fewer fractures.", "More thrombosis.",
            "Broken <hip>", "12.5", "−3.2 (−4.0 to −2.0)", "0.74 (0.68 to 0.84)", "no effect modelled",
            "Marshall 1996", "Osteopenia throughout.",
            "PEPI <CEE> & \"MP\"", "JAMA 1996;276:1389-1396", "calibrate", "validate", "rankl.effect",
            "O0003 <and others>", "Averages over the dosing period.", "estradiol 1 mg/day <oral>", "One day, month 36",
            "pmol/L", "inside interval", "outside",
        ] {
            #expect(page.text.contains(phrase), "\(phrase)")
        }
    }

    @Test("says once that it is no medical device")
    func disclaimerOnce() {
        #expect(HTMLReport.render(Samples.report()).components(separatedBy: "not a medical device").count == 2)
    }

    @Test("asks nothing of the network and runs nothing")
    func selfContained() throws {
        let html = HTMLReport.render(Samples.report())
        let page = try #require(PageReader.read(html))
        for element in ["script", "link", "img", "iframe", "object", "image", "use"] {
            #expect(page.counts[element] == nil, "\(element)")
        }
        #expect(page.attributes["src"] == nil && page.attributes["href"] == nil)
        #expect(!html.contains("url(") && !html.contains("@import"))
    }

    @Test("gives every drawing a title and a description, and every identifier once")
    func accessible() throws {
        let page = try #require(PageReader.read(HTMLReport.render(Samples.report())))
        let drawings = try #require(page.counts["svg"])
        #expect(page.attributes["role"]?.count == drawings)
        #expect(page.counts["desc"] == drawings)
        #expect(Set(page.identifiers).count == page.identifiers.count)
        let labels: [String] = page.attributes["aria-labelledby", default: []]
        #expect(Set(labels.flatMap { $0.components(separatedBy: " ") }) == Set(page.identifiers))
    }

    @Test("puts the numbers of each chart in a table beneath it")
    func dataTables() throws {
        let page = try #require(PageReader.read(HTMLReport.render(Samples.report())))
        #expect(page.counts["figure"] == page.counts["details"])
        #expect(page.counts["figure", default: 0] >= 9)
    }

    @Test("leaves out sections that have nothing to say")
    func emptySections() throws {
        let report = RunReport(
            title: "Empty", scenarioInWords: [], modelVersion: "1", resolution: "full", seconds: 1, series: [])
        let page = try #require(PageReader.read(HTMLReport.render(report)))
        #expect(page.counts["h2"] == nil && page.counts["table"] == nil && page.counts["svg"] == nil)
    }

    @Test("draws no NaN or infinity")
    func finiteDrawings() {
        var report = Samples.report()
        report.series.append(Samples.series("serum.LH", "LH", "IU/L") { $0 > 1 ? .infinity : 3 })
        report.series.append(Samples.series("density.radius", "Radius", "g/cm2") { _ in 0 })
        report.comparisons.append(
            Samples.comparison("density.lumbarSpine", interval: 4...(.infinity), simulated: .nan))
        report.comparisons.append(Samples.comparison("density.totalHip", observed: .nan, interval: nil))
        report.treatments.append(Period(label: "for ever", start: .nan, end: .infinity))
        let html = HTMLReport.render(report)
        let small = html.lowercased()
        #expect(!small.contains("\"nan") && !small.contains(" nan") && !small.contains("inf\""))
        #expect(PageReader.read(html) != nil)
    }

    @Test("marks each observation on the chart of its output with its interval")
    func observedMarks() {
        let html = HTMLReport.render(Samples.report())
        #expect(html.contains("mark full") && html.contains("mark hollow"))
        #expect(html.contains("(O0006): observed 5.10 %, 95 % interval 4.40 to 5.80, simulated 5.30"))
    }

    @Test("draws ten years of daily values in less than a megabyte")
    func thinned() {
        var report = Samples.report()
        let times = (0...3650).map { Double($0) / 365 }
        report.series = (0..<20).map { number in
            OutputSeries(
                name: "serum.x\(number)", label: "X", unit: "1", times: times,
                values: times.indices.map { Double(($0 * 37) % 101) })
        }
        #expect(HTMLReport.render(report).utf8.count < 1_000_000)
    }

    @Test("draws what moves, tells the rest in a sentence, and leaves out what nobody could measure")
    func still() {
        var report = Samples.report()
        report.series.append(Samples.series("serum.TSH", "Thyrotropin", "mIU/L") { 1.8 + 0.001 * $0 })
        report.series.append(Samples.series("serum.inhibinB", "Inhibin B", "pg/mL") { _ in 1e-6 })
        let html = HTMLReport.render(report)
        #expect(html.contains("moves by less than 2 %: Thyrotropin: 1.80 mIU/L"))
        #expect(!html.contains("run-serum.TSH") && html.contains("run-serum.estradiol"))
        #expect(!html.contains("Inhibin B"))
    }

    @Test("sets her cycle without therapy beside the one with it")
    func besides() throws {
        var report = Samples.report()
        let values = [5.0, 40, 5]
        func series(_ values: [Double]) -> OutputSeries {
            OutputSeries(name: "serum.LH", label: "LH", unit: "IU/L", times: [0, 14, 28], values: values)
        }
        report.zooms = [
            Zoom(title: "One cycle of her own", timeUnit: .days, series: [series([4, 5, 4])], without: [series(values)])
        ]
        let page = try #require(PageReader.read(HTMLReport.render(report)))
        #expect(page.text.contains("with therapy: from 4.00 to 4.00") && page.text.contains("highest 40.0"))
    }

    @Test("removes control characters that XML forbids")
    func controlCharacters() {
        var report = Samples.report()
        report.title = "a\u{0}b\u{1B}c"
        let html = HTMLReport.render(report)
        #expect(html.contains("<title>abc</title>"))
        #expect(PageReader.read(html) != nil)
    }
}

@Suite("A comparison")
struct ComparisonTests {
    @Test("is judged by interval first, then by tolerance")
    func verdicts() {
        let make = { (interval: ClosedRange<Double>?, simulated: Double, tolerance: Double?) in
            Samples.comparison("x", interval: interval, simulated: simulated, tolerance: tolerance).verdict
        }
        #expect(make(4.4...5.8, 5.3, nil) == .inside)
        #expect(make(4.4...5.8, 6.0, 1.5) == .near)
        #expect(make(4.4...5.8, 6.0, nil) == .outside)
        #expect(make(nil, 6.6, 1.5) == .near)
        #expect(make(nil, 6.7, 1.5) == .outside)
        #expect(make(nil, 5.1, nil) == .notJudged)
        #expect(make(4.4...5.8, .nan, 1.5) == .notJudged)
    }
}
