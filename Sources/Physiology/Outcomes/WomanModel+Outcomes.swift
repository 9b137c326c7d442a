import Exchange
import Modeling

extension WomanModel {
    /// What hormones and bone mean for her: fractures, strength, endometrium, sleep, flushes, lipids and harms.
    static func addOutcomes(to assembly: inout Assembly) {
        addPeriod(to: &assembly)
        addBone(to: &assembly)
        addEstrogenResponses(to: &assembly)
        assembly.add(GABAAReceptor())
        assembly.connect("axes.ovary.allopregnanolone", to: "receptors.gabaA.allopregnanoloneOwn")
        assembly.connect("axes.ovary.pregnanolone", to: "receptors.gabaA.pregnanoloneOwn")
        assembly.connect("receptors.gabaA.onActivity", to: "skeleton.osteoblasts.activityChange")
    }

    private static func addPeriod(to assembly: inout Assembly) {
        assembly.add(ObservedPeriod())
        assembly.connect(
            to: "outcomes.period", ["age": "woman.age", "ageAtTimeZero": "woman.ageAtTimeZero"])
        assembly.add(Smoking())
        assembly.connect(to: "outcomes.smoking", ["age": "woman.age", "smokes": "woman.firstPass.smoking"])
    }

    private static func addBone(to assembly: inout Assembly) {
        assembly.add(AgeNorms())
        assembly.connect("woman.age", to: "outcomes.norms.age")
        for site in SkeletalSite.allCases {
            assembly.connect("skeleton.\(site.rawValue).density", to: "outcomes.norms.\(site.rawValue)Density")
            assembly.connect("skeleton.\(site.rawValue).youngMean", to: "outcomes.norms.\(site.rawValue)YoungMean")
        }
        assembly.add(Strength())
        assembly.connect(
            to: "outcomes.strength",
            [
                "density": "skeleton.lumbarSpine.bone", "youngMean": "skeleton.lumbarSpine.youngMean",
                "resorption": "skeleton.lumbarSpine.resorption", "modelled": "skeleton.modelling.formation",
                "turnover": "skeleton.lumbarSpine.turnover",
                "glucocorticoidExcess": "receptors.glucocorticoid.excess",
            ])
        assembly.add(MarkerLevels())
        for marker in TurnoverMarkers.names {
            assembly.connect("skeleton.markers.\(marker)Level", to: "skeleton.markerLevels.\(marker)")
        }
        assembly.add(MarkerAssays())
        assembly.connect(
            to: "assays.markers",
            ["CTX": "skeleton.markers.CTXLevel", "usualCTX": "skeleton.markerLevels.usualCTX"])
        assembly.add(Fracture())
        assembly.connect(
            to: "outcomes.fracture",
            [
                "age": "woman.age", "ageAtTimeZero": "woman.ageAtTimeZero", "smoking": "woman.firstPass.smoking",
                "femoralNeckDensity": "skeleton.femoralNeck.density",
                "femoralNeckYoungMean": "skeleton.femoralNeck.youngMean",
                "femoralNeckYoungSpread": "skeleton.femoralNeck.youngSpread",
                "lumbarSpineZ": "outcomes.norms.lumbarSpineZ",
                "material": "outcomes.strength.material",
                "glucocorticoidExposure": "outcomes.strength.glucocorticoidExposure", "alive": "outcomes.period.alive",
                "counted": "outcomes.period.counted", "openCavities": "outcomes.strength.openCavities",
                "spineTurnover": "skeleton.lumbarSpine.turnover", "hipTurnover": "skeleton.totalHip.turnover",
            ])
    }

    private static func addEstrogenResponses(to assembly: inout Assembly) {
        assembly.add(Endometrium())
        assembly.connect(
            to: "outcomes.endometrium",
            [
                "counted": "outcomes.period.counted", "uterus": "woman.uterus",
                "ovarianActivity": "axes.ovary.activity",
                "remnantLevel": "axes.ovary.remnantLevel", "estrogenGiven": "receptors.estrogen.givenLevel",
                "cyclingLevel": "axes.ovary.restingLevel", "progesteroneOwn": "axes.ovary.progesterone",
                "restingProgesterone": "axes.ovary.ovulatoryProgesterone",
                "remnantProgesterone": "axes.ovary.postmenopausalProgesterone",
            ])
        assembly.add(Symptoms())
        assembly.connect(
            to: "outcomes.symptoms",
            [
                "restingLevel": "axes.ovary.restingLevel", "estrogenGiven": "receptors.estrogen.givenLevel",
                "neurosteroidPeaks": "receptors.gabaA.peaks",
            ])
        assembly.add(TreatmentSignals())
        assembly.connect("receptors.estrogen.givenLevel", to: "outcomes.signals.estrogenGiven")
        assembly.connect("pharmacology.hepatic.estrogenExposure", to: "outcomes.signals.portalEstrogen")
        assembly.add(Lipids())
        assembly.connect("receptors.androgen.change", to: "outcomes.lipids.androgen")
        assembly.connect("receptors.thyroid.action", to: "outcomes.lipids.thyroidAction")
        assembly.add(Harms())
        for component in ["outcomes.symptoms", "outcomes.lipids", "outcomes.harms"] { assembly.connectWeeks(to: component) }
        for component in ["outcomes.lipids", "outcomes.harms"] {
            assembly.connect(
                to: component,
                [
                    "portal": "outcomes.signals.portal", "systemic": "outcomes.signals.systemic",
                    "progestin": "outcomes.signals.progestin", "restingLevel": "axes.ovary.restingLevel",
                    "usualPeripheral": "axes.peripheralEstradiol.usualEstradiol",
                    "estrogenGiven": "receptors.estrogen.givenLevel",
                ])
        }
        assembly.connect(
            to: "outcomes.harms",
            [
                "age": "woman.age", "counted": "outcomes.period.counted", "high": "outcomes.signals.high",
                "systemicNow": "outcomes.signals.systemicNow", "progestinNow": "outcomes.signals.progestinNow",
                "ovarianActivity": "axes.ovary.activity", "thrombosisSmoking": "outcomes.smoking.thrombosis",
                "strokeSmoking": "outcomes.smoking.stroke", "breastSmoking": "outcomes.smoking.breast",
            ])
    }
}
