import Exchange
import Symbolics

/// A depot and a device to dose, two outputs to observe, and a few traits.
let testPlaces = EventPlaces(
    entrances: [
        .init("estradiol oral", unit: "mg", most: 20), .init("progesterone oral", unit: "mg", most: 1_000),
        .init("estradiol patch", unit: "ug", most: 400, habit: .worn), .init("TERISC", unit: nil, unitText: "picomole"),
    ],
    observed: [
        .init("serum.estradiol", unit: "pg/mL"), .init("density.lumbarSpine", unit: "g/cm2"), .init("PTH", unit: nil),
    ],
    covariates: [
        .init("her age", headers: ["AGE"], unit: .years, range: 18...105, mayChange: false),
        .init("her weight", headers: ["WT", "WEIGHT"], unit: "kg", range: 25...300, mayChange: true),
        .init("whether she smokes", headers: ["SMOKING"], unit: .one, range: 0...1, mayChange: false),
    ], entrancesInWords: "a medicine or its number", observedInWords: "an output or its number")

func eventTable(
    _ text: String, horizon: Double = 365, timeUnit: Unit? = nil, amountUnit: Unit? = nil
) throws(FileError) -> EventTable {
    try EventTableReader(places: testPlaces, horizon: horizon, timeUnit: timeUnit, amountUnit: amountUnit)
        .read(text: text, name: "doses.csv")
}

/// Rows below the header that nearly all tables here have.
func standardTable(_ rows: String, horizon: Double = 365) throws(FileError) -> EventTable {
    try eventTable("ID,TIME,EVID,AMT,CMT,RATE,ADDL,II,SS,DV,MDV,WT\n" + rows, horizon: horizon)
}
