import Evidence
import Exchange
import Symbolics

/// Which published harms belong beside a regimen: rows of the evidence, never numbers of our own.
struct PublishedRisks {
    /// A row of the evidence and what it is about.
    private struct Entry {
        let id: String
        let about: String
    }

    private let harmEntries: [Entry]
    /// What is known without a figure, with its claim.
    private let signals: [String]

    init(_ scenario: Scenario) {
        let therapy = scenario.therapy
        func takes(_ medicine: String, _ form: String? = nil) -> Bool {
            therapy.contains { $0.medicine == medicine && (form == nil || $0.form == form) }
        }
        let conjugated = takes("conjugated estrogens")
        let oral = conjugated || takes("estradiol", "oral")
        let patch = takes("estradiol", "patch") || takes("estradiol", "gel")
        let progestin = takes("medroxyprogesterone acetate")
        let progesterone = takes("progesterone")
        var entries: [Entry] = []
        func add(_ ids: [String], _ about: String) { entries += ids.map { Entry(id: $0, about: about) } }
        if oral {
            if conjugated {
                if progestin {
                    add(["O1811"], "Venous thrombosis")
                } else {
                    add(["O1716"], "Deep vein thrombosis")
                }
            } else {
                add([progestin || progesterone ? "O1810" : "O1809"], "Venous thrombosis")
            }
            add([conjugated ? (progestin ? "O1671" : "O1710") : "O1842"], "Stroke")
        }
        if patch {
            add(["O1803"], "Venous thrombosis")
            let strong = therapy.contains { $0.form == "patch" && ($0.dose.value(in: "ug/day") ?? 0) > 50 }
            add([strong ? "O1841" : "O1840"], "Stroke")
        }
        if oral || patch {
            switch (progestin, progesterone) {
            case (true, _): add(conjugated ? ["O1668", "O1825"] : ["O1823", "O1825"], "Breast cancer")
            case (false, true): add(["O1833"], "Breast cancer")
            case (false, false): add(["O1824", "O1826"] + (conjugated ? ["O1722"] : []), "Breast cancer")
            }
            if scenario.woman.uterus {
                let protected = progestin || progesterone
                add([protected ? (progestin ? "O1773" : "O1788") : "O1772"], "Endometrial hyperplasia")
            }
        }
        if takes("anastrozole") || takes("letrozole") {
            add(["O2054"], "Breast cancer in women at raised risk")
            add(["O0547"], "Fracture on an aromatase inhibitor, against tamoxifen, which protects bone")
        }
        harmEntries = entries
        signals =
            takes("ibutamoren")
            ? ["Heart failure: a trial of ibutamoren after hip fracture was stopped for a signal of it [SC153]."] : []
    }

    /// The rows that are shown beside the regimen.
    var rows: [String] { harmEntries.map(\.id) }

    /// One sentence a harm, with its interval and source.
    ///
    /// - Throws: `EvidenceError` if a row is not in the evidence.
    func harms(_ evidence: EvidenceLibrary = .bundled) throws -> [String] {
        guard !harmEntries.isEmpty else { return signals }
        let rows = try evidence.observations(harmEntries.map(\.id))
        return signals
            + zip(harmEntries, rows).compactMap { entry, row in
                guard let value = row.value else { return nil }
                let interval = row.interval95.map { " (95 % interval \($0.lowerBound) to \($0.upperBound))" } ?? ""
                let time = row.time.years.map { $0 > 0 ? ", \(row.time.text) \(Self.words(row.time.unit))" : "" } ?? ""
                let measure: String
                switch row.valueKind {
                case .hazardRatio, .ratio: measure = "\(value) times the rate without\(interval)"
                default: measure = "\(value) \(row.unit)\(interval)"
                }
                return "\(entry.about), \(Self.words(row.regimen))\(time): \(measure). \(row.citation) [\(row.id)]"
            }
    }

    /// A regimen or a time as the evidence abbreviates it, in words.
    static func words(_ text: String) -> String {
        abbreviations.reduce(text) { $0.replacing($1.key, with: $1.value) }
    }

    private static let abbreviations: KeyValuePairs = [
        "year": "years", "month": "months",
        "P4 micronised": "micronized progesterone", "P4": "progesterone", "CEE": "conjugated estrogens",
        "MPA": "medroxyprogesterone acetate", "E2": "estradiol", "HRT": "hormone therapy", "estrogen+": "estrogen with ",
        "qd": "daily",
    ]
}
