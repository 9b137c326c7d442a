// The drawings of the metaphors. `now` and `begin` give an output's value at the moment and at time zero.
import { s } from '../base/dom.js'
import { significant, signed, withUnit } from '../base/number.js'

const WIDTH = 480, HEIGHT = 240
const picture = (label, ...content) => s('svg', { class: 'metaphor', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': label }, content)
const text = (x, y, words, style = '', anchor = 'middle') => s('text', { x, y, class: style, 'text-anchor': anchor }, words)

/// Two crews at a wall.
export function crew(now, begin) {
  const removing = now('bone.osteoclasts'), building = now('bone.osteoblasts')
  const change = 100 * (now('density.lumbarSpine') / begin('density.lumbarSpine') - 1)
  const height = Math.max(30, Math.min(175, 110 * (1 + 5 * change / 100)))
  const rows = Math.ceil(height / 15)
  const bricks = d3.range(rows).flatMap((row) => d3.range(6).map((column) => s('rect', { class: 'brick', x: 165 + column * 25 + (row % 2) * 12 - 6, y: 205 - (row + 1) * 15 + (row === rows - 1 ? rows * 15 - height : 0), width: 23, height: row === rows - 1 ? Math.max(2, 13 - (rows * 15 - height)) : 13, rx: 2 })))
  const workers = (count, style, from, direction) => d3.range(Math.min(10, Math.ceil(count * 3))).map((index) => {
    const share = Math.min(1, count * 3 - index), column = index % 5, row = Math.floor(index / 5)
    return s('g', { class: style, opacity: share.toFixed(2), transform: `translate(${from + direction * column * 27},${205 - row * 62})` },
      s('circle', { cy: -41, r: 7 }), s('path', { d: 'M-8,-43 h16 a8,8 0 0 0 -16,0' }), s('path', { d: 'M-8,0 v-22 q0,-9 8,-9 q8,0 8,9 v22 h-5 v-16 h-6 v16 Z' }))
  })
  return picture(`The removal crew is ${significant(removing)} and the building crew ${significant(building)} times what it was before menopause; the spine has changed by ${signed(change, 1)} per cent.`,
    s('line', { class: 'ground', x1: 10, x2: WIDTH - 10, y1: 205, y2: 205 }), bricks,
    s('line', { class: 'mark', x1: 150, x2: 330, y1: 95, y2: 95 }), text(334, 99, 'at the start', 'small soft', 'start'),
    workers(removing, 'worker clast', 135, -1), workers(building, 'worker blast', 345, 1),
    text(80, 228, `removing ${significant(removing)} ×`), text(240, 228, `${signed(change, 1)} %`, 'strong'), text(400, 228, `building ${significant(building)} ×`))
}

/// A wheel that estrogen's pads hold, and an accelerator that moves nothing.
export function brake(now) {
  const heard = now('receptor.ER'), speed = now('bone.osteoclasts'), gap = 26 * (1 - Math.min(1, heard))
  const turns = d3.range(Math.max(1, Math.min(4, Math.round(speed * 2)))).map((index) => s('path', { class: 'turn', d: d3.arc()({ innerRadius: 74 + index * 7, outerRadius: 76 + index * 7, startAngle: 0.5, endAngle: 0.5 + Math.min(1.3, 0.55 * speed) }), transform: 'translate(170,110)' }))
  return picture(`Estrogen is heard at ${significant(heard, 2)} of 1, so the brake is ${heard > 0.6 ? 'on' : heard > 0.35 ? 'half on' : 'off'}; the removal wheel turns ${significant(speed)} times as fast as before menopause. The progesterone accelerator is unproven and moves nothing.`,
    s('circle', { class: 'wheel', cx: 170, cy: 110, r: 66 }), d3.range(8).map((index) => s('line', { class: 'spoke', x1: 170, y1: 110, x2: 170 + 62 * Math.cos(index * Math.PI / 4), y2: 110 + 62 * Math.sin(index * Math.PI / 4) })), s('circle', { class: 'hub', cx: 170, cy: 110, r: 12 }), turns,
    s('path', { class: 'pad', d: 'M0,-38 Q16,0 0,38 h-16 Q0,0 -16,-38 Z', transform: `translate(${102 - gap},110) scale(-1,1)` }), s('path', { class: 'pad', d: 'M0,-38 Q16,0 0,38 h-16 Q0,0 -16,-38 Z', transform: `translate(${238 + gap},110)` }),
    text(170, 214, `removal ${significant(speed)} ×`), text(170, 232, `estrogen heard ${significant(heard, 2)} of 1`, 'soft small'),
    s('g', { class: 'unproven' }, s('rect', { x: 358, y: 66, width: 54, height: 88, rx: 9 }), d3.range(4).map((index) => s('line', { x1: 368, x2: 402, y1: 82 + index * 18, y2: 82 + index * 18 }))),
    text(385, 46, 'progesterone,'), text(385, 62, 'an accelerator?'), s('rect', { class: 'tag', x: 326, y: 166, width: 118, height: 26, rx: 13 }), text(385, 184, 'not proven', 'tagged'))
}

/// A room that estradiol warms, and FSH that calls for it.
export function thermostat(now, begin) {
  const warmth = now('serum.estradiol'), call = now('serum.FSH')
  const scale = d3.scaleLog([2, 400], [0, 128]).clamp(true), loud = d3.scaleSqrt([0, 120], [0, 5]).clamp(true)
  return picture(`Estradiol is ${significant(warmth)} pg/mL and FSH ${significant(call)} IU/L; at the start they were ${significant(begin('serum.estradiol'))} and ${significant(begin('serum.FSH'))}.`,
    s('rect', { class: 'tube', x: 96, y: 30, width: 26, height: 150, rx: 13 }), s('circle', { class: 'bulb', cx: 109, cy: 186, r: 20 }), s('rect', { class: 'warmth', x: 103, y: 176 - scale(warmth), width: 12, height: scale(warmth) + 8, rx: 6 }),
    [5, 20, 50, 100, 300].map((level) => [s('line', { class: 'mark', x1: 124, x2: 131, y1: 176 - scale(level), y2: 176 - scale(level) }), text(135, 180 - scale(level), String(level), 'small soft', 'start')]),
    text(109, 228, `estradiol ${significant(warmth)} pg/mL`),
    s('circle', { class: 'dial', cx: 340, cy: 110, r: 46 }), text(340, 116, 'FSH', 'strong'),
    d3.range(Math.ceil(loud(call))).map((index) => [-1, 1].map((side) => s('path', { class: 'call', opacity: Math.min(1, loud(call) - index).toFixed(2), d: d3.arc()({ innerRadius: 56 + index * 12, outerRadius: 59 + index * 12, startAngle: side * Math.PI / 2 - 0.55, endAngle: side * Math.PI / 2 + 0.55 }), transform: 'translate(340,110)' }))),
    text(340, 228, `FSH ${significant(call)} IU/L`))
}

const PLAYERS = [['serum.estradiol', 'estradiol'], ['serum.progesterone', 'progesterone'], ['serum.testosterone', 'testosterone'], ['serum.FSH', 'FSH'], ['serum.cortisol', 'cortisol'], ['serum.freeT3', 'free T3'], ['serum.PTH', 'PTH'], ['serum.IGF1', 'IGF-1']]

/// Discs whose areas follow levels against the start.
export function symphony(now, begin) {
  const ratio = (output) => now(output) / begin(output)
  return picture(`Against the start: ${PLAYERS.map(([output, name]) => `${name} ${significant(ratio(output), 2)} times`).join(', ')}.`,
    PLAYERS.map(([output, name], index) => {
      const row = Math.floor(index / 4), x = 70 + (index % 4) * 113, y = 46 + row * 122, size = 19 * Math.sqrt(Math.min(7, Math.max(0.02, ratio(output))))
      return s('g', {}, s('circle', { class: `player ${ratio(output) >= 1 ? 'louder' : 'softer'}`, cx: x, cy: y, r: size.toFixed(1) }), s('circle', { class: 'start', cx: x, cy: y, r: 19 }),
        text(x, y + 48, name, 'small'), text(x, y + 64, `${significant(ratio(output), 2)} ×`, 'small soft'))
    }))
}

/// One road from blood to bone with what stands at each stop.
export function path(now, begin) {
  const change = 100 * (now('density.lumbarSpine') / begin('density.lumbarSpine') - 1)
  const stops = [
    ['estradiol', withUnit(significant(now('serum.estradiol')), 'pg/mL'), ''], ['heard by bone', `${significant(now('receptor.ER'), 2)} of 1`, '+'], ['RANKL : OPG', `${significant(now('bone.RANKLtoOPG'))} ×`, '\u2212'],
    ['osteoclasts', `${significant(now('bone.osteoclasts'))} ×`, '+'], ['resorption, CTX', withUnit(significant(now('marker.CTX')), '%'), '+'], ['spine', `${signed(change, 1)} %`, '\u2212'],
  ]
  const place = (index) => [80 + (index < 3 ? index : 5 - index) * 160, index < 3 ? 66 : 172]
  return picture(`A path: ${stops.map(([name, value]) => `${name} ${value}`).join(', then ')}.`,
    stops.slice(1).map(([, , sign], index) => {
      const [x1, y1] = place(index), [x2, y2] = place(index + 1)
      return [s('line', { class: `road ${sign === '+' ? 'raises' : 'lowers'}`, x1, y1, x2, y2 }), s('circle', { class: 'sign', cx: (x1 + x2) / 2, cy: (y1 + y2) / 2, r: 10 }), text((x1 + x2) / 2, (y1 + y2) / 2 + 5, sign, 'strong')]
    }),
    stops.map(([name, value], index) => { const [x, y] = place(index); return s('g', {}, s('rect', { class: 'stop', x: x - 62, y: y - 24, width: 124, height: 48, rx: 10 }), text(x, y - 4, name, 'small'), text(x, y + 15, value, 'strong')) }))
}
