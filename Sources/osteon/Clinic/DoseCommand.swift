import ArgumentParser
import Exchange
import Physiology
import Reporting
import Symbolics
import Trials

/// `osteon dose`: the lowest dose that keeps bone.
struct DoseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dose",
        abstract: "Search the lowest dose of a medicine at which a share of women lose no bone.",
        discussion: """
            For example:  osteon dose Examples/prestwood-placebo.yaml --medicine estradiol --form oral --share 0.9
            Brackets the dose and halves the bracket, the same women at each dose. What else the scenario has is kept; the \
            medicine is taken as the scenario says, or from the start at its usual interval.
            """)

    @Argument(help: "Scenario file (YAML or JSON).")
    var file: String

    @Option(help: "The medicine, as 'osteon model medicines' lists it.")
    var medicine: String

    @Option(help: "Its form.")
    var form: String

    @Option(help: "The density that is to be kept.")
    var keep = "density.lumbarSpine"

    @Option(help: "The share of women without loss that is asked for.")
    var share = 0.9

    @Option(help: "Over how many years; as the scenario has it if left out.")
    var years: Double?

    @Option(help: "The lowest dose to try, such as '0.05 mg'; a sixteenth of the lowest sold if left out.")
    var from: String?

    @Option(help: "The highest dose to try; twice the highest sold if left out.")
    var to: String?

    @OptionGroup var women: WomenOptions
    @OptionGroup var printing: PrintingOptions
    @OptionGroup var solving: SolvingOptions

    /// Beyond the doses sold, how far the search goes down and up.
    private static let (below, above) = (16.0, 2.0)

    func validate() throws {
        guard (0.01...0.999).contains(share) else {
            throw ValidationError("--share: \(share) is out of range; expected 0.01 to 0.999.")
        }
        guard years.map({ (0.25...60).contains($0) }) ?? true else {
            throw ValidationError("--years: \(years ?? 0) is out of range; expected 0.25 to 60.")
        }
        guard keep.hasPrefix("density.") else {
            throw ValidationError("--keep: '\(keep)' is no density; expected a name such as density.lumbarSpine.")
        }
    }

    func run() async throws {
        let question = try orFail { try self.question() }
        let (women, solving) = (women, solving)
        let report = try await Interruptible.run(stopped: "stopped.") { printer in
            let unit = question.treatment.dose.unit
            let search = try await DoseSearch(
                question, women: women.women, seed: women.seed, threads: women.parallel.count,
                resolution: solving.resolution, tolerances: solving.tolerances
            ) { dose, done in
                printer.show("at \(NumberText.significant(dose)) \(unit): \(done) of \(women.women) women")
            }
            return try DoseReport(search)
        }
        try printing.print(text: { report.text(width: Terminal.width) }, json: report.json, csv: report.csv)
    }

    private func question() throws -> DoseSearch.Question {
        let reader = ScenarioReader.forTrials
        var scenario = try reader.read(file: file)
        if let years { scenario = scenario.ending(at: years * Unit.daysPerYear) }
        let known = SkeletalSite.allCases.map { "density.\($0.rawValue)" }
        guard known.contains(keep) else {
            throw TrialError(
                description: "--keep: '\(keep)' is no output; expected one of: \(known.joined(separator: ", ")).")
        }
        let described = try self.described(reader.catalogue)
        let marketed = try MarketedDoses(medicine: medicine, form: form)
        let template = try treatment(described, in: scenario, unit: marketed?.unit)
        let unit = template.dose.unit
        func sold(_ dose: Double?) -> Double? {
            dose.flatMap { dose in marketed.flatMap { Quantity(dose, $0.unit).value(in: unit) } }
        }
        let least =
            try from.map { try self.dose($0, option: "--from", unit) }
            ?? sold(marketed?.doses.first).map { $0 / Self.below }
        let most =
            try to.map { try self.dose($0, option: "--to", unit) } ?? sold(marketed?.doses.last).map { $0 * Self.above }
        guard let least, let most else {
            throw TrialError(
                description:
                    "The evidence names no doses in which \(medicine) (\(form)) is sold; expected --from and --to, such "
                    + "as '\(template.dose)'.")
        }
        guard least < most else {
            throw TrialError(description: "--from: \(least) \(unit) is not less than --to, \(most) \(unit).")
        }
        return DoseSearch.Question(
            scenario: scenario, treatment: template, output: keep, share: share, doses: least...most)
    }

    private func described(_ catalogue: MedicineCatalogue) throws -> MedicineCatalogue.Form {
        guard let found = catalogue.medicines.first(where: { $0.name == medicine }) else {
            throw TrialError(
                description: "--medicine: '\(medicine)' is no medicine this program knows; expected one of: "
                    + "\(catalogue.medicines.map(\.name).joined(separator: ", ")).")
        }
        guard let described = found.forms.first(where: { $0.name == form }) else {
            throw TrialError(
                description: "--form: '\(form)' is no form of \(medicine); expected one of: "
                    + "\(found.forms.map(\.name).joined(separator: ", ")).")
        }
        return described
    }

    /// How the medicine is taken: as the scenario says where it is taken there, else from the start as is usual.
    private func treatment(
        _ described: MedicineCatalogue.Form, in scenario: Scenario, unit: Unit?
    ) throws -> Treatment {
        if let own = scenario.therapy.first(where: { $0.medicine == medicine && $0.form == form }) { return own }
        let kind =
            described.doses.first { unit == nil || $0.example.unit.dimension == unit?.dimension }
            ?? described.doses.first
        guard let example = kind?.example else {
            throw TrialError(description: "--form: '\(form)' has no dose that could be searched.")
        }
        var interval: Double?
        switch described.interval {
        case .usually(let days): interval = days
        case .optional: interval = nil
        case .stated:
            throw TrialError(
                description:
                    "\(medicine) (\(form)) has no usual interval; expected a scenario that takes it, with 'every'.")
        }
        return Treatment(
            medicine: medicine, form: form,
            product: [described.qualifier, medicine, described.route].filter { !$0.isEmpty }.joined(separator: " "),
            dose: unit.flatMap { unit in example.value(in: unit).map { Quantity($0, unit) } } ?? example,
            every: interval,
            until: scenario.horizon, food: described.isSwallowed ? .fasted : nil)
    }

    private func dose(_ text: String, option: String, _ unit: Unit) throws -> Double {
        let parts = text.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, let number = Double(parts[0]), number > 0, let written = try? Unit(String(parts[1])),
            let value = Quantity(number, written).value(in: unit)
        else {
            throw TrialError(
                description: "\(option): '\(text)' is not understood; expected a dose such as '0.1 \(unit)'.")
        }
        return value
    }
}
