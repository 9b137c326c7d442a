import Modeling
import Symbolics

/// Fat in the marrow of vertebrae, which estrogen keeps low within weeks, and what more of it takes off a reading of
/// trabecular bone.
///
/// Quantitative computed tomography at a single energy cannot tell more fat from less bone. So where estrogen is withdrawn it
/// reads a loss that is larger and faster than that of bone, and gone soon after estrogen is back. The slow rise of
/// marrow fat with age is part of the norms the reading is compared with, and is not added here.
struct MarrowFat: Component {
    let path = "skeleton.marrow"
    let summary = "Fat in vertebral marrow and what it takes off a reading by computed tomography."

    func define(in b: ComponentBuilder) {
        let action = b.input("estrogenAction", .one, "Estrogen action, against a cycling woman at rest")
        let rise = b.parameter(
            "rise", 0.085, .one,
            .fitted(
                "fat fraction 0.48 to 0.43 (95 % interval of the fall 0.01 to 0.09) in two weeks of estradiol 2 mg a day after "
                    + "menopause (O2034), Limonard 2015 PMID 25982922", range: 0.02...0.16),
            "Rise of the share of fat in marrow when all estrogen action is lost")
        let lag = b.parameter(
            "lag", 7, "d",
            .assumed(
                "the share follows estradiol within one cycle, rising in the follicular phase (O2035), and within two weeks of "
                    + "treatment (O2034); no faster sampling is known", range: 3...14),
            "Time by which marrow fat follows estrogen")
        let fat = b.state(
            "fat", .one, initial: 0, scale: 0.01, "Share of fat in marrow above that of a cycling woman of her age")
        b.rate(of: fat, (rise * (1 - action) - fat) / lag)

        let marrow = b.parameter(
            "share", 0.88, .one,
            .assumed("the rest of vertebral spongiosa, whose bone is 8 to 16 % of volume", range: 0.84...0.92),
            "Share of marrow in trabecular bone")
        let density = b.parameter(
            "fatDensity", 920, "mg/cm3", .assumed("density of human fat, order of magnitude", range: 900...940),
            "Density of fat")
        let underestimate = b.parameter(
            "underestimate", 0.11, .one,
            .measured(
                "74 vertebrae read 11 mg/cm3 less for each 100 mg/cm3 of fat at 85 kVp, 13 at 130 kVp; Laval-Jeantet 1986 "
                    + "Radiology 159:463", range: 0.07...0.13),
            "Fall of a single-energy reading over the rise of the density of fat")
        _ = b.variable(
            "unread", "mg/cm3", underestimate * marrow * density * fat,
            "Trabecular bone that computed tomography does not read, for marrow fat")
    }
}
