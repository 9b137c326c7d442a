import Modeling
import Solving
import Symbolics
import Testing

@Suite("Steady states of what is not linear")
struct NonlinearSteadyStateTests {
    /// A drug that an enzyme clears at a limited rate, and that is bound to a protein whose total stays what it is.
    private struct Saturable: Component {
        let path = "drug"
        let summary = "Michaelis-Menten elimination, and binding that conserves the binder."

        func define(in b: ComponentBuilder) {
            let free = b.state("free", "mg", initial: Expression(0, "mg"), "Free drug")
            let binder = b.state("binder", "mg", initial: Expression(3, "mg"), "Free protein")
            let bound = b.state("bound", "mg", initial: Expression(0, "mg"), "Bound drug, as protein")
            let on = Expression(2, "1/d") * free * binder / Expression(1, "mg")
            let off = Expression(1, "1/d") * bound
            b.rate(of: free, off - on - Expression(12, "mg/d") * free / (Expression(4, "mg") + free))
            b.rate(of: binder, off - on)
            b.rate(of: bound, on - off)
            b.dosePort("dose", "mg", "A dose") { [(free, $0)] }
            b.output("free", "mg", free, "Free drug")
            b.output("protein", "mg", binder + bound, "All protein")
        }
    }

    private func run(_ course: DoseCourse, to end: Double) throws -> (free: Double, protein: Double) {
        var assembly = Assembly("saturable")
        assembly.add(Saturable())
        let problem = try InitialValueProblem(
            resting: CompiledModel(assembly.model()), span: 0...end, events: course.events { _ in 0 })
        let trajectory = try CVODES(tolerances: Tolerances(relative: 1e-10, absoluteShare: 1e-13))
            .solve(problem, samples: [.instant(end)])
        return (try #require(trajectory["free"]?.first), try #require(trajectory["protein"]?.first))
    }

    /// 10 mg a day of the most that the enzyme can take, 12 mg, so that many days pass until nothing changes.
    private let intake = Intake(pulses: [.init(port: "drug.dose", amount: 10 * milligram)])

    @Test("Doses near the most an enzyme clears reach where a thousand doses lead, and the protein stays")
    func saturable() throws {
        var steady = DoseCourse()
        steady.add(.steadyState(intake, every: 1, isAdded: false), at: 0)
        steady.add(.dose(intake), at: 0)
        var many = DoseCourse()
        for day in 0..<1_000 { many.add(.dose(intake), at: Double(day)) }
        let found = try run(steady, to: 0.9)
        let wanted = try run(many, to: 999.9)
        #expect(abs(found.free / wanted.free - 1) < 1e-5, "\(found.free) mg free, where 1000 doses leave \(wanted.free)")
        #expect(abs(found.protein - 3) < 1e-5, "3 mg of protein, however much of it is bound")
    }

    @Test("A regimen beyond what an enzyme clears has no steady state")
    func beyond() throws {
        let more = Intake(pulses: [.init(port: "drug.dose", amount: 13 * milligram)])
        var course = DoseCourse()
        course.add(.steadyState(more, every: 1, isAdded: false), at: 0)
        #expect(throws: SolverError.self) { try run(course, to: 1) }
    }
}
