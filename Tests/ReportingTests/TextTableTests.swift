import Reporting
import Testing

@Suite("A table for the terminal")
struct TextTableTests {
    private let table = TextTable(
        columns: [
            .init("time", unit: "months"), .init("lumbar spine", unit: "g/cm2"), .init("CTX", unit: "%"),
        ], rows: [["3", "0.950", "-40.6"], ["12", "0.970"]])

    @Test("aligns numbers to the right beneath name and unit")
    func wide() {
        #expect(
            table.rendered(width: 80) == """
                  time  lumbar spine    CTX
                months         g/cm2      %
                ──────  ────────────  ─────
                     3         0.950  -40.6
                    12         0.970

                """)
    }

    @Test("splits into blocks that repeat the first column on a narrow terminal")
    func narrow() {
        #expect(
            table.rendered(width: 22) == """
                  time  lumbar spine
                months         g/cm2
                ──────  ────────────
                     3         0.950
                    12         0.970

                  time    CTX
                months      %
                ──────  ─────
                     3  -40.6
                    12

                """)
    }

    @Test("wraps the columns that may wrap and leaves out the unit row when there are no units")
    func wrapped() {
        let table = TextTable(
            columns: [.init("name", alignment: .left), .init("meaning", alignment: .left, wraps: true)],
            rows: [["a", "the largest fall of RANKL under estrogen"], ["b", ""]])
        #expect(
            table.rendered(width: 30) == """
                name  meaning
                ────  ────────────────────────
                a     the largest fall of
                      RANKL under estrogen
                b

                """)
    }

    @Test("stays within the terminal whenever single columns do", arguments: 20...60)
    func widths(width: Int) {
        let lines = table.rendered(width: width).split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= width })
    }
}
