/// A paper, label or table behind numbers, with what identifies it and what rests on it.
public struct Reference: Sendable {
    /// As it was cited: authors and year at least, or the whole citation of an evidence row.
    public internal(set) var text: String {
        didSet { authorYear = CitationText.authorYear(in: text) }
    }
    public internal(set) var PMID: String?
    /// Without a resolver's address.
    public internal(set) var DOI: String?
    public internal(set) var PMCID: String?
    /// Names of the parameters that name it.
    public internal(set) var parameters: [String] = []
    /// Rows of the evidence that come from it and are shown beside the simulation.
    public internal(set) var observations: [String] = []
    /// What it is the method of; empty for most.
    public internal(set) var method = ""

    /// Author and year of publication as one word, such as `Levine2000`; nil where none is named.
    ///
    /// Kept, because a list of references compares each with all others by it.
    private(set) var authorYear: String?

    init(text: String, PMID: String? = nil, DOI: String? = nil, PMCID: String? = nil, method: String = "") {
        self.text = text
        self.PMID = PMID
        self.DOI = DOI
        self.PMCID = PMCID
        self.method = method
        authorYear = CitationText.authorYear(in: text)
    }

    var year: String? { text.firstMatch(of: /\b(?:19|20)\d\d\b/).map { String($0.0) } }

    /// Where it can be read; nil without an identifier.
    package var address: String? {
        DOI.map { "https://doi.org/\($0)" } ?? PMID.map { "https://pubmed.ncbi.nlm.nih.gov/\($0)/" }
            ?? PMCID.map { "https://pmc.ncbi.nlm.nih.gov/articles/\($0)/" }
    }

    /// What identifies it at identifiers.org, which is how models name papers; nil without an identifier.
    var resource: String? {
        let name = PMID.map { "pubmed:\($0)" } ?? DOI.map { "doi:\($0)" } ?? PMCID.map { "pmc:\($0)" }
        return name.map { "https://identifiers.org/\($0)" }
    }

    /// Whether both name one paper.
    func isSame(as other: Reference) -> Bool {
        for (mine, theirs) in [(PMID, other.PMID), (DOI?.lowercased(), other.DOI?.lowercased()), (PMCID, other.PMCID)] {
            if let mine, let theirs { return mine == theirs }
        }
        // Where no identifier can tell, author and year do.
        return authorYear.map { $0 == other.authorYear } ?? (text == other.text)
    }

    /// Takes in what another mention of it adds.
    mutating func add(_ other: Reference) {
        if other.text.count > text.count { text = other.text }
        PMID = PMID ?? other.PMID
        DOI = DOI ?? other.DOI
        PMCID = PMCID ?? other.PMCID
        parameters += other.parameters.filter { !parameters.contains($0) }
        observations += other.observations.filter { !observations.contains($0) }
    }
}
