extension Double {
    /// Nil when JSON has no way to write the number.
    package var finite: Double? { isFinite ? self : nil }
}
