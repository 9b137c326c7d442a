import Evidence
import Exchange
import Foundation
import Inference
import Physiology
import Trials

extension CalibrationReport {
    /// The page.
    var page: String {
        let plan = fit.calibration.plan
        let far = fit.residuals.count { !$0.isClose }
        let header: [Node] = [
            .element("h1", [:], "Fit to \(fit.residuals.count) published rows"),
            .element(
                "p", ["class": "meta"],
                "Model \(WomanModel.version) · \(plan.fitted.count) parameters fitted, \(plan.held.count) held · seed "
                    + "\(plan.seed)"),
            .element("p", ["class": "disclaimer"], RunReport.standardDisclaimer),
        ]
        let main = [
            HTMLPage.section("How the searches ended", [HTMLPage.list(CalibrationTables.summary(fit, ensemble))]),
            HTMLPage.section(
                "Rows",
                [
                    HTMLPage.caption(
                        "\(far) of \(fit.residuals.count) rows are neither in their published interval nor within "
                            + "\(NumberText.short(ObservedResult.densityTolerance)) points of density or "
                            + "\(NumberText.short(ObservedResult.markerTolerance)) of a marker. A score is a misfit in the standard "
                            + "deviations by which the row counts."),
                    rowTable,
                ]),
            HTMLPage.section(
                "Parameters",
                [
                    HTMLPage.caption(
                        "Intervals are those of the ensemble and include the prior. A width near 1 says that the rows add "
                            + "nothing to the prior; the last column is what they say without it."),
                    parameterTable,
                ]),
            HTMLPage.section("Held while the rest was fitted", plan.held.isEmpty ? [] : [heldTable]),
            HTMLPage.section(
                "Profiles",
                [
                    HTMLPage.caption(
                        "How much worse the fit becomes when one parameter is moved and all others follow. The lower dotted "
                            + "line cuts out 68 %, the upper one 95 %. Where the line of the rows alone stays flat, only the prior "
                            + "holds the parameter."),
                    .element("div", ["class": "panels"], profiles.map { ChartFigure.panel(chart($0)) }),
                ]),
        ]
        return HTMLPage.text(
            title: "Fit to \(fit.residuals.count) published rows", model: WomanModel.version, header: header,
            main: main.flatMap(\.self))
    }

    private var rowTable: Node {
        HTMLTable(
            columns: [
                .init(title: "row"), .init(title: "study, arm", style: "long"), .init(title: "scenario"),
                .init(title: "output"), .init(title: "observed", style: "number"),
                .init(title: "95 % interval", style: "number"), .init(title: "simulated", style: "number"),
                .init(title: "score", style: "number"), .init(title: "verdict"),
            ],
            rows: fit.residuals.sorted { abs($0.score) > abs($1.score) }.map { residual in
                let result = residual.row.result
                let number = { (value: Double) in
                    result.measure == .absolute
                        ? NumberText.significant(value) : UnitText.minus(NumberText.signed(value, decimals: 2))
                }
                return [
                    .text(result.observation.id),
                    .text("\(result.observation.studyName), \(result.observation.arm)"), .text(residual.row.scenario),
                    .text(result.output), .text(number(result.observed)),
                    .text(result.observation.interval95.map { "\(number($0.lowerBound)) to \(number($0.upperBound))" } ?? ""),
                    .text(number(residual.simulated)), .text(UnitText.minus(NumberText.signed(residual.score, decimals: 1))),
                    .node(
                        .element(
                            "span", ["class": "verdict \(residual.isClose ? "inside" : "outside")"],
                            residual.isClose ? "close" : "far")),
                ]
            }
        ).node()
    }

    private var parameterTable: Node {
        let verdicts = Dictionary(uniqueKeysWithValues: profiles.map { ($0.name, $0.verdict.rawValue) })
        return HTMLTable(
            columns: [
                .init(title: "parameter"), .init(title: "value", style: "number"),
                .init(title: "68 % interval", unit: "95 %", style: "number"),
                .init(title: "prior", unit: "68 %", style: "number"),
                .init(title: "width", unit: "of the prior", style: "number"), .init(title: "by the rows alone"),
            ],
            rows: values.map { value in
                [
                    .text(value.name),
                    .lines(NumberText.significant(value.value, digits: 5), UnitText.pretty(value.unit)),
                    .lines(CalibrationTables.range(value.interval68), CalibrationTables.range(value.interval95)),
                    .lines(NumberText.significant(value.priorCentre, digits: 5), CalibrationTables.range(value.prior68)),
                    .text(NumberText.fixed(value.shareOfPrior, decimals: 2)), .text(verdicts[value.name] ?? ""),
                ]
            }
        ).node()
    }

    private var heldTable: Node {
        HTMLTable(
            columns: [
                .init(title: "parameter"), .init(title: "value", style: "number"), .init(title: "unit"),
                .init(title: "within a factor of", style: "number"), .init(title: "because", style: "long"),
            ],
            rows: fit.calibration.plan.held.map { held in
                [
                    .text(held.name), .text(NumberText.significant(held.value, digits: 5)),
                    .text(UnitText.pretty(held.unit)), .text(NumberText.significant(held.factor)), .text(held.reason),
                ]
            }
        ).node()
    }

    private func chart(_ profile: ParameterProfile) -> Chart {
        let points = profile.points.sorted { profile.value * $0.distance < profile.value * $1.distance }
        let places = points.map { profile.value * exp($0.distance) }
        let unit = UnitText.pretty(profile.unit)
        return Chart(
            identifier: "profile-\(profile.name)", title: profile.name,
            summary: "\(profile.verdict.rawValue); 68 % interval \(CalibrationTables.interval(profile.interval68)) \(unit).",
            valueTitle: "rise of the objective", clock: .quantity(unit.isEmpty ? "value" : unit),
            lines: [
                .init(label: "with its prior", style: 0, times: places, values: points.map(\.rise)),
                .init(label: "rows alone", style: 3, times: places, values: points.map(\.riseByRows)),
            ], references: [.init(value: 1, label: ""), .init(value: 3.841, label: "")], startsAtZero: true)
    }
}
