import Evidence

/// How words are compared, and by what other words a term goes.
enum TermName {
    /// Letters and digits alone, in lower case and without a plural: “Pre-osteoblasts” is `preosteoblast`.
    static func key(_ text: String) -> String {
        var key = text.lowercased().filter { $0.isLetter || $0.isNumber }
        for (british, american) in spellings { key = key.replacing(british, with: american) }
        if key.count > 4, key.hasSuffix("s"), !key.hasSuffix("ss"), !key.hasSuffix("is") { key.removeLast() }
        return key
    }

    private static let spellings = [("oestr", "estr"), ("isation", "ization"), ("rrhoea", "rrhea")]

    /// The term, its abbreviation in parentheses, and what it is called besides.
    static func all(of term: GlossaryTerm) -> [String] {
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
        "transdermal estradiol": ["estradiol patch"], "micronised progesterone": ["Prometrium", "Utrogestan"],
        "DMPA": ["depot medroxyprogesterone", "Depo-Provera"], "norethisterone acetate": ["norethindrone acetate", "NETA"],
        "allopregnanolone": ["brexanolone"], "ER-alpha": ["estrogen receptor", "estrogen receptor alpha"],
        "ER-beta": ["estrogen receptor beta"], "GABA-A receptor": ["GABA-A", "GABA receptor"],
        "SHBG": ["sex hormone binding globulin"], "CBG": ["transcortin", "corticosteroid binding globulin"],
        "PTH": ["parathyroid hormone"], "TSH": ["thyrotropin"], "FSH": ["follicle stimulating hormone"],
        "LH": ["luteinising hormone"], "GnRH": ["gonadotropin releasing hormone"], "IL-6": ["interleukin 6"],
        "TNF-alpha": ["TNF", "tumour necrosis factor"], "IGF-1": ["insulin-like growth factor 1"],
        "vitamin D": ["calcidiol", "25-hydroxyvitamin D"], "FMP": ["final menstrual period"],
        "mineralisation": ["secondary mineralisation"],
        "cortisol": ["hydrocortisone"], "DXA": ["DEXA", "bone scan"], "hormone therapy (MHT)": ["HRT", "menopausal hormone therapy"],
    ]
}

extension String {
    /// Without spaces at its ends.
    var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
