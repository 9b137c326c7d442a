// A close-up of a day or a cycle: levels from hour to hour, as the dose comes and goes.
import { h, fill, unique } from '../base/dom.js'
import { said, level } from '../base/level.js'
import { post } from '../base/api.js'
import { study, scenarioOf, armName } from '../scenario/study.js'
import { options } from '../compose/fields.js'
import { Chart } from './chart.js'
import { chartOf } from './outputs.js'
import { bandText } from './bands.js'
import { fixed } from '../base/number.js'

const SHOWN = ['serum.estradiol', 'serum.progesterone', 'serum.allopregnanolone', 'serum.estrone', 'serum.LH', 'serum.cortisol']
const TITLE = { fundamentals: 'One day, one month', intermediate: 'Close-up of a day or a cycle', academic: 'Instantaneous levels' }

const clocks = {
  '1 day': { unit: 'hours', scale: 24, step: 0.25, leap: 4, text: (hours) => `${Math.floor(hours)}:${String(Math.round(hours % 1 * 60)).padStart(2, '0')} h` },
  '28 days': { unit: 'days', scale: 1, step: 0.25, leap: 28, text: (days) => `day ${fixed(days + 1, 1)}` },
}

/// Whoever has no menopause behind her may still cycle, which averages would hide.
function resolved(scenario) {
  if (!scenario.woman.menopause) scenario.simulate.ovary = 'resolved'
  return scenario
}

export function zoomSection() {
  const length = h('select', { id: unique('length') }, options([['1 day', 'a day'], ['28 days', 'a cycle of 28 days']], '1 day'))
  const from = h('input', { id: unique('from'), type: 'number', min: 0, max: 40, step: 0.5, value: 1 })
  const place = h('div', { class: 'charts' }), state = h('p', { class: 'soft small', role: 'status' })
  const element = h('section', { class: 'group', id: 'zoom', tabindex: -1 },
    h('div', { class: 'head' }, said(TITLE, 'h2'),
      said({ fundamentals: 'A tablet gives a peak each day; a patch stays level.', intermediate: 'Hour by hour, as a blood sample would find it; a patch is flat, a tablet is not.', academic: 'Full resolution without averaging; the ovary is resolved within the cycle where she still has cycles.' }, 'p', { class: 'soft' }), bandText('women'),
      h('div', { class: 'row' }, h('label', { for: length.id }, 'Show '), length, h('label', { for: from.id }, 'from year '), h('span', { class: 'field short' }, from))), state, place)

  let charts = [], controller = null, timer = null, seen = false, due = true
  const sight = new IntersectionObserver(([entry]) => { seen = entry.isIntersecting; if (seen && due) load() }, { rootMargin: '200px' })
  sight.observe(element)

  const ask = (value, bands) => Promise.all(value.arms.map((arm) => post('/api/zoom', { scenario: resolved(scenarioOf(value, arm)), from: `${Number(from.value) || 0} years`, length: length.value, outputs: SHOWN, bands }, { signal: controller.signal })))

  async function load() {
    due = !seen
    if (due) return
    controller?.abort()
    controller = new AbortController()
    const value = structuredClone(study.value), clock = clocks[length.value]
    state.textContent = 'Following every hour …'
    try {
      draw(await ask(value, false), value, clock)
      state.textContent = 'Bands follow …'
      show(await ask(value, true), value, clock)
      state.textContent = ''
    } catch (failure) { if (failure.name !== 'AbortError') state.textContent = failure.message }
  }

  function draw(runs, value, clock) {
    charts.forEach((chart) => chart.release())
    charts = SHOWN.map((output) => new Chart(chartOf(output), clock))
    fill(place, charts.map((chart) => chart.element))
    requestAnimationFrame(() => show(runs, value, clock))
  }

  function show(runs, value, clock) {
    SHOWN.forEach((output, index) => {
      const lines = runs.flatMap((run, arm) => {
        const series = run.series.find((one) => one.output === output), band = run.bands?.find((one) => one.output === output)
        return series ? [{ arm, label: armName(value, value.arms[arm]), times: run.times.map((day) => day * clock.scale), values: series.values, ...(band && { low: band.low, high: band.high, spread: band.spread }), unit: series.unit }] : []
      })
      if (lines.length) charts[index].show({ lines, unit: lines[0].unit, end: lines[0].times.at(-1), fromZero: true })
    })
  }

  const later = () => { clearTimeout(timer); timer = setTimeout(load, 700) }
  study.addEventListener('change', later)
  level.addEventListener('change', later)
  for (const control of [length, from]) control.addEventListener('change', load)
  return { id: 'zoom', title: TITLE, element, release: () => { study.removeEventListener('change', later); level.removeEventListener('change', later); sight.disconnect(); controller?.abort(); clearTimeout(timer) } }
}
