/// Colours, dashes and marker shapes of a chart's lines, told apart without seeing colour.
///
/// The hues are those of Okabe and Ito (2008), made for colour-blind readers, darkened on white and lightened on black
/// until lines reach a contrast of 3:1.
enum ChartPalette {
    static let light = ["#0072b2", "#c54e00", "#00795a", "#a8458a", "#8a6a00", "#3f4650", "#2b8cc4", "#6a3d9a"]
    static let dark = ["#56b4e9", "#f0883e", "#2fbf95", "#e39bc9", "#e6b93c", "#c8ced6", "#8fd0f5", "#b79be0"]

    /// The classes of a style number; the palette repeats, dashes change with every third line.
    static func classes(_ style: Int) -> String {
        "c\(style % light.count) d\((style / 3) % 3)"
    }

    /// Path data of a marker: circle, square, triangle, diamond by turns.
    static func mark(_ style: Int, x: Double, y: Double) -> String {
        let f = ChartPath.coordinate
        switch style % 4 {
        case 0:
            return "M\(f(x - 4.5)) \(f(y))a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z"
        case 1:
            return "M\(f(x - 4)) \(f(y - 4))h8v8h-8Z"
        case 2:
            return "M\(f(x)) \(f(y - 5.2))l5 9h-10Z"
        default:
            return "M\(f(x)) \(f(y - 5.5))l5.5 5.5l-5.5 5.5l-5.5 -5.5Z"
        }
    }

    /// Style rules for a list of colours.
    static func rules(_ colours: [String]) -> String {
        colours.enumerated().map { ".c\($0.offset){--ink:\($0.element)}" }.joined()
    }
}
