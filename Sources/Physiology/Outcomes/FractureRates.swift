import Modeling
import Symbolics

/// Published rates of fracture by age in the general population of women, all densities together.
///
/// The hip is known age by age, straight between in the logarithm; elsewhere only totals are, through which a level with
/// an assumed rise is laid.
struct FractureRates {
    let hip: Expression
    let vertebral: Expression
    let wrist: Expression
    let humerus: Expression
    let other: Expression

    init(_ b: ComponentBuilder, age: Expression) {
        let floor = b.parameter(
            "youngestAge", 40, .years, .assumed("rates of fragility fracture are not given for younger women"),
            "Age below which rates stay as they are")
        let counted = max(age, floor)
        hip = Self.hip(b, at: counted)
        vertebral = b.ageRate(
            "vertebral", at: counted,
            level: (
                0.00143,
                .fitted(
                    "Rochester 145 per 100,000 a year, Cooper 1992, and Malmö lifetime risk 15.4 %, Kanis 2000",
                    range: 0.0008...0.002)
            ), slope: (0.082, .fitted("the same totals", range: 0.06...0.1)), "Clinical vertebral fractures")
        wrist = b.ageRate(
            "wrist", at: counted,
            level: (
                0.0043,
                .fitted(
                    "radius and ulna in UK women 30 per 10,000 a year, van Staa 2001; Malmö lifetime risk 21.5 %",
                    range: 0.003...0.006)
            ), slope: (0.03, .assumed("rises at menopause, then slowly", range: 0.01...0.05)), "Wrist fractures")
        humerus = b.ageRate(
            "humerus", at: counted,
            level: (0.0027, .fitted("Malmö lifetime risk 13.3 %, Kanis 2000, PMID 11095165", range: 0.0018...0.0033)),
            slope: (0.06, .assumed("between the wrist and the hip", range: 0.04...0.08)),
            "Fractures of the upper arm")
        other = b.ageRate(
            "other", at: counted,
            level: (
                0.0139,
                .fitted(
                    "any fracture 2.4 % a year at 50 to 79 years, WHI observational study, less the four above",
                    range: 0.007...0.016)
            ), slope: (0.01, .assumed("much trauma, little age", range: 0...0.03)), "Fractures elsewhere")
    }

    /// Hip fractures of women of a five-year band: a year, in one and in another count.
    struct HipBand: Sendable {
        /// Middle of the band in years; of the last, the mean age of its women.
        let age: Double
        /// US National Inpatient Sample 2006, non-Hispanic white women.
        let inpatients2006: Double
        /// Olmsted County, 1989 to 1991.
        let olmsted1990: Double
        let row: String

        /// The name of its parameter in the component.
        var parameter: String { "hipRate\(row.prefix(2))" }
    }

    /// Ettinger 2010 Osteoporos Int 21:25, PMCID PMC2788143, Table 1 as reproduced elsewhere; per woman and year.
    static let hipBands = [
        HipBand(age: 52.5, inpatients2006: 0.00029, olmsted1990: 0.00066, row: "50_54"),
        HipBand(age: 57.5, inpatients2006: 0.00057, olmsted1990: 0.00083, row: "55_59"),
        HipBand(age: 62.5, inpatients2006: 0.00105, olmsted1990: 0.00165, row: "60_64"),
        HipBand(age: 67.5, inpatients2006: 0.00203, olmsted1990: 0.00221, row: "65_69"),
        HipBand(age: 72.5, inpatients2006: 0.00394, olmsted1990: 0.00275, row: "70_74"),
        HipBand(age: 77.5, inpatients2006: 0.00793, olmsted1990: 0.00861, row: "75_79"),
        HipBand(age: 82.5, inpatients2006: 0.01447, olmsted1990: 0.01838, row: "80_84"),
        HipBand(age: 89, inpatients2006: 0.02605, olmsted1990: 0.02488, row: "85plus"),
    ]

    private static func hip(_ b: ComponentBuilder, at age: Expression) -> Expression {
        let rates = hipBands.map { band in
            b.parameter(
                band.parameter, band.inpatients2006, "1/years",
                .measured(
                    "US non-Hispanic white women 2006, Ettinger 2010 (inc_hip_us_nis06_\(band.row)); in Olmsted "
                        + "County it was \(band.olmsted1990) around 1990",
                    range: min(band.inpatients2006, band.olmsted1990)...max(band.inpatients2006, band.olmsted1990)),
                "Hip fractures of women around \(band.age) years")
        }
        let last = rates.count - 2
        let rises = (0...last).map { place -> Expression in
            let (from, to) = (hipBands[place].age, hipBands[place + 1].age)
            let way = (age - Expression(from, .years)) / Expression(to - from, .years)
            // Beyond the ends as in the outermost bands.
            let started = place == 0 ? way : max(0, way)
            return log(rates[place + 1] / rates[place]) * (place == last ? started : min(1, started))
        }
        return b.variable("hipRate", "1/years", rates[0] * exp(sum(rises)), "Hip fractures a year in all women of her age")
    }
}
