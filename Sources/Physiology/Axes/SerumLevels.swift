import Modeling
import Symbolics

/// What a laboratory would find: her own hormones plus what medicines add, on the scale of mass spectrometry.
struct SerumLevels: Component {
    let path = "serum"
    let summary = "Serum levels, her own and from medicines together."

    func define(in b: ComponentBuilder) {
        func level(_ name: String, _ unit: Unit, grams: Double, _ title: String) {
            let own = b.sumOfInputs("\(name)Own", "mol/L", "\(title), her own")
            let given = b.sumOfInputs("\(name)Given", "mol/L", "\(title) from medicines")
            let mass = b.parameter(
                "\(name)MolarMass", grams, "g/mol", .measured("PubChem"), "Molar mass of \(title.lowercased())")
            let total = b.variable(name, "mol/L", own + given, title)
            b.output("serum.\(name)", unit, total * mass, title)
        }
        level("estradiol", "pg/mL", grams: 272.38, "Estradiol")
        level("estrone", "pg/mL", grams: 270.37, "Estrone")
        level("estroneSulfate", "ng/mL", grams: 350.43, "Estrone sulfate")
        level("progesterone", "ng/mL", grams: 314.47, "Progesterone")
        level("allopregnanolone", "ng/mL", grams: 318.5, "Allopregnanolone")
        level("pregnanolone", "ng/mL", grams: 318.5, "Pregnanolone")
        level("medroxyprogesterone", "ng/mL", grams: 386.53, "Medroxyprogesterone acetate")
    }
}
