// The drawing of a chart: axes, bands, lines and points, by D3's scales and shapes.
import { s } from '../base/dom.js'
import { LETTERS } from '../scenario/study.js'

const MARGIN = { top: 10, right: 26, bottom: 24, left: 44 }
const MARKS = [d3.symbolCircle, d3.symbolSquare, d3.symbolTriangle, d3.symbolDiamond]

/// Draws into the SVG and gives the scales and the cursor that moves over it.
export function drawPlot(svg, chart, width, height) {
  const { lines, points, end } = chart
  const x = d3.scaleLinear([0, end], [MARGIN.left, width - MARGIN.right])
  const y = d3.scaleLinear(range(chart), [height - MARGIN.bottom, MARGIN.top]).nice(5)
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`)
  const cursor = s('g', { class: 'cursor' }, s('line', { y1: MARGIN.top, y2: height - MARGIN.bottom }))
  svg.replaceChildren(
    s('title', {}, `${chart.words}, ${chart.valueUnit}`),
    grid(x, y, chart, width, height),
    s('g', { class: 'bands' }, lines.filter((line) => line.low).map((line) => s('path', { class: `band arm${line.arm}`, d: band(line, x, y) }))),
    s('g', { class: 'lines' }, lines.map((line) => s('path', { class: `line arm${line.arm}`, d: path(line, x, y) }))),
    s('g', { class: 'published' }, points.filter((point) => point.time <= end * 1.001).map((point) => published(point, x, y))),
    letters(lines, y, width, height),
    cursor)
  return { x, y, cursor }
}

/// From lowest to highest of lines, bands and points, never narrower than what would show noise as news.
function range({ lines, points, fromZero, reference, leastSpan, end }) {
  const values = []
  for (const line of lines) for (const list of [line.values, line.low ?? [], line.high ?? []]) values.push(d3.min(list), d3.max(list))
  for (const point of points) if (point.time <= end * 1.001) values.push(point.value, point.low ?? point.value, point.high ?? point.value)
  if (fromZero) values.push(0)
  if (reference !== null) values.push(reference)
  let [low, high] = d3.extent(values.filter(Number.isFinite))
  if (low === undefined) return [0, 1]
  const least = Math.max(leastSpan, Math.abs(high) * 0.04, 1e-9)
  if (high - low < least) {
    const middle = (low + high) / 2
    ;[low, high] = [middle - least / 2, middle + least / 2]
    if (fromZero) [low, high] = [Math.max(0, low), high + Math.max(0, -low)]
  }
  return [low, high]
}

function grid(x, y, { reference, clock }, width, height) {
  const ticks = y.ticks(5), text = y.tickFormat(5)
  const bottom = height - MARGIN.bottom
  return s('g', { class: 'axes' },
    ticks.map((tick) => [
      s('line', { class: tick === reference ? 'reference' : 'grid', x1: MARGIN.left, x2: width - MARGIN.right, y1: y(tick), y2: y(tick) }),
      s('text', { class: 'tick', x: MARGIN.left - 6, y: y(tick), dy: '.32em', 'text-anchor': 'end' }, text(tick).replace('-', '\u2212')),
    ]),
    s('line', { class: 'axis', x1: MARGIN.left, x2: width - MARGIN.right, y1: bottom, y2: bottom }),
    x.ticks(width > 420 ? 10 : 5).map((tick) => s('text', { class: 'tick', x: x(tick), y: bottom + 15, 'text-anchor': 'middle' }, String(tick))),
    s('text', { class: 'tick', x: width - 2, y: bottom + 15, 'text-anchor': 'end' }, clock.unit === 'years' ? 'y' : clock.unit[0]))
}

const defined = (value) => value !== null && Number.isFinite(value)
const path = (line, x, y) => d3.line().defined(defined).x((_, index) => x(line.times[index]).toFixed(1)).y((value) => y(value).toFixed(1))(line.values)
const band = (line, x, y) => d3.area().defined((_, index) => defined(line.low[index]))
  .x((_, index) => x(line.times[index]).toFixed(1)).y0((_, index) => y(line.low[index]).toFixed(1)).y1((_, index) => y(line.high[index]).toFixed(1))(line.values)

function published(point, x, y) {
  const left = x(point.time)
  return s('g', { class: `arm${point.arm}` }, s('title', {}, point.text),
    defined(point.low) && s('line', { class: 'whisker', x1: left, x2: left, y1: y(point.low), y2: y(point.high) }),
    s('path', { class: `point ${point.use === 'calibrate' ? 'full' : 'hollow'}`, transform: `translate(${left},${y(point.value)})`, d: d3.symbol().type(MARKS[point.arm]).size(58)() }))
}

/// Letters at the right end, moved apart where lines meet.
function letters(lines, y, width, height) {
  const ends = lines.map((line) => ({ arm: line.arm, at: y([...line.values].reverse().find(defined) ?? 0) })).sort((a, b) => a.at - b.at)
  ends.forEach((end, index) => { if (index && end.at - ends[index - 1].at < 13) end.at = ends[index - 1].at + 13 })
  for (let index = ends.length - 1, lowest = height - MARGIN.bottom - 2; index >= 0; index -= 1, lowest -= 13) ends[index].at = Math.min(ends[index].at, lowest)
  return s('g', { class: 'ends' }, ends.map(({ arm, at }) => s('text', { class: `arm${arm}`, x: width - MARGIN.right + 6, y: at, dy: '.34em' }, LETTERS[arm])))
}
