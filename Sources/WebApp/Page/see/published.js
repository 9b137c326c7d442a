// What was published of the trials on the table beside what is simulated here: changes, rates, levels, and differences between arms,
// which no chart of one arm can show as a point.
import { h, fill } from '../base/dom.js'
import { said, level, chosen } from '../base/level.js'
import { fixed, significant, signed, timeText, withUnit } from '../base/number.js'
import { study, LETTERS } from '../scenario/study.js'
import { results } from '../scenario/runs.js'
import { download, fileName } from '../scenario/files.js'
import { publishedOf } from '../compose/presets.js'
import { warn } from '../base/speech.js'
import { citation } from '../understand/grades.js'
import { csvText } from './chart-table.js'
import { chartOf } from './outputs.js'
import { nearest } from './chart.js'

const TITLE = { fundamentals: 'What the studies found', intermediate: 'Published beside simulated', academic: 'Published rows beside this simulation' }
const USES = { calibrate: 'fitted to', validate: 'never fitted to', plausibility: 'for a glance only' }
const STYLE = { inside: 'supported', near: 'partly', outside: 'contradicted' }

export function publishedSection() {
  const place = h('div', {})
  const element = h('section', { class: 'group', id: 'published', tabindex: -1, hidden: true },
    h('div', { class: 'head' }, said(TITLE, 'h2'), said({
      fundamentals: 'Each line is something a study measured, and what this simulation makes of it.',
      intermediate: 'Rows of the trials on the table: changes, yearly rates, levels, and differences between two arms, with their 95 % intervals. Regimens as they stand here; change one and it is no longer the trial’s.',
      academic: 'Rows of the evidence by identifier. Inside: within the published 95 % interval; near: within 1.5 points of density or 10 of a marker. Plausibility rows get no verdict.',
    }, 'p', { class: 'soft' })), place)
  let turn = 0

  async function draw() {
    const shown = results.value, value = study.value, mine = ++turn
    if (!shown) return
    const lists = await Promise.all(value.arms.map((arm) => publishedOf(arm).catch(() => [])))
    if (mine !== turn || shown.runs.length !== value.arms.length) return
    const rows = lists.flatMap((list, arm) => list.flatMap((row) => found(row, arm, value, shown)))
    element.hidden = !rows.length
    if (rows.length) fill(place, table(rows), h('p', {}, h('button', { class: 'button', type: 'button', on: { click: () => save(rows) } }, 'Save as CSV')))
  }
  const stores = [results, level], hear = () => draw().catch(warn)
  stores.forEach((store) => store.addEventListener('change', hear))
  hear()
  return { id: 'published', title: TITLE, element, release: () => stores.forEach((store) => store.removeEventListener('change', hear)) }
}

/// A row with what is simulated for it; none where its other arm is not on the table, or the years are too few.
function found(row, arm, { arms }, { runs }) {
  const other = row.against === undefined ? null : arms.findIndex(({ preset, place }) => preset === arms[arm].preset && place === row.against)
  if (other === -1) return []
  const mine = runs[arm], series = mine.byName.get(row.output)
  if (!series || mine.times.at(-1) < row.years - 1e-3) return []
  const simulated = simulatedOf(row, mine, other === null ? null : runs[other])
  return Number.isFinite(simulated) ? [{ ...row, arm, other, simulated, valueUnit: unitOf(row, series), verdict: verdictOf(row, simulated) }] : []
}

function simulatedOf({ output, kind, fromYears, years }, run, other) {
  const at = (one, time) => valueAt(one.times, one.byName.get(output)?.values ?? [], time)
  const change = (one) => 100 * (at(one, years) / at(one, fromYears) - 1)
  const hazard = (percent) => -Math.log1p(-percent / 100)
  switch (kind) {
    case 'value': return at(run, years)
    case 'changePercent': return change(run)
    case 'changePercentPerYear': return change(run) / (years - fromYears)
    case 'changePerYear': return (at(run, years) - at(run, fromYears)) / (years - fromYears)
    case 'differencePercent': return change(run) - change(other)
    case 'ratio': return at(run, years) / at(other, years)
    case 'hazardRatio': return hazard(at(run, years)) / hazard(at(other, years))
  }
}

/// Between months on a straight line.
function valueAt(times, values, time) {
  const index = nearest(times, time)
  const next = Math.min(times.length - 1, Math.max(0, index + (time > times[index] ? 1 : -1)))
  const share = next === index ? 0 : (time - times[index]) / (times[next] - times[index])
  return values[index] + share * (values[next] - values[index])
}

function verdictOf({ value, low, high, tolerance, use }, simulated) {
  if (use === 'plausibility') return null
  if (Number.isFinite(low) && low <= simulated && simulated <= high) return 'inside'
  if (Number.isFinite(tolerance)) return Math.abs(simulated - value) <= tolerance ? 'near' : 'outside'
  return Number.isFinite(low) ? 'outside' : null
}

const isChange = ({ kind }) => kind.startsWith('change') || kind === 'differencePercent'
const unitOf = (row, series) => row.kind === 'changePercentPerYear' ? '% a year' : row.kind === 'changePerYear' ? `${series.unit} a year` : isChange(row) ? '%' : row.kind === 'value' ? series.unit : ''
const number = (row, value) => row.kind === 'changePerYear' ? signed(value, 4) : isChange(row) ? signed(value, 1) : row.kind === 'value' ? significant(value) : fixed(value, 2)
const name = ({ output }) => chosen(chartOf(output)?.title ?? output)
const arms = ({ arm, other }) => other === null ? LETTERS[arm] : `${LETTERS[arm]} against ${LETTERS[other]}`
const what = (row) => `${name(row)}, ${{ value: 'level', changePercent: 'change', changePercentPerYear: 'change a year', changePerYear: 'change a year', differencePercent: 'difference of changes', ratio: 'ratio', hazardRatio: 'hazard ratio' }[row.kind]}, ${row.fromYears > 0 ? `${timeText(row.fromYears)} to ` : ''}${timeText(row.years)}`

function table(rows) {
  return h('div', { class: 'scroll tall', tabindex: 0, role: 'region', 'aria-label': 'Published beside simulated' }, h('table', { class: 'broad-table published-rows' },
    h('thead', {}, h('tr', {}, ['Row', 'Regimen', 'What', 'Published (95 %)', 'Simulated', 'Verdict', 'From'].map((head) => h('th', { scope: 'col' }, head)))),
    h('tbody', {}, rows.map((row) => h('tr', {}, h('th', { scope: 'row' }, row.observation, h('span', { class: 'soft small block' }, USES[row.use] ?? row.use)),
      h('td', {}, [row.arm, row.other].filter((one) => one !== null).map((one, index) => [index ? row.kind === 'differencePercent' ? '− ' : ': ' : '', h('span', { class: `letter arm${one}`, 'aria-hidden': 'true' }, LETTERS[one])]), h('span', { class: 'unseen' }, arms(row))),
      h('td', {}, what(row), h('span', { class: 'soft small block' }, row.study)),
      h('td', { class: 'number' }, withUnit(number(row, row.value), row.valueUnit), Number.isFinite(row.low) && h('span', { class: 'soft small block' }, `${number(row, row.low)} to ${number(row, row.high)}`)),
      h('td', { class: 'number' }, withUnit(number(row, row.simulated), row.valueUnit)),
      h('td', {}, row.verdict ? h('span', { class: `verdict ${STYLE[row.verdict]}` }, row.verdict) : h('span', { class: 'soft' }, '–')),
      h('td', { class: 'small soft source' }, citation(row.citation)))))))
}

const save = (rows) => download(fileName('published beside simulated', 'csv'), csvText([['row', 'regimen', 'what', 'unit', 'published', 'low', 'high', 'simulated', 'verdict', 'use', 'study', 'citation'],
  ...rows.map((row) => [row.observation, arms(row), what(row), row.valueUnit, row.value, row.low ?? '', row.high ?? '', row.simulated, row.verdict ?? '', row.use, row.study, row.citation])]), 'text/csv')
