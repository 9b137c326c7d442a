import Exchange
import Modeling
import Solving
import Symbolics

/// A scenario whose doses come from an event table, person by person, with its model compiled.
///
/// It is immutable and may be shared between threads.
public struct EventScenario: Sendable {
    public let scenario: Scenario
    public let table: EventTable
    public let schedules: [PersonSchedule]
    public let solver: ScenarioSolver
    /// States that take part in steady states: the levels of the medicines of the table.
    public let steadyStates: Set<String>

    private var prepared: PreparedScenario { solver.prepared }

    /// - Parameters:
    ///   - table: read with the places of ``EventPlaces/woman()``.
    ///   - resolution: `auto` is full resolution, or the reference where the table asks for what it alone does.
    ///   - tolerances: those of the resolution if left out.
    /// - Throws: `FileError` by row and column for what this woman's model cannot honour, `ModelError` or `SolverError`.
    public init(
        _ scenario: Scenario, _ table: EventTable, _ schedules: [PersonSchedule], resolution: Resolution = .auto,
        tolerances: Tolerances? = nil
    ) throws {
        self.scenario = scenario
        self.table = table
        self.schedules = schedules
        let doses = table.persons.flatMap(\.records).compactMap { record in record.dose.map { (record.line, $0) } }
        try Self.checkTherapy(scenario, table, doses)
        let products = Set(doses.map { Product(entrance: $1.entrance, interval: $1.interval) })
        let prepared = try PreparedScenario(
            scenario, closeLooks: false,
            alsoTaking: products.sorted { ($0.entrance, $0.interval ?? 0) < ($1.entrance, $1.interval ?? 0) }.map {
                DoseEntrance.all[$0.entrance].treatment(every: $0.interval, until: scenario.horizon)
            })
        steadyStates = Self.levels(of: doses.map(\.1), in: prepared.compiled)
        try Self.checkDoses(doses, table, prepared)
        try Self.checkOutputs(table, prepared.model)
        let reason = Self.reasonForReference(table, prepared)
        if let reason, resolution == .full || resolution == .multiscale {
            throw ModelError(
                "\(table.file) has \(reason), which --resolution \(resolution.rawValue) does not follow; expected auto or reference")
        }
        let used: Resolution = resolution == .auto ? (reason == nil ? .full : .reference) : resolution
        solver = try ScenarioSolver(prepared, resolution: used, tolerances: tolerances ?? used.tolerances)
        self.reasonForReference = resolution == .auto ? reason : nil
    }

    /// What of the table only the reference solver follows, where it is used for that; nil if it is not.
    public let reasonForReference: String?

    private struct Product: Hashable {
        let entrance: Int
        let interval: Double?
    }

    /// A medicine is either in the scenario or in the table.
    private static func checkTherapy(
        _ scenario: Scenario, _ table: EventTable, _ doses: [(line: Int, dose: EventRecord.Dose)]
    ) throws {
        for (line, dose) in doses {
            let medicine = DoseEntrance.all[dose.entrance].form.medicine
            if scenario.therapy.contains(where: { $0.medicine == medicine }) {
                throw table.refusal(
                    line, "CMT", "\(medicine) stands in the scenario's therapy too; expected it in one of the two")
            }
        }
    }

    /// Infusions need a place that takes twice as much of twice the dose, steady states a level to settle.
    private static func checkDoses(
        _ doses: [(line: Int, dose: EventRecord.Dose)], _ table: EventTable, _ prepared: PreparedScenario
    ) throws {
        let proportional = Set(prepared.model.dosePorts.filter(\.isProportional).map(\.name))
        var hasLevel: [Int: Bool] = [:]
        for (line, dose) in doses where dose.rate != nil || dose.steady != .none {
            let entrance = DoseEntrance.all[dose.entrance]
            let intake = entrance.intake(of: dose)
            for case .port(let name) in intake.flows.map(\.entry) {
                guard proportional.contains(name) else {
                    throw table.refusal(line, "RATE", "'\(entrance.name)' does not take in proportion; expected a dose at once")
                }
            }
            guard dose.steady != .none else { continue }
            let isLevel = hasLevel[dose.entrance] ?? Self.hasLevel(intake, prepared.compiled)
            hasLevel[dose.entrance] = isLevel
            if !isLevel {
                throw table.refusal(
                    line, "SS", "'\(entrance.name)' has no level of its own apart from her own hormones and minerals, which are as "
                        + "they were; expected 0 and doses written out (ADDL)")
            }
        }
    }

    private static func checkOutputs(_ table: EventTable, _ model: Model) throws {
        let known = Set(model.outputs.map(\.name))
        for record in table.persons.flatMap(\.records) {
            guard let output = record.observation?.output, !known.contains(table.places.observed[output].name) else { continue }
            throw table.refusal(
                record.line, "DVID or CMT",
                "'\(table.places.observed[output].name)' is there only where its medicine is taken, which nobody in the table does")
        }
    }

    private static func reasonForReference(_ table: EventTable, _ prepared: PreparedScenario) -> String? {
        for record in table.persons.flatMap(\.records) {
            if record.kind == .reset || record.kind == .resetAndDose { return "resets (line \(record.line))" }
            guard let dose = record.dose else { continue }
            if dose.steady != .none { return "steady states (line \(record.line))" }
            for case .port in DoseEntrance.all[dose.entrance].intake(of: dose).flows.map(\.entry) {
                return "infusions (line \(record.line))"
            }
        }
        return nil
    }

    /// The woman in a person's place at time zero.
    public func woman(of schedule: PersonSchedule) -> Woman {
        var woman = scenario.woman
        for (covariate, value) in zip(table.covariates, schedule.starting) {
            if let value { WomanCovariate.of(covariate)?.apply(value, to: &woman) }
        }
        return woman
    }

    /// One person from her rest to the end of the scenario.
    ///
    /// - Returns: every output at each sample, and the work it took.
    /// - Throws: `SolverError` naming the state and time at which integration failed.
    public func run(
        _ schedule: PersonSchedule, samples: [Sample]
    ) throws -> (columns: [String: [Double]], statistics: SolverStatistics) {
        let problem = try prepared.problem(of: woman(of: schedule), given: course(of: schedule), steady: steadyStates)
        let (trajectory, statistics) = try solver.trajectory(of: problem, samples: samples)
        var columns: [String: [Double]] = [:]
        for (index, output) in prepared.model.outputs.enumerated() { columns[output.name] = trajectory.outputs.map { $0[index] } }
        let times = samples.map { sample in if case .instant(let time) = sample { time } else { Double.nan } }
        HoursOfDay(prepared).apply(to: &columns, at: times)
        return (columns, statistics)
    }

    private func course(of schedule: PersonSchedule) -> DoseCourse {
        schedule.course { dose in
            DoseEntrance.all[dose.entrance].intake(of: dose)
        } change: { place, value in
            WomanCovariate.of(table.covariates[place])?.change(to: value)
        }
    }

    /// The model that all persons share.
    public var model: Model { prepared.model }
}

/// Which states are levels of a medicine and of what it becomes.
extension EventScenario {
    /// The levels that doses reach: states of medicines that what is given flows into, directly or through one another.
    ///
    /// Her own axes and her skeleton are none of them: they take from hours to years, and a steady state of doses does not wait.
    private static func levels(of doses: [EventRecord.Dose], in compiled: CompiledModel) -> Set<String> {
        var (ports, controls) = (Set<String>(), Set<String>())
        for dose in doses { add(DoseEntrance.all[dose.entrance].intake(of: dose), to: &ports, &controls) }
        return reached(by: ports, controls, compiled).levels
    }

    private static func hasLevel(_ intake: Intake, _ compiled: CompiledModel) -> Bool {
        var (ports, controls) = (Set<String>(), Set<String>())
        add(intake, to: &ports, &controls)
        let (levels, entered) = reached(by: ports, controls, compiled)
        return !levels.subtracting(entered).isEmpty
    }

    /// Adds where a dose enters.
    private static func add(_ intake: Intake, to ports: inout Set<String>, _ controls: inout Set<String>) {
        ports.formUnion(intake.pulses.map(\.port))
        for flow in intake.flows {
            switch flow.entry {
            case .port(let name): ports.insert(name)
            case .control(let name): controls.insert(name)
            }
        }
    }

    private static func reached(
        by ports: Set<String>, _ controls: Set<String>, _ compiled: CompiledModel
    ) -> (levels: Set<String>, entered: Set<String>) {
        let model = compiled.model
        let entered = Set(model.dosePorts.filter { ports.contains($0.name) }.flatMap { $0.shares.map(\.state.name) })
        var levels = entered
        let rates = zip(model.states, compiled.equations.rates).map { ($0.name, Set($1.symbols.map(\.name))) }
            .filter { $0.0.hasPrefix("pharmacology.") || $0.0.hasPrefix("assays.") }
        var hasGrown = true
        while hasGrown {
            let found = rates.filter { !levels.contains($0.0) && !$0.1.isDisjoint(with: levels.union(controls)) }.map(\.0)
            levels.formUnion(found)
            hasGrown = !found.isEmpty
        }
        return (levels, entered)
    }
}
