// What it means for her: fractures in plain frequencies, and harms beside the benefit in women of a thousand.
import { h, fill, unique } from '../base/dom.js'
import { said, level } from '../base/level.js'
import { term } from '../base/glossary.js'
import { fixed, signed, withUnit, timeText } from '../base/number.js'
import { LETTERS } from '../scenario/study.js'
import { results } from '../scenario/runs.js'
import { options } from '../compose/fields.js'
import { citation, gradeMark } from '../understand/grades.js'
import { iconArray } from './icon-array.js'
import { forest } from './forest.js'
import { Chart } from './chart.js'
import { frequencies } from './content.js'
import { bandText } from './bands.js'

const TITLE = { fundamentals: 'What it means for her', intermediate: 'Fractures and harms', academic: 'Outcomes with competing death' }
const FRACTURES = [['fracture.any', 'any bone'], ['fracture.majorOsteoporotic', 'hip, spine, wrist or upper arm'], ['fracture.hip', 'the hip'], ['fracture.clinicalVertebral', 'the spine, noticed'], ['fracture.wrist', 'the wrist'], ['fracture.nonvertebral', 'any but the spine']]
const WORDS = {
  'fracture.hip': 'hip fracture', 'fracture.clinicalVertebral': 'clinical vertebral fracture', 'fracture.wrist': 'wrist fracture', 'fracture.nonvertebral': 'nonvertebral fracture', 'fracture.majorOsteoporotic': 'major osteoporotic fracture', 'fracture.any': 'fracture risk',
  'outcome.venousThrombosis': 'venous thrombosis (VTE)', 'outcome.stroke': 'stroke', 'outcome.breastCancer': 'breast cancer', 'outcome.endometrialHyperplasia': 'endometrial hyperplasia',
}
const LEVELS = [['outcome.hotFlushes', 'Hot flushes, if prone', 'hot flush', 1], ['outcome.sleep', 'Sleep gained a night', 'sleep', 1], ['outcome.HDL', 'HDL cholesterol', 'HDL cholesterol', 0], ['outcome.LDL', 'LDL cholesterol', 'LDL cholesterol', 0], ['outcome.triglycerides', 'Triglycerides', 'triglycerides', 0]]

export function outcomeSection() {
  const which = h('select', { id: unique('which'), on: { change: draw } }, options(FRACTURES, 'fracture.any'))
  const course = new Chart(courseOf('fracture.any'))
  course.element.classList.add('large')
  const arrays = h('div', { class: 'arrays' }), balance = h('div', {}), levels = h('div', {}), remarks = h('div', { class: 'arrays' })
  const element = h('section', { class: 'group', id: 'outcomes', tabindex: -1 },
    h('div', { class: 'head' }, said(TITLE, 'h2'), said({
      fundamentals: 'A thousand women like her, each a small figure. Some break a bone, some die of something else first, most do neither.',
      intermediate: 'Women of a thousand like her by the end. Death from other causes competes: who dies cannot break a bone later.',
      academic: 'Cumulative incidence per 1,000 with death from other causes as competing risk; fracture hazards by age, density, turnover and her other risks.',
    }, 'p', { class: 'soft' }), h('div', { class: 'row' }, h('label', { for: which.id }, 'Breaking '), which)),
    arrays, h('div', { class: 'charts' }, course.element), bandText('fitsAndRisks'), remarks, h('h3', { class: 'above' }, 'Harms beside the benefit'), said({
      fundamentals: 'All in the same unit: how many more or fewer of 1,000 women, against taking nothing. The bar is how unsure that is.',
      intermediate: 'More or fewer of 1,000 women than without therapy, benefit and harm on one scale, with 95 % intervals.',
      academic: 'Absolute differences per 1,000 against the same woman untreated; intervals are those of what therapy changes (hazard ratios of trials, or the ranges behind them).',
    }, 'p', { class: 'soft' }), balance, levels)

  function draw() {
    const shown = results.value
    // While something is dragged there are lines only; what was last counted stays, paler.
    element.classList.toggle('waiting', Boolean(shown) && !shown.runs.every((run) => run.outcomes?.length))
    if (!shown?.runs.every((run) => run.outcomes?.length)) return
    const years = shown.years
    fill(arrays, shown.runs.map((run, arm) => iconArray(run, arm, which.value, years)))
    course.entry = courseOf(which.value)
    course.show(frequencies(which.value, shown))
    fill(balance, balanceTable(shown))
    fill(levels, levelTable(shown))
    fill(remarks, shown.runs.map(remarksOf))
  }
  const stores = [results, level]
  stores.forEach((store) => store.addEventListener('change', draw))
  draw()
  return { id: 'outcomes', title: TITLE, element, release: () => { stores.forEach((store) => store.removeEventListener('change', draw)); course.release() } }
}

/// The chart of who breaks a bone, year by year.
const courseOf = (output) => {
  const bone = FRACTURES.find(([name]) => name === output)[1]
  return { output, term: WORDS[output], title: { fundamentals: `Who breaks ${bone}, year by year`, intermediate: `Women who have broken ${bone}`, academic: `Cumulative incidence, ${bone}` } }
}

/// Difference with its interval, of 1,000.
function differenceOf({ per1000WithOut: without, per1000With: having, difference, differenceLow, differenceHigh, low, high }) {
  if (Number.isFinite(difference)) return { value: difference, low: differenceLow, high: differenceHigh }
  return { value: having - without, low: Number.isFinite(low) ? without * (low - 1) : null, high: Number.isFinite(high) ? without * (high - 1) : null }
}

function balanceTable({ runs, years }) {
  const treated = runs.map((run, arm) => ({ run, arm })).filter(({ run }) => run.outcomes.some(({ relativeRisk }) => Number.isFinite(relativeRisk) && Math.abs(relativeRisk - 1) > 1e-9))
  const names = [...new Set(runs.flatMap((run) => run.outcomes.map(({ outcome }) => outcome)))].filter((name) => name !== 'death')
  const find = (run, name) => run.outcomes.find(({ outcome }) => outcome === name)
  if (!treated.length) return h('p', { class: 'soft' }, 'Nothing is taken that would change these; add a medicine to see what it trades.')
  const all = treated.flatMap(({ run }) => run.outcomes.filter(({ outcome }) => outcome !== 'death').map(differenceOf))
  const scale = d3.scaleLinear([Math.min(-5, d3.min(all, (one) => Math.max(one.low ?? one.value, 3 * one.value - 30))), Math.max(5, d3.max(all, (one) => Math.min(one.high ?? one.value, 3 * Math.abs(one.value) + 30)))], [4, 296]).nice()
  return h('div', { class: 'scroll tall', tabindex: 0, role: 'region', 'aria-label': 'Harms beside the benefit' }, h('table', { class: 'balance' },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, `Of 1,000, by ${timeText(years)}`), h('th', { scope: 'col', class: 'number' }, 'Without'), h('th', { scope: 'col' }, ''), h('th', { scope: 'col', class: 'number' }, 'With'),
      h('th', { scope: 'col', class: 'number' }, 'More or fewer'), h('th', { scope: 'col', class: 'drawn' }, h('span', { class: 'unseen' }, 'Drawn'), forest.head(scale)), h('th', { scope: 'col' }, 'From'))),
    names.map((name) => h('tbody', {}, treated.map(({ run, arm }, index) => {
      const row = find(run, name)
      if (!row) return ''
      const { value, low, high } = differenceOf(row)
      const known = row.isModelled
      return h('tr', {},
        index === 0 ? h('th', { scope: 'rowgroup', rowspan: treated.length }, marked(WORDS[name] ?? row.label ?? name, row.label ?? name)) : '',
        index === 0 ? h('td', { class: 'number', rowspan: treated.length }, fixed(row.per1000WithOut, 1)) : '',
        h('td', { class: `arm${arm}` }, h('span', { class: 'letter', title: run.title }, LETTERS[arm])), h('td', { class: 'number' }, fixed(row.per1000With, 1)),
        h('td', { class: 'number' }, known ? [signed(value, 1), Number.isFinite(low) ? h('span', { class: 'soft small block' }, `${signed(low, 1)} to ${signed(high, 1)}`) : ''] : h('span', { class: 'soft' }, 'no effect modelled')),
        h('td', { class: 'drawn' }, known ? forest.row(scale, value, low, high, arm) : ''),
        index === 0 ? h('td', { class: 'source', rowspan: treated.length }, gradeMark(row.grade, row.gradeReason), ' ', citation(row.source)) : '')
    })))))
}

/// What the run itself remarks: flags first and plain, what lies behind folded.
function remarksOf({ title, remarks = [], harms = [], notes = [] }, arm) {
  const flags = remarks.filter((remark) => remark.startsWith('Flag: ')), rest = remarks.filter((remark) => !flags.includes(remark))
  const list = (lines) => h('ul', { class: 'small' }, lines.map((line) => h('li', {}, line)))
  return h('section', { class: `card array arm${arm}` }, h('h3', {}, h('span', { class: 'letter' }, LETTERS[arm]), title),
    flags.map((flag) => h('p', { class: 'flag' }, `${flag[6].toUpperCase()}${flag.slice(7)}`)),
    h('details', {}, h('summary', {}, 'Remarks'), list(rest)),
    harms.length > 0 && h('details', {}, h('summary', {}, 'Harms as published'), h('ul', { class: 'small' }, harms.map((harm) => h('li', {}, citation(harm))))),
    notes.length > 0 && h('details', {}, h('summary', {}, 'How these numbers are to be read'), list(notes)))
}

function levelTable({ runs, years }) {
  const rows = LEVELS.filter(([output]) => runs[0].byName.has(output))
  if (!rows.length) return ''
  return [h('h3', { class: 'above' }, `Other effects by ${timeText(years)}`), h('div', { class: 'scroll tall', tabindex: 0, role: 'region', 'aria-label': 'Other effects' }, h('table', {},
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Level'), runs.map((run, arm) => h('th', { scope: 'col', class: `number arm${arm}` }, h('span', { class: 'letter', 'aria-hidden': 'true' }, LETTERS[arm]), run.title)))),
    h('tbody', {}, rows.map(([output, name, word, decimals]) => h('tr', {}, h('th', { scope: 'row' }, marked(word, name)), runs.map((run) => {
      const series = run.byName.get(output)
      return h('td', { class: 'number' }, withUnit(fixed(series?.values.at(-1), decimals), series?.unit),
        Number.isFinite(series?.low?.at(-1)) && h('span', { class: 'soft small block' }, `${fixed(series.low.at(-1), decimals)} to ${fixed(series.high.at(-1), decimals)}`))
    }))))))]
}

function marked(word, text) {
  const mark = term(word)
  mark.textContent = text
  return mark
}
