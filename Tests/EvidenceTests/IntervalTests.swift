import Evidence
import Foundation
import Testing

@Suite("The 95 % interval of an observation")
struct IntervalTests {
    private let library = EvidenceLibrary.bundled

    @Test("is the published one where there is one")
    func published() throws {
        let row = try #require(
            try library.observations().first {
                $0.dispersion.kind == .confidenceInterval95 && $0.dispersion.high != nil
            })
        let low = try #require(row.dispersion.low)
        let high = try #require(row.dispersion.high)
        #expect(row.interval95 == low...high)
        #expect(row.intervalOrigin == .published)
    }

    @Test("follows from a standard error")
    func standardError() throws {
        let interval = try #require(try library.observation("O0102").interval95)
        // 2.43 ± 1.96 · 0.37
        #expect(abs(interval.lowerBound - 1.7048) < 1e-4)
        #expect(abs(interval.upperBound - 3.1552) < 1e-4)
    }

    @Test("follows from a standard deviation and the size of the arm")
    func standardDeviation() throws {
        let row = try library.observation("O0255")
        let interval = try #require(row.interval95)
        // 2.98 ± 1.96 · 5.45 / √121
        #expect(abs(interval.lowerBound - 2.00893) < 1e-4)
        #expect(abs(interval.upperBound - 3.95107) < 1e-4)
        #expect(row.intervalOrigin == .fromStandardDeviation)
    }

    @Test("is absent for a standard deviation without the size of the arm, a range, or an interval that lost an end")
    func absent() throws {
        for identifier in ["O0186", "O1601", "O0795", "O0001"] {
            let row = try library.observation(identifier)
            #expect(row.interval95 == nil, "\(identifier)")
            #expect(row.intervalOrigin == nil, "\(identifier)")
        }
    }

    @Test("holds the value wherever it follows from a standard error or deviation")
    func holdsTheValue() throws {
        for row in try library.observations() where row.intervalOrigin != nil && row.intervalOrigin != .published {
            let value = try #require(row.value)
            #expect(row.interval95?.contains(value) == true, "\(row.id)")
        }
    }
}

@Suite("The time of an observation")
struct ObservationTimeTests {
    private let library = EvidenceLibrary.bundled

    @Test(
        "counts years from the event its unit names",
        arguments: [
            ("O0001", ObservationTime.Origin.start, 3.0 as Double?), ("O1160", .start, 1.0), ("O0796", .start, 6.3),
            ("O1601", .other, nil), ("O0383", .start, nil),
        ])
    func years(identifier: String, origin: ObservationTime.Origin, years: Double?) throws {
        let time = try library.observation(identifier).time
        #expect(time.origin == origin)
        #expect(time.years == years)
    }

    @Test("is never given in years without a known origin")
    func origins() throws {
        let times = try library.observations().map(\.time)
        #expect(times.allSatisfy { $0.origin != .other || $0.years == nil })
        #expect(
            Set(times.filter { $0.origin == .stop }.map(\.unit)) == [
                "year after stop", "year_after_stop", "month after stop", "month_after_stop",
            ])
    }
}
