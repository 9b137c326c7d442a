import Exchange
import Physiology
import Reporting
import Symbolics
import Trials

/// One simulated scenario as the page gets it.
struct RunAnswer: Encodable, Sendable {
    /// One output over time.
    struct Series: Encodable, Sendable {
        let output: String
        let label: String
        let unit: String
        /// Nil where the output could not be computed.
        let values: [Double?]
        /// Between which values it could lie; left out where that was not asked for or is not known.
        var low: [Double?]?
        var high: [Double?]?
        /// What lies between them: `fits`, `fitsAndRisks` or `women`.
        var spread: String?
        /// The same of the change from time zero, in %, of densities and markers.
        var changeLow: [Double?]?
        var changeHigh: [Double?]?
    }

    /// What befalls women like her by the end.
    struct Outcome: Encodable, Sendable {
        let outcome: String
        let label: String
        /// Nil where nothing is taken.
        let per1000WithOut: Double?
        let per1000With: Double
        /// Of fractures: who dies of something else first, without and with what is taken.
        var per1000DeathFirstWithOut: Double?
        var per1000DeathFirst: Double?
        /// Nil where nothing in the model leads from what is taken to this outcome.
        var relativeRisk: Double?
        /// 95 % interval of the relative risk, as far as one is known.
        var low: Double?
        var high: Double?
        /// Of women of a thousand, with less without.
        var difference: Double?
        var differenceLow: Double?
        var differenceHigh: Double?
        /// Whether anything in the model leads from what is taken to this outcome.
        let isModelled: Bool
        let source: String
        /// How well it is known what is taken does to it, A (strong) to D (extrapolated); nil where nothing is taken.
        let grade: String?
        let gradeReason: String?
    }

    let title: String
    let words: [String]
    let seconds: Double
    let resolution: String
    let notes: [String]
    let remarks: [String]
    let harms: [String]
    let disclaimer: String
    /// The share of an ensemble inside its band, in %; left out where there are none.
    let bandPercent: Double?
    /// Years since time zero.
    let times: [Double]
    let series: [Series]
    let endpoints: [RunSummary.Endpoint]
    let outcomes: [Outcome]
}
