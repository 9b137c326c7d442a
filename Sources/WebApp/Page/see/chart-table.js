// The numbers of a chart as a table and as CSV.
import { h } from '../base/dom.js'
import { significant, signed, unitText } from '../base/number.js'
import { LETTERS } from '../scenario/study.js'
import { bandName } from './bands.js'

/// More rows than these nobody reads aloud; the CSV has all.
const MOST_ROWS = 41

export function dataTable(chart) {
  const { lines, clock } = chart
  const times = lines[0].times
  const stride = Math.max(1, Math.ceil((times.length - 1) / (MOST_ROWS - 1)))
  const rows = [...times.keys()].filter((index) => index % stride === 0 || index === times.length - 1)
  const text = (value) => chart.asChange ? signed(value, 2) : significant(value, 4)
  const ends = (line, index) => line.low ? ` (${text(line.low[index])} to ${text(line.high[index])})` : ''
  const banded = lines.find((line) => line.low)
  const inParentheses = banded ? `; in parentheses ${bandName(banded)}` : ''
  return h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': `Table of ${chart.words}` }, h('table', {},
    h('caption', { class: 'unseen' }, `${chart.words}, ${unitText(chart.valueUnit)}${inParentheses}`),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, clock.unit), lines.map((line) => h('th', { scope: 'col', class: 'number' }, `${LETTERS[line.arm]} ${line.label}`)))),
    h('tbody', {}, rows.map((index) => h('tr', {}, h('th', { scope: 'row', class: 'number' }, significant(times[index], 3)),
      lines.map((line) => h('td', { class: 'number' }, text(line.values[index]) + ends(line, index)))))),
    chart.points.length ? h('tfoot', {}, chart.points.map((point) => h('tr', {}, h('th', { scope: 'row' }, significant(point.time, 3)), h('td', { colspan: lines.length }, point.text)))) : ''))
}

/// Every value with 17 significant digits' worth, as it came.
export function csv(chart) {
  const { lines, clock, points } = chart
  const unit = chart.valueUnit
  const head = [`time [${clock.unit}]`]
  for (const line of lines) {
    const name = `${LETTERS[line.arm]} ${line.label}`
    const band = line.low && `${name}, ${bandName(line)}`
    head.push(`${name} [${unit}]`, ...(band ? [`${band}, low [${unit}]`, `${band}, high [${unit}]`] : []))
  }
  const rows = lines[0].times.map((time, index) => [time, ...lines.flatMap((line) => [line.values[index], ...(line.low ? [line.low[index], line.high[index]] : [])])])
  const measured = points.length ? [[], ['published', 'time', 'value', 'low', 'high', 'use'], ...points.map((point) => [point.text, point.time, point.value, point.low ?? '', point.high ?? '', point.use])] : []
  return csvText([head, ...rows, ...measured])
}

const quoted = (text) => /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
export const csvText = (rows) => rows.map((row) => row.map((cell) => quoted(String(cell ?? ''))).join(',')).join('\r\n') + '\r\n'
