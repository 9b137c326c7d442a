import Modeling

extension WomanModel {
    /// Calcium, PTH, vitamin D and phosphate, and what they and bone do to each other.
    static func addCalcium(to assembly: inout Assembly) {
        assembly.add(Parathyroid())
        assembly.connect(
            to: "axes.calcium",
            [
                "calcium": "axes.calcium.balance.calcium", "serumCalcium": "axes.calcium.balance.serumCalcium",
                "calcitriol": "axes.calcium.vitaminD.calcitriol", "age": "woman.age",
            ])
        assembly.add(VitaminD())
        assembly.connect(
            to: "axes.calcium.vitaminD",
            [
                "usual": "woman.vitaminD", "PTH": "axes.calcium.PTHHeard",
                "phosphate": "axes.calcium.phosphate.atUsualTurnover",
            ])
        assembly.add(CalciumBalance())
        assembly.connect(
            to: "axes.calcium.balance",
            [
                "intake": "woman.calciumIntake", "supplement": "woman.calciumSupplement",
                "vitaminD": "axes.calcium.vitaminD.onAbsorption", "PTH": "axes.calcium.PTHHeard",
                "serumPTH": "axes.calcium.PTHRelative", "calcitriol": "axes.calcium.vitaminD.calcitriol",
                "formation": "skeleton.totalBody.formation", "resorption": "skeleton.totalBody.resorption",
                "turnover": "skeleton.totalBody.turnover",
            ])
        assembly.add(Phosphate())
        assembly.connect(
            to: "axes.calcium.phosphate",
            [
                "fromBone": "axes.calcium.balance.fromBone", "filtration": "axes.calcium.balance.filtration",
                "PTH": "axes.calcium.PTHRelative",
            ])
        assembly.connect("axes.calcium.onRANKL", to: "skeleton.rankl.productionChange")
    }
}
