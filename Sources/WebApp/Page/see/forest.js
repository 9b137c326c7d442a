// Differences with their intervals on one scale: fewer to the left, more to the right.
import { s } from '../base/dom.js'
import { signed } from '../base/number.js'

const WIDTH = 300

export const forest = {
  head(scale) {
    return s('svg', { class: 'forest', viewBox: `0 0 ${WIDTH} 30`, width: WIDTH, height: 30, 'aria-hidden': 'true' },
      s('text', { x: scale(0) - 8, y: 11, 'text-anchor': 'end' }, '← fewer'), s('text', { x: scale(0) + 8, y: 11 }, 'more →'),
      scale.ticks(5).map((tick) => s('text', { class: 'tick', x: scale(tick), y: 27, 'text-anchor': 'middle' }, signed(tick, 0))))
  },

  row(scale, value, low, high, arm) {
    const [first, last] = scale.range()
    const inside = (number) => Math.max(first, Math.min(last, scale(number)))
    return s('svg', { class: `forest arm${arm}`, viewBox: `0 0 ${WIDTH} 20`, width: WIDTH, height: 20, 'aria-hidden': 'true' },
      s('line', { class: 'zero', x1: scale(0), x2: scale(0), y1: 0, y2: 20 }),
      Number.isFinite(low) && s('line', { class: 'whisker', x1: inside(low), x2: inside(high), y1: 10, y2: 10 }),
      // An arrow where the interval goes on beyond the scale.
      Number.isFinite(high) && scale(high) > last + 0.5 && s('path', { class: 'on', d: `M${last - 5},6 L${last},10 L${last - 5},14` }),
      Number.isFinite(low) && scale(low) < first - 0.5 && s('path', { class: 'on', d: `M${first + 5},6 L${first},10 L${first + 5},14` }),
      s('circle', { cx: inside(value), cy: 10, r: 4.5 }))
  },
}
