// A thousand women as small figures: who breaks a bone, who dies of something else first, and who does neither.
import { h, s } from '../base/dom.js'
import { LETTERS } from '../scenario/study.js'
import { exportMenu } from './chart-export.js'

const COLUMNS = 40, ROWS = 25, STEP = 9

export function iconArray(run, arm, fracture, years) {
  const find = (name) => run.outcomes.find(({ outcome }) => outcome === name)
  const row = find(fracture)
  if (!row) return ''
  const broken = Math.round(row.per1000With)
  const series = run.byName.get(fracture), low = series?.low?.at(-1), high = series?.high?.at(-1)
  const between = Number.isFinite(low) ? ` (${Math.round(10 * low)} to ${Math.round(10 * high)})` : ''
  const dead = Math.round(row.per1000DeathFirst), neither = 1000 - broken - dead
  const svg = s('svg', { class: 'icons', viewBox: `0 0 ${COLUMNS * STEP} ${ROWS * STEP}`, role: 'img', 'aria-label': `${broken} of 1,000 figures are marked as fractures, ${dead} as deaths from other causes` },
    s('path', { class: 'neither', d: figures(broken + dead, 1000) }),
    s('path', { class: 'dead', d: figures(broken, broken + dead) }),
    s('path', { class: `broken arm${arm}`, d: figures(0, broken) }))
  const item = (style, number, text) => h('li', {}, h('i', { class: `swatch ${style}`, 'aria-hidden': 'true' }), h('b', { class: 'number' }, String(number)), ` ${text}`)
  return h('figure', { class: `card array arm${arm}` },
    h('figcaption', { class: 'row' }, h('span', { class: 'letter', 'aria-hidden': 'true' }, LETTERS[arm]), h('span', { class: 'name' }, run.title), exportMenu({ svg, words: `Of 1,000 women, ${run.title}`, csv: () => `outcome,of 1000,low,high\r\nfracture,${broken},${Number.isFinite(low) ? `${10 * low},${10 * high}` : ','}\r\ndeath from other causes first,${dead},,\r\nneither,${neither},,\r\n` })),
    svg, h('ul', { class: 'plain small' }, item('broken', broken, `break a bone within ${years} years${between}`), item('dead', dead, 'die of something else first'), item('neither', neither, 'do neither')))
}

/// The women from one number to another as one path, column by column so that shares are compared by width.
function figures(from, to) {
  let path = ''
  for (let number = from; number < to; number += 1) {
    const x = Math.floor(number / ROWS) * STEP + STEP / 2, y = (number % ROWS) * STEP + STEP / 2
    path += `M${x - 1.5},${y - 2.4}a1.5,1.5 0 1 0 3,0a1.5,1.5 0 1 0 -3,0M${x - 2.3},${y + 3.6}v-2q0,-1.8 1.8,-1.8h1q1.8,0 1.8,1.8v2Z`
  }
  return path
}
