import CLanes
import Modeling

/// Runs a program on all lanes at once, in a workspace of its own; one per thread.
///
/// A class because it owns memory that is reused at every evaluation.
final class LaneMachine {
    private let program: Program
    private let prologue: LaneCode
    private let body: LaneCode
    let shape: LaneShape
    private let workspace: UnsafeMutablePointer<Double>

    init(_ code: LaneProgram, _ shape: LaneShape) {
        program = code.program
        (prologue, body) = code.code(for: shape)
        self.shape = shape
        let count = program.workspaceCount * shape.width
        workspace = UnsafeMutableRawPointer.allocate(byteCount: count * MemoryLayout<Double>.stride, alignment: 64)
            .bindMemory(to: Double.self, capacity: count)
        workspace.initialize(repeating: 0, count: count)
        for (slot, value) in program.constants { fill(Int(slot), with: value) }
    }

    deinit { workspace.deallocate() }

    private func fill(_ slot: Int, with value: Double) {
        let row = workspace + slot * shape.width
        for lane in 0..<shape.width { row[lane] = lane == 0 || shape.reading == .women ? value : 0 }
    }

    /// Takes one input on all lanes, the same for every woman.
    func set(_ group: Int, _ index: Int = 0, to value: Double) {
        fill(program.inputs[group].lowerBound + index, with: value)
    }

    /// Takes a whole group of inputs, as many rows as it has.
    func set(_ group: Int, to rows: LaneRows) {
        rows.values.withUnsafeBufferPointer { set(group, to: $0) }
    }

    func set(_ group: Int, to rows: UnsafeBufferPointer<Double>) {
        let places = program.inputs[group]
        precondition(rows.count == places.count * shape.width, "a group takes as many rows as it has inputs")
        guard let source = rows.baseAddress else { return }
        (workspace + places.lowerBound * shape.width).update(from: source, count: rows.count)
    }

    /// Computes what depends on rarely changing inputs alone; call after setting those.
    func prepare() { run(prologue) }

    func run() { run(body) }

    private func run(_ code: LaneCode) {
        code.withProgram { program in
            switch shape.reading {
            case .women: osteon_run_women(program, workspace, shape.blocks)
            case .derivatives: osteon_run_derivatives(program, workspace, shape.blocks)
            }
        }
    }

    /// The lanes of one result.
    func result(_ index: Int) -> UnsafeBufferPointer<Double> {
        UnsafeBufferPointer(start: workspace + Int(program.results[index]) * shape.width, count: shape.width)
    }

    /// Copies results side by side, row after row.
    func copy(_ results: Range<Int>, to target: UnsafeMutablePointer<Double>) {
        for (row, index) in results.enumerated() {
            (target + row * shape.width).update(
                from: workspace + Int(program.results[index]) * shape.width, count: shape.width)
        }
    }

    func results(_ range: Range<Int>) -> LaneRows {
        var rows = LaneRows(range.count, shape)
        rows.values.withUnsafeMutableBufferPointer { buffer in
            if let start = buffer.baseAddress { copy(range, to: start) }
        }
        return rows
    }
}
