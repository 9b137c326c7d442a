import Exchange
import Foundation
import Modeling
import Physiology
import Populations
import Testing

@testable import Trials

@Suite("Bands of all that charts show")
struct OutputBandsTests {
    private static let ensembles = Result { try BandEnsembles(WomanModel.complete()) }

    private func bands(_ outputs: Set<String>) throws -> (run: Simulation, bands: OutputBands) {
        let scenario = try Examples.scenario("cooper-patch-50.yaml")
        let solver = try SolverShelf(capacity: 1).solver(scenario, outputs: outputs, closeLooks: false)
        let ensembles = try Self.ensembles.get()
        return (
            try Simulation(solver),
            OutputBands(
                fits: try .fits(solver, ensembles, share: 0.95),
                women: try .women(solver, ensembles, share: 0.95, outputs: outputs))
        )
    }

    @Test("H11: density, cells, RANKL to OPG, fractures and hormone levels lie inside their bands, and none is known exactly")
    func everyKind() throws {
        let outputs = [
            "density.lumbarSpine", "marker.CTX", "bone.osteoclasts", "bone.RANKLtoOPG", "tScore.totalHip", "fracture.any",
            "fracture.hip", "serum.estradiol", "serum.estrone", "serum.FSH", "serum.TSH", "serum.calcitriol",
        ]
        let (run, bands) = try bands(Set(outputs))
        for output in outputs {
            let value = try #require(run.value(output, at: 2))
            let band = try #require(bands.band(of: output)?.value(of: output, at: 2), "\(output)")
            #expect(band.lowerBound < value && value < band.upperBound, "\(output): \(value) in \(band)")
            #expect(band.upperBound - band.lowerBound > 0.003 * abs(value), "\(output): \(band)")
        }
    }

    @Test("women on one patch differ in estradiol as the trials of patches found: about 45 % of its mean")
    func estradiolOnPatches() throws {
        let (_, bands) = try bands(["serum.estradiol"])
        let band = try #require(bands.women?.value(of: "serum.estradiol", at: 2))
        // Log-normal with a coefficient of variation of 45 % (pk.estradiol.patch.cv_between): 95 % lie within a factor of
        // exp(2 · 1.96 · 0.43) = 5.4 of each other; her own estradiol and molecules' clearances add little.
        #expect(abs(log(band.upperBound / band.lowerBound) - 1.68) < 0.2, "\(band)")
    }

    @Test("risks widen the band of fractures and leave that of density as the fits have it")
    func risks() throws {
        let scenario = try Examples.scenario("cooper-patch-50.yaml")
        let (_, bands) = try bands(["density.lumbarSpine", "fracture.any"])
        let solver = try SolverShelf(capacity: 1).solver(
            scenario, outputs: ["density.lumbarSpine", "fracture.any"], closeLooks: false)
        let alone = try ParameterBand(solver, share: 0.95) { ["density.lumbarSpine", "fracture.any"].contains($0) }
        let (wide, narrow) = (
            try #require(bands.fits?.value(of: "fracture.any", at: 2)), try #require(alone.value(of: "fracture.any", at: 2))
        )
        #expect(wide.upperBound - wide.lowerBound > 3 * (narrow.upperBound - narrow.lowerBound), "\(wide) \(narrow)")
        let (one, other) = (
            try #require(bands.fits?.value(of: "density.lumbarSpine", at: 2)),
            try #require(alone.value(of: "density.lumbarSpine", at: 2))
        )
        // In g/cm2; lanes that share their steps differ in the last digits.
        #expect(abs(one.lowerBound - other.lowerBound) < 1e-4 && abs(one.upperBound - other.upperBound) < 1e-4)
    }

    @Test("a number is drawn from the whole of its range, half of the time below its value, and the same each time")
    func draws() throws {
        let ensembles = try Self.ensembles.get()
        let model = try WomanModel.complete()
        let name = "outcomes.fracture.spineGradient"
        let parameter = try #require(model.parameters.first { $0.name == name })
        let range = try #require(parameter.provenance.range)
        let drawn = ensembles.fitsAndRisks.compactMap { $0[name] }.map { $0 * parameter.value }
        #expect(drawn.count == FittedEnsemble.members.count && drawn.allSatisfy(range.contains))
        #expect(drawn.count { $0 < parameter.value } == drawn.count / 2)
        let width = range.upperBound - range.lowerBound
        #expect((drawn.max() ?? 0) - (drawn.min() ?? 0) > 0.95 * width)
        #expect(try BandEnsembles(model).women == ensembles.women)
        let fitted = try #require(FittedEnsemble.members.first?.keys.sorted())
        #expect(
            fitted.allSatisfy { name in zip(ensembles.fitsAndRisks, FittedEnsemble.members).allSatisfy { $0[name] == $1[name] } },
            "what was fitted goes together as the fits have it")
    }

    @Test("women's own set points spread as reference intervals of healthy women do")
    func setPoints() throws {
        let factors = try #require(try Self.ensembles.get().levels["serum.TSH"]).sorted()
        // 0.45 to 4.12 mIU/L hold 95 % (lab_ref_tsh); so do 64 members, one of each stratum.
        #expect(abs(log(factors.quantile(0.975) / factors.quantile(0.025)) - log(4.12 / 0.45)) < 0.15)
        #expect(abs(factors.quantile(0.5) - 1) < 0.03)
    }
}
