import Modeling
import Testing

@testable import Solving

@Suite("Operations on lanes")
struct OperationTests {
    @Test(
        "give one woman with derivatives the value that women's lanes give, whatever the other lanes hold",
        arguments: Program.Operation.allCases)
    func readings(_ operation: Program.Operation) throws {
        var builder = ProgramBuilder()
        let inputs = builder.inputs(3, changing: .always)
        let result = builder.apply(operation, inputs[0], inputs[1], inputs[2])
        let program = LaneProgram(builder.program(results: [result]))
        let single = LaneMachine(program, .derivatives(1))
        let women = LaneMachine(program, .women)
        for trial in 0..<200 {
            // A golden-ratio sequence spreads the arguments over -0.5 … 2.5.
            let values = (0..<3).map {
                (Double(3 * trial + $0) * 0.618033988749895).truncatingRemainder(dividingBy: 1) * 3 - 0.5
            }
            var one = LaneRows(3, .derivatives(1))
            var many = LaneRows(3, .women)
            for (row, value) in values.enumerated() {
                one.set(row: row, to: value)
                one[row, 1] = 1 - value
                many.set(row: row, to: value + Double(trial) / 100)
                many[row, 5] = value
            }
            single.set(0, to: one)
            women.set(0, to: many)
            single.run()
            women.run()
            let (mine, theirs) = (single.result(0)[0], women.result(0)[5])
            #expect(
                mine == theirs || mine.isNaN && theirs.isNaN || abs(mine - theirs) <= 1e-15 * abs(theirs),
                "\(values): \(mine) against \(theirs)")
        }
    }
}
