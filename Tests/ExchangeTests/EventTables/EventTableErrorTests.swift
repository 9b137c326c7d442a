import Exchange
import Testing

@Suite("What is said of an event table that cannot be honoured")
struct EventTableErrorTests {
    /// The sentences, without the file's name.
    private func faults(_ read: () throws(FileError) -> EventTable) -> [String] {
        do throws(FileError) {
            _ = try read()
            return []
        } catch {
            return error.problems.map { String("\($0)".dropFirst("doses.csv:".count)) }
        }
    }

    private static let start = "1,0,1,1,estradiol oral,0,0,0,0,.,1,60\n"

    @Test(
        "each fault by its row and column",
        arguments: [
            ("1,0,1,-5,1,0,0,0,0,.,1,60", "2: AMT: '-5' is negative; expected an amount above 0"),
            ("1,0,1,.,1,0,0,0,0,.,1,60", "2: AMT: nothing stands here; expected an amount above 0"),
            ("1,0,1,0,1,0,0,0,0,.,1,60", "2: AMT: a dose of nothing; expected an amount above 0"),
            ("1,0,1,5 mg,1,0,0,0,0,.,1,60", "2: AMT: '5 mg' is no number"),
            ("1,0,1,nan,1,0,0,0,0,.,1,60", "2: AMT: 'nan' is no number"),
            ("1,0,1,inf,1,0,0,0,0,.,1,60", "2: AMT: 'inf' is no number"),
            ("1,0,1,1e999,1,0,0,0,0,.,1,60", "2: AMT: '1e999' is no number"),
            ("1,0,1,50,1,0,0,0,0,.,1,60", "2: AMT: 50 mg of estradiol oral is too much; expected at most 20 mg"),
            ("1,-1,1,5,1,0,0,0,0,.,1,60", "2: TIME: '-1' lies before the start; expected 0 or later"),
            (
                "1,10:30,1,5,1,0,0,0,0,.,1,60",
                "2: TIME: '10:30' is no number; clock times and dates are not read, write the time since the start"
            ),
            ("1,.,1,5,1,0,0,0,0,.,1,60", "2: TIME: nothing stands here; expected the time since the start"),
            (
                "1,9000,1,5,1,0,0,0,0,.,1,60",
                "2: TIME: '9000' h is after the end of the simulation (8760 h); expected an earlier time, or a longer simulation "
                    + "in the scenario"
            ),
            (
                "1,8760,1,5,1,0,0,0,0,.,1,60",
                "2: TIME: what is done at the very end of the simulation is not seen; expected an earlier time"
            ),
            (".,0,1,5,1,0,0,0,0,.,1,60", "2: ID: nothing stands here; expected whom the row is about"),
            (
                "a/b,0,1,5,1,0,0,0,0,.,1,60",
                "2: ID: 'a/b' can name no file; expected up to 40 letters, digits, '.', '_' or '-'"
            ),
            (
                "1,0,8,5,1,0,0,0,0,.,1,60",
                "2: EVID: '8' (replacing an amount) is not done here; expected 0 (observation), 1 (dose), 2 (other), 3 (reset) or 4 "
                    + "(reset and dose)"
            ),
            (
                "1,0,101,5,1,0,0,0,0,.,1,60",
                "2: EVID: '101' is not done here; expected 0 (observation), 1 (dose), 2 (other), 3 (reset) or 4 (reset and dose)"
            ),
            ("1,0,1,5,estradiol orall,0,0,0,0,.,1,60", "2: CMT: 'estradiol orall' is unknown; did you mean 'estradiol oral'?"),
            ("1,0,1,5,9,0,0,0,0,.,1,60", "2: CMT: '9' is no number from 1 to 4; expected a medicine or its number"),
            ("1,0,1,5,.,0,0,0,0,.,1,60", "2: CMT: nothing says where the dose enters; expected a medicine or its number"),
            ("1,0,2,.,-1,0,0,0,0,.,1,60", "2: CMT: '-1' would switch a compartment off, which is not done here"),
            (
                "1,0,1,5,1,-1,0,0,0,.,1,60",
                "2: RATE: '-1' asks for the model's own rate of infusion, and 'estradiol oral' has none; expected 0 or more"
            ),
            (
                "1,0,1,5,1,-2,0,0,0,.,1,60",
                "2: RATE: '-2' asks for the model's own duration of infusion, and 'estradiol oral' has none; expected 0 or more"
            ),
            ("1,0,1,5,1,-3,0,0,0,.,1,60", "2: RATE: '-3' is negative; expected 0 or more"),
            (
                "1,0,1,100,estradiol patch,0,0,0,0,.,1,60",
                "2: RATE: 'estradiol patch' is worn; expected the rate it releases at, for AMT over RATE"
            ),
            ("1,0,1,5,1,0,3,0,0,.,1,60", "2: II: further doses (ADDL) need the time between them; expected II above 0"),
            ("1,0,1,5,1,0,1e7,24,0,.,1,60", "2: ADDL: '1e7' is out of range; expected a whole number from 0 to 73000"),
            ("1,0,1,5,1,0,1.5,24,0,.,1,60", "2: ADDL: '1.5' is out of range; expected a whole number from 0 to 73000"),
            ("1,0,1,5,1,0,-1,24,0,.,1,60", "2: ADDL: '-1' is out of range; expected a whole number from 0 to 73000"),
            ("1,0,1,5,1,0,1,-24,0,.,1,60", "2: II: '-24' is out of range; expected a second or more between doses"),
            ("1,0,1,5,1,0,0,0,1,.,1,60", "2: II: a steady state needs the time between its doses; expected II above 0"),
            (
                "1,0,1,5,1,0,0,24,3,.,1,60",
                "2: SS: '3' is not done here; expected 0, 1 (steady state alone) or 2 (added to what is there)"
            ),
            (
                "1,0,1,0,1,0,0,0,1,.,1,60",
                "2: AMT: a steady state of nothing; expected an amount, or RATE for an infusion that has gone on for ever"
            ),
            (
                "1,0,1,0,1,2,0,24,1,.,1,60",
                "2: AMT: an infusion that has gone on for ever (AMT 0) has no II and no ADDL; expected 0 there"
            ),
            (
                "1,0,0,5,serum.estradiol,0,0,0,0,.,1,60",
                "2: AMT: '5' means something on a dose alone, and EVID is 0; expected 0 or nothing"
            ),
            (
                "1,0,3,.,.,0,2,24,0,.,1,60",
                "2: ADDL: '2' means something on a dose alone, and EVID is 3; expected 0 or nothing"
            ),
            ("1,0,0,.,.,.,.,.,.,5,0,60", "2: CMT: nothing says what is observed; expected an output or its number"),
            ("1,0,0,.,serum.estradol,.,.,.,.,5,0,60", "2: CMT: 'serum.estradol' is unknown; did you mean 'serum.estradiol'?"),
            ("1,0,0,.,1,.,.,.,.,5,2,60", "2: MDV: '2' is neither 0 nor 1"),
            ("1,0,1,5,1,0,0,0,0,7,0,60", "2: MDV: a row that is no observation has no value; expected 1"),
            ("1,0,1,5,1,0,0,0,0,.,1,-99", "2: WT: '-99' is not possible; expected 25 to 300 kg"),
            ("1,0,1,0,5,1,0,0,0,0,.,1,60", "2: 13 fields where the header has 12; numbers have a point and no comma"),
        ])
    func rows(row: String, fault: String) {
        #expect(faults { () throws(FileError) in try standardTable(row) } == [fault])
    }

    @Test(
        "a fault that is one only after another row",
        arguments: [
            ("1,5,1,1,1,0,0,0,0,.,1,60\n1,4,0,.,1,.,.,.,.,5,0,60", "4: TIME: '4' lies before the time of line 3; expected times in order"),
            (
                "1,5,1,1,1,0,0,0,0,.,1,60\n1,0,3,.,.,.,.,.,.,.,1,60",
                "4: TIME: a reset does not turn time back here; expected a time not before that of line 3"
            ),
            (
                "2,0,1,1,1,0,0,0,0,.,1,60\n1,5,1,1,1,0,0,0,0,.,1,60",
                "4: ID: '1' stands further up too, with others between; expected the rows of a person together"
            ),
            (
                "1,0,1,1,1,0,0,24,1,.,1,60\n1,0,1,100,2,0,0,24,1,.,1,60",
                "4: SS: this steady state would do away with that of line 3 at the same time; expected 2, which adds to it"
            ),
        ])
    func sequences(rows: String, fault: String) {
        #expect(faults { () throws(FileError) in try standardTable(Self.start + rows) } == [fault])
    }

    @Test(
        "a header that is none",
        arguments: [
            ("ID,TIME,AMT,amt,CMT\n1,0,1,1,1", "1: column 4: 'amt' and 'AMT' are the same column; expected each once"),
            ("ID,TIM,AMT,CMT\n1,0,1,1", "1: TIME: this column is missing; did you mean 'TIM'?"),
            ("ID,TIME,AMT,CMT,TINF\n1,0,1,1,2", "1: column 5: 'TINF' would change what is given and is not read; write RATE, which is AMT over the time"),
            ("ID,TIME,DATE,AMT,CMT\n1,0,2,1,1", "1: column 3: 'DATE' would change what is given and is not read; write TIME as the time since the first record"),
            ("ID,TIME [mg],AMT,CMT\n1,0,1,1", "1: TIME: 'mg' is no unit of time; expected for example '[h]'"),
            ("ID,TIME,AMT [furlong],CMT\n1,0,1,1", "1: column 3: 'furlong' is no unit this program knows; expected for example '[mg]'"),
            ("ID,TIME,AMT [h],CMT\n1,0,1,1", "2: AMT [h]: h is no unit of estradiol oral; expected a unit such as mg"),
            ("ID,TIME,AMT [pmol],CMT\n1,0,1,TERISC", "2: AMT [pmol]: pmol is not what 'TERISC' is declared in (picomole); expected amounts without a unit"),
            ("ID,TIME,DV [nmol/L],CMT\n1,0,1,serum.estradiol", "2: DV [nmol/L]: nmol/L is no unit of serum.estradiol; expected a unit such as pg/mL"),
            ("ID,TIME,WT,WEIGHT,AMT,CMT\n1,0,60,60,1,1", "1: column 4: 'WEIGHT' and 'WT' both mean her weight; expected one of them"),
            ("ID,TIME,AMT,CMT,AGE\n1,0,1,1,50\n1,1,1,1,51", "3: AGE: '51' differs from 50 years further up; her age is that of the start and stays so"),
            ("ID,TIME,AMT,CMT,SMOKING\n1,0,1,1,0.5", "2: SMOKING: '0.5' is neither 0 (no) nor 1 (yes)"),
            ("ID,TIME,AMT,CMT", "1: no rows stand below the column names"),
            ("ID,TIME,AMT,CMT\n1,0,\"1,1", "2: a quotation mark is never closed"),
        ])
    func headers(text: String, fault: String) {
        #expect(faults { () throws(FileError) in try eventTable(text) }.first == fault)
    }

    @Test("At most twenty faults are told, and that there may be more")
    func many() {
        let rows = (0..<100).map { "\($0),0,1,-5,1,0,0,0,0,.,1,60" }.joined(separator: "\n")
        let found = faults { () throws(FileError) in try standardTable(rows) }
        #expect(found.count == 21 && found.last?.contains("there may be more below") == true)
    }

    @Test("Covariates in a straight line are refused by name, where there are any")
    func linear() throws {
        let table = try standardTable(Self.start)
        let error = #expect(throws: FileError.self) { try table.schedules(horizon: 365, interpolation: .linear) }
        #expect(error?.description.contains("(linear)") == true)
    }

    @Test("A table that is not there, or empty, is said to be so")
    func absent() {
        #expect(faults { () throws(FileError) in try eventTable("\n\n") }.first?.contains("the table is empty") == true)
        let error = #expect(throws: FileError.self) {
            try EventTableReader(places: testPlaces, horizon: 1).read(file: "/nowhere/doses.csv")
        }
        #expect(error?.description == "/nowhere/doses.csv: there is no such file")
    }
}
