// The answers: charts by group, the close-up, the living picture, and outcomes.
import { h } from '../base/dom.js'
import { said, level, LEVELS } from '../base/level.js'
import { study } from '../scenario/study.js'
import { results } from '../scenario/runs.js'
import { publishedOf } from '../compose/presets.js'
import { fixed, signed } from '../base/number.js'
import { GROUPS } from './outputs.js'
import { Chart } from './chart.js'
import { zoomSection } from './zoom.js'
import { siteSection } from './remodelling-site.js'
import { outcomeSection } from './outcomes.js'

export function answers() {
  const charts = new Map()
  const parts = [...GROUPS.map((group) => groupSection(group, charts)), siteSection(), zoomSection(), outcomeSection()]
  // Density first, then what it means for her, then what lies behind.
  const order = ['density', 'site', 'outcomes', 'markers', 'hormones', 'zoom', 'signals']
  parts.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
  const element = h('div', { class: 'answers' }, chips(parts), parts.map(({ element }) => element))

  const draw = async () => {
    const shown = results.value
    if (!shown) return
    const published = await Promise.all(study.value.arms.map((arm) => publishedOf(arm).catch(() => [])))
    if (shown !== results.value) return
    for (const [output, { chart, group }] of charts) chart.show(contentOf(output, group, shown, published))
  }
  const arrange = () => parts.forEach((part) => part.arrange?.())
  results.addEventListener('change', draw)
  level.addEventListener('change', arrange)
  level.addEventListener('change', draw)
  draw()
  element.release = () => {
    results.removeEventListener('change', draw)
    level.removeEventListener('change', arrange)
    level.removeEventListener('change', draw)
    charts.forEach(({ chart }) => chart.release())
    parts.forEach((part) => part.release?.())
  }
  return element
}

function chips(parts) {
  return h('nav', { class: 'chips', 'aria-label': 'Parts of the answer' }, parts.map(({ id, title, element }) =>
    h('a', { href: `#${id}`, on: { click: (event) => { event.preventDefault(); element.scrollIntoView(); element.focus({ preventScroll: true }) } } }, title.intermediate)))
}

function groupSection(group, charts) {
  const folded = h('div', { class: 'charts' }), open = h('div', { class: 'charts' })
  const more = h('details', {}, h('summary', {}, 'More of these'), folded)
  for (const [index, entry] of group.charts.entries()) {
    const chart = new Chart(entry)
    chart.element.classList.toggle('large', group.id === 'density' && index === 0)
    chart.element.dataset.output = entry.output
    charts.set(entry.output, { chart, group })
  }
  const arrange = () => {
    const rank = LEVELS.indexOf(level.value)
    for (const entry of group.charts) (LEVELS.indexOf(entry.detail ?? 'fundamentals') <= rank ? open : folded).append(charts.get(entry.output).chart.element)
    more.hidden = !folded.children.length
  }
  arrange()
  const element = h('section', { class: 'group', id: group.id, tabindex: -1 },
    h('div', { class: 'head' }, said(group.title, 'h2'), said(group.text, 'p', { class: 'soft' })), open, more)
  return { id: group.id, title: group.title, element, arrange }
}

/// Lines, points and scale of one output's chart.
function contentOf(output, group, { runs, years }, published) {
  const isDensity = group.change
  const lines = runs.flatMap((run, arm) => {
    const series = run.byName.get(output)
    if (!series) return []
    const start = series.values[0]
    const change = isDensity ? (value) => value === null ? null : 100 * (value / start - 1) : (value) => value
    return [{ arm, label: run.title, times: run.times, values: series.values.map(change), low: series.low?.map(change), high: series.high?.map(change), unit: series.unit }]
  })
  const points = published.flatMap((rows, arm) => rows
    .filter((row) => row.output === output && (row.kind === 'changePercent') === isDensity)
    .map((row) => ({ arm, time: row.years, value: row.value, low: row.low, high: row.high, use: row.use, text: pointText(row, isDensity) })))
  return {
    lines, points, end: years, asChange: isDensity, decimals: 1,
    unit: isDensity ? '% from the start' : output.startsWith('bone.') ? '× before menopause' : output.startsWith('marker.') ? '% of before menopause' : output.startsWith('receptor.') ? 'of 1' : lines[0]?.unit ?? '1',
    reference: isDensity ? 0 : output.startsWith('bone.') ? 1 : output.startsWith('marker.') ? 100 : null,
    fromZero: output.startsWith('serum.') || output.startsWith('receptor.'), leastSpan: isDensity ? 2 : output.startsWith('bone.') ? 0.2 : 0,
  }
}

function pointText({ observation, value, low, high, use, citation }, isChange) {
  const text = isChange ? signed : fixed
  const interval = Number.isFinite(low) && low !== null ? ` (${text(low, 1)} to ${text(high, 1)})` : ''
  return `${text(value, 1)}${isChange ? '\u00a0%' : ''}${interval}, ${citation} (${observation}, ${use === 'calibrate' ? 'fitted to' : 'never fitted to'})`
}
