import Foundation
import Modeling
import Symbolics

extension Scenario {
    /// The scenario in plain sentences, for reports.
    public var words: [String] {
        woman.words
            + (therapy.isEmpty ? ["No therapy: natural history."] : therapy.map { "\($0.words)." })
            + ["Simulated for \(span(horizon)), reported \(every(reportInterval))."]
            + (ovary == .resolved ? ["Each menstrual cycle is followed from day to day."] : [])
            + (comparator.map { ["Compared with the arm in \(URL(fileURLWithPath: $0).lastPathComponent)."] } ?? [])
            + (wishes.history.isEmpty
                ? []
                : ["Her history: \(PersonalHistory.allCases.filter(wishes.history.contains).map(\.words).joined(separator: ", "))."])
            + (hypotheses.isEmpty ? [] : ["Hypotheses switched on: \(hypotheses.joined(separator: ", "))."])
    }
}

extension Woman {
    /// Who she is, in sentences.
    public var words: [String] {
        let body = "\(text(of: weight)), \(text(of: height)), \(uterus ? "with her uterus" : "without a uterus")"
        return [
            "\(ageWords), \(cyclesWords), \(body).",
            "Serum 25-hydroxyvitamin D \(text(of: vitaminD)), calcium intake \(text(of: calcium)).",
        ] + habitWords + densityWords + conditions.map { "\($0.words)." }
    }

    private var habitWords: [String] {
        (smoking ? ["She smokes."] : []) + (CYP3A4 == .usual ? [] : ["Her CYP3A4 is \(CYP3A4.rawValue)."])
            + riskWords
    }

    private var riskWords: [String] {
        let told: [String?] = [
            risks.parentHipFracture.map { $0 ? "A parent of hers broke a hip." : "Neither parent broke a hip." },
            risks.alcohol.map { "She drinks \($0 ? "more" : "no more") than two units of alcohol a day." },
            risks.lastFracture.map { "Her last fracture was \(years($0)) years ago." },
            risks.ancestry.map { "She is \($0.rawValue)." },
            population == .volunteer ? "Her risk of hip fracture is that of women who volunteer for trials." : nil,
        ]
        return told.compactMap(\.self)
    }

    private var ageWords: String {
        let number = years(age)
        let takesAn = number.hasPrefix("8") || ["11", "18"].contains { number == $0 || number.hasPrefix("\($0).") }
        return "\(takesAn ? "An" : "A") \(number)-year-old woman"
    }

    private var cyclesWords: String {
        let now =
            switch cycles {
            case .ovulatory: "ovulatory cycles"
            case .shortLuteal: "cycles with a short luteal phase"
            case .anovulatory: "anovulatory cycles"
            }
        guard let menopause else { return now }
        let event = "\(menopause.kind.rawValue) menopause at \(years(menopause.age))"
        return menopause.age <= age ? event : "\(now) until \(event)"
    }

    private var densityWords: [String] {
        let sites = SkeletalSite.allCases.compactMap { site in
            density[site].map { density in
                switch density {
                case .tScore(let score): "\(site.words) T-score \(digits(score))"
                case .measured(let quantity): "\(site.words) \(text(of: quantity))"
                }
            }
        }
        return sites.isEmpty ? [] : ["Bone density at the start: \(sites.joined(separator: ", "))."]
    }

    /// Years to two decimals.
    private func years(_ days: Double) -> String { digits((days / Unit.daysPerYear * 100).rounded() / 100) }
}

extension SkeletalSite {
    /// As people say it: `lumbar spine`.
    var words: String {
        switch self {
        case .lumbarSpine: "lumbar spine"
        case .femoralNeck: "femoral neck"
        case .totalHip: "total hip"
        case .totalBody: "total body"
        case .radius: "radius"
        case .lumbarSpineTrabecular: "trabecular lumbar spine"
        }
    }
}

extension Condition {
    /// The condition, its measure and its time, without a full stop.
    var words: String {
        let what =
            switch kind {
            case .thyrotoxicosis(let TSH): "Thyrotoxicosis (TSH \(text(of: TSH)))"
            case .hypothyroidism(let TSH): "Hypothyroidism (TSH \(text(of: TSH)))"
            case .cortisolExcess(let factor): "Cortisol \(digits(factor)) times her usual"
            case .inflammation(let factor): "Inflammation, IL-6 and TNF-alpha \(digits(factor)) times the usual"
            case .insulinResistance(let homaIR): "Insulin resistance (HOMA-IR \(digits(homaIR)))"
            case .energyDeficit(let availability): "Energy deficit (\(text(of: availability)) of fat-free mass)"
            }
        return "\(what), \(period(from: from, until: until))"
    }
}

extension Treatment {
    /// The medicine, its dose and its times in one sentence without a full stop: `Conjugated estrogens by mouth,
    /// 0.625 mg every day, from the start to year 3`.
    public var words: String {
        var parts = [product.prefix(1).uppercased() + product.dropFirst()]
        var dose = text(of: dose)
        if let syringe {
            dose += " (\(digits(syringe.units)) units of \(text(of: syringe.concentration)))"
        }
        let pattern = days.map { "on days \($0.first)–\($0.last) of each \($0.cycleLength)" }
        if isReleaseRate {
            parts.append([dose, pattern].compactMap(\.self).joined(separator: " "))
            if let every { parts.append("changed \(Exchange.every(every))") }
        } else if let every {
            let interval = every == 1 && pattern != nil ? nil : Exchange.every(every)
            parts.append([dose, interval, pattern].compactMap(\.self).joined(separator: " "))
        } else {
            parts.append("\(dose) once")
        }
        if food == .fed { parts.append("with food") }
        parts.append(isGivenOnce ? "at \(moment(from))" : period(from: from, until: until))
        return parts.joined(separator: ", ")
    }
}
