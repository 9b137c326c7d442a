import Modeling
import Symbolics

/// What new bone is made of and how it fills with mineral; the same at every site.
struct Mineral: Component {
    let path = "skeleton.mineral"
    let summary = "Secondary mineralisation and the density of bone of a given mineral content."

    func define(in b: ComponentBuilder) {
        _ = b.fitted("mineralisation", "1/d", "Rate of secondary mineralisation")
        _ = b.parameter(
            "full", 0.516, .one,
            .measured("mineral volume fraction of fully mineralised bone, Martinez-Reina 2009", range: 0.45...0.55),
            "Mineral volume of fully mineralised bone")
        _ = b.parameter(
            "primary", 0.7, .one,
            .assumed(
                "new bone takes up about 70 % of its mineral within days to weeks, the rest over years (Ruffoni 2007 Bone "
                    + "40:1308; Bala 2013 Endocrine Rev, recalled)", range: 0.5...0.75),
            "Mineral that new bone takes up at once, over that of fully mineralised bone")
        _ = b.parameter(
            "organic", 1.176, .one,
            .assumed("density of bone without mineral in g/cm3, water at one", range: 1.1...1.25),
            "Density of unmineralised bone over that of water")
        _ = b.parameter(
            "perMineral", 2.2, .one, .assumed("density of mineral, 3.2 g/cm3, less that of water", range: 2...2.3),
            "Rise of density per mineral volume")
    }
}
