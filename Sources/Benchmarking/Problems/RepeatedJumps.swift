import Modeling
import Symbolics

#if canImport(Glibc)
    import Glibc
#endif

/// A fast state on the heels of a slow one, both pushed again and again: what a dose every day does to a solver.
///
/// y1' = −y1 and y2' = 999 y1 − 1000 y2, whose slow manifold is y2 = y1.
struct RepeatedJumps: Component {
    let path = "jumps"
    let summary = "A stiff pair that jumps."

    func define(in b: ComponentBuilder) {
        let y1 = b.state("y1", .one, initial: 1, "Slow")
        let y2 = b.state("y2", .one, initial: 1, "Fast")
        b.rate(of: y1, -(.perDay(1) * y1))
        b.rate(of: y2, .perDay(999) * y1 - .perDay(1000) * y2)
        b.dosePort("both", .one, "Along the slow manifold") { [(y1, $0), (y2, $0)] }
        b.dosePort("slow", .one, "Off the slow manifold") { [(y1, $0)] }
    }
}

extension StiffProblem {
    private static let jumpCount = 100
    private static let jumpInterval = 0.05

    /// A hundred jumps of both states by one, every 0.05 days, with the end in closed form.
    public static func repeatedJumps() throws -> StiffProblem {
        var schedule = Schedule()
        for index in 1...jumpCount { schedule.dose(1, port: "jumps.both", at: Double(index) * jumpInterval) }
        let end = Double(jumpCount + 1) * jumpInterval
        return try StiffProblem(
            "100 jumps", source: "closed form", RepeatedJumps(), span: 0...end, events: schedule.events { _ in 0 },
            end: Self.afterJumps(at: end))
    }

    /// The same, with the slow state alone pushed, so that the fast one has to catch up a hundred times.
    public static func repeatedJumpsOffManifold() throws -> StiffProblem {
        var schedule = Schedule()
        for index in 1...jumpCount { schedule.dose(1, port: "jumps.slow", at: Double(index) * jumpInterval) }
        let end = Double(jumpCount + 1) * jumpInterval
        return try StiffProblem(
            "100 jumps aside", source: "closed form", RepeatedJumps(), span: 0...end,
            events: schedule.events { _ in 0 }, end: Self.afterJumps(at: end, gap: 1))
    }

    /// Every jump decays on its own; the gap it opens between the states closes a thousand times as fast.
    ///
    /// - Parameter gap: by how much a jump lifts the slow state above the fast one.
    public static func afterJumps(at time: Double, gap: Double = 0) -> [Double] {
        let ages = (1...jumpCount).map { time - Double($0) * jumpInterval }.filter { $0 > 0 }
        let slow = exp(-time) + ages.map { exp(-$0) }.reduce(0, +)
        return [slow, slow - gap * ages.map { exp(-1000 * $0) }.reduce(0, +)]
    }
}
