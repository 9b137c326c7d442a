/// What is physiologically possible: the limits within which a scenario is read and women are drawn.
public enum WomanLimits {
    /// In years.
    public static let age = 18.0...105
    /// In years.
    public static let menopauseAge = 15.0...65
    /// In kg.
    public static let weight = 25.0...300
    /// Standing, in cm.
    public static let height = 100.0...220
    /// In mg a day.
    public static let calcium = 50.0...5_000
    /// Of 25-hydroxyvitamin D in serum, in nmol/L.
    public static let vitaminD = 2.0...500
}
