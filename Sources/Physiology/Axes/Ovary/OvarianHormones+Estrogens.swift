import Modeling
import Symbolics

extension OvarianHormones {
    /// Her own estradiol, estrone and estrone sulfate: levels by kind of week, and means over weeks.
    func estrogens(_ b: ComponentBuilder, shares: [OvarianWeek: Expression], mass: Expression) {
        let peripheral = b.input("peripheralEstradiol", "mol/L", "Her estradiol from outside the ovary")
        let peripheralEstrone = b.input("peripheralEstrone", "mol/L", "Her estrone from outside the ovary")
        let inhibition = b.sumOfInputs("aromataseInhibition", .one, "Share of aromatase that medicines block")
        let ovarianShare = b.parameter(
            "ovarianInhibition", 0.3, .one,
            .assumed("rising gonadotropins overcome most of the block in a working ovary", range: 0...0.6),
            "Share of an aromatase inhibitor's effect that reaches a working ovary")
        let usualPeripheral = b.parameter(
            "usualPeripheral", 4.8, "pg/mL", .measured("ULTRA baseline by mass spectrometry (O0084)", range: 3.1...4.9),
            "Part of the stated levels that comes from outside the ovary")
        let mean = b.parameter(
            "cyclingEstradiol", 95, "pg/mL",
            .measured("mean over the cycle of Stricker 2006 daily medians, doi 10.1515/CCLM.2006.160, immunoassay"),
            "Mean serum estradiol over an ovulatory cycle")
        let equivalent = b.parameter(
            "equivalentEstradiol", 80, "pg/mL",
            .measured(
                "constant level with the same mean saturating response as the Stricker cycle, doi 10.1515/CCLM.2006.160",
                range: 73...83),
            "Constant estradiol with the same receptor effect as the cycle")
        let arrested = b.parameter(
            "arrestedEstradiol", 60, "pg/mL",
            .fitted("resolved cycle: 57 to 70 without ovulation, \(Pituitary.source)", range: 45...70),
            "Serum estradiol with follicles that grow and stop")
        let suppressed = b.parameter(
            "suppressedEstradiol", 20, "pg/mL",
            .measured(
                "users of depot medroxyprogesterone 18.9, users of pills 20 to 30 (O1522, O1634)", range: 13...30),
            "Serum estradiol with ovaries at rest")
        let silent = b.parameter(
            "silentEstradiol", 5, "pg/mL",
            .measured(
                "below 4 pg/mL by a cell bioassay in all eight women on leuprolide (O2009); no less than what tissues make after "
                    + "menopause", range: 3...8),
            "Serum estradiol without gonadotropins")

        // What she has in cycles is stated as measured, so that heavier women have no more of it.
        func level(_ total: Expression) -> Expression {
            total / mass - inhibition * (usualPeripheral + ovarianShare * (total - usualPeripheral)) / mass
        }
        let constants: [(OvarianWeek, Expression)] = [
            (.cycling, level(equivalent)), (.arrested, level(arrested)), (.suppressed, level(suppressed)),
            (.silent, level(silent)), (.absent, peripheral),
        ]
        for (week, level) in constants {
            _ = b.variable(week.level, "mol/L", level, "Equivalent estradiol in weeks: \(week.rawValue)")
        }
        _ = b.variable("restingLevel", "mol/L", equivalent / mass, "Equivalent estradiol in cycles without medicines")
        _ = b.variable("remnantLevel", "mol/L", peripheral, "Estradiol in a week without a working ovary")
        let means = constants.map { week, constant in
            (shares[week] ?? 0) * (week == .cycling ? level(mean) : constant)
        }
        _ = b.variable("estradiol", "mol/L", sum(means), "Her own serum estradiol, mean over weeks")

        let cyclingEstrone = b.parameter(
            "cyclingEstrone", 78, "pg/mL",
            .assumed(
                "production 101 ug/day over a clearance of 1120 L/day/m2 at 1.75 m2 gives 52 in the early follicular phase; higher later",
                range: 50...100),
            "Mean serum estrone over a cycle")
        let usualEstrone = b.parameter(
            "usualPeripheralEstrone", 22, "pg/mL",
            .assumed("baseline estradiol to estrone ratio of about 0.2 (FemPatch 1996)", range: 17...35),
            "Part of the estrone in cycles that comes from outside the ovary")
        let estroneMass = b.molarMass(of: .estrone)
        let ovarian = [arrested, suppressed, silent].enumerated().map { index, level in
            (shares[[.arrested, .suppressed, .silent][index]] ?? 0) * (level - usualPeripheral)
                / (mean - usualPeripheral)
        }
        let working = (shares[.cycling] ?? 0) + sum(ovarian)
        let fromOvary = working * (cyclingEstrone - usualEstrone) / estroneMass * (1 - ovarianShare * inhibition)
        let estrone = b.variable("estrone", "mol/L", fromOvary + peripheralEstrone, "Her own serum estrone")
        let sulfateRatio = b.parameter(
            "sulfateToEstrone", 10, .one,
            .assumed("estrone sulfate exceeds estrone about tenfold at rest", range: 5...15),
            "Estrone sulfate over estrone, molar, without medicines")
        _ = b.variable("estroneSulfate", "mol/L", sulfateRatio * estrone, "Her own serum estrone sulfate")
    }
}
