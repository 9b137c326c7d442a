import Exchange
import Modeling
import Symbolics

/// Bone at one site: its volume, which remodelling turns over, and the mineral in that volume.
///
/// One link from volume and mineral to density serves every medicine. Resorption limits itself: as bone is lost,
/// less surface is left to resorb, more steeply the larger the exponent. What age adds does not: pores that merge within
/// the cortex have more surface, not less (Zebaze 2010, PMID 20472174), so that loss goes on, and faster, in high age.
/// Where cortical bone is thin, part of what is resorbed beyond rest is not filled again.
struct SiteRemodelling: Component {
    let site: SkeletalSite

    var path: String { "skeleton.\(site.rawValue)" }
    var summary: String { "Bone volume, mineral and density at the \(site.plainName)." }

    func define(in b: ComponentBuilder) {
        let remodelled = b.input("remodelled", .one, "Bone formed in remodelling units")
        let modelled = b.input("modelled", .one, "Bone formed without resorption before it")
        let osteoclasts = b.input("osteoclasts", .one, "Active osteoclasts")
        let ageing = b.input("ageing", .one, "Effect of age on resorption")

        let turnover = b.fitted("turnover", "1/years", "Share of the site's volume renewed per year at rest")
        let selfLimiting = b.fitted("selfLimiting", .one, "Exponent of volume in resorption")
        let ageFactor = b.fitted("ageFactor", .one, "Rise of resorption with age, at the ageing reference")
        let modellingShare = site.modellingShare(in: b)
        let mineralisation = b.input("mineralisation", "1/d", "Rate of secondary mineralisation")
        let primary = b.input("primaryMineral", .one, "Mineral of new bone over that of fully mineralised bone")
        let fullMineral = b.input("fullMineral", .one, "Mineral of fully mineralised bone")
        let youngMean = b.parameter(
            "youngMean", site.reference.mean, site.unit, site.reference.meanProvenance, "Mean density of young women")
        let youngSpread = b.parameter(
            "youngSpread", site.reference.spread, site.unit, site.reference.spreadProvenance,
            "Standard deviation of density of young women")
        let scale = b.control("densityScale", 1, .one, "Her density over that of the reference woman of her history")

        let mineralAtRest =
            fullMineral * (mineralisation + primary * turnover) / (mineralisation + turnover)
        let volume = b.state("volume", .one, initial: 1, "Bone volume, relative to rest")
        let mineral = b.state(
            "mineral", .one, initial: mineralAtRest, "Mineral volume over bone volume")
        let formation = b.variable(
            "formation", .one, (1 - modellingShare) * remodelled + modellingShare * modelled,
            "Bone formed per day, relative to rest")
        let resorption = b.variable(
            "resorption", .one, osteoclasts * (pow(volume, selfLimiting) + ageFactor * ageing * volume),
            "Bone resorbed per day, relative to rest")
        let lost = site.unfilledShare(in: b).map { $0 * max(0, resorption - 1) }
        b.rate(of: volume, turnover * (lost.map { formation - resorption - $0 } ?? (formation - resorption)))
        b.rate(
            of: mineral,
            mineralisation * (fullMineral - mineral)
                - (mineral - primary * fullMineral) * turnover * formation / volume)

        // Martinez-Reina: apparent density is volume times (organic and water part + mineral part).
        let organic = b.input("organicDensity", .one, "Density of unmineralised bone over water")
        let perMineral = b.input("densityPerMineral", .one, "Rise of density per mineral volume over water")
        let bone = youngMean * volume * (organic + perMineral * mineral) / (organic + perMineral * mineralAtRest)
        let unread =
            site.isVolumetric ? b.input("unread", site.unit, "Bone that computed tomography does not read") : nil
        let own = b.variable(
            "bone", site.unit, scale * (unread.map { bone - $0 } ?? bone), "Density of the bone itself")
        let density = b.variable("density", site.unit, own * site.overreading(in: b), "Bone mineral density as it is read")
        b.output("density.\(site.rawValue)", site.unit, density, "Bone mineral density, \(site.plainName)")
        b.output(
            "tScore.\(site.rawValue)", .one, (density - youngMean) / youngSpread,
            "T-score, \(site.plainName)")
    }
}
