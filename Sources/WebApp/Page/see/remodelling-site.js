// A living picture of one remodelling site, from the simulated cells and signals of the moment.
//
// The team works from left to right: lining cells open the surface, osteoclasts dig, reversal cells clean, osteoblasts refill, and
// some of them stay in the new bone as osteocytes.
import { h, s, fill, unique } from '../base/dom.js'
import { said, level } from '../base/level.js'
import { icon } from '../base/icons.js'
import { term } from '../base/glossary.js'
import { significant, signed, timeText } from '../base/number.js'
import { LETTERS } from '../scenario/study.js'
import { results, moment, momentNow } from '../scenario/runs.js'
import { nearest } from './chart.js'
import { exportMenu } from './chart-export.js'
import { options } from '../compose/fields.js'
import { osteoclast, osteoblast, osteocyte, liningCell, reversalCell, signal, decoy, brake } from './cells.js'

const TITLE = { fundamentals: 'One repair site, alive', intermediate: 'One remodelling site', academic: 'One basic multicellular unit' }
const WIDTH = 960, HEIGHT = 380, SURFACE = 190
/// How many of each are drawn when a state is at her premenopausal 1.
const USUAL = { osteoclasts: 3, osteoblasts: 7, osteocytes: 22, RANKL: 14, OPG: 14, sclerostin: 10 }
/// Depth of the pit, and how much the yearly change of the spine is enlarged to be seen in one pit.
const DEPTH = 62, ENLARGED = 9

/// Where along the picture each part of the work stands, as shares of the width.
const ZONES = [
  { from: 0, to: 0.17, name: { fundamentals: 'finished', intermediate: 'resting' } },
  { from: 0.17, to: 0.5, name: { fundamentals: 'building', intermediate: 'formation' } },
  { from: 0.5, to: 0.63, name: { fundamentals: 'cleaning', intermediate: 'reversal' } },
  { from: 0.63, to: 0.83, name: { fundamentals: 'removing', intermediate: 'resorption' } },
  { from: 0.83, to: 1, name: { fundamentals: 'opening', intermediate: 'activation' } },
]

export function siteSection() {
  const svg = s('svg', { class: 'site', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img' })
  const key = h('dl', { class: 'site-key' })
  const arm = h('select', { id: unique('arm'), 'aria-label': 'Regimen of the picture' })
  const slider = h('input', { type: 'range', min: 0, step: 1, 'aria-label': 'Time', on: { input: () => { moment.value = slider.value / 12 } } })
  const when = h('output', { class: 'number' })
  const play = h('button', { class: 'button', type: 'button', on: { click: toggle } }, icon('play'), 'Play')
  const drawing = { svg, words: 'One remodelling site', csv: null }
  const element = h('section', { class: 'group', id: 'site', tabindex: -1 },
    h('div', { class: 'head' }, said(TITLE, 'h2'), said({
      fundamentals: 'A removal crew digs, a building crew refills. The more cells of a kind the simulation finds, the more are drawn.',
      intermediate: 'Counts follow the simulated cells and signals, relative to what she had before menopause. The step that is left on the far left is the year’s change of the spine, enlarged.',
      academic: 'Cell numbers scale with the simulated states (premenopausal = 1); the residual step at the left is the annual change of lumbar spine density, enlarged ninefold. Geometry is schematic.',
    }, 'p', { class: 'soft' })),
    h('figure', { class: 'card picture' }, h('figcaption', { class: 'row' }, arm, play, h('span', { class: 'slide' }, slider), when, exportMenu(drawing)), svg, key))

  let frame = null, last = ''
  function draw() {
    const shown = results.value
    if (!shown) return
    const names = shown.runs.map((run, index) => [String(index), `${LETTERS[index]} ${run.title}`])
    if (names.join() !== last) {
      fill(arm, options(names, String(Math.min(Number(arm.value || names.length - 1), names.length - 1))))
      last = names.join()
    }
    const at = momentNow(), run = shown.runs[Number(arm.value)]
    slider.max = shown.years * 12
    slider.value = Math.round(at * 12)
    slider.setAttribute('aria-valuetext', timeText(at))
    when.textContent = timeText(at)
    const state = stateOf(run, nearest(run.times, at))
    if (!state) return
    svg.setAttribute('aria-label', spoken(state))
    fill(svg, scene(state, level.value))
    fill(key, legend(state))
  }

  function toggle() {
    if (frame) return stop()
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    const years = results.value?.years ?? 10, begun = performance.now(), from = momentNow() >= years - 0.01 ? 0 : momentNow()
    fill(play, icon('pause'), 'Pause')
    const advance = (now) => {
      const gone = from + (now - begun) / 1000 * years / (still ? 20 : 10)
      // Who asked for less motion sees a step a year.
      moment.value = Math.min(years, still ? Math.floor(gone) : gone)
      frame = gone < years ? requestAnimationFrame(advance) : stop()
    }
    frame = requestAnimationFrame(advance)
  }
  function stop() {
    cancelAnimationFrame(frame)
    frame = null
    fill(play, icon('play'), 'Play')
    return null
  }

  const stores = [results, moment, level]
  stores.forEach((store) => store.addEventListener('change', draw))
  arm.addEventListener('change', draw)
  draw()
  return { id: 'site', title: TITLE, element, release: () => { stop(); stores.forEach((store) => store.removeEventListener('change', draw)) } }
}

/// Relative cells and signals at an index, with the spine's change over the year before.
function stateOf(run, index) {
  const at = (output) => run.byName.get(output)?.values[index]
  const state = Object.fromEntries(['osteoclasts', 'osteoblasts', 'osteocytes', 'RANKL', 'OPG', 'RANKLtoOPG', 'sclerostin', 'preosteoblasts'].map((name) => [name, at(`bone.${name}`)]))
  if (!Number.isFinite(state.osteoclasts)) return null
  const spine = run.byName.get('density.lumbarSpine').values
  const before = Math.max(0, index - 12), after = index === 0 ? Math.min(12, spine.length - 1) : index
  const years = run.times[after] - run.times[before]
  state.perYear = years > 0 ? 100 * (spine[after] / spine[before] - 1) / years : 0
  state.time = run.times[index]
  return state
}

/// Depth of the surface at a share of the width.
function depthAt(share, left) {
  const ease = (value) => value * value * (3 - 2 * value)
  if (share <= 0.17) return left
  if (share <= 0.5) return left + (DEPTH - left) * ease((share - 0.17) / 0.33)
  if (share <= 0.63) return DEPTH
  if (share <= 0.83) return DEPTH * (1 - ease((share - 0.63) / 0.2))
  return 0
}

function scene(state, words) {
  const left = Math.max(-26, Math.min(46, -state.perYear * ENLARGED))
  const y = (share) => SURFACE + depthAt(share, left)
  const outline = d3.range(0, 1.0001, 0.01).map((share) => [share * WIDTH, y(share)])
  const surface = d3.line()(outline)
  const inside = `${surface}L${WIDTH},${HEIGHT}L0,${HEIGHT}Z`
  // New bone lies between the old floor of the pit and the surface; what is not yet hard lies on top of it, under the osteoblasts.
  const floor = d3.range(0.5, -0.001, -0.01).map((share) => [share * WIDTH, SURFACE + DEPTH])
  const fresh = `${d3.line()([...outline.filter(([x]) => x <= 0.5 * WIDTH), ...floor])}Z`
  const osteoid = d3.range(0.17, 0.5, 0.01).map((share) => [share * WIDTH, y(share)])
  const soft = `${d3.line()([...osteoid, ...osteoid.slice().reverse().map(([x, at]) => [x, Math.min(SURFACE + DEPTH, at + 15)])])}Z`
  return [
    s('rect', { class: 'marrow', width: WIDTH, height: HEIGHT }),
    s('path', { class: 'old-bone', d: inside }),
    s('path', { class: 'new-bone', d: fresh }),
    s('path', { class: 'osteoid', d: soft }),
    s('path', { class: 'surface', d: surface }),
    ZONES.map(({ from, to, name }) => s('text', { class: 'zone', x: (from + to) / 2 * WIDTH, y: 24, 'text-anchor': 'middle' }, name[words] ?? name.intermediate)),
    ZONES.slice(1).map(({ from }) => s('line', { class: 'border', x1: from * WIDTH, x2: from * WIDTH, y1: 34, y2: HEIGHT })),
    several(USUAL.osteocytes * state.osteocytes, 34, (index) => {
      const column = index % 11, row = Math.floor(index / 11) % 3
      const share = (column + 0.5 + 0.28 * jitter(index)) / 11
      return osteocyte(share * WIDTH, Math.max(y(share) + 30, SURFACE + 88) + row * 34 + 8 * jitter(index + 50), jitter(index + 9) * 25)
    }),
    several(USUAL.sclerostin * state.sclerostin, 24, (index) => { const [x, down] = spread(index, 0.03, 0.42, 22, 40); return brake(x, y(x / WIDTH) + down) }),
    d3.range(5).map((index) => liningCell((0.016 + index * 0.034) * WIDTH, y(0.016 + index * 0.034))),
    d3.range(4).map((index) => liningCell((0.865 + index * 0.038) * WIDTH, SURFACE, index === 0 ? -16 : 0)),
    d3.range(4).map((index) => reversalCell((0.522 + index * 0.031) * WIDTH, y(0.56))),
    several(USUAL.osteoblasts * state.osteoblasts, 24, (index, count) => {
      const rows = Math.ceil(count / 13), row = index % rows, place = Math.floor(index / rows), most = Math.ceil(count / rows)
      const share = 0.185 + 0.3 * (place + 0.5 + row * 0.5) / (most + (rows - 1) * 0.5)
      return osteoblast(share * WIDTH, y(share) - 13 - row * 25)
    }),
    several(USUAL.osteoclasts * state.osteoclasts, 12, (index, count) => {
      const rows = Math.ceil(count / 5), row = index % rows, place = Math.floor(index / rows), most = Math.ceil(count / rows)
      const share = 0.645 + 0.175 * (place + 0.5) / most + row * 0.012
      return osteoclast(share * WIDTH, y(share) - 16 - row * 40, index)
    }),
    several(USUAL.RANKL * state.RANKL, 42, (index) => signal(...spread(index, 0.52, 0.46, 48, 82))),
    several(USUAL.OPG * state.OPG, 42, (index) => decoy(...spread(index, 0.52, 0.46, 48, 82))),
  ]
}

/// So many of a thing, the last one fainter as the number is not whole.
function several(number, most, make) {
  const count = Math.min(most, Math.ceil(Math.max(0, number)))
  return d3.range(count).map((index) => {
    const share = Math.min(1, number - index)
    return s('g', share < 1 ? { opacity: share.toFixed(2) } : {}, make(index, count))
  })
}

/// Places that look scattered, keep apart and stay where they are: the golden ratio across, that of the square root of two down, and a little noise.
const spread = (index, first, width, top, height) => [(first + width * ((index + 1) * 0.6180339887 % 1)) * WIDTH, top + height * (((index + 1) * 0.4142135624 % 1) * 0.86 + 0.14 * unit(index))]
/// Small differences that stay the same.
const unit = (index) => { const value = Math.sin(index * 127.1 + 11.7) * 43758.5453; return value - Math.floor(value) }
const jitter = (index) => 2 * unit(index) - 1

const KEY = [
  ['osteoclasts', 'osteoclast', { fundamentals: 'removal crew', intermediate: 'osteoclasts' }, () => osteoclast(20, 14, 1)],
  ['osteoblasts', 'osteoblast', { fundamentals: 'building crew', intermediate: 'osteoblasts' }, () => osteoblast(20, 14)],
  ['osteocytes', 'osteocyte', { fundamentals: 'cells inside bone', intermediate: 'osteocytes' }, () => osteocyte(20, 14, 0)],
  ['RANKL', 'RANKL', { fundamentals: 'go signals (RANKL)', intermediate: 'RANKL' }, () => signal(20, 14)],
  ['OPG', 'OPG', { fundamentals: 'decoys (OPG)', intermediate: 'OPG' }, () => decoy(20, 14)],
  ['sclerostin', 'sclerostin', { fundamentals: 'brakes (sclerostin)', intermediate: 'sclerostin' }, () => brake(20, 14)],
]

function legend(state) {
  const entry = (mark, word, text, value) => h('div', {}, h('dt', {}, s('svg', { viewBox: '0 0 40 28', width: 40, height: 28, 'aria-hidden': 'true' }, mark), marked(word, text)), h('dd', { class: 'number' }, value))
  return [
    KEY.map(([name, word, text, mark]) => entry(mark(), word, text[level.value] ?? text.intermediate, `${significant(state[name], 3)} ×`)),
    entry(liningCell(20, 20), 'bone lining cell', 'lining cells', ''),
    entry(reversalCell(20, 20), 'BMU', level.value === 'fundamentals' ? 'cleaning crew' : 'reversal cells', ''),
    h('div', {}, h('dt', {}, marked('bone balance', 'spine, this year')), h('dd', { class: 'number' }, `${signed(state.perYear, 2)} %`)),
  ]
}

function marked(word, text) {
  const mark = term(word)
  mark.textContent = text
  return mark
}

function spoken(state) {
  return `A remodelling site at ${timeText(state.time)}: osteoclasts ${significant(state.osteoclasts, 3)}, osteoblasts ${significant(state.osteoblasts, 3)}, osteocytes ${significant(state.osteocytes, 3)}, `
    + `RANKL ${significant(state.RANKL, 3)} and OPG ${significant(state.OPG, 3)} times what she had before menopause; the spine changes by ${signed(state.perYear, 2)} per cent a year.`
}
