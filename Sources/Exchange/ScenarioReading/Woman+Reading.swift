import Symbolics

extension Woman {
    static let keys = [
        "age", "menopause", "weight", "height", "uterus", "cycles", "density", "vitaminD", "calcium", "smoking",
        "CYP3A4", "conditions", "population", "risks",
    ]

    /// Reads the `woman` of a scenario that ends at `horizon`; nil if her age is unknown.
    init?(_ section: Section, horizon: Double) {
        let age = section.required("age", example: "age: 56 years")?.days(.age)
        self.init(age: age ?? 0)
        menopause = section["menopause"].flatMap(Menopause.init)
        if let weight = section["weight"]?.quantity(.weight) { self.weight = weight }
        if let height = section["height"]?.quantity(.height) { self.height = height }
        if let uterus = section["uterus"]?.flag() { self.uterus = uterus }
        if let cycles = section["cycles"]?.choice("a kind of cycle", of: Cycles.self) { self.cycles = cycles }
        if let density = section["density"] { self.density = Self.density(density) }
        if let vitaminD = section["vitaminD"]?.quantity(.vitaminD, .vitaminDByMass) {
            self.vitaminD = Self.molar(vitaminD)
        }
        if let calcium = section["calcium"]?.quantity(.calcium) { self.calcium = calcium }
        if let smoking = section["smoking"]?.flag() { self.smoking = smoking }
        if let CYP3A4 = section["CYP3A4"]?.choice("a state of CYP3A4", of: EnzymeActivity.self) { self.CYP3A4 = CYP3A4 }
        if let conditions = section["conditions"] { self.conditions = Condition.list(conditions, horizon: horizon) }
        if let population = section["population"]?.choice("a population", of: Population.self) {
            self.population = population
        }
        if let risks = section["risks"] { self.risks = FractureRisks(risks) }
        if age == nil { return nil }
    }

    private static func density(_ field: Field) -> [SkeletalSite: StartingDensity] {
        guard let section = Section(field, keys: SkeletalSite.allCases.map(\.rawValue)) else { return [:] }
        var density: [SkeletalSite: StartingDensity] = [:]
        for site in SkeletalSite.allCases {
            density[site] = section[site.rawValue].flatMap { StartingDensity($0, site: site) }
        }
        return density
    }

    /// 25-hydroxyvitamin D in nmol/L, also where the laboratory reports ng/mL.
    private static func molar(_ concentration: Quantity) -> Quantity {
        guard let gramsPerLitre = concentration.value(in: "g/L") else { return concentration }
        return Quantity(gramsPerLitre / calcidiolMolarMass * 1e9, "nmol/L")
    }

    /// Of 25-hydroxycholecalciferol, C27H44O2, in g/mol.
    private static let calcidiolMolarMass = 400.64
}

extension FractureRisks {
    fileprivate init(_ field: Field) {
        self.init()
        guard let section = Section(field, keys: ["parentHipFracture", "alcohol", "lastFracture", "ancestry"]) else {
            return
        }
        parentHipFracture = section["parentHipFracture"]?.flag()
        alcohol = section["alcohol"]?.flag()
        lastFracture = section["lastFracture"]?.days(.start)
        ancestry = section["ancestry"]?.choice("an ancestry", of: Ancestry.self)
    }
}

extension Menopause {
    fileprivate init?(_ field: Field) {
        guard let section = Section(field, keys: ["age", "kind"]) else { return nil }
        let age = section.required("age", example: "age: 51 years")?.days(.menopauseAge)
        let kind = section["kind"].map { $0.choice("a kind of menopause", of: Kind.self) } ?? .natural
        guard let age, let kind else { return nil }
        self.init(age: age, kind: kind)
    }
}

extension StartingDensity {
    fileprivate init?(_ field: Field, site: SkeletalSite) {
        let measure: Measure = site.isVolumetric ? .volumeDensity : .arealDensity
        guard let text = field.scalar, let written = WrittenQuantity(text),
            written.unitText == "T"
        else {
            guard let quantity = field.quantity(oneOf: [measure], hint: ", or a T-score such as '-1.1 T'") else {
                return nil
            }
            self = .measured(quantity)
            return
        }
        guard Measure.tScores.contains(written.number) else {
            let (least, most) = (digits(Measure.tScores.lowerBound), digits(Measure.tScores.upperBound))
            field.report("\(quoted(text)) is not possible; expected a T-score between \(least) and \(most)")
            return nil
        }
        self = .tScore(written.number)
    }
}
