import Modeling
import Testing

@Suite("Schedules")
struct ScheduleTests {
    private func times(_ schedule: Schedule) -> [Double] { schedule.events(lag: { _ in 0 }).map(\.time) }

    @Test("A daily dose for three days is three doses, the end not included")
    func daily() {
        var schedule = Schedule()
        schedule.doses(1, port: "p", every: 1, from: 0, until: 3)
        #expect(times(schedule) == [0, 1, 2])
    }

    @Test("Ten years of daily doses stay on whole days")
    func noDrift() {
        var schedule = Schedule()
        schedule.doses(1, port: "p", every: 1, from: 0, until: 3_652.5)
        #expect(times(schedule).last == 3_652)
    }

    @Test("Days 1 to 12 of 28 repeat from the start of the treatment")
    func cyclic() throws {
        var schedule = Schedule()
        let pattern = try #require(DayPattern(first: 1, last: 12, of: 28))
        schedule.doses(1, port: "p", every: 1, from: 5, until: 61, on: pattern)
        #expect(times(schedule) == (5..<17).map(Double.init) + (33..<45).map(Double.init))
    }

    @Test("Overlapping patches add up and come off one by one")
    func overlap() {
        var schedule = Schedule()
        schedule.infuse(2, control: "skin", from: 0, until: 10)
        schedule.infuse(3, control: "skin", from: 4, until: 6)
        let rates = schedule.events(lag: { _ in 0 }).map { $0.actions }
        #expect(
            rates == [2.0, 5.0, 2.0, 0.0].map { [.set(control: "skin", value: $0)] })
    }

    @Test("A lag shifts the arrival of a dose, and what happens together is one event")
    func lag() {
        var schedule = Schedule()
        schedule.dose(1, port: "slow", at: 0)
        schedule.dose(2, port: "fast", at: 0.25)
        schedule.set("switch", to: 1, at: 0.25)
        let events = schedule.events(lag: { $0 == "slow" ? 0.25 : 0 })
        #expect(events.count == 1)
        #expect(events.first?.actions.count == 3)
    }

    @Test("An infusion on days of a cycle starts and stops with them")
    func cyclicInfusion() throws {
        var schedule = Schedule()
        let pattern = try #require(DayPattern(first: 15, last: 28, of: 28))
        schedule.infuse(1, control: "skin", from: 0, until: 50, on: pattern)
        #expect(times(schedule) == [14, 28, 42, 50])
    }
}
