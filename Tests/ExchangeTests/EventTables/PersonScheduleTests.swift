import Exchange
import Testing

@Suite("Schedules of event tables")
struct PersonScheduleTests {
    private func schedule(
        _ rows: String, horizon: Double = 365, _ interpolation: CovariateInterpolation = .locf
    ) throws -> PersonSchedule {
        try #require(try standardTable(rows, horizon: horizon).schedules(horizon: horizon, interpolation: interpolation).first)
    }

    /// Each entry in a word, with its hour.
    private func words(_ schedule: PersonSchedule) -> [String] {
        schedule.entries.map { entry in
            let word =
                switch entry.act {
                case .reset: "reset"
                case .steadyState: "steady"
                case .dose(let dose, _): "dose \((dose.amount * 1e3).rounded())"
                case .endOfInfusion: "end"
                case .covariate(_, let value): "weight \(value)"
                case .observation(_, let isAfterwards): isAfterwards ? "look" : "look before"
                }
            return "\((entry.time * 24 * 1e6).rounded() / 1e6): \(word)"
        }
    }

    @Test("Further doses are written out, each from its row, and none after the end")
    func further() throws {
        let found = try schedule("1,6,1,2,1,0,9,24,0,.,1,60", horizon: 3)
        #expect(words(found) == ["6.0: dose 2.0", "30.0: dose 2.0", "54.0: dose 2.0"])
        #expect(found.notes == ["7 doses after the end of the simulation left out."])
        #expect(Set(found.entries.map(\.line)) == [2])
    }

    @Test("The hundredth dose of eight hours falls on the row of its moment, whatever the roundings")
    func sameMoment() throws {
        let found = try schedule("1,0.1,1,2,1,0,299,8,0,.,1,60\n1,800.1,0,.,1,.,.,.,.,5,0,60")
        let look = try #require(found.entries.first { if case .observation = $0.act { true } else { false } })
        #expect(found.entries.contains { if case .dose(_, 100) = $0.act { $0.time == look.time } else { false } })
    }

    @Test("At one moment: reset, steady state, doses in order, covariates, observations")
    func order() throws {
        let found = try schedule(
            """
            1,0,1,1,1,0,0,0,0,.,1,60
            1,24,0,.,1,.,.,.,.,5,0,60
            1,24,1,3,2,0,0,0,0,.,1,70
            1,24,1,2,1,0,0,24,1,.,1,70
            1,24,3,.,.,.,.,.,.,.,1,70
            1,24,0,.,1,.,.,.,.,6,0,70
            """)
        #expect(
            words(found) == [
                "0.0: dose 1.0", "24.0: reset", "24.0: steady", "24.0: dose 3.0", "24.0: dose 2.0", "24.0: weight 70.0",
                "24.0: look before", "24.0: look",
            ])
    }

    @Test("A trough stands above its dose, or at the moment of a further dose; a row that is alone sees its covariates")
    func trough() throws {
        let found = try schedule(
            """
            1,0,0,.,1,.,.,.,.,5,0,60
            1,0,1,1,1,0,2,24,0,.,1,60
            1,24,0,.,1,.,.,.,.,5,0,60
            1,30,0,.,1,.,.,.,.,5,0,65
            """)
        #expect(
            words(found).filter { $0.contains("look") } == ["0.0: look before", "24.0: look before", "30.0: look"])
    }

    @Test("Further doses that cross a reset, or a steady state of its own, are cancelled by it", arguments: ["3,.,.,.,.,.,.", "1,5,1,0,0,24,1"])
    func cancelled(row: String) throws {
        let found = try schedule("1,0,1,1,1,0,5,24,0,.,1,60\n1,48,\(row),.,1,60")
        let early = words(found).filter { $0.hasSuffix("dose 1.0") }
        #expect(early == ["0.0: dose 1.0", "24.0: dose 1.0"], "the dose of the moment itself is gone too")
        #expect(found.notes == ["4 further doses cancelled by a later reset or steady state."])
    }

    @Test("A steady state that is added cancels nothing, and one of another person neither")
    func kept() throws {
        let added = try schedule("1,0,1,1,1,0,2,24,0,.,1,60\n1,24,1,5,1,0,0,24,2,.,1,60")
        #expect(words(added).count { $0.hasSuffix("dose 1.0") } == 3)
        let two = try standardTable("1,0,1,1,1,0,2,24,0,.,1,60\n2,24,3,.,.,.,.,.,.,.,1,60").schedules(horizon: 365)
        #expect(two[0].entries.count == 3)
    }

    @Test("Reset and dose with further doses resets once")
    func resetAndDose() throws {
        let found = try schedule("1,0,4,1,1,0,2,24,0,.,1,60")
        #expect(words(found) == ["0.0: reset", "0.0: dose 1.0", "24.0: dose 1.0", "48.0: dose 1.0"])
    }

    @Test("An infusion to steady state has no dose of its own and ends")
    func constantInfusion() throws {
        #expect(words(try schedule("1,5,1,0,1,2,0,0,1,.,1,60")) == ["5.0: steady", "5.0: end"])
    }

    @Test("The last weight is carried forward, or the next one backward")
    func interpolation() throws {
        let rows = "1,0,1,1,1,0,0,0,0,.,1,60\n1,24,2,.,.,.,.,.,.,.,1,.\n1,48,2,.,.,.,.,.,.,.,1,70\n1,72,2,.,.,.,.,.,.,.,1,70"
        let forward = try schedule(rows)
        #expect(words(forward) == ["0.0: dose 1.0", "48.0: weight 70.0"])
        #expect(forward.starting == [60])
        #expect(words(try schedule(rows, .nocb)) == ["0.0: dose 1.0", "0.0: weight 70.0"])
    }

    @Test("More doses than can be meant are refused")
    func absurd() throws {
        let rows = (0..<20).map { "\($0),0,1,1,1,0,70000,0.001,0,.,1,60" }.joined(separator: "\n")
        let table = try standardTable(rows)
        #expect(throws: FileError.self) { try table.schedules(horizon: 365) }
    }
}
