// One chart: what several regimens do to one output, with bands, published points, a reading by keyboard, a table and exports.
import { h, s, fill, unique } from '../base/dom.js'
import { chosen } from '../base/level.js'
import { term } from '../base/glossary.js'
import { significant, signed, timeText, unitText, withUnit } from '../base/number.js'
import { moment } from '../scenario/runs.js'
import { LETTERS } from '../scenario/study.js'
import { drawPlot } from './plot.js'
import { exportMenu } from './chart-export.js'
import { dataTable } from './chart-table.js'
import { bandName } from './bands.js'

export class Chart {
  /// `entry`: {title, term, output}; `clock`: what its times are, {text(time), unit, step, leap, shared}.
  constructor(entry, clock = YEARS) {
    this.entry = entry
    this.clock = clock
    this.lines = []
    this.heading = unique('chart')
    this.name = h('span', { class: 'name', id: this.heading })
    this.unit = h('span', { class: 'unit soft' })
    this.svg = s('svg', { class: 'plot-drawing', 'aria-hidden': 'true' })
    this.plot = h('div', {
      class: 'plot', tabindex: 0, role: 'slider', 'aria-labelledby': this.heading, 'aria-valuemin': 0, 'aria-valuenow': 0, 'aria-orientation': 'horizontal',
      on: { keydown: (event) => this.key(event), pointermove: (event) => this.point(event), pointerdown: (event) => this.point(event) },
    }, this.svg)
    this.readout = h('ul', { class: 'readout' })
    this.table = h('details', { class: 'data', on: { toggle: () => this.fillTable() } }, h('summary', {}, 'Table'))
    this.element = h('figure', { class: 'chart' },
      h('figcaption', {}, this.name, this.unit, exportMenu(this)), this.plot, this.readout, this.table)
    this.size = new ResizeObserver(() => this.draw())
    this.size.observe(this.plot)
    // A chart that is out of sight is drawn when it comes into sight, so that a drag redraws what is seen.
    this.sight = new IntersectionObserver(([entry]) => { this.seen = entry.isIntersecting; if (this.seen && this.late) this.draw() }, { rootMargin: '120px' })
    this.sight.observe(this.element)
    this.marking = () => this.mark()
    if (clock.shared) moment.addEventListener('change', this.marking)
    this.printing = () => { this.seen = true; this.draw() }
    addEventListener('beforeprint', this.printing)
  }

  /// `lines`: [{arm, label, times, values, low, high}], `points`: [{arm, time, value, low, high, use, text}].
  show({ lines, points = [], unit, decimals, asChange = false, fromZero = false, reference = null, leastSpan = 0, end }) {
    Object.assign(this, { lines, points, valueUnit: unit, decimals, asChange, fromZero, reference, leastSpan, end })
    const words = chosen(this.entry.title)
    if (this.words !== words) {
      this.words = words
      fill(this.name, this.entry.term ? termFor(words, this.entry.term) : words)
    }
    this.unit.textContent = unitText(unit)
    this.plot.setAttribute('aria-valuemax', Number(end.toFixed(3)))
    this.plot.setAttribute('aria-valuenow', Number(this.time.toFixed(3)))
    this.draw()
    if (this.table.open) this.fillTable()
  }

  draw() {
    if (!this.lines.length || !this.plot.clientWidth) return
    this.late = !this.seen
    if (this.late) return
    this.scales = drawPlot(this.svg, this, this.plot.clientWidth, this.plot.clientHeight)
    this.mark()
  }

  get time() { return Math.min((this.clock.shared ? moment.value : this.own) ?? this.end, this.end) }
  set time(value) { this.clock.shared ? (moment.value = value) : (this.own = value, this.mark()) }

  /// The cursor and the values beneath it.
  mark() {
    if (!this.scales || !this.seen) return
    const { x, y, cursor } = this.scales
    const at = this.time
    const index = nearest(this.lines[0].times, at)
    const place = x(this.lines[0].times[index])
    cursor.setAttribute('transform', `translate(${place.toFixed(1)},0)`)
    cursor.replaceChildren(cursor.firstChild, ...this.lines.map((line) => {
      const value = line.values[index]
      return Number.isFinite(value) ? s('circle', { class: `arm${line.arm} bead`, r: 4, cy: y(value).toFixed(1) }) : ''
    }))
    fill(this.readout, this.lines.map((line) => h('li', { class: `arm${line.arm}` },
      h('span', { class: 'letter', 'aria-hidden': 'true' }, LETTERS[line.arm]), h('span', { class: 'number' }, this.valueText(line, index, true)), this.rangeText(line, index))),
      h('li', { class: 'when soft' }, this.clock.text(this.lines[0].times[index])))
    this.plot.setAttribute('aria-valuenow', Number(this.lines[0].times[index].toFixed(3)))
    this.plot.setAttribute('aria-valuetext', this.spoken(index))
  }

  valueText(line, index, short = false) {
    const value = line.values[index]
    const text = this.asChange ? signed(value, this.decimals ?? 1) : significant(value, 3)
    const low = line.low?.[index], high = line.high?.[index]
    const band = !short && Number.isFinite(low) ? `, ${bandName(line)} between ${this.endText(low)} and ${this.endText(high)}` : ''
    return withUnit(text, short ? this.valueUnit.startsWith('%') ? '%' : '' : this.valueUnit) + band
  }

  endText(value) { return this.asChange ? signed(value, this.decimals ?? 1) : significant(value, 3) }

  rangeText(line, index) {
    const low = line.low?.[index], high = line.high?.[index]
    return Number.isFinite(low) ? h('span', { class: 'range soft' }, ` ${this.endText(low)} to ${this.endText(high)}`) : ''
  }

  spoken(index) {
    const time = this.lines[0].times[index]
    const values = this.lines.map((line) => `${LETTERS[line.arm]}, ${line.label}: ${this.valueText(line, index)}`)
    const measured = this.points.filter((point) => Math.abs(point.time - time) < this.clock.step / 2).map((point) => `Measured: ${point.text}`)
    return [this.clock.text(time), ...values, ...measured].join('. ')
  }

  key(event) {
    const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -this.clock.leap, PageUp: this.clock.leap }
    let time
    if (event.key in steps) time = this.time + steps[event.key] * (event.shiftKey ? this.clock.leap : 1) * this.clock.step
    else if (event.key === 'Home') time = 0
    else if (event.key === 'End') time = this.end
    else return
    event.preventDefault()
    this.time = Math.max(0, Math.min(this.end, time))
  }

  point(event) {
    if (!this.scales || event.pointerType === 'touch' && event.type === 'pointermove') return
    const left = this.svg.getBoundingClientRect().left
    this.time = Math.max(0, Math.min(this.end, this.scales.x.invert(event.clientX - left)))
  }

  fillTable() {
    this.table.querySelector('.scroll')?.remove()
    if (this.table.open && this.lines.length) this.table.append(dataTable(this))
  }

  release() {
    this.size.disconnect()
    this.sight.disconnect()
    moment.removeEventListener('change', this.marking)
    removeEventListener('beforeprint', this.printing)
  }
}

const YEARS = { shared: true, unit: 'years', step: 1 / 12, leap: 12, text: timeText }

export function nearest(times, time) {
  const index = d3.bisectLeft(times, time, 0, times.length - 1)
  return index > 0 && time - times[index - 1] < times[index] - time ? index - 1 : index
}

function termFor(words, name) {
  const mark = term(name)
  mark.textContent = words
  return mark
}

