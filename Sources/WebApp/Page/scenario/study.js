// What is on the table: one woman, how long to look, and up to four regimens. Keys are those of the scenario file; only
// times are months, as numbers, so that bars can be dragged.
import { monthsOf, monthsWritten } from './times.js'

export const MOST_ARMS = 4
export const LETTERS = ['A', 'B', 'C', 'D']

export const empty = () => ({
  woman: { age: '52 years', menopause: { age: '51 years', kind: 'natural' }, weight: '68 kg', height: '162 cm', uterus: true },
  years: 10,
  arms: [
    { title: 'Nothing taken', items: [] },
    { title: 'Estradiol patch and progesterone', items: [
      { medicine: 'estradiol', form: 'patch', dose: '50 ug/day', from: 0, until: null },
      { medicine: 'progesterone', form: 'oral micronized', dose: '100 mg', every: '1 day', from: 0, until: null },
    ] },
  ],
})

/// The study that the whole page shows; listeners hear 'change', with `settled` false while something is dragged.
class Study extends EventTarget {
  value = empty()
  change(edit, { settled = true } = {}) {
    edit(this.value)
    this.dispatchEvent(new CustomEvent('change', { detail: { settled } }))
  }

  open(value) {
    this.value = value
    this.dispatchEvent(new CustomEvent('change', { detail: { settled: true, opened: true } }))
  }
}
export const study = new Study()

/// The scenario of one arm, as the server and the command line read it.
export function scenarioOf({ woman, years }, arm) {
  const { conditions: general = [], ...traits } = woman
  const conditions = [...general, ...arm.items.filter((item) => item.kind)].map((item) => timed(item, years))
  const therapy = arm.items.filter((item) => item.medicine).map((item) => timed(item, years))
  const scenario = { title: arm.title, woman: { ...traits }, simulate: { years, report: '1 month' } }
  if (conditions.length) scenario.woman.conditions = conditions
  if (therapy.length) scenario.therapy = therapy
  if (arm.hypotheses?.length) scenario.hypotheses = arm.hypotheses
  if (arm.ovary) scenario.simulate.ovary = arm.ovary
  return scenario
}

function timed({ from, until, ...item }, years) {
  const written = { ...item }
  if (from > 0) written.from = monthsWritten(from)
  if (until !== null && until !== undefined && until < years * 12) written.until = monthsWritten(until)
  return written
}

/// What to say where scenarios are not all of the same woman; nothing where they are.
export function loss(scenarios) {
  const traits = scenarios.map(({ woman: { conditions, ...traits } }) => JSON.stringify(Object.entries(traits).sort()))
  return new Set(traits).size > 1 ? 'These runs are of different women; here all are simulated for the first of them, so numbers may differ.' : null
}

/// A study of scenarios, for the woman of the first; `loss` tells what that changes.
export function studyOf(scenarios) {
  const [{ woman }] = scenarios
  const { conditions = [], ...traits } = woman
  const years = Math.max(...scenarios.map((scenario) => scenario.simulate.years))
  return {
    woman: structuredClone(traits), years,
    arms: scenarios.slice(0, MOST_ARMS).map((scenario) => armOf(scenario, scenario === scenarios[0] ? conditions : scenario.woman.conditions ?? [])),
  }
}

export function armOf(scenario, conditions = scenario.woman?.conditions ?? []) {
  const item = (written) => ({ ...written, from: monthsOf(written.from ?? 0), until: written.until === undefined ? null : monthsOf(written.until) })
  const arm = { title: scenario.title ?? 'A regimen', items: [...conditions, ...(scenario.therapy ?? [])].map(item) }
  if (scenario.hypotheses?.length) arm.hypotheses = scenario.hypotheses
  if (scenario.simulate?.ovary) arm.ovary = scenario.simulate.ovary
  return arm
}
