import Exchange
import Symbolics
import Testing

@Suite("Reading event tables")
struct EventTableReadingTests {
    @Test("Rows become records in days and grams, person by person")
    func records() throws {
        let table = try standardTable(
            """
            1,0,1,2,estradiol oral,0,3,24,0,.,1,60
            1,3,0,.,serum.estradiol,.,.,.,.,35.5,0,60
            2,12,1,200,2,10,,,,,,70
            """)
        #expect(table.persons.map(\.id) == ["1", "2"])
        let dose = try #require(table.persons[0].records[0].dose)
        #expect(dose.amount == 2e-3 && dose.additional == 3 && dose.interval == 1 && dose.rate == nil)
        #expect(table.persons[0].records[1].time == 0.125)
        let observation = try #require(table.persons[0].records[1].observation)
        #expect(observation.output == 0 && observation.value == 35.5)
        let infusion = try #require(table.persons[1].records[0].dose)
        #expect(infusion.entrance == 1, "places have numbers, counted from one")
        #expect(abs((infusion.duration ?? 0) - 20.0 / 24) < 1e-12, "200 mg at 10 mg/h take 20 h")
        #expect(table.persons.map { $0.first(0) } == [60, 70])
        #expect(table.persons[0].records.map(\.line) == [2, 3])
    }

    @Test("A dot and nothing are the same, headers and names may be in any case, tabs separate as well as commas")
    func spelling() throws {
        let table = try eventTable("id\ttime\tamt\tCmt\tdv\n1\t0\t1\tESTRADIOL Oral\t.\n1\t5\t\tserum.Estradiol\t12\n")
        #expect(table.persons[0].records.map(\.kind) == [.dose, .observation], "an amount makes a dose where EVID is not given")
    }

    @Test("Rows that are marked as comments are left out and counted, before the header too")
    func comments() throws {
        let table = try eventTable(
            """
            # made by hand, 5" wide
            C,ID,TIME,EVID,AMT,CMT
            .,1,0,1,1,1
            C,1,6,1,1,1
            ,1,12,1,1,1
            # the end
            """)
        #expect(table.persons[0].records.map(\.line) == [3, 5])
        #expect(table.notes.contains("3 rows left out as comments."))
    }

    @Test("A table separated by tabs may begin with a comment that has commas, and rows may end with separators")
    func preface() throws {
        let table = try eventTable("# a, b, c\n\nID\tTIME\tAMT\tCMT\n1\t0\t1\t1\t\t\n")
        #expect(table.persons[0].records.map(\.line) == [4])
    }

    @Test("Units are those of the header, of the options or of the place, and what is taken is said")
    func units() throws {
        let written = try eventTable(
            "ID,TIME [days],AMT (ug),CMT,DV [ng/mL],WT [g]\n1,2,500,1,.,60000\n1,3,.,serum.estradiol,0.05,60000\n")
        #expect(written.persons[0].records[0].dose?.amount == 5e-4 && written.persons[0].records[0].time == 2)
        #expect(abs((written.persons[0].records[1].observation?.value ?? 0) - 50) < 1e-9, "0.05 ng/mL are 50 pg/mL")
        #expect(abs((written.persons[0].first(0) ?? 0) - 60) < 1e-9)
        #expect(written.notes.contains("TIME is in days, as its header says."))
        let asked = try eventTable("ID,TIME,AMT,CMT\n1,2,500,1\n", timeUnit: "days", amountUnit: "ug")
        #expect(asked.persons[0].records[0].dose?.amount == 5e-4 && asked.persons[0].records[0].time == 2)
        #expect(asked.notes.contains("AMT is in ug, as asked for."))
        let plain = try eventTable("ID,TIME,AMT,CMT\n1,24,5,1\n")
        #expect(plain.persons[0].records[0].dose?.amount == 5e-3 && plain.persons[0].records[0].time == 1)
        #expect(plain.notes.contains("TIME is taken in h."))
    }

    @Test("Columns without a meaning are carried and named")
    func unused() throws {
        let table = try eventTable("ID,TIME,AMT,CMT,SITE,OCC\n1,0,1,1,4,1\n")
        #expect(table.notes.contains("Not used, because the model has no place for it: SITE, OCC."))
    }

    @Test("Something worn is dosed by its rate for amount over rate")
    func worn() throws {
        let table = try standardTable("1,0,1,4200,estradiol patch,2.0833333333333335,0,0,0,.,1,60\n")
        let dose = try #require(table.persons[0].records[0].dose)
        #expect(abs((dose.rate ?? 0) - 50e-6) < 1e-18, "2.083 ug/h are 50 ug a day")
        #expect(abs((dose.duration ?? 0) - 84) < 1e-9)
    }

    @Test("MDV takes a value away; without DV a prediction alone is wanted")
    func missing() throws {
        let table = try standardTable("1,0,0,.,1,.,.,.,.,12,1,60\n1,1,0,.,1,.,.,.,.,.,.,60\n1,2,0,.,1,.,.,.,.,0,.,60\n")
        #expect(table.persons[0].records.map { $0.observation?.value } == [nil, nil, 0])
    }

    @Test("Ten thousand rows are read whole")
    func large() throws {
        let rows = (0..<10_000).map { "\($0 / 100),\($0 % 100),0,.,serum.estradiol,.,.,.,.,\(Double($0) / 7),0,60" }
        let table = try standardTable(rows.joined(separator: "\n"))
        #expect(table.persons.count == 100 && table.observationCount == 10_000)
    }
}
