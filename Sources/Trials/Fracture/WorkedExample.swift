import Exchange
import Symbolics

/// The profile behind a row of a published calculator, read from the row's name.
struct WorkedExample {
    let table: String
    let who: String
    /// `hip` or `major`.
    let outcome: String
    let age: Double
    /// T-score of the femoral neck; nil where density was not given, so that it spreads as among women of that BMI.
    let femoralNeckT: Double?
    /// In kg/m2.
    var BMI = 25.0
    var smoking = false
    var risks = FractureRisks(parentHipFracture: false, alcohol: false)
    /// Whether the calculator lets women die of other causes.
    var deathCompetes = true
    var remark = ""

    /// Years since an earlier fracture where a calculator asks only whether there was one; the ratio is then about the
    /// generic 1.8 of cohorts.
    private static let someYears = 4.2 * Unit.daysPerYear

    /// Nil for rows that are no profile, or one of which the model has too little.
    init?(_ row: String) {
        if let match = row.wholeMatch(of: /frax_uk_T(m?)(\d)_(hip|mof)_(\d+)/) {
            let score = (match.1.isEmpty ? 1 : -1) * (Double(match.2) ?? 0)
            self.init(
                table: "FRAX by T-score", who: "\(match.4) years, T \(Int(score))",
                outcome: match.3 == "hip" ? "hip" : "major", age: Double(match.4) ?? 0, femoralNeckT: score)
            return
        }
        if let match = row.wholeMatch(of: /frax_uk_nobmd_(none|parental_hip|smoking|alcohol|prior_fx)_(hip|mof)_(\d+)/)
        {
            self.init(
                table: "FRAX by risk factor", who: "\(match.3) years, \(Self.words[String(match.1)] ?? "")",
                outcome: match.2 == "hip" ? "hip" : "major", age: Double(match.3) ?? 0, femoralNeckT: nil)
            switch match.1 {
            case "parental_hip": risks.parentHipFracture = true
            case "smoking": smoking = true
            case "alcohol": risks.alcohol = true
            case "prior_fx": risks.lastFracture = Self.someYears
            default: break
            }
            return
        }
        if let match = row.wholeMatch(of: /frax_uk_bmi(\d+)_0crf_(\d+)/) {
            self.init(
                table: "FRAX by BMI", who: "\(match.2) years, BMI \(match.1)", outcome: "major",
                age: Double(match.2) ?? 0, femoralNeckT: nil)
            BMI = Double(match.1) ?? 25
            return
        }
        self.init(qFracture: row)
    }

    private init?(qFracture row: String) {
        guard let match = row.wholeMatch(of: /qfracture_(65base|75high|60hrt)_(hip|op)/) else { return nil }
        let profile = match.1
        self.init(
            table: "QFracture",
            who: profile == "65base"
                ? "65 years" : profile == "75high" ? "75 years, many factors" : "60 years, on hormones",
            outcome: match.2 == "hip" ? "hip" : "major", age: Double(profile.prefix(2)) ?? 0, femoralNeckT: nil)
        deathCompetes = false
        switch profile {
        case "75high":
            BMI = 21.87
            smoking = true
            risks = FractureRisks(parentHipFracture: true, alcohol: true, lastFracture: Self.someYears)
            remark = "arthritis and glucocorticoids left out"
        case "60hrt":
            BMI = 24.03
            remark = "hormones and Indian ancestry left out"
        default: BMI = 24.98
        }
    }

    private init(table: String, who: String, outcome: String, age: Double, femoralNeckT: Double?) {
        self.table = table
        self.who = who
        self.outcome = outcome
        self.age = age
        self.femoralNeckT = femoralNeckT
    }

    private static let words = [
        "none": "no factor", "parental_hip": "a parent's hip", "smoking": "smoking", "alcohol": "alcohol",
        "prior_fx": "an earlier fracture",
    ]
}
