/// A number with its derivatives to the parameters of a fit.
struct Sensitive: Sendable {
    var value: Double
    var slopes: [Double]

    static func - (a: Sensitive, b: Sensitive) -> Sensitive {
        Sensitive(value: a.value - b.value, slopes: zip(a.slopes, b.slopes).map { $0 - $1 })
    }

    static func * (factor: Double, a: Sensitive) -> Sensitive {
        Sensitive(value: factor * a.value, slopes: a.slopes.map { factor * $0 })
    }

    static func / (a: Sensitive, b: Sensitive) -> Sensitive {
        let value = a.value / b.value
        return Sensitive(value: value, slopes: zip(a.slopes, b.slopes).map { ($0 - value * $1) / b.value })
    }
}
