import Testing

@testable import Modeling
@testable import Solving

@Suite("Windows of a schedule")
struct LaneScheduleTests {
    private typealias Stretch = LaneSchedule.Stretch

    private static func lanes(_ schedule: Schedule) -> LaneSchedule {
        LaneSchedule(LaneEvent.shared(schedule.events { _ in 0 }))
    }

    private static func daily(from start: Double, until end: Double, without missed: Set<Int> = []) -> Schedule {
        var schedule = Schedule()
        var day = 0
        while start + Double(day) < end {
            if !missed.contains(day) { schedule.dose(1, port: "p", at: start + Double(day)) }
            day += 1
        }
        return schedule
    }

    /// When doses are taken according to the windows, those past the span left out.
    private static func doseTimes(_ stretches: [Stretch], until end: Double) -> [Double] {
        stretches.flatMap { stretch in
            (0..<stretch.count).flatMap { window in
                stretch.doses.map { stretch.start + stretch.length * Double(window) + $0.offset }
            }
        }.filter { $0 < end - 1e-9 }
    }

    /// Whether windows follow one another without gap from beginning to end, and take every dose of the span once.
    private static func check(_ schedule: Schedule, in span: ClosedRange<Double>) -> [Stretch] {
        let events = schedule.events { _ in 0 }
        let stretches = LaneSchedule(LaneEvent.shared(events)).stretches(in: span)
        var time = span.lowerBound
        for stretch in stretches {
            #expect(abs(stretch.start - time) < 1e-9, "a window begins where the last one ended, on day \(time)")
            #expect(stretch.length > 0)
            #expect(stretch.length <= 1)
            #expect(stretch.doses.allSatisfy { 0 <= $0.offset && $0.offset < stretch.length })
            #expect(stretch.count == 1 || stretch.change.isEmpty)
            time = stretch.end
        }
        #expect(time >= span.upperBound - 1e-9, "the windows reach the end")
        #expect(time < span.upperBound + 1, "at most the last day reaches past it")
        let taken = doseTimes(stretches, until: span.upperBound)
        let wanted = events.filter { event in
            span.lowerBound <= event.time && event.time < span.upperBound - 1e-9
                && event.actions.contains { if case .dose = $0 { true } else { false } }
        }.map(\.time)
        #expect(taken.count == wanted.count, "doses taken and planned")
        for (a, b) in zip(taken, wanted) { #expect(abs(a - b) < 1e-8, "a dose planned for day \(b)") }
        return stretches
    }

    @Test("A dose a day is one window, repeated")
    func wholeDays() throws {
        let stretches = Self.check(Self.daily(from: 0, until: 10), in: 0...10)
        let only = try #require(stretches.first)
        #expect(stretches.count == 1)
        #expect(only.count == 10)
        #expect(only.length == 1)
        #expect(only.doses.map(\.offset) == [0])
    }

    @Test("Days before the first dose and after the last are quiet windows")
    func quiet() {
        let stretches = Self.check(Self.daily(from: 3, until: 6), in: 0...10)
        #expect(stretches.map(\.count) == [3, 3, 4])
        #expect(stretches.map { $0.doses.count } == [0, 1, 0])
    }

    @Test(
        "A span that begins and ends within a day keeps its doses", arguments: [(2.5, 7.25), (0.75, 1.5), (3.1, 3.2)])
    func partialDays(start: Double, end: Double) {
        _ = Self.check(Self.daily(from: 0.3, until: 12), in: start...end)
        _ = Self.check(Self.daily(from: 0, until: 12), in: start...end)
        _ = Self.check(Self.daily(from: 5, until: 6), in: start...end)
    }

    @Test("A span without doses is covered")
    func nothing() {
        #expect(Self.check(Schedule(), in: 0...3).map(\.count) == [3])
        _ = Self.check(Schedule(), in: 0.4...3.6)
        #expect(Self.check(Schedule(), in: 0.25...0.5).map(\.length) == [0.25])
        _ = Self.check(Schedule(), in: -3.5 ... -1)
    }

    @Test("A setting in the middle of a day cuts it, and acts from there on")
    func settings() throws {
        var schedule = Self.daily(from: 0.25, until: 6)
        schedule.set("c", to: 1, at: 2.5)
        let stretches = Self.check(schedule, in: 0...6)
        let cut = try #require(stretches.first { !$0.change.isEmpty })
        #expect(cut.start == 2.5)
        #expect(cut.length == 0.5)
        #expect(stretches.map(\.count) == [2, 1, 1, 3])
        let before = try #require(stretches.first { $0.start == 2 })
        #expect(before.doses.map(\.offset) == [0.25])
    }

    @Test("A setting at midnight and a dose at the same moment are both kept")
    func settingWithDose() throws {
        var schedule = Self.daily(from: 0, until: 5)
        schedule.set("c", to: 1, at: 2)
        let stretches = Self.check(schedule, in: 0...5)
        let changed = try #require(stretches.first { !$0.change.isEmpty })
        #expect(changed.start == 2)
        #expect(changed.doses.map(\.offset) == [0])
    }

    @Test("A setting when the span begins counts, one when it ends does not")
    func settingsAtEnds() {
        var schedule = Schedule()
        schedule.set("c", to: 1, at: 2)
        schedule.set("c", to: 2, at: 5)
        let stretches = Self.check(schedule, in: 2...5)
        #expect(stretches.filter { !$0.change.isEmpty }.count == 1)
        #expect(stretches.first?.change.settings.count == 1)
    }

    @Test("Several changes on one day cut it several times")
    func severalSettings() {
        var schedule = Self.daily(from: 0.6, until: 3)
        for time in [1.2, 1.6, 1.8] { schedule.set("c", to: time, at: time) }
        let stretches = Self.check(schedule, in: 0...3)
        #expect(stretches.filter { !$0.change.isEmpty }.map(\.start) == [1.2, 1.6, 1.8])
    }

    @Test("A dose at 23:59 belongs to its own day")
    func lateDose() throws {
        let late = 23.0 / 24 + 59.0 / 1440
        let stretches = Self.check(Self.daily(from: late, until: 8), in: 0...8)
        #expect(stretches.count == 1)
        #expect(stretches.first?.count == 8)
        #expect(abs((stretches.first?.doses.first?.offset ?? 0) - late) < 1e-9)
    }

    @Test("A dose a rounding before midnight is not lost, on a day that is cut either")
    func roundedDose() {
        var schedule = Schedule()
        schedule.dose(1, port: "p", at: 1.0.nextDown)
        schedule.dose(1, port: "p", at: 4.0.nextDown)
        schedule.set("c", to: 1, at: 0.5)
        schedule.set("c", to: 2, at: 4.5)
        _ = Self.check(schedule, in: 0...6)
        _ = Self.check(schedule, in: 0.25...5.5)
    }

    @Test("A dose or a change at the very moment when a span begins or ends is in one of two spans that meet there")
    func ends() {
        for time in [10.0 / 3, 16.0 / 7, 0.1 + 0.2, 3 - 1e-9, 2 + 0.6e-9] {
            var schedule = Schedule()
            schedule.dose(1, port: "p", at: time)
            schedule.set("c", to: 1, at: time)
            let lanes = Self.lanes(schedule)
            for (span, count) in [(time...5, 1), (0...time, 0)] {
                let stretches = lanes.stretches(in: span)
                #expect(
                    stretches.flatMap(\.doses).count == count, "doses from \(span.lowerBound) to \(span.upperBound)")
                #expect(stretches.filter { !$0.change.isEmpty }.count == count)
            }
        }
    }

    @Test("A span may begin in the middle of a run of doses, before time zero too")
    func middleOfRun() {
        let stretches = Self.check(Self.daily(from: -10, until: 10), in: -3...4)
        #expect(stretches.map(\.start) == [-3])
        #expect(stretches.map(\.count) == [7])
        _ = Self.check(Self.daily(from: -10.4, until: 10), in: -3.2...4.7)
        _ = Self.check(Self.daily(from: -10, until: 10), in: -5...0)
    }

    @Test("Missed doses leave windows without any")
    func missed() {
        let stretches = Self.check(Self.daily(from: 0, until: 10, without: [3, 4, 8]), in: 0...10)
        #expect(stretches.map(\.count) == [3, 2, 3, 1, 1])
        #expect(stretches.map { $0.doses.count } == [1, 0, 1, 0, 1])
    }

    @Test("A dose missed on a day of two doses makes that day a window of its own")
    func halfMissed() {
        var schedule = Schedule()
        for day in 0..<6 {
            schedule.dose(1, port: "p", at: Double(day))
            if day != 3 { schedule.dose(1, port: "p", at: Double(day) + 0.5) }
        }
        #expect(Self.check(schedule, in: 0...6).map(\.count) == [3, 1, 2])
    }

    @Test("Doses of another size or of other women are another window")
    func others() {
        let days = (0..<4).map { day in Event(time: Double(day), actions: [.dose(port: "p", amount: day < 2 ? 1 : 2)]) }
        #expect(LaneSchedule(LaneEvent.shared(days)).stretches(in: 0...4).map(\.count) == [2, 2])
        let own = LaneEvent.merged([days, Array(days.prefix(1))] + Array(repeating: [], count: 6))
        #expect(LaneSchedule(own).stretches(in: 0...4).map(\.count) == [1, 1, 2])
    }

    @Test("Any mixture of doses and settings is covered without gaps and without losses", arguments: 1...40)
    func mixture(seed: Int) {
        var numbers = SeededNumbers(seed: UInt64(seed))
        var schedule = Schedule()
        for _ in 0..<Int.random(in: 0...12, using: &numbers) {
            let time = (numbers.number(in: -6...12) * 24).rounded() / 24
            schedule.dose(1, port: "p", at: time)
        }
        for _ in 0..<Int.random(in: 0...4, using: &numbers) {
            schedule.set("c", to: 1, at: numbers.number(in: -6...12))
        }
        let start = numbers.number(in: -5...5)
        _ = Self.check(schedule, in: start...(start + numbers.number(in: 0.1...9)))
        _ = Self.check(schedule, in: start.rounded()...(start.rounded() + 5))
    }
}
