// Cells and signals of bone as small drawings around a point.
import { s } from '../base/dom.js'

/// A giant cell with several nuclei and a ruffled border towards the bone.
export function osteoclast(x, y, seed = 0) {
  const nuclei = [[-12, -3], [-3, -8], [6, -4], [12, 2], [-4, 3]].slice(0, 3 + seed % 3)
  return s('g', { class: 'cell clast', transform: `translate(${x.toFixed(1)},${y.toFixed(1)})` },
    s('path', { d: 'M-21,5 C-25,-13 -9,-20 2,-19 C16,-18 25,-8 21,6 q-4,8 -7,2 q-3,8 -7,2 q-3,8 -7,2 q-3,8 -7,2 q-3,8 -7,1 q-4,6 -7,-2 Z' }),
    nuclei.map(([dx, dy]) => s('circle', { class: 'nucleus', cx: dx, cy: dy, r: 3.4 })))
}

/// A cube with its nucleus away from the bone.
export function osteoblast(x, y) {
  return s('g', { class: 'cell blast', transform: `translate(${x.toFixed(1)},${y.toFixed(1)})` },
    s('rect', { x: -10, y: -11, width: 20, height: 23, rx: 6 }), s('circle', { class: 'nucleus', cy: -4, r: 3.6 }))
}

/// A star in its lacuna, its processes in the canaliculi.
export function osteocyte(x, y, turn) {
  return s('g', { class: 'cell cyte', transform: `translate(${x.toFixed(1)},${y.toFixed(1)}) rotate(${turn.toFixed(0)})` },
    s('path', { class: 'processes', d: 'M-17,-5 L-6,-1 M-16,6 L-6,2 M17,-6 L6,-1 M16,5 L6,2 M-3,-11 L-1,-4 M4,-11 L2,-4 M-3,11 L-1,4 M4,10 L2,4' }),
    s('ellipse', { rx: 8, ry: 4.6 }), s('circle', { class: 'nucleus', r: 2 }))
}

export function liningCell(x, y, turn = 0) {
  return s('g', { class: 'cell lining', transform: `translate(${x.toFixed(1)},${(y - 4).toFixed(1)}) rotate(${turn})` },
    s('ellipse', { rx: 17, ry: 4 }), s('ellipse', { class: 'nucleus', rx: 4, ry: 2 }))
}

export function reversalCell(x, y) {
  return s('g', { class: 'cell reversal', transform: `translate(${x.toFixed(1)},${(y - 8).toFixed(1)})` },
    s('path', { d: 'M-12,7 Q-9,-9 0,-9 Q9,-9 12,7 Z' }), s('circle', { class: 'nucleus', cy: 0, r: 3 }))
}

/// RANKL: a go signal. OPG is a decoy that closes around it; sclerostin a brake on building.
export const signal = (x, y) => s('path', { class: 'signal', d: 'M-5,4 L0,-6 L5,4 Z', transform: `translate(${x.toFixed(1)},${y.toFixed(1)})` })
export const decoy = (x, y) => s('path', { class: 'decoy', d: 'M-8,-3 A9,9 0 1 0 8,-3', transform: `translate(${x.toFixed(1)},${y.toFixed(1)})` })
export const brake = (x, y) => s('path', { class: 'brake', d: 'M-4,-4 H4 M0,-4 V4', transform: `translate(${x.toFixed(1)},${y.toFixed(1)})` })
