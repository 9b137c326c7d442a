import Modeling
import Physiology
import Symbolics

/// The parameters a reader should see: those that decide density, with where they come from.
enum ParametersThatMatter {
    private static let names: [(name: String, influence: String)] = [
        ("receptors.estrogen.halfEffect", "how little estradiol is enough"),
        ("skeleton.osteoclasts.estrogenOnApoptosis", "main route of estrogen to bone"),
        ("skeleton.rankl.estrogenOnRANKL", "second route; hardly told apart from OPG by density"),
        ("skeleton.rankl.estrogenOnOPG", "second route; hardly told apart from RANKL by density"),
        ("skeleton.osteoblasts.estrogenOnDeath", "osteoblast life"),
        ("skeleton.osteoblasts.medroxyprogesteroneGain", "what the progestin adds; its interval crosses zero"),
        ("pharmacology.conjugatedEstrogens.oral.ringBPotency", "strength of conjugated estrogens"),
        ("axes.ovary.transitionCentre", "when loss begins"), ("axes.ovary.transitionWidth", "how suddenly loss begins"),
        ("skeleton.lumbarSpine.turnover", "speed of gain and loss at the spine"),
        ("skeleton.totalHip.turnover", "speed of gain and loss at the hip"),
        ("skeleton.lumbarSpine.selfLimiting", "how soon loss levels off at the spine"),
        ("skeleton.totalHip.selfLimiting", "how soon loss levels off at the hip"),
        ("axes.calcium.calciumOnRANKL", "calcium and vitamin D"),
        ("skeleton.markers.exponentCTX", "size of marker changes; natural rise and fall on therapy conflict"),
    ]

    static func rows(of model: Model) -> [ParameterRow] {
        names.compactMap { name, influence in
            model.parameters.first { $0.name == name }.map { ParameterRow($0, influence: influence) }
        }
    }
}

extension ParameterRow {
    /// - Parameter influence: what it changes, in words.
    init(_ parameter: Parameter, influence: String = "") {
        let range = parameter.provenance.range.map {
            " (\(NumberText.significant($0.lowerBound)) to \(NumberText.significant($0.upperBound)))"
        }
        self.init(
            name: parameter.name, meaning: parameter.meaning, value: parameter.value, unit: parameter.unit.symbol,
            status: parameter.provenance.status.rawValue, source: parameter.provenance.source + (range ?? ""),
            influence: influence)
    }
}
