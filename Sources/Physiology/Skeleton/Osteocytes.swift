import Modeling
import Symbolics

/// Osteocytes, buried osteoblasts that live for decades, and the sclerostin they make.
struct Osteocytes: Component {
    let path = "skeleton.osteocytes"
    let summary = "Osteocytes and their brake on bone formation, sclerostin."

    func define(in b: ComponentBuilder) {
        let osteoblasts = b.input("osteoblasts", .one, "Osteoblasts")
        let deficit = b.input("estrogenDeficit", .one, "Estrogen action lost in osteocytes")
        let deathChange = b.sumOfInputs(
            "deathChange", .one, "Relative change of osteocyte death by signals other than estrogen")
        let sclerostinChange = b.sumOfInputs(
            "sclerostinChange", .one, "Relative change of sclerostin per osteocyte by signals other than estrogen")

        let rate = b.fitted("turnover", "1/d", "Turnover of osteocytes")
        let estrogenOnDeath = b.parameter(
            "estrogenOnDeath", 0.3, .one,
            .assumed(
                "osteocyte apoptosis rises on GnRH agonist (Tomkinson 1997 J Clin Endocrinol Metab 82:3128)",
                range: 0...1),
            "Rise of osteocyte death at full loss of estrogen action")
        let estrogenOnSclerostin = b.parameter(
            "estrogenOnSclerostin", 0.15, .one,
            .assumed("serum sclerostin is higher after menopause and falls on estrogen", range: 0...0.4),
            "Rise of sclerostin per osteocyte at full loss of estrogen action")
        let clearance = b.parameter(
            "sclerostinClearance", 1.386, "1/d", .assumed("half-life of half a day", range: 0.7...3),
            "Clearance of sclerostin")

        let count = b.state("count", .one, initial: 1, "Osteocytes, relative to rest")
        b.rate(of: count, rate * (osteoblasts - (1 + estrogenOnDeath * deficit) * max(Signals.least, 1 + deathChange) * count))
        let sclerostin = b.state("sclerostin", .one, initial: 1, "Sclerostin, relative to rest")
        b.rate(
            of: sclerostin,
            clearance
                * (count * (1 + estrogenOnSclerostin * deficit) * max(Signals.least, 1 + sclerostinChange) - sclerostin))
        b.output("bone.osteocytes", .one, count, "Osteocytes relative to a cycling woman")
        b.output("bone.sclerostin", .one, sclerostin, "Sclerostin relative to a cycling woman")
    }
}
