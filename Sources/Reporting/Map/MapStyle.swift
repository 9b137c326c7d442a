/// The style sheet of the map: light and dark by the reader's setting; what a part is connected to stands out while it
/// is pointed at or has the focus.
enum MapStyle {
    static func sheet(_ network: Network) -> String {
        let connected = network.components.indices.map { index in
            let active = "svg:has(#part-\(index):is(:hover,:focus))"
            return "\(active) .arrow:is(.from-\(index),.to-\(index)) .line{opacity:1;stroke-width:2.4}"
        }
        return rules + connected.joined()
    }

    private static let rules = """
        :root{color-scheme:light dark;--paper:#fff;--text:#1c2127;--soft:#56606c}
        \(ChartPalette.rules(ChartPalette.light))
        @media (prefers-color-scheme:dark){:root{--paper:#14181d;--text:#e6eaef;--soft:#a3adb8}
        \(ChartPalette.rules(ChartPalette.dark))}
        text{fill:var(--text);font:13px system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
        .paper{fill:var(--paper)}
        .title{font-size:20px;font-weight:600}
        .soft{fill:var(--soft)}
        .group{font-weight:600;fill:var(--ink)}
        .label{text-anchor:middle}
        .frame{fill:var(--ink);fill-opacity:.05;stroke:var(--ink);stroke-opacity:.3}
        .box{fill:color-mix(in srgb,var(--ink) 16%,var(--paper));stroke:var(--ink);stroke-width:1.4}
        .part{cursor:default;outline:none}
        .part:is(:hover,:focus) .box{stroke-width:3}
        .line{fill:none;stroke:var(--ink);stroke-width:1.3;opacity:.55}
        .reach{fill:none;stroke:transparent;stroke-width:9}
        .tip{fill:var(--ink)}
        .arrow:hover .line{opacity:1;stroke-width:2.8}
        svg:has(.part:is(:hover,:focus)) .line{opacity:.12}
        @page{size:A4 landscape;margin:8mm}
        @media print{:root{color-scheme:light;--paper:#fff;--text:#000;--soft:#444;width:100%;height:auto;max-height:100vh}
        \(ChartPalette.rules(ChartPalette.light))}

        """
}
