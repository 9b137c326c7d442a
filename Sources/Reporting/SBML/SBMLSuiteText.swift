extension SBMLSuite {
    /// Groups of cases, from all to those that test one thing.
    private var groups: [(name: String, isPicked: (SBMLSuiteCase) -> Bool)] {
        let tags = Set(tried.filter(\.test.isTimecourse).flatMap(\.test.tags)).sorted()
        return [
            ("time courses", { $0.isTimecourse }),
            ("without packages", { $0.isTimecourse && !$0.usesPackage }),
            (
                "without packages, algebraic rules, delayed values and fast reactions",
                { $0.isTimecourse && !$0.usesPackage && !$0.isHard }
            ),
        ] + tags.map { tag in (tag, { $0.isTimecourse && $0.tags.contains(tag) }) }
    }

    private var rows: [[String]] {
        groups.map { group in
            let counts = Standing.allCases.map { count($0, where: group.isPicked) }
            return [group.name, "\(counts.reduce(0, +))"] + counts.map(String.init)
        }
    }

    private static let headings = ["cases that test", "cases", "passed", "refused", "wrong"]

    /// Why cases did not pass: number and sentence.
    private func reasons(_ standing: Standing) -> [(number: String, reason: String)] {
        tried.compactMap { test, outcome in
            guard test.isTimecourse, outcome.standing == standing else { return nil }
            switch outcome {
            case .passed: return nil
            case .refused(let reason), .failed(let reason): return (test.number, reason)
            }
        }
    }

    /// Refusals that differ only in names, together.
    private var refusals: [(reason: String, numbers: [String])] {
        let grouped = Dictionary(grouping: reasons(.refused)) { $0.reason.replacing(/'[^']*'/, with: "…") }
        return grouped.map { ($0.key, $0.value.map(\.number)) }
            .sorted { ($1.numbers.count, $0.reason) < ($0.numbers.count, $1.reason) }
    }

    /// The score for the terminal.
    public func text(width: Int, listingRefused: Bool) -> String {
        let columns = Self.headings.enumerated().map { index, title in
            TextTable.Column(title, alignment: index == 0 ? .left : .right, wraps: index == 0)
        }
        var text = TextTable(columns: columns, rows: rows).rendered(width: width)
        let listed = (listingRefused ? reasons(.refused) : []) + reasons(.failed)
        if !listed.isEmpty {
            text +=
                "\n"
                + TextTable(
                    columns: [.init("case", alignment: .left), .init("reason", alignment: .left, wraps: true)],
                    rows: listed.map { [$0.number, $0.reason] }
                ).rendered(width: width)
        }
        return text
    }

    /// The page of the documentation.
    ///
    /// - Parameter command: the command that writes it again.
    public func markdown(command: String) -> String {
        var lines = [
            "# SBML, tried by its test suite", "",
            "Written by `\(command)`; do not edit.", "",
            "Cases of the semantic SBML Test Suite (3.3.0), each in the highest level it has, integrated by CVODES with",
            "relative tolerance 1e-8 and held against the expected time course by the suite's rule: every value within",
            "`absolute + relative·|expected|` of its settings. A case that is *refused* got a sentence that says what is not",
            "supported, and no numbers. Of \(tried.count) cases here, \(tried.filter { !$0.test.isTimecourse }.count) are no time courses (flux balance) and are left out.",
            "",
        ]
        lines.append(MarkdownTable.text(Self.headings, rows))
        lines += [
            "For comparison, libRoadRunner 2.10.0 on all 1,821 cases (tolerances 1e-8 and 1e-12): 1,573 pass, 6 are wrong, 208 are",
            "refused (algebraic rules, delays, fast reactions), 34 are no time courses; without the packages `comp` and `fbc`, 1,459 of",
            "1,664 pass.", "", "## Refused", "",
        ]
        lines.append(
            MarkdownTable.text(
                ["reason", "number", "cases"],
                refusals.map { [$0.reason, "\($0.numbers.count)", $0.numbers.joined(separator: " ")] }))
        let wrong = reasons(.failed)
        if !wrong.isEmpty {
            lines += ["## Wrong", ""]
            lines.append(MarkdownTable.text(["case", "reason"], wrong.map { [$0.number, $0.reason] }))
        }
        return lines.joined(separator: "\n")
    }
}
