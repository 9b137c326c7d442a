/// The style sheet of the report: system fonts, light and dark by the reader's setting, one column on a phone.
enum ReportStyle {
    static let sheet = """
        :root{color-scheme:light dark;--paper:#fff;--text:#1c2127;--soft:#56606c;--rule:#dde2e8;--grid:#e9edf1;\
        --shade:#eef4fa;--lane:#d3e4f3;--warn:#fff4e0;--warn-edge:#c77700;--cue:#0003;--good:#00795a;--near:#8a6a00;--bad:#b3261e}
        \(ChartPalette.rules(ChartPalette.light))
        @media (prefers-color-scheme:dark){:root{--paper:#14181d;--text:#e6eaef;--soft:#a3adb8;--rule:#333b45;\
        --grid:#262d35;--shade:#1a2632;--lane:#2b4358;--warn:#33270f;--warn-edge:#e6a23c;--cue:#fff4;--good:#3cc79b;--near:#e6b93c;\
        --bad:#ff8a80}
        \(ChartPalette.rules(ChartPalette.dark))}
        *{box-sizing:border-box}
        body{margin:0;background:var(--paper);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,\
        "Helvetica Neue",Arial,sans-serif}
        main,header,footer{max-width:1120px;margin:0 auto;padding:0 20px}
        header{padding-top:28px}
        footer{padding-top:24px;padding-bottom:40px}
        h1{font-size:1.7rem;line-height:1.2;margin:0 0 6px}
        h2{font-size:1.25rem;margin:40px 0 10px;padding-top:14px;\
        border-top:1px solid var(--rule)}
        h3{font-size:1.02rem;margin:24px 0 8px}
        p{margin:6px 0;max-width:75ch}
        ul{margin:6px 0;padding-left:1.2em;max-width:80ch}
        .meta,.caption,.disclaimer,footer{color:var(--soft);font-size:.875rem}
        .hypotheses{background:var(--warn);border-left:4px solid var(--warn-edge);padding:10px 16px;margin:16px 0}
        .hypotheses h2{border:0;margin:0;padding:0;font-size:1rem}
        .pair{display:grid;grid-template-columns:1fr 1fr;gap:24px}
        .panels{display:grid;grid-template-columns:repeat(auto-fill,minmax(310px,1fr));gap:12px 20px}
        figure{margin:14px 0;break-inside:avoid}
        .panels figure{margin:4px 0}
        figcaption{font-weight:600;margin-bottom:4px;overflow-wrap:anywhere}
        figcaption .caption{display:block;font-weight:400}
        svg{display:block;width:100%;height:auto;font-family:inherit}
        svg.narrow{display:none}
        svg text{fill:var(--text)}
        svg .tick,svg .axis-title{fill:var(--soft)}
        svg .halo{paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-opacity:.8}
        svg path{fill:none}
        .grid{stroke:var(--grid)}
        .axis,.tick-mark{stroke:var(--soft)}
        .reference{stroke:var(--soft);stroke-dasharray:2 3}
        .shade{fill:var(--shade);opacity:.75}
        .lane{fill:var(--lane)}
        svg path.dose{fill:var(--soft)}
        svg.forest{min-width:620px;max-width:960px}
        svg text.strong{font-weight:600}
        .line{stroke:var(--ink);stroke-width:2.2;stroke-linejoin:round;stroke-linecap:round}
        svg .band{fill:var(--ink);fill-opacity:.14}
        .leader{stroke:var(--ink);stroke-width:2.2}
        .names .leader{stroke-linejoin:round}
        .d1{stroke-dasharray:7 4}
        .d2{stroke-dasharray:2 4}
        .observed .bar{stroke:var(--ink);stroke-width:1.4;stroke-dasharray:none}
        svg .mark{stroke:var(--ink);stroke-width:1.8;stroke-dasharray:none}
        svg .mark.full{fill:var(--ink)}
        svg .mark.hollow{fill:var(--paper)}
        .scroll{overflow-x:auto;background:linear-gradient(90deg,var(--paper) 20px,transparent) left/44px 100% no-repeat local,\
        linear-gradient(270deg,var(--paper) 20px,transparent) right/44px 100% no-repeat local,\
        linear-gradient(90deg,var(--cue),transparent) left/12px 100% no-repeat,\
        linear-gradient(270deg,var(--cue),transparent) right/12px 100% no-repeat}
        table{border-collapse:collapse;font-size:.875rem;font-variant-numeric:tabular-nums}
        th,td{padding:5px 10px;text-align:left;vertical-align:top;border-bottom:1px solid var(--rule)}
        th{font-weight:600}
        thead th{vertical-align:bottom;border-bottom:2px solid var(--rule)}
        tbody th{position:sticky;left:0;background:var(--paper)}
        .number{text-align:right;white-space:nowrap}
        .unit{display:block;font-weight:400;color:var(--soft)}
        .medium{min-width:8rem}
        .long{min-width:11rem}
        td.source{min-width:12rem;color:var(--soft);overflow-wrap:break-word}
        code{font-size:.85em}
        .verdict{white-space:nowrap;font-weight:600}
        .inside{color:var(--good)}
        .near{color:var(--near)}
        .outside{color:var(--bad)}
        .notJudged{color:var(--soft);font-weight:400}
        details{margin:4px 0 0}
        summary{cursor:pointer;color:var(--soft);font-size:.875rem}
        details .scroll{max-height:24rem;overflow:auto}
        @media (max-width:640px){main,header,footer{padding-left:14px;padding-right:14px}
        .pair{grid-template-columns:1fr;\
        gap:0}
        td.source{min-width:20rem}
        svg.wide{display:none}
        svg.narrow{display:block}
        h1{font-size:1.4rem}
        .wide-table,.wide-table tbody,.wide-table tr,.wide-table th,.wide-table td{display:block}
        .wide-table thead{display:none}
        .wide-table tbody th{position:static;border:0;padding:10px 0 2px}
        .wide-table td{display:flex;justify-content:space-between;gap:16px;min-width:0;padding:2px 0;border:0;text-align:right;\
        white-space:normal}
        .wide-table td::before{content:attr(data-label);color:var(--soft);text-align:left;flex:none;max-width:55%}
        .wide-table tr{border-bottom:1px solid var(--rule);padding-bottom:8px}}
        @media print{:root{color-scheme:light;--paper:#fff;--text:#000;--soft:#444;--rule:#bbb;--grid:#ddd;--shade:#eef4fa;\
        --lane:#d3e4f3;--good:#00795a;--near:#8a6a00;--bad:#b3261e}
        \(ChartPalette.rules(ChartPalette.light))
        @page{margin:12mm}
        body{font-size:11pt}
        main,header,footer{max-width:none;padding-left:0;padding-right:0}
        .scroll{overflow:visible;background:none}
        table{font-size:.72rem}
        th,td{padding:3px 6px}
        .long,.medium,td.source{min-width:0}
        tbody th{position:static}
        tr{break-inside:avoid}
        .panels{grid-template-columns:repeat(3,1fr);gap:6px 12px}
        details{display:none}
        h2,h3,.caption{break-after:avoid}}
        """
}
