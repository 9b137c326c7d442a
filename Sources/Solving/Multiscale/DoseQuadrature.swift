/// Where to look within a stretch of time between two doses, and with which weight, for an average over it.
///
/// Gauss–Legendre points on a cubic scale, which crowd where a dose is absorbed.
enum DoseQuadrature {
    /// Positions and weights as shares of the stretch.
    static let points: [(position: Double, weight: Double)] = {
        // Abramowitz and Stegun, Handbook of Mathematical Functions, table 25.4, n = 12.
        let half: [(x: Double, w: Double)] = [
            (0.125233408511469, 0.249147045813403), (0.367831498998180, 0.233492536538355),
            (0.587317954286617, 0.203167426723066), (0.769902674194305, 0.160078328543346),
            (0.904117256370475, 0.106939325995318), (0.981560634246719, 0.047175336386512),
        ]
        let all = half.reversed().map { (-$0.x, $0.w) } + half.map { ($0.x, $0.w) }
        return all.map { x, w in
            let u = (1 + x) / 2
            return (u * u * u, w / 2 * 3 * u * u)
        }
    }()
}
