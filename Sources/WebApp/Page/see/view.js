// The answers: charts by group, the close-up, the living picture, and outcomes.
import { h } from '../base/dom.js'
import { said, level, LEVELS } from '../base/level.js'
import { study } from '../scenario/study.js'
import { results } from '../scenario/runs.js'
import { publishedOf } from '../compose/presets.js'
import { GROUPS } from './outputs.js'
import { Chart } from './chart.js'
import { contentOf, scale, SCALES } from './content.js'
import { zoomSection } from './zoom.js'
import { publishedSection } from './published.js'
import { bandText } from './bands.js'
import { siteSection } from './remodelling-site.js'
import { outcomeSection } from './outcomes.js'

export function answers() {
  const charts = new Map()
  const parts = [...GROUPS.map((group) => groupSection(group, charts)), publishedSection(), siteSection(), zoomSection(), outcomeSection()]
  // Density first, then what it means for her, then what lies behind.
  const order = ['density', 'published', 'site', 'outcomes', 'markers', 'hormones', 'zoom', 'signals']
  parts.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
  const element = h('div', { class: 'answers' }, chips(parts), parts.map(({ element }) => element))

  const draw = async () => {
    const shown = results.value
    if (!shown) return
    const published = await Promise.all(study.value.arms.map((arm) => publishedOf(arm).catch(() => [])))
    if (shown !== results.value) return
    for (const [output, chart] of charts) chart.show(contentOf(output, shown, published))
  }
  const arrange = () => parts.forEach((part) => part.arrange?.())
  results.addEventListener('change', draw)
  scale.addEventListener('change', draw)
  level.addEventListener('change', arrange)
  level.addEventListener('change', draw)
  draw()
  element.release = () => {
    results.removeEventListener('change', draw)
    scale.removeEventListener('change', draw)
    level.removeEventListener('change', arrange)
    level.removeEventListener('change', draw)
    charts.forEach((chart) => chart.release())
    parts.forEach((part) => part.release?.())
  }
  return element
}

function chips(parts) {
  return h('nav', { class: 'chips', 'aria-label': 'Parts of the answer' }, parts.map(({ id, title, element }) => {
    const link = h('a', { href: `#${id}`, hidden: element.hidden, on: { click: (event) => { event.preventDefault(); element.scrollIntoView(); element.focus({ preventScroll: true }) } } }, title.intermediate)
    // A part that has nothing to show is not offered.
    new MutationObserver(() => { link.hidden = element.hidden }).observe(element, { attributeFilter: ['hidden'] })
    return link
  }))
}

function groupSection(group, charts) {
  const folded = h('div', { class: 'charts' }), open = h('div', { class: 'charts' })
  const more = h('details', {}, h('summary', {}, 'More of these'), folded)
  for (const [index, entry] of group.charts.entries()) {
    const chart = new Chart(entry)
    chart.element.classList.toggle('large', group.id === 'density' && index === 0)
    chart.element.dataset.output = entry.output
    charts.set(entry.output, chart)
  }
  const arrange = () => {
    const rank = LEVELS.indexOf(level.value)
    for (const entry of group.charts) (LEVELS.indexOf(entry.detail ?? 'fundamentals') <= rank ? open : folded).append(charts.get(entry.output).element)
    more.hidden = !folded.children.length
  }
  arrange()
  const element = h('section', { class: 'group', id: group.id, tabindex: -1 },
    h('div', { class: 'head' }, said(group.title, 'h2'), said(group.text, 'p', { class: 'soft' }), bandText(group.spread), group.id === 'density' && scaleSwitch()), open, more)
  return { id: group.id, title: group.title, element, arrange }
}

function scaleSwitch() {
  return h('div', { class: 'segments', role: 'radiogroup', 'aria-label': 'Density as' }, Object.entries(SCALES).map(([name, text]) => h('label', {},
    h('input', { type: 'radio', name: 'scale', value: name, checked: name === scale.value, on: { change: () => { scale.value = name } } }), text)))
}
