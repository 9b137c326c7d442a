import Modeling
import Symbolics

/// The published model of calcium, PTH and bone cells by Peterson and Riggs, for comparison only.
///
/// Peterson and Riggs, Bone 2010;46:49-63, PMID 19732857, and CPT Pharmacometrics Syst Pharmacol 2012;1:e14, PMID
/// 23835796, as its public encodings have it. It is written here as it stands, with its faults: OPG does next to
/// nothing in it, RANKL does too much, and each medicine needs its own link to density.
public enum PetersonRiggs {
    static let path = "reference.petersonRiggs"

    /// - Throws: `ModelError` or `UnitMismatch` if the composition does not hang together.
    public static func model() throws -> Model {
        var assembly = Assembly("Peterson and Riggs 2010, 2012")
        assembly.add(PetersonRiggsInjections())
        assembly.add(PetersonRiggsEstrogen())
        assembly.add(PetersonRiggsGland())
        assembly.add(PetersonRiggsCalcitriol())
        assembly.add(PetersonRiggsGut())
        assembly.add(PetersonRiggsKidney())
        assembly.add(PetersonRiggsMineral())
        assembly.add(PetersonRiggsCytokines())
        assembly.add(PetersonRiggsGrowthFactor())
        assembly.add(PetersonRiggsOsteoblasts())
        assembly.add(PetersonRiggsOsteoclasts())
        assembly.add(PetersonRiggsDensity())
        func feed(_ source: String, _ inputs: String...) {
            for input in inputs { assembly.connect("\(path).\(source)", to: "\(path).\(input)") }
        }
        feed("injections.teriparatideFlow", "gland.injected")
        feed("injections.denosumab", "cytokines.denosumab")
        feed("estrogen.level", "kidney.estrogen", "growthFactor.estrogen", "osteoblasts.estrogen")
        feed("gland.level", "calcitriol.PTH", "kidney.PTH", "cytokines.PTH", "osteoblasts.PTH")
        feed("calcitriol.level", "gland.calcitriol", "gut.calcitriol", "kidney.calcitriol")
        feed("mineral.calcium", "gland.calcium", "kidney.calcium")
        feed("mineral.phosphate", "calcitriol.phosphate", "kidney.phosphate")
        feed("gut.calciumUptake", "mineral.calciumUptake")
        feed("gut.phosphateUptake", "mineral.phosphateUptake")
        feed("kidney.calciumLoss", "mineral.calciumLoss")
        feed("kidney.phosphateLoss", "mineral.phosphateLoss")
        feed("cytokines.occupied", "mineral.occupied", "osteoclasts.occupied")
        feed("growthFactor.activity", "cytokines.growthFactor", "osteoblasts.growthFactor", "osteoclasts.growthFactor")
        feed(
            "osteoblasts.relative", "mineral.osteoblasts", "cytokines.osteoblasts", "growthFactor.osteoblasts",
            "density.osteoblasts")
        feed("osteoblasts.responding", "cytokines.responding")
        feed(
            "osteoclasts.relative", "mineral.osteoclasts", "growthFactor.osteoclasts", "density.osteoclasts")
        return try assembly.model()
    }

    /// Total active TGF-beta at rest, in the model's own unit.
    static let restingGrowthFactor = 0.228142
}

extension ComponentBuilder {
    /// A constant of the published model, under the symbol it has there.
    func published(_ symbol: String, _ value: Double, _ unit: Unit, _ meaning: String) -> Expression {
        parameter(
            symbol, value, unit,
            .fitted("Peterson and Riggs, PMID 19732857 and 23835796 (parameters.csv PR_\(symbol))"), meaning)
    }

    /// A value at rest of the published model.
    func resting(_ symbol: String, _ value: Double, _ unit: Unit, _ meaning: String) -> Expression {
        parameter(
            "resting\(symbol)", value, unit,
            .fitted("Peterson and Riggs, PMID 19732857 and 23835796 (parameters.csv PR_INIT_\(symbol))"), meaning)
    }
}

/// A saturating effect of a stimulus relative to rest, set so that with `most` above `least` it is `atRest` at rest.
struct RisingEffect {
    let least: Expression
    let most: Expression
    let atRest: Expression
    let exponent: Expression

    func callAsFunction(_ relative: Expression) -> Expression {
        let power = pow(relative, exponent)
        return least + most * power / (power + (most / (atRest - least) - 1))
    }
}

/// An inhibiting effect that falls from `most` to `least`, set so that it is `atRest` at rest.
struct FallingEffect {
    let most: Expression
    let least: Expression
    let atRest: Expression
    let exponent: Expression

    func callAsFunction(_ relative: Expression) -> Expression {
        let power = pow(relative, exponent)
        return most - (most - least) * power / (power + ((most - least) / (most - atRest) - 1))
    }
}
