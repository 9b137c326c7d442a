import Modeling
import Symbolics

/// What a laboratory would find: her own hormones plus what medicines add, on the scale of mass spectrometry.
struct SerumLevels: Component {
    let path = "serum"
    let summary = "Serum levels, her own and from medicines together."

    func define(in b: ComponentBuilder) {
        func level(_ substance: Substance, _ unit: Unit, _ title: String, isHerOwn: Bool = true) {
            let name = substance.rawValue
            let given = b.sumOfInputs("\(name)Given", "mol/L", "\(title) from medicines")
            let own = isHerOwn ? b.input("\(name)Own", "mol/L", "\(title), her own") : 0
            _ = b.variable("\(name)FromMedicines", "mol/L", given, "\(title) that medicines add")
            let total = b.variable(name, "mol/L", own + given, title)
            b.output("serum.\(name)", unit, total * b.molarMass(of: substance), title)
        }
        level(.estradiol, "pg/mL", "Estradiol")
        level(.estrone, "pg/mL", "Estrone")
        level(.estroneSulfate, "ng/mL", "Estrone sulfate")
        level(.progesterone, "ng/mL", "Progesterone")
        level(.allopregnanolone, "ng/mL", "Allopregnanolone")
        level(.pregnanolone, "ng/mL", "Pregnanolone")
        level(.medroxyprogesterone, "ng/mL", "Medroxyprogesterone acetate", isHerOwn: false)
    }
}
