import Modeling
import Symbolics

extension WomanModel {
    /// Her androgens, the proteins that bind steroids, and the androgen receptor in bone.
    static func addAndrogens(to assembly: inout Assembly) {
        assembly.add(HepaticEstrogen())
        assembly.add(Androgens())
        assembly.connect(
            to: "axes.androgens",
            [
                "age": "woman.age", "ovarianActivity": "axes.ovary.activity", "ovaries": "axes.ovary.present",
                "clearanceScale": "woman.clearanceScale", "adrenalDrive": "axes.adrenal.androgenOutput",
            ])
        assembly.connect("axes.androgens.estrogenLost", to: "axes.ovary.aromataseInhibition")
        assembly.connect("axes.androgens.estrogenLost", to: "axes.peripheralEstradiol.aromataseInhibition")
        assembly.connect("axes.androgens.estradiolFromGiven", to: "axes.ovary.estrogenGiven")
        assembly.connect("axes.androgens.estradiolFromGiven", to: "serum.estradiolGiven")
        assembly.connect("axes.androgens.actingEstradiol", to: "receptors.estrogen.given")
        assembly.connect("axes.androgens.estroneFromGiven", to: "serum.estroneGiven")
        assembly.add(Binding())
        assembly.connect(
            to: "axes.binding",
            [
                "hepaticEstrogen": "pharmacology.hepatic.estrogenExposure",
                "testosteroneGiven": "axes.androgens.given", "bodyMassIndex": "woman.bodyMassIndex",
                "testosterone": "axes.androgens.testosterone",
                "dihydrotestosterone": "axes.androgens.dihydrotestosterone",
                "usualTestosterone": "axes.androgens.usualTestosterone",
                "usualDihydrotestosterone": "axes.androgens.usualDihydrotestosterone",
                "estradiol": "serum.estradiol",
            ])
        assembly.connect("axes.thyroid.onSHBG", to: "axes.binding.SHBGChange")
        assembly.connect("axes.binding.CBGRise", to: "axes.adrenal.cbgRise")
        assembly.add(AndrogenReceptor())
        assembly.connect(
            to: "receptors.androgen",
            [
                "testosterone": "axes.binding.freeTestosterone",
                "dihydrotestosterone": "axes.binding.freeDihydrotestosterone",
                "usualTestosterone": "axes.binding.usualFreeTestosterone",
                "usualDihydrotestosterone": "axes.binding.usualFreeDihydrotestosterone",
            ])
        assembly.connect("receptors.androgen.onDeath", to: "skeleton.osteoblasts.deathChange")
        assembly.connect("receptors.androgen.onApoptosis", to: "skeleton.osteoclasts.apoptosisChange")
    }
}
