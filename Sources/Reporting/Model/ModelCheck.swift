import Modeling
import Solving
import Symbolics

/// What a model must be before anything is simulated with it: balanced, sourced, complete, quick to compile, at rest.
public struct ModelCheck: Sendable {
    /// One thing that was looked at, and how it stands.
    public struct Finding: Sendable {
        public let passed: Bool
        /// A sentence with the numbers, or with what is at fault.
        public let text: String
    }

    /// The fastest relative drift, per day, that still counts as rest.
    public static let restTolerance = 1e-9
    /// The longest a model may take to compile, in seconds.
    public static let longestCompilation = 1.0

    public let findings: [Finding]
    private let counts: [String]

    /// Whether every finding is good.
    public var passed: Bool { findings.allSatisfy(\.passed) }

    /// Checks a model, taking the resting woman from the default values of its controls.
    ///
    /// - Parameter seconds: what compiling took.
    /// - Throws: `ModelError` if the parameters have no values.
    public init(_ compiled: CompiledModel, seconds: Double) throws {
        let model = compiled.model
        let equations = model.equations(ModelNames(model))
        counts = Self.counts(compiled)
        let parameters = try compiled.parameterValues()
        let resting = compiled.restingState(parameters: parameters)
        findings = [
            Self.units(equations), Self.sources(model), Self.values(model), Self.states(model, resting),
            Finding(
                passed: seconds <= Self.longestCompilation,
                text: "it compiles in \(NumberText.fixed(seconds, decimals: 3)) s"
                    + " (limit \(NumberText.fixed(Self.longestCompilation, decimals: 0)) s)"),
            Self.rest(
                model,
                SteadyStateCertificate(
                    compiled, time: 0, parameters: parameters, controls: compiled.controlValues, state: resting)),
        ]
    }

    /// Counts, then a line for each finding.
    public func text(width: Int) -> String {
        let lines =
            counts.flatMap { TextWrap.lines($0, width: width) } + [""]
            + findings.flatMap { finding in
                TextWrap.lines(finding.text, width: width - 8).enumerated().map { index, line in
                    (index > 0 ? "        " : finding.passed ? "ok      " : "FAILED  ") + line
                }
            }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func counts(_ compiled: CompiledModel) -> [String] {
        let model = compiled.model
        let byStatus = Provenance.Status.allCases.map { status in
            "\(model.parameters.filter { $0.provenance.status == status }.count) \(status.rawValue)"
        }
        let size = model.states.count
        return [
            "\(model.name): \(model.components.count) components, \(size) states, "
                + "\(model.variables.count) derived quantities and inputs, \(model.controls.count) controls, "
                + "\(model.dosePorts.count) places for doses, \(model.outputs.count) outputs.",
            "\(model.parameters.count) parameters: \(byStatus.joined(separator: ", ")).",
            "Compiled: rates \(compiled.rates.instructionCount) instructions, Jacobian "
                + "\(compiled.jacobian.instructionCount) instructions for \(compiled.sparsity.rows.count) nonzeros of "
                + "\(size * size), outputs \(compiled.outputs.instructionCount) instructions.",
        ]
    }

    private static func units(_ equations: [ModelEquation]) -> Finding {
        var faults: [String] = []
        for equation in equations {
            do { try equation.checkUnits() } catch { faults.append("\(error)") }
        }
        return finding("units balance in all \(equations.count) equations", faults, "units do not balance")
    }

    private static func sources(_ model: Model) -> Finding {
        finding(
            "all \(model.parameters.count) parameters have a source and a meaning",
            model.parameters.filter { $0.provenance.source.isBlank || $0.meaning.isBlank }.map(\.name),
            "parameters without a source or meaning")
    }

    private static func values(_ model: Model) -> Finding {
        let ranged = model.parameters.filter { $0.provenance.range != nil }
        let faults = model.parameters.filter { parameter in
            !parameter.value.isFinite || parameter.provenance.range.map { !$0.contains(parameter.value) } ?? false
        }
        return finding(
            "all values are finite, and the \(ranged.count) with a range lie within it", faults.map(\.name),
            "parameters not finite or outside their range")
    }

    private static func states(_ model: Model, _ resting: [Double]) -> Finding {
        let faults = zip(model.states, resting).filter { state, value in
            state.unit.symbol.isBlank || !value.isFinite || state.meaning.isBlank
        }
        return finding(
            "all \(model.states.count) states have a unit, a resting value and a meaning", faults.map(\.0.name),
            "states without a unit, resting value or meaning")
    }

    private static func rest(_ model: Model, _ certificate: SteadyStateCertificate) -> Finding {
        // Looked for separately, because comparing with what is not a number hides it.
        if let broken = certificate.relativeRates.first(where: { !$0.rate.isFinite }) {
            return Finding(passed: false, text: "the rate of '\(broken.state)' at rest is not a number")
        }
        let residual = NumberText.significant(certificate.residual, digits: 2)
        let state = certificate.worstState.map { ", of \($0)" } ?? ""
        return Finding(
            passed: certificate.residual <= restTolerance,
            text: "the resting woman\(woman(model)): largest relative rate \(residual) "
                + "per day\(state) (limit \(NumberText.significant(restTolerance, digits: 1)))")
    }

    /// ` (40 years old, final period in 12.54 years)`, as far as the model has such controls.
    private static func woman(_ model: Model) -> String {
        let known = [("woman.ageAtTimeZero", "", " old"), ("axes.ovary.finalPeriod", "final period in ", "")]
        let facts = known.compactMap { name, before, after in
            model.controls.first { $0.name == name }.map { control in
                "\(before)\(NumberText.shortened(control.defaultValue)) \(control.unit)\(after)"
            }
        }
        return facts.isEmpty ? "" : " (\((facts + ["no medicine"]).joined(separator: ", ")))"
    }

    private static func finding(_ good: String, _ faults: [String], _ bad: String) -> Finding {
        Finding(passed: faults.isEmpty, text: faults.isEmpty ? good : "\(bad): \(faults.joined(separator: "; "))")
    }
}

extension String {
    fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
