// What is on the table: one woman or a few, how long to look, and up to four regimens, each of one of the women. Keys are
// those of the scenario file; only times are months, as numbers, so that bars can be dragged.
import { monthsOf, monthsWritten } from './times.js'
import { Store } from '../base/store.js'

export const MOST_ARMS = 4
export const LETTERS = ['A', 'B', 'C', 'D']

export const empty = () => ({
  women: [{ age: '52 years', menopause: { age: '51 years', kind: 'natural' }, weight: '68 kg', height: '162 cm', uterus: true }],
  years: 10,
  arms: [
    { title: 'Nothing taken', woman: 0, items: [] },
    { title: 'Estradiol patch and progesterone', woman: 0, items: [
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
    leaveUnused(this.value)
    this.dispatchEvent(new CustomEvent('change', { detail: { settled } }))
  }

  open(value) {
    this.value = value
    chosenWoman.value = 0
    this.dispatchEvent(new CustomEvent('change', { detail: { settled: true, opened: true } }))
  }
}
export const study = new Study()

/// The woman whose traits are shown, by her place in the study.
export const chosenWoman = new Store(0)
export const womanShown = () => study.value.women[chosenWoman.value]
export const changeWoman = (edit) => study.change((value) => edit(value.women[chosenWoman.value]))

/// A woman is there as long as a regimen is hers.
function leaveUnused(value) {
  const used = value.women.map((_, index) => value.arms.some((arm) => arm.woman === index))
  if (!used.every(Boolean)) {
    for (const arm of value.arms) arm.woman = used.slice(0, arm.woman).filter(Boolean).length
    value.women = value.women.filter((_, index) => used[index])
  }
  chosenWoman.value = Math.min(chosenWoman.value, value.women.length - 1)
}

/// What tells the women of a study apart: “woman 2, 60 years”.
export const womanName = ({ women }, index) => `woman ${index + 1}, ${women[index].age}`

/// The name of a regimen, with whose it is where there are several women.
export const armName = (value, arm) => value.women.length > 1 ? `${arm.title}, ${womanName(value, arm.woman)}` : arm.title

/// The scenario of one arm, as the server and the command line read it.
export function scenarioOf({ women, years }, arm) {
  const { conditions: general = [], ...traits } = women[arm.woman]
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

/// A study of scenarios, each for its own woman; what she keeps throughout stands on the timeline with the rest.
export function studyOf(scenarios) {
  const women = [], known = []
  const arms = scenarios.slice(0, MOST_ARMS).map((scenario) => {
    const { conditions, ...traits } = scenario.woman
    const text = JSON.stringify(Object.entries(traits).sort())
    if (!known.includes(text)) {
      known.push(text)
      women.push(structuredClone(traits))
    }
    return { ...armOf(scenario), woman: known.indexOf(text) }
  })
  return { women, years: Math.max(...scenarios.map((scenario) => scenario.simulate.years)), arms }
}

export function armOf(scenario) {
  const conditions = scenario.woman?.conditions ?? []
  const item = (written) => ({ ...written, from: monthsOf(written.from ?? 0), until: written.until === undefined ? null : monthsOf(written.until) })
  const arm = { title: scenario.title ?? 'A regimen', items: [...conditions, ...(scenario.therapy ?? [])].map(item) }
  if (scenario.hypotheses?.length) arm.hypotheses = scenario.hypotheses
  if (scenario.simulate?.ovary) arm.ovary = scenario.simulate.ovary
  return arm
}
