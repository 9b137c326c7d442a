import Foundation
import Populations
import Testing
import Trials

@testable import Reporting

@Suite("Populations on paper")
struct PopulationTests {
    @Test("a file of women has the same bytes whether it was drawn at once or went on after a stop")
    func resumed() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("population-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (whole, parts) = (folder.appendingPathComponent("a.csv"), folder.appendingPathComponent("b.csv"))
        let sample = try PopulationSample(like: .named("PEPI"), count: 1000, seed: 1)
        let tally = try await sample.run(file: whole, threads: 2)
        let stopped = Task {
            try await sample.run(file: parts, threads: 1) { if $0 >= 250 { withUnsafeCurrentTask { $0?.cancel() } } }
        }
        await #expect(throws: CancellationError.self) { try await stopped.value }
        let resumed = try await sample.run(file: parts, threads: 2)
        #expect(try Data(contentsOf: whole) == Data(contentsOf: parts))
        #expect(resumed.women == 1000 && resumed.drawn == tally.drawn)
        #expect(resumed.moments(.age).mean == tally.moments(.age).mean)
    }

    @Test("the table shows published beside drawn, names the method and marks what is from memory")
    func table() async throws {
        let sample = try PopulationSample(like: .named("WHI"), count: 500, seed: 1)
        let text = PopulationTable.text(sample, try await sample.run(file: nil, threads: 2), width: 120)
        for phrase in [
            "63.3", "tb_whi_ep_age_50_59", "PMID 27069777", "10.1093/pan/mpr025", "from memory", "accepted 500",
        ] {
            #expect(text.contains(phrase), "\(phrase): \(text)")
        }
    }

    @Test("drawn women have the surveys' density, and as many have osteoporosis as surveys never used found")
    func density() throws {
        let lines = try DensityCheck(women: 6000, seed: 1).lines
        func line(_ evidence: String) throws -> DensityCheck.Line {
            try #require(lines.first { $0.evidence == evidence })
        }
        for decade in ["21_30", "31_40", "41_50", "51_60", "61_70", "71_80"] {
            let found = try line("ls_bmd_\(decade)")
            // Some 860 women a decade: four standard errors are 2 %; means bend within a decade by as much.
            #expect(abs(found.drawn / found.published - 1) < 0.025, "\(found)")
            #expect(abs((found.drawnDeviation ?? 0) / (found.publishedDeviation ?? 1) - 1) < 0.13, "\(found)")
        }
        let neck = try line("fn_t_mean_50plus")
        #expect(abs(neck.drawn - neck.published) < 0.06 && abs((neck.drawnDeviation ?? 0) - 0.99) < 0.05)
        // Looker 2010: 10 %; four standard errors of 6000 women are 1.5 points.
        #expect(try abs(line("fn_op_prev_0506").drawn - 10) < 2)
        for row in ["op_either_50plus", "op_either_50_59", "op_either_60_69", "op_either_70_79"] {
            let found = try line(row)
            #expect(!found.isUsed && (0.7...1.3).contains(found.drawn / found.published), "\(found)")
        }
        #expect(try line("op_either_black").drawn < line("op_either_white").drawn)
        #expect(try line("op_either_mexican").drawn > line("op_either_white").drawn)
    }

    @Test("women lose bone through menopause as cohorts did, and differ in it")
    func loss() async throws {
        let check = try await LossCheck.run(women: 96, seed: 1, threads: 2)
        #expect(check.failures == 0)
        for row in ["swan_ls_trans", "swan_fn_trans", "swan_ls10", "swan_fn10"] {
            let line = try #require(check.lines.first { $0.evidence == row })
            let published = try #require(line.published)
            // Within a quarter of what SWAN found.
            let isNear = (0.75...1.25).contains(line.values.mean / published)
            if row == "swan_fn_trans" {
                withKnownIssue("around the final period the neck loses a quarter less than in SWAN, over ten years as much") {
                    #expect(isNear, "\(line.name): \(line.values.mean)")
                }
            } else {
                #expect(isNear, "\(line.name): \(line.values.mean)")
            }
            #expect(line.values.standardDeviation > 0.1 * abs(published), "\(line.name): all alike")
        }
    }
}
