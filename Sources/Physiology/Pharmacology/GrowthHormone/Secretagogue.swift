import Modeling
import Symbolics

/// A medicine that makes the pituitary release growth hormone: linear kinetics in one compartment and a saturating
/// response, by mass, for a woman of the reference weight.
struct Secretagogue: Component {
    /// A constant with its source.
    struct Constant {
        let value: Double
        let provenance: Provenance

        init(_ value: Double, _ provenance: Provenance) {
            self.value = value
            self.provenance = provenance
        }
    }

    /// How the response fades while it is taken: a hidden level that follows the medicine slowly and blunts it.
    struct Tolerance {
        /// In days.
        let halfLife: Constant
        /// Level of the medicine that halves the response in the long run, in ng/mL.
        let halvingLevel: Constant
    }

    /// The medicine's name in scenarios.
    let medicine: String
    /// Its name within paths of the model.
    let name: String
    /// In hours.
    let absorptionHalfLife: Constant
    let bioavailability: Constant
    /// In litres.
    let volume: Constant
    /// In hours.
    let halfLife: Constant
    /// Level of half the largest response, in ng/mL.
    let halfEffect: Constant
    let largestEffect: Constant
    /// Exponent of the level in the response.
    var cooperativity: Constant?
    /// Half-life of what the pituitary keeps of the medicine, in hours, where its response outlasts the medicine.
    var pituitaryHalfLife: Constant?
    var tolerance: Tolerance?

    var path: String { "pharmacology.\(name)" }
    var summary: String {
        "\(medicine.prefix(1).uppercased())\(medicine.dropFirst()) and the growth hormone it releases."
    }

    func define(in b: ComponentBuilder) {
        let clearanceScale = b.input("clearanceScale", .one, "Allometric scale of clearances")
        let volumeScale = b.input("volumeScale", .one, "Allometric scale of volumes")
        func constant(_ name: String, _ constant: Constant, _ unit: Unit, _ meaning: String) -> Expression {
            b.parameter(name, constant.value, unit, constant.provenance, meaning)
        }
        func rate(_ name: String, _ halfLife: Constant, _ unit: Unit, _ meaning: String) -> Expression {
            log(Expression(2, .one)) / constant(name, halfLife, unit, meaning)
        }
        let absorption = rate("absorptionHalfLife", absorptionHalfLife, "h", "Half-life of absorption")
        let share = constant("bioavailability", bioavailability, .one, "Share of a dose that reaches the blood")
        let space = constant("volume", volume, "L", "Volume of distribution") * volumeScale
        let elimination =
            rate("halfLife", halfLife, "h", "Half-life in blood") * clearanceScale / volumeScale

        let depot = b.state(
            "depot", "ug", initial: Expression(0, "ug"), scale: 100, "Dose that is still to be absorbed")
        let body = b.state("body", "ug", initial: Expression(0, "ug"), scale: 100, "Medicine in the body")
        b.rate(of: depot, -absorption * depot)
        b.rate(of: body, absorption * depot - elimination * body)
        b.dosePort("dose", "ug", "Doses given") { dose in [(depot, share * dose)] }
        let level = b.variable("level", "ng/mL", body / space, "Serum level")
        _ = b.variable(
            "stimulation", .one, response(b, to: level), "Rise of growth hormone secretion, relative to her own")
    }

    private func response(_ b: ComponentBuilder, to level: Expression) -> Expression {
        func follower(_ name: String, _ halfLife: Constant, _ unit: Unit, _ meaning: String) -> Expression {
            let time = b.parameter(
                "\(name)HalfLife", halfLife.value, unit, halfLife.provenance, "Half-life: \(meaning)")
            let state = b.state(name, "ng/mL", initial: Expression(0, "ng/mL"), scale: 1e-3, meaning)
            b.rate(of: state, log(Expression(2, .one)) / time * (level - state))
            return state
        }
        let half = b.parameter(
            "halfEffect", halfEffect.value, "ng/mL", halfEffect.provenance, "Level of half the largest response")
        let largest = b.parameter(
            "largestEffect", largestEffect.value, .one, largestEffect.provenance,
            "Largest rise of growth hormone secretion, relative to her own")
        let seen =
            pituitaryHalfLife.map { follower("pituitary", $0, "h", "Level as the pituitary answers to it") } ?? level
        let exponent = cooperativity.map {
            b.parameter("cooperativity", $0.value, .one, $0.provenance, "Exponent of the level in the response")
        }
        let response = largest * DoseResponse.hill(seen, half: half, exponent: exponent ?? 1)
        guard let tolerance else { return response }
        let halving = b.parameter(
            "halvingLevel", tolerance.halvingLevel.value, "ng/mL", tolerance.halvingLevel.provenance,
            "Lasting level that halves the response")
        return response
            / (1 + follower("tolerance", tolerance.halfLife, "d", "Level that blunts the response") / halving)
    }
}

extension Secretagogue.Constant {
    /// Under the skin, small peptides are taken up within the hour.
    static let fastUptake = Self(
        0.33, .assumed("growth hormone peaks within the hour after injection under the skin", range: 0.1...0.7))

    /// The rise that all secretagogues are taken to reach, since only one has been followed in elderly women and men.
    static let sharedLargestEffect = Self(
        17,
        .fitted(
            "area of growth hormone 19.1 ug/L*h after hexarelin 1.5 ug/kg in the elderly, Rahim 1998, PMID 9589671; "
                + "taken for all secretagogues", range: 8...35))
}
