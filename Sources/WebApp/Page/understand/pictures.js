// Pictures for the mind: crew, brake, thermostat, symphony and map, each drawn from the simulated states of the moment.
import { h, fill, unique } from '../base/dom.js'
import { said, level } from '../base/level.js'
import { timeText } from '../base/number.js'
import { LETTERS } from '../scenario/study.js'
import { results, moment, momentNow } from '../scenario/runs.js'
import { nearest } from '../see/chart.js'
import { options } from '../compose/fields.js'
import { crew, brake, thermostat, symphony, path } from './metaphors.js'

const PICTURES = [
  ['crew', crew, { fundamentals: 'Two crews', intermediate: 'Two crews', academic: 'Crew: osteoclasts and osteoblasts' }, {
    fundamentals: 'Bone is a wall under repair for life. One crew takes old bricks out, the other lays new ones. If more are taken than laid, the wall gets lower.',
    intermediate: 'Osteoclasts remove, osteoblasts refill, and the wall is the spine’s density. Both crews grow after menopause; removal grows more.',
    academic: 'Figures scale with osteoclast and osteoblast states (premenopausal = 1); the wall with lumbar spine density against time zero, enlarged fivefold.',
  }],
  ['brake', brake, { fundamentals: 'A brake', intermediate: 'Estrogen, the brake', academic: 'Brake: repression of RANKL' }, {
    fundamentals: 'Estrogen holds the removal wheel like a brake. Less estrogen, less brake, a faster wheel. An accelerator for the builders, progesterone, is often drawn beside it; no trial in women has shown that it works.',
    intermediate: 'The pads close as the estrogen receptor is activated; the wheel turns with the osteoclasts. Progesterone as an accelerator of formation is not proven and moves nothing here.',
    academic: 'Pad gap: 1 − ER activation; wheel: osteoclast state. The progesterone accelerator is a hypothesis that trials of monotherapy contradict; its gain is zero by default.',
  }],
  ['thermostat', thermostat, { fundamentals: 'A thermostat', intermediate: 'A thermostat', academic: 'Thermostat: pituitary feedback' }, {
    fundamentals: 'The brain calls for estrogen with FSH, as a thermostat calls for heat. When the ovary no longer answers, the call stays loud. Medicine warms the room; it does not mend the heating.',
    intermediate: 'FSH rises as estradiol falls, and falls as it is given. That therapy resets the loop for good is contradicted: loss resumes on stopping.',
    academic: 'Long-loop negative feedback of estrogens and inhibin on FSH. Lasting recalibration by therapy is contradicted (SC159).',
  }],
  ['symphony', symphony, { fundamentals: 'An orchestra', intermediate: 'An orchestra', academic: 'Symphony: axes together' }, {
    fundamentals: 'Many hormones play at once. A disc that grows plays louder than at the start, one that shrinks more softly.',
    intermediate: 'Levels against time zero: area follows the ratio. Bone hears the whole orchestra, estrogen’s section most of all.',
    academic: 'Disc area is proportional to level over level at time zero, capped at sevenfold; a dashed ring is the start.',
  }],
  ['path', path, { fundamentals: 'A map', intermediate: 'A map', academic: 'Map: one path through the model' }, {
    fundamentals: 'Follow one road: from the hormone in the blood to the bone on the scan. The whole map has many more.',
    intermediate: 'One path of many: estradiol, its receptor, RANKL against OPG, osteoclasts, resorption, density.',
    academic: 'A single causal path with its current values; the systems map has every component with equations and sources.',
  }],
]

export function picturesView() {
  const arm = h('select', { id: unique('arm') })
  const slider = h('input', { type: 'range', min: 0, step: 1, 'aria-label': 'Time', on: { input: () => { moment.value = slider.value / 12 } } })
  const when = h('output', { class: 'number' })
  const places = PICTURES.map(([name, , title, text]) => ({ name, place: h('div', { class: 'drawing' }), title, text }))
  const element = h('div', { class: 'reading' }, h('h1', {}, 'Pictures for the mind'), said({
    fundamentals: 'Five ways to think about it. They move with the woman and the regimens you composed.',
    intermediate: 'Metaphors, each driven by the states of the simulation on the table.',
    academic: 'Each picture reads its quantities from the current run; what it cannot support is tagged.',
  }, 'p', { class: 'lead' }), h('div', { class: 'card row controls' }, h('label', { for: arm.id }, 'Regimen '), arm, h('span', { class: 'slide' }, slider), when),
  h('div', { class: 'metaphors' }, places.map(({ place, title, text, name }) => h('section', { class: 'card' }, said(title, 'h2'), place, said(text, 'p'), name === 'path' && h('p', {}, h('a', { href: '#/map' }, 'The whole map'))))))

  let last = ''
  function draw() {
    const shown = results.value
    if (!shown) return
    const names = shown.runs.map((run, index) => [String(index), `${LETTERS[index]} ${run.title}`])
    if (names.join() !== last) {
      fill(arm, options(names, String(Math.min(Number(arm.value || names.length - 1), names.length - 1))))
      last = names.join()
    }
    const run = shown.runs[Number(arm.value)], at = momentNow(), index = nearest(run.times, at)
    slider.max = shown.years * 12
    slider.value = Math.round(at * 12)
    slider.setAttribute('aria-valuetext', timeText(at))
    when.textContent = timeText(at)
    const now = (output) => run.byName.get(output)?.values[index], begin = (output) => run.byName.get(output)?.values[0]
    PICTURES.forEach(([, drawing], number) => fill(places[number].place, drawing(now, begin)))
  }
  const stores = [results, moment, level]
  stores.forEach((store) => store.addEventListener('change', draw))
  arm.addEventListener('change', draw)
  draw()
  return { element, title: 'Pictures', release: () => stores.forEach((store) => store.removeEventListener('change', draw)) }
}
