import Exchange
import Modeling
import Symbolics

/// Builds the model of one woman with the medicines she takes.
public enum WomanModel {
    /// The version of the equations and parameters; changes when a simulated number can change.
    public static let version = "Osteon 0.1"

    /// Hypotheses that are off unless a scenario names them, with what each would do.
    public static let hypotheses: [(name: String, control: String, meaning: String)] = [
        ("progesteroneOnOPG", "skeleton.rankl.progesteroneOnOPG", "progesterone raises OPG through its receptor"),
        (
            "progesteroneOnOsteoblasts", "receptors.progesterone.onOsteoblasts",
            "progesterone makes osteoblasts mature faster through its receptor"
        ),
        (
            "progesteroneAtGlucocorticoidReceptor", "receptors.glucocorticoid.progesteroneCompetes",
            "progesterone competes with cortisol at the glucocorticoid receptor and so spares osteoblasts"
        ),
        (
            "medroxyprogesteroneAtGlucocorticoidReceptor", "receptors.glucocorticoid.progestinReachesBone",
            "medroxyprogesterone acetate harms osteoblasts through the glucocorticoid receptor"
        ),
    ]

    /// The model with every medicine in it, for listings and checks.
    public static func complete() throws -> Model { try model(for: everyMedicine) }

    /// The model with just the medicines of these treatments.
    ///
    /// - Throws: `ModelError` or `UnitMismatch` if the composition does not hang together.
    public static func model(for treatments: [Treatment]) throws -> Model {
        var assembly = Assembly(version)
        addWoman(to: &assembly)
        addSkeleton(to: &assembly)
        addMedicines(for: treatments, to: &assembly)
        return try assembly.model()
    }

    private static var everyMedicine: [Treatment] {
        Medicines.all.flatMap { form in
            (form.form.isSwallowed ? Treatment.Food.allCases : [.fasted]).map { food in
                Treatment(
                    medicine: form.medicine, form: form.form.name, dose: form.form.doses[0].example, every: 1,
                    until: 1, food: food)
            }
        }
    }

    private static func addWoman(to assembly: inout Assembly) {
        assembly.add(WomanTraits())
        assembly.add(OvarianHormones())
        assembly.add(SerumLevels())
        for hormone in ["estradiol", "estrone", "estroneSulfate", "progesterone", "allopregnanolone", "pregnanolone"] {
            assembly.connect("axes.ovary.\(hormone)", to: "serum.\(hormone)Own")
        }
        assembly.add(EstrogenReceptor())
        assembly.connect("axes.ovary.activity", to: "receptors.estrogen.ovarianActivity")
        assembly.connect("axes.ovary.cyclingLevel", to: "receptors.estrogen.cyclingLevel")
        assembly.connect("axes.ovary.remnantLevel", to: "receptors.estrogen.remnantLevel")
        assembly.add(ProgesteroneReceptor())
        assembly.connect("serum.progesterone", to: "receptors.progesterone.progesterone")
        assembly.connect("receptors.estrogen.relativeActivation", to: "receptors.progesterone.estrogenAction")
        assembly.add(GlucocorticoidReceptor())
        assembly.connect("serum.progesterone", to: "receptors.glucocorticoid.progesterone")
    }

    private static func addSkeleton(to assembly: inout Assembly) {
        let bone = "skeleton"
        assembly.add(RANKL())
        assembly.connect("\(bone).osteoblasts.preosteoblasts", to: "\(bone).rankl.preosteoblasts")
        assembly.connect("\(bone).osteoblasts.count", to: "\(bone).rankl.osteoblasts")
        assembly.connect("\(bone).osteocytes.count", to: "\(bone).rankl.osteocytes")
        assembly.connect("\(bone).osteocytes.sclerostin", to: "\(bone).rankl.sclerostin")
        assembly.connect("receptors.estrogen.deficit", to: "\(bone).rankl.estrogenDeficit")
        assembly.connect("woman.calciumEffect", to: "\(bone).rankl.calciumEffect")
        assembly.connect("receptors.progesterone.byProgesterone", to: "\(bone).rankl.progesteroneReceptor")
        assembly.add(Osteoclasts())
        assembly.connect("\(bone).rankl.occupancy", to: "\(bone).osteoclasts.rankOccupancy")
        assembly.connect("receptors.estrogen.deficit", to: "\(bone).osteoclasts.estrogenDeficit")
        assembly.add(Osteoblasts())
        assembly.connect("\(bone).osteoclasts.count", to: "\(bone).osteoblasts.osteoclasts")
        assembly.connect("\(bone).osteocytes.sclerostin", to: "\(bone).osteoblasts.sclerostin")
        assembly.connect("receptors.estrogen.deficit", to: "\(bone).osteoblasts.estrogenDeficit")
        assembly.connect("receptors.estrogen.relativeActivation", to: "\(bone).osteoblasts.estrogenAction")
        assembly.connect(
            "receptors.progesterone.byMedroxyprogesterone", to: "\(bone).osteoblasts.medroxyprogesteroneReceptor")
        assembly.connect(
            "receptors.progesterone.hypotheticalDrive", to: "\(bone).osteoblasts.progesteroneReceptor")
        assembly.connect(
            "receptors.glucocorticoid.hypotheticalExcess", to: "\(bone).osteoblasts.glucocorticoidExcess")
        assembly.add(Osteocytes())
        assembly.connect("\(bone).osteoblasts.count", to: "\(bone).osteocytes.osteoblasts")
        assembly.connect("receptors.estrogen.deficit", to: "\(bone).osteocytes.estrogenDeficit")
        assembly.add(Mineral())
        for site in SkeletalSite.allCases {
            let component = SiteRemodelling(site: site)
            assembly.add(component)
            assembly.connect("\(bone).osteoblasts.formation", to: "\(component.path).formation")
            assembly.connect("\(bone).osteoclasts.count", to: "\(component.path).osteoclasts")
            assembly.connect("woman.ageing", to: "\(component.path).ageing")
            assembly.connect("\(bone).mineral.mineralisation", to: "\(component.path).mineralisation")
            assembly.connect("\(bone).mineral.full", to: "\(component.path).fullMineral")
            assembly.connect("\(bone).mineral.organic", to: "\(component.path).organicDensity")
            assembly.connect("\(bone).mineral.perMineral", to: "\(component.path).densityPerMineral")
        }
        assembly.add(TurnoverMarkers())
        assembly.connect("\(bone).osteoblasts.formation", to: "\(bone).markers.formation")
        assembly.connect("\(bone).lumbarSpine.resorption", to: "\(bone).markers.spineResorption")
        assembly.connect("\(bone).totalHip.resorption", to: "\(bone).markers.hipResorption")
    }

    private static func addMedicines(for treatments: [Treatment], to assembly: inout Assembly) {
        let wanted = Medicines.all.compactMap { form -> (any MedicineForm, [Treatment])? in
            let mine = treatments.filter { $0.medicine == form.medicine && $0.form == form.form.name }
            return mine.isEmpty ? nil : (form, mine)
        }
        if wanted.contains(where: { $0.0.isEstrogen }) { addEstrogens(to: &assembly) }
        if wanted.contains(where: { $0.0.medicine == "progesterone" }) { addProgesterone(to: &assembly) }
        for (form, mine) in wanted { form.install(for: mine, in: &assembly) }
    }

    private static func addEstrogens(to assembly: inout Assembly) {
        let component = EstrogenMetabolism()
        assembly.add(component)
        assembly.connect("woman.clearanceScale", to: "\(component.path).clearanceScale")
        assembly.connect("woman.volumeScale", to: "\(component.path).volumeScale")
        assembly.connect("\(component.path).estradiolLevel", to: "serum.estradiolGiven")
        assembly.connect("\(component.path).estroneLevel", to: "serum.estroneGiven")
        assembly.connect("\(component.path).sulfateLevel", to: "serum.estroneSulfateGiven")
        assembly.connect("\(component.path).estradiolLevel", to: "receptors.estrogen.given")
    }

    private static func addProgesterone(to assembly: inout Assembly) {
        let component = ProgesteroneKinetics()
        assembly.add(component)
        assembly.connect("woman.clearanceScale", to: "\(component.path).clearanceScale")
        assembly.connect("woman.volumeScale", to: "\(component.path).volumeScale")
        assembly.connect("woman.weight", to: "\(component.path).weight")
        assembly.connect("\(component.path).concentration", to: "serum.progesteroneGiven")
        assembly.connect("\(component.path).allopregnanoloneConcentration", to: "serum.allopregnanoloneGiven")
        assembly.connect("\(component.path).pregnanoloneConcentration", to: "serum.pregnanoloneGiven")
    }
}
