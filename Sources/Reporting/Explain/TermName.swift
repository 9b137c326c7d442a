import Evidence

/// How words are compared, and by what other words a term goes.
package enum TermName {
    /// Letters and digits alone, in lower case and without a plural: “Pre-osteoblasts” is `preosteoblast`.
    static func key(_ text: String) -> String {
        var key = text.lowercased().filter { $0.isLetter || $0.isNumber }
        for (british, american) in spellings { key = key.replacing(british, with: american) }
        if ["shes", "ches", "sses", "xes"].contains(where: key.hasSuffix) {
            key.removeLast(2)
        } else if key.count > 4, key.hasSuffix("s"), !key.hasSuffix("ss"), !key.hasSuffix("is") {
            key.removeLast()
        }
        return key
    }

    private static let spellings = [
        ("oestr", "estr"), ("isation", "ization"), ("ise", "ize"), ("rrhoea", "rrhea"), ("modelling", "modeling"),
    ]

    /// The term, its abbreviation in parentheses, and what it is called besides.
    package static func all(of term: GlossaryTerm) -> [String] {
        var names = [term.term]
        let parts = term.term.split(separator: "(")
        if parts.count == 2, let abbreviation = parts[1].split(separator: ")").first {
            names.append(String(parts[0]).trimmed)
            // What stands in parentheses is an abbreviation if it is one word.
            if !abbreviation.contains(" ") { names.append(String(abbreviation)) }
        }
        return names + (synonyms[term.term] ?? [])
    }

    static let synonyms: [String: [String]] = [
        "OPG": ["osteoprotegerin"], "BMU": ["basic multicellular unit", "remodelling unit"],
        "BMD": ["bone mineral density"], "sclerostin": ["SOST"], "Runx2": ["Cbfa1"],
        "CTX": ["C-telopeptide", "beta-CTX"], "NTX": ["N-telopeptide"], "P1NP": ["PINP"], "BSAP": ["BAP"],
        "conjugated equine estrogens": ["CEE", "conjugated estrogens", "Premarin"],
        "transdermal estradiol": ["estradiol patch"],
        "DMPA": ["depot medroxyprogesterone", "Depo-Provera"], "norethisterone acetate": ["norethindrone acetate", "NETA"],
        "allopregnanolone": ["brexanolone"], "ER-alpha": ["estrogen receptor", "estrogen receptor alpha"],
        "ER-beta": ["estrogen receptor beta"], "GABA-A receptor": ["GABA-A", "GABA receptor"],
        "SHBG": ["sex hormone binding globulin"], "CBG": ["transcortin", "corticosteroid binding globulin"],
        "PTH": ["parathyroid hormone"], "TSH": ["thyrotropin"], "FSH": ["follicle stimulating hormone"],
        "LH": ["luteinising hormone"], "GnRH": ["gonadotropin releasing hormone"], "IL-6": ["interleukin 6"],
        "TNF-alpha": ["TNF", "tumour necrosis factor"], "IGF-1": ["insulin-like growth factor 1"],
        "vitamin D": ["calcidiol", "25-hydroxyvitamin D"], "FMP": ["final menstrual period"],
        "mineralisation": ["secondary mineralisation"],
        "RANKL:OPG ratio": ["RANKL:OPG", "RANKL/OPG"], "misfit": ["observed", "simulated"],
        "hot flush": ["hot flash", "vasomotor symptom", "VMS"],
        "venous thrombosis (VTE)": ["venous thromboembolism", "thrombosis", "blood clot", "DVT", "pulmonary embolism"],
        "GnRH agonist": ["GnRH analogue", "GnRHa"], "leuprolide": ["leuprorelin", "Lupron"],
        "aromatase inhibitor": ["AI"], "thyrotoxicosis": ["hyperthyroidism"],
        "cortisol excess": ["hypercortisolism", "chronic stress"],
        "energy deficit": ["low energy availability", "RED-S", "want of energy"],
        "surgical menopause": ["oophorectomy", "ovariectomy"], "c-Fms": ["CSF1R"], "M-CSF": ["CSF1"],
        "smoking": ["smoker", "tobacco"], "bone modelling": ["modelling"], "MK-677": ["ibutamoren"],
        "rebound": ["rebound bone loss"], "primary mineral": ["primary mineralisation"],
        "marrow fat": ["bone marrow fat", "marrow adipose tissue"], "levothyroxine": ["thyroxine"],
        "cholecalciferol": ["vitamin D3"], "teriparatide": ["PTH(1-34)"], "alendronate": ["bisphosphonate"],
        "endometrial hyperplasia": ["hyperplasia"], "triglycerides": ["triglyceride"],
        "fed or fasted": ["fed", "fasted", "food"], "measured, fitted, assumed": ["measured", "fitted", "assumed", "status"],
        "interval (95 %)": ["95 % interval", "difference (95 %)", "ratio (95 %)"],
        "verdict": ["inside", "near", "outside"],
        "lumbar spine (LS)": ["spine", "lumbar spine T-score"], "femoral neck (FN)": ["f. neck", "neck"],
        "total hip (TH)": ["hip"], "total body BMD (TB)": ["total body", "body"], "radius BMD": ["radius", "forearm"],
        "QCT": ["spine QCT", "computed tomography"], "fracture risk": ["any fracture", "fracture"],
        "sleep": ["sleep gained"],
        "natural history": ["without therapy", "untreated"], "body mass index": ["BMI"],
        "growth hormone secretagogue": ["secretagogue"], "surrogate endpoint": ["surrogate"],
        "calibrate": ["calibration"], "validate": ["validation"], "resolution": ["full resolution", "reference solver"],
        "micronised progesterone": ["Prometrium", "Utrogestan", "oral micronized"],
        "seed": ["random seed"], "hypothesis": ["hypotheses"], "scenario": ["scenario file"],
        "anti-Mullerian hormone (AMH)": ["anti-Müllerian hormone"],
        "dihydrotestosterone (DHT)": ["5-alpha-dihydrotestosterone"],
        "cortisol": ["hydrocortisone"], "DXA": ["DEXA", "bone scan"], "hormone therapy (MHT)": ["HRT", "menopausal hormone therapy"],
    ]
}

extension String {
    /// Without spaces at its ends.
    var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
