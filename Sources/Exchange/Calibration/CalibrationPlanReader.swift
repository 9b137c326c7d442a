import Foundation
import Symbolics
import Yams

import struct Symbolics.Unit

/// Reads plan files: YAML, or JSON with the same keys.
///
/// Everything is checked before anything runs, and all that is wrong is told at once.
public struct CalibrationPlanReader: Sendable {
    /// The model's parameters by name, with their units.
    public var units: [String: Unit]
    /// Those that a plan must either fit or hold.
    public var required: [String]

    public init(units: [String: Unit], required: [String]) {
        self.units = units
        self.required = required
    }

    /// Reads a plan from a file; paths in it are those beside it.
    ///
    /// - Throws: `FileError`, also if the file is not there or its scenarios are not.
    public func read(file path: String) throws(FileError) -> CalibrationPlan {
        try read(text: try FileKind.plan.contents(of: path), name: path)
    }

    /// Reads a plan from text, called `name` in messages; paths in it are those beside a file of that name.
    ///
    /// - Throws: `FileError`.
    public func read(text: String, name: String) throws(FileError) -> CalibrationPlan {
        let problems = Problems(file: name)
        let root = problems.root(of: text, .plan)
        return try problems.check(root.flatMap { plan(from: $0, name: name) })
    }

    static let keys = [
        "scenarios", "prior", "robust", "search", "seed", "ensemble", "write", "fitted", "held",
    ]

    private func plan(from root: Field, name: String) -> CalibrationPlan? {
        guard let top = Section(root, keys: Self.keys) else { return nil }
        let scenarios = top.required("scenarios", example: "scenarios: [../Examples/*.yaml]")?.files(besides: name)
        let usual = top["prior"].flatMap { Section($0, keys: ["width"]) }?["width"]?.number("a width", 0.001...3)
        let fitted = top.required("fitted", example: "fitted: {receptors.estrogen.lag: 9 d}")
            .flatMap { parameters($0) }?.compactMap {
                self.prior($0.field, name: $0.name, unit: $0.unit, usual: usual ?? 0.3)
            }
        let held =
            top["held"].flatMap { parameters($0) }?.compactMap { self.held($0.field, name: $0.name, unit: $0.unit) }
            ?? []
        checkCoverage(fitted: top["fitted"], held: top["held"], root)
        guard let scenarios, let fitted else { return nil }
        var plan = CalibrationPlan(scenarios: scenarios, fitted: fitted, held: held)
        if let robust = top["robust"].flatMap({ Section($0, keys: ["misfit", "grace", "excess"]) }) {
            if let number = robust["misfit"]?.number("standard deviations", 0.5...100) {
                plan.robustness.misfit = number
            }
            if let number = robust["grace"]?.number("a share of the tolerance", 0...1) {
                plan.robustness.grace = number
            }
            if let number = robust["excess"]?.number("tenths of the tolerance", 0.1...100) {
                plan.robustness.excess = number
            }
        }
        if let search = top["search"].flatMap({ Section($0, keys: ["starts", "steps"]) }) {
            if let count = search["starts"]?.count("a number of starts", 1...1000) { plan.starts = count }
            if let count = search["steps"]?.count("a number of steps", 1...1000) { plan.steps = count }
        }
        if let seed = top["seed"]?.count("a seed", 0...Int(UInt32.max)) { plan.seed = UInt64(seed) }
        if let members = top["ensemble"]?.count("a number of members", 8...1000) { plan.members = members }
        if let write = top["write"].flatMap({ Section($0, keys: ["values", "ensemble", "documentation"]) }) {
            let values = write.required("values", example: "values: ../Sources/Physiology/FittedParameters.swift")
            let ensemble = write.required("ensemble", example: "ensemble: ../Sources/Physiology/FittedEnsemble.swift")
            let page = write["documentation"].map { $0.text(expecting: "a file") } ?? nil
            if let values = values?.text(expecting: "a file"), let ensemble = ensemble?.text(expecting: "a file") {
                plan.files = .init(
                    values: located(values, besides: name), ensemble: located(ensemble, besides: name),
                    documentation: page.map { located($0, besides: name) })
            }
        }
        return plan
    }

    /// The parameters named in a group, in the order of their names.
    private func parameters(_ field: Field) -> [(name: String, unit: Unit, field: Field)]? {
        let names = units.keys.sorted()
        let section = Section(field, keys: names) { name in
            let near = nearest(to: name, among: names)
            let hint = near.map { "did you mean '\($0)'?" } ?? "'osteon model list' shows the components"
            return ("the model has no such parameter; \(hint)", near ?? name)
        }
        return section.map { section in
            names.compactMap { name in
                section[name].flatMap { field in units[name].map { (name, $0, field) } }
            }
        }
    }

    private func prior(_ field: Field, name: String, unit: Unit, usual: Double) -> CalibrationPlan.Prior? {
        if field.scalar != nil {
            return field.size(in: unit).map { .init(name: name, centre: $0, unit: unit.symbol, logDeviation: usual) }
        }
        guard let section = Section(field, keys: ["centre", "width", "source"]) else { return nil }
        let centre = section.required("centre", example: "centre: 1 \(unit.symbol)")?.size(in: unit)
        let width = section["width"].map { $0.number("a width", 0.001...3) } ?? usual
        let source = section["source"].map { $0.text(expecting: "where the prior comes from") } ?? nil
        guard let centre, let width else { return nil }
        return .init(name: name, centre: centre, unit: unit.symbol, logDeviation: width, source: source)
    }

    private func held(_ field: Field, name: String, unit: Unit) -> CalibrationPlan.Held? {
        guard let section = Section(field, keys: ["value", "within", "because"]) else { return nil }
        let value = section.required("value", example: "value: 1 \(unit.symbol)")?.size(in: unit)
        let factor = section.required("within", example: "within: 1.5")?.number("a factor", 1.001...100)
        let reason = section.required("because", example: "because: cells turn over within weeks")?
            .text(expecting: "a reason")
        guard let value, let factor, let reason else { return nil }
        return .init(name: name, value: value, unit: unit.symbol, factor: factor, reason: reason)
    }

    /// Reports what the file of fitted values needs and the plan does not say, and what it says twice.
    private func checkCoverage(fitted: Field?, held: Field?, _ root: Field) {
        for name in required.sorted() where fitted?.has(name) == true && held?.has(name) == true {
            (held ?? root).report("'\(name)' is also under 'fitted'; expected it in one of the two")
        }
        let missing = required.sorted().filter { fitted?.has($0) != true && held?.has($0) != true }
        guard let first = missing.first else { return }
        let others = missing.count == 1 ? "" : " and \(missing.count - 1) more"
        root.problems.report(
            line: fitted?.line ?? root.line, key: "fitted",
            "the program's file of fitted values also holds '\(first)'\(others); expected all of it under 'fitted' or 'held'"
        )
    }
}

extension Field {
    /// Whether a group has a key.
    fileprivate func has(_ key: String) -> Bool { node.mapping?.keys.contains { $0.scalar?.string == key } ?? false }

    /// A number in the unit of a parameter; not zero.
    fileprivate func size(in unit: Unit) -> Double? {
        let example = unit.symbol == "1" ? "a number such as '0.5'" : "a value such as '0.5 \(unit.symbol)'"
        guard let (text, written) = written(expecting: example) else { return nil }
        guard let given = written.unit, given.dimension == unit.dimension else {
            report("\(quoted(text)) is in a unit that does not fit; expected \(example)")
            return nil
        }
        // Unscaled where the unit is the parameter's own, so that a plan is taken to the last digit.
        let value = given.factor == unit.factor ? written.number : written.number * (given.factor / unit.factor)
        if value == 0 { report("\(quoted(text)) is zero; parameters move in proportion to their size") }
        return value == 0 ? nil : value
    }

    /// A plain number within limits.
    func number(_ noun: String, _ range: ClosedRange<Double>) -> Double? {
        let expected = "\(noun) between \(digits(range.lowerBound)) and \(digits(range.upperBound))"
        guard let (text, written) = written(expecting: expected) else { return nil }
        guard written.unitText.isEmpty, range.contains(written.number) else {
            report("\(quoted(text)) will not do; expected \(expected)")
            return nil
        }
        return written.number
    }

    /// A whole number within limits.
    fileprivate func count(_ noun: String, _ range: ClosedRange<Int>) -> Int? {
        let expected = "\(noun) between \(range.lowerBound) and \(range.upperBound)"
        guard let text = text(expecting: expected) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            report("\(quoted(text)) will not do; expected \(expected)")
            return nil
        }
        return number
    }

    /// Files that patterns name, each once, in the order of their names.
    fileprivate func files(besides name: String) -> [String]? {
        guard let items = items(expecting: "[../Examples/*.yaml]") else { return nil }
        var files: Set<String> = []
        for item in items {
            guard let pattern = item.text(expecting: "a file such as '../Examples/*.yaml'") else { continue }
            let found = matches(located(pattern, besides: name))
            if found.isEmpty { item.report("\(quoted(pattern)) is no file beside this one; expected scenario files") }
            files.formUnion(found)
        }
        if items.isEmpty { report("the list is empty; expected scenario files such as '../Examples/*.yaml'") }
        return files.sorted()
    }
}

/// A path as it is seen from beside a file.
private func located(_ path: String, besides name: String) -> String {
    let folder = URL(fileURLWithPath: name).deletingLastPathComponent()
    return URL(fileURLWithPath: path, relativeTo: folder).standardizedFileURL.path
}

/// The files that a pattern of the shell matches.
private func matches(_ pattern: String) -> [String] {
    var result = glob_t()
    defer { globfree(&result) }
    guard glob(pattern, 0, nil, &result) == 0 else { return [] }
    return (0..<Int(result.gl_pathc)).compactMap { result.gl_pathv[$0].map { String(cString: $0) } }
}
