import Exchange
import Populations
import Symbolics

/// The rows of a population's file: who each woman is, her densities, and the factors by which her body differs.
struct PopulationCSV: Sendable {
    let header: String

    init(_ women: VirtualWomen) {
        header = CSVWriter.line(
            [
                "woman", "drawn", "age [years]", "menopause [years]", "surgical [1]", "uterus [1]", "weight [kg]",
                "height [cm]", "ethnicity", "smoking [1]", "vitaminD [nmol/L]", "calcium [mg/day]",
                "stops therapy [years]",
            ] + SkeletalSite.allCases.map { "density.\($0.rawValue) [\($0.isVolumetric ? "mg/cm3" : "g/cm2")]" }
                + women.spreads.variations.map { "\($0.name) [1]" })
    }

    func rows(_ women: [VirtualWoman]) -> [UInt8] {
        var bytes: [UInt8] = []
        for drawn in women {
            let woman = drawn.woman
            bytes.append(text: "\(drawn.number),\(drawn.drawn)")
            func append(_ values: [Double]) {
                for value in values {
                    bytes.append(UInt8(ascii: ","))
                    bytes.append(number: value)
                }
            }
            append([woman.age / Unit.daysPerYear, (woman.menopause?.age ?? .nan) / Unit.daysPerYear])
            bytes.append(text: ",\(woman.menopause?.kind == .surgical ? 1 : 0),\(woman.uterus ? 1 : 0)")
            append([woman.weight.value(in: "kg") ?? .nan, woman.height.value(in: "cm") ?? .nan])
            bytes.append(text: ",\(drawn.ethnicity?.rawValue ?? ""),\(woman.smoking ? 1 : 0)")
            append([
                woman.vitaminD.value(in: "nmol/L") ?? .nan, woman.calcium.value(in: "mg/day") ?? .nan,
                drawn.stopsTherapy ?? .nan,
            ])
            append(SkeletalSite.allCases.map { woman.measuredDensity($0) })
            append(drawn.factors.map(\.value))
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }
}

extension Woman {
    /// Her density at time zero where it was given as such, in the site's unit; not a number elsewhere.
    func measuredDensity(_ site: SkeletalSite) -> Double {
        guard case .measured(let density)? = density[site] else { return .nan }
        return density.value(in: site.isVolumetric ? "mg/cm3" : "g/cm2") ?? .nan
    }
}
