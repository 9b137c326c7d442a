import Exchange
import Populations
import Symbolics

/// The rows of `traits.csv`: who each woman is, and the factors by which her body differs.
struct TraitsCSV {
    private let women: VirtualWomen

    init(_ women: VirtualWomen) { self.women = women }

    var header: String {
        CSVWriter.line(
            [
                "woman", "age [years]", "menopause [years]", "weight [kg]", "vitaminD [nmol/L]", "calcium [mg/day]",
            ] + women.spreads.variations.map { "\($0.name) [1]" })
    }

    /// The rows of the women of these numbers.
    func rows(_ numbers: Range<Int>) -> [UInt8] {
        var bytes: [UInt8] = []
        for number in numbers {
            let drawn = women[number]
            let woman = drawn.woman
            bytes.append(number: number)
            let traits = [
                woman.age / Unit.daysPerYear, (woman.menopause?.age ?? .nan) / Unit.daysPerYear,
                woman.weight.value(in: "kg") ?? .nan, woman.vitaminD.value(in: "nmol/L") ?? .nan,
                woman.calcium.value(in: "mg/day") ?? .nan,
            ]
            for value in traits + drawn.factors.map(\.value) {
                bytes.append(UInt8(ascii: ","))
                bytes.append(number: value)
            }
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }
}
