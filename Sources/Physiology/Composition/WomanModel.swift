import Exchange
import Modeling
import Symbolics

/// Builds the model of one woman with the medicines she takes.
public enum WomanModel {
    /// The version of the equations and parameters; changes when a simulated number can change.
    public static let version = "Osteon 0.1"

    /// The model with every medicine in it, for listings and checks.
    public static func complete() throws -> Model { try model(for: everyMedicine) }

    /// The values of all parameters by name, each in its own unit.
    ///
    /// - Throws: `ModelError` if the composition does not hang together.
    public static func parameterValues() throws -> [String: Double] {
        Dictionary(uniqueKeysWithValues: try complete().parameters.map { ($0.name, $0.value) })
    }

    /// The model with just the medicines of these treatments.
    ///
    /// - Parameter ovary: whether her cycles are averaged or resolved.
    ///
    /// - Throws: `ModelError` or `UnitMismatch` if the composition does not hang together.
    public static func model(for treatments: [Treatment], ovary: OvaryResolution = .averaged) throws -> Model {
        try assembly(for: treatments, ovary: ovary).model()
    }

    /// The parts and connections of that model.
    static func assembly(for treatments: [Treatment], ovary: OvaryResolution) -> Assembly {
        var assembly = Assembly(version)
        addWoman(ovary, to: &assembly)
        addSkeleton(to: &assembly)
        addOutcomes(to: &assembly)
        addMedicines(for: treatments, to: &assembly)
        return assembly
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

    private static func addWoman(_ ovary: OvaryResolution, to assembly: inout Assembly) {
        assembly.add(WomanTraits())
        assembly.add(FirstPass())
        addOvary(ovary, to: &assembly)
        assembly.add(SerumLevels())
        for hormone in ["estradiol", "estrone", "estroneSulfate", "progesterone", "allopregnanolone", "pregnanolone"] {
            assembly.connect("axes.ovary.\(hormone)", to: "serum.\(hormone)Own")
        }
        assembly.add(EstrogenReceptor())
        assembly.connectWeeks(to: "receptors.estrogen")
        assembly.connect("axes.ovary.restingLevel", to: "receptors.estrogen.restingLevel")
        assembly.add(EstrogenInCells())
        assembly.connect("receptors.estrogen.heard", to: "receptors.estrogenInCells.heard")
        assembly.add(ProgesteroneReceptor())
        assembly.connect("receptors.estrogen.heard", to: "receptors.progesterone.estrogenHeard")
        assembly.connectProgesterone(to: "receptors.progesterone")
        assembly.add(MembraneSignals())
        assembly.connectProgesterone(to: "receptors.membrane")
        assembly.connect("receptors.membrane.onActivity", to: "skeleton.osteoblasts.activityChange")
        addAndrogens(to: &assembly)
        addCalcium(to: &assembly)
        addAdrenal(to: &assembly)
        addThyroid(to: &assembly)
        addGrowth(to: &assembly)
        addInflammation(to: &assembly)
        addEnergy(to: &assembly)
    }

    private static func addSkeleton(to assembly: inout Assembly) {
        addCells(to: &assembly)
        assembly.add(Mineral())
        assembly.add(MarrowFat())
        assembly.connect("receptors.estrogen.relativeActivation", to: "skeleton.marrow.estrogenAction")
        for site in SkeletalSite.allCases {
            let component = SiteRemodelling(site: site)
            assembly.add(component)
            assembly.connect(
                to: component.path,
                [
                    "remodelled": "skeleton.osteoblasts.formation", "modelled": "skeleton.modelling.formation",
                    "osteoclasts": "skeleton.osteoclasts.count",
                    "ageing": site.isVolumetric ? "woman.trabecularAgeing" : "woman.ageing",
                    "mineralisation": "skeleton.mineral.mineralisation", "fullMineral": "skeleton.mineral.full",
                    "primaryMineral": "skeleton.mineral.primary", "organicDensity": "skeleton.mineral.organic",
                    "densityPerMineral": "skeleton.mineral.perMineral",
                ])
            if site.isVolumetric { assembly.connect("skeleton.marrow.unread", to: "\(component.path).unread") }
            if site == .lumbarSpine { assembly.connect("woman.age", to: "\(component.path).age") }
        }
        assembly.add(TurnoverMarkers())
        assembly.connect(
            to: "skeleton.markers",
            [
                "spineResorption": "skeleton.lumbarSpine.resorption", "hipResorption": "skeleton.totalHip.resorption",
                "spineFormation": "skeleton.lumbarSpine.formation", "hipFormation": "skeleton.totalHip.formation",
                "alkalinePhosphatase": "skeleton.programme.alkalinePhosphatase",
                "collagen": "skeleton.programme.collagen", "osteocalcin": "skeleton.programme.osteocalcin",
            ])
        assembly.add(OsteoblastProgramme())
        assembly.add(RemodellingUnits())
        assembly.connect(
            to: "skeleton.units",
            [
                "osteoclasts": "skeleton.osteoclasts.count", "preosteoblasts": "skeleton.osteoblasts.preosteoblasts",
                "osteoblasts": "skeleton.osteoblasts.count", "resorption": "skeleton.markers.resorption",
                "osteoclastTurnover": "skeleton.osteoclasts.turnover",
                "preosteoblastTurnover": "skeleton.osteoblasts.preosteoblastTurnover",
                "osteoblastTurnover": "skeleton.osteoblasts.turnover",
            ])
    }

    private static func addCells(to assembly: inout Assembly) {
        assembly.add(RANKL())
        assembly.connect(
            to: "skeleton.rankl",
            [
                "preosteoblasts": "skeleton.osteoblasts.preosteoblasts", "osteoblasts": "skeleton.osteoblasts.count",
                "osteocytes": "skeleton.osteocytes.count", "sclerostin": "skeleton.osteocytes.sclerostin",
                "osteoblastDeficit": "receptors.estrogenInCells.osteoblastsDeficit",
                "liningCellDeficit": "receptors.estrogenInCells.liningCellsDeficit",
                "lymphocyteDeficit": "receptors.estrogenInCells.lymphocytesDeficit",
            ])
        assembly.connect("receptors.progesterone.onOPGProduction", to: "skeleton.rankl.opgChange")
        assembly.add(Osteoclasts())
        assembly.connect(
            to: "skeleton.osteoclasts",
            [
                "rankOccupancy": "skeleton.rankl.occupancy",
                "estrogenDeficit": "receptors.estrogenInCells.osteoclastsDeficit",
            ])
        assembly.add(Osteoblasts())
        assembly.connect(
            to: "skeleton.osteoblasts",
            [
                "osteoclasts": "skeleton.osteoclasts.count", "sclerostin": "skeleton.osteocytes.sclerostin",
                "estrogenDeficit": "receptors.estrogenInCells.osteoblastsDeficit",
            ])
        assembly.connect("receptors.progesterone.onDifferentiation", to: "skeleton.osteoblasts.differentiationChange")
        assembly.connect("receptors.progesterone.onAlkalinePhosphatase", to: "skeleton.programme.alkalinePhosphataseChange")
        assembly.add(BoneModelling())
        assembly.connect("skeleton.osteoblasts.activity", to: "skeleton.modelling.activity")
        assembly.add(Osteocytes())
        assembly.connect(
            to: "skeleton.osteocytes",
            [
                "osteoblasts": "skeleton.osteoblasts.count",
                "estrogenDeficit": "receptors.estrogenInCells.osteocytesDeficit",
            ])
    }

    private static func addMedicines(for treatments: [Treatment], to assembly: inout Assembly) {
        let wanted = Medicines.all.compactMap { form -> (any MedicineForm, [Treatment])? in
            let mine = treatments.filter { $0.medicine == form.medicine && $0.form == form.form.name }
            return mine.isEmpty ? nil : (form, mine)
        }
        if wanted.contains(where: { $0.0.isEstrogen }) { addEstrogens(to: &assembly) }
        if wanted.contains(where: { $0.0.medicine == "progesterone" }) { addProgesterone(to: &assembly) }
        if wanted.contains(where: { $0.0.medicine.hasPrefix("testosterone") }) { assembly.addTestosteroneKinetics() }
        if wanted.contains(where: { $0.0.medicine == "medroxyprogesterone acetate" }) {
            addMedroxyprogesterone(to: &assembly)
        }
        for (form, mine) in wanted { form.install(for: mine, in: &assembly) }
    }

    private static func addEstrogens(to assembly: inout Assembly) {
        let component = EstrogenMetabolism()
        assembly.add(component)
        assembly.connectSize(to: component.path)
        assembly.connect("\(component.path).estradiolLevel", to: "serum.estradiolGiven")
        assembly.connect("\(component.path).estroneLevel", to: "serum.estroneGiven")
        assembly.connect("\(component.path).sulfateLevel", to: "serum.estroneSulfateGiven")
        assembly.connect("\(component.path).estradiolLevel", to: "receptors.estrogen.given")
        assembly.connect("\(component.path).estradiolLevel", to: "axes.ovary.estrogenGiven")
    }

    private static func addProgesterone(to assembly: inout Assembly) {
        let component = ProgesteroneKinetics()
        assembly.add(component)
        assembly.connectSize(to: component.path)
        assembly.connect("woman.weight", to: "\(component.path).weight")
        assembly.connect("\(component.path).concentration", to: "serum.progesteroneGiven")
        assembly.connect("\(component.path).allopregnanoloneConcentration", to: "serum.allopregnanoloneGiven")
        assembly.connect("\(component.path).allopregnanoloneConcentration", to: "axes.adrenal.allopregnanoloneGiven")
        assembly.connect("\(component.path).concentration", to: "receptors.glucocorticoid.progesteroneGiven")
        assembly.connect("\(component.path).pregnanoloneConcentration", to: "serum.pregnanoloneGiven")
        assembly.connect("\(component.path).concentration", to: "outcomes.endometrium.progesterone")
        assembly.connect("\(component.path).allopregnanoloneConcentration", to: "receptors.gabaA.allopregnanoloneGiven")
        assembly.connect("\(component.path).pregnanoloneConcentration", to: "receptors.gabaA.pregnanoloneGiven")
    }

    private static func addMedroxyprogesterone(to assembly: inout Assembly) {
        let action = ProgestinAction.medroxyprogesterone
        assembly.addProgestin(action)
        assembly.connect("\(action.path).concentration", to: "serum.medroxyprogesteroneGiven")
    }
}
