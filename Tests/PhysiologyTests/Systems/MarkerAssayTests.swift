import Exchange
import Modeling
import Solving
import Symbolics
import Testing

@testable import Physiology

@Suite("Systems F3, G5: markers of turnover by different assays")
struct MarkerAssayTests {
    /// Estradiol that takes a good part of what menopause added to turnover.
    private func treated() throws -> Trajectory {
        try Experiment(therapy: [.patch(50, years: 1)]).observed(at: [0, 1])
    }

    @Test("F3: under estradiol CTX falls further in urine than in serum, by 3 to 12 points")
    func urine() throws {
        let run = try treated()
        let (serum, urine) = (try run.change("marker.CTX"), try run.change("marker.urinaryCTX"))
        // Estradiol with drospirenone: 67 % in serum, 75 % in urine (O0221, O0222).
        #expect((3...12).contains(serum - urine), "serum \(serum) %, urine \(urine) %")
        #expect(try abs(run.change("markerLevel.urinaryCTX") - urine) < 1e-6)
    }

    @Test("F3: what raises turnover raises CTX in urine more than in serum, and at rest both are at their usual level")
    func rise() throws {
        let run = try Experiment(woman: .aged(40)).observed(at: [0])
        #expect(try abs(run.series("marker.urinaryCTX")[0] - 100) < 0.1)
        let after = try Experiment(woman: .aged(60, menopause: 50)).observed(at: [0])
        #expect(try after.series("marker.urinaryCTX")[0] > after.series("marker.CTX")[0])
        #expect(try after.series("marker.CTX")[0] > 100)
    }

    @Test("F3: the assays disagree as patients' samples did, more at high levels than at low ones")
    func calibrations() throws {
        let run = try treated()
        let names = ["CTX", "CTXMicroplate", "CTXChemiluminescence"].map { "markerLevel.\($0)" }
        for place in 0...1 {
            let levels = try names.map { try run.series($0)[place] }
            // Chubb 2015: an electrochemiluminescence reading is 0.79 of the microplate's.
            #expect((0.77...0.8).contains(levels[0] / levels[1]), "\(levels) ng/mL")
            // No assay reads less than it can tell from nothing.
            #expect(levels.allSatisfy { $0 > 0.02 })
        }
        // A slope of 1.6 and an offset below zero: it falls further in per cent.
        #expect(try run.change(names[2]) < run.change(names[0]))
        #expect(try run.series(names[2])[0] > run.series(names[0])[0])
    }

    @Test("F3: when denosumab stops resorption, an assay with an offset reads its limit of detection and not less than nothing")
    func detection() throws {
        let dose = Treatment.given("denosumab", "subcutaneous", Quantity(60, "mg"), every: 182, days: 182)
        let run = try Experiment(woman: .aged(70, menopause: 50), therapy: [dose]).observed(at: [0, 0.25])
        // The makers state 0.033 ng/mL.
        #expect(try run.series("markerLevel.CTXChemiluminescence")[1] >= 0.033 * (1 - 1e-9))
        #expect(try run.change("markerLevel.CTX") < -60)
    }
}
