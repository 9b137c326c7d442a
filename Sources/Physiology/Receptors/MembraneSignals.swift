import Modeling
import Symbolics

/// Fast signals of steroids at the membrane of osteoblasts: calcium and kinases within minutes, gone within a day.
///
/// Seen in cultured cells; no effect on bone in women is known, so whether they reach bone formation is a hypothesis.
struct MembraneSignals: Component {
    let path = "receptors.membrane"
    let summary = "Fast signals of progesterone at the osteoblast membrane, which adapt within a day."

    func define(in b: ComponentBuilder) {
        let progesterone = ProgesteroneOverCycle(b)
        let half = b.parameter(
            "half", 10, "nmol/L",
            .assumed("membrane receptors answer at nanomolar progesterone in cell culture", range: 1...50),
            "Progesterone of half the largest fast signal")
        let adaptation = b.parameter(
            "adaptation", 1, "d", .assumed("desensitisation within hours to a day in cell culture", range: 0.1...2),
            "Time by which the fast signal fades while the hormone stays")
        let gain = b.parameter(
            "gain", 0.1, .one, .assumed("no measurement in women; the size is a placeholder", range: 0...0.2),
            "Rise of osteoblast activity at the largest fast signal, where the hypothesis is on")
        let switchedOn = b.control(
            "onOsteoblasts", 0, .one, "Hypothesis, off by default: one lets fast membrane signals act on osteoblasts")
        func response(_ level: Expression) -> Expression { DoseResponse.saturating(level, half: half) }
        let signal = progesterone.mean(response) - progesterone.atRest(response)
        let adapted = b.geneProduct(
            "adapted", of: signal, lag: adaptation, "The part of the fast signal that cells have got used to")
        _ = b.variable(
            "onActivity", .one, switchedOn * gain * (signal - adapted),
            "Relative change of the bone an osteoblast forms a day")
    }
}
