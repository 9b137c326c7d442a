// What a trial run found, beside what was published, row by row.
import { h } from '../base/dom.js'
import { significant } from '../base/number.js'
import { citation } from '../understand/grades.js'

const STYLE = { inside: 'supported', near: 'partly', outside: 'contradicted' }
const USES = { calibrate: 'fitted to', validate: 'never fitted to' }

export function trialResult({ title, women, failures, findings, assumptions }) {
  return h('div', {}, h('p', { class: 'small' }, title, failures?.length ? `. ${failures.length} women could not be simulated.` : ''),
    h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': `Result of ${title}` }, h('table', {},
      h('thead', {}, h('tr', {}, ['Endpoint', 'Arm', 'Women', 'Here (95 %)', 'Published (95 %)', 'Verdict', 'From'].map((name) => h('th', { scope: 'col' }, name)))),
      h('tbody', {}, findings.map(row)))),
    assumptions?.length ? h('details', {}, h('summary', {}, 'What was assumed'), h('ul', { class: 'small' }, assumptions.map((line) => h('li', {}, typeof line === 'string' ? line : JSON.stringify(line))))) : '')
}

function row({ endpoint, arm, comparator, women, estimate, interval, published = [] }) {
  const each = (make) => published.map((one) => h('span', { class: 'block' }, make(one)))
  return h('tr', {}, h('th', { scope: 'row' }, endpoint), h('td', {}, comparator ? `${arm} against ${comparator}` : arm), h('td', { class: 'number' }, String(women ?? '–')),
    h('td', { class: 'number' }, significant(estimate), span(interval)), h('td', { class: 'number' }, each((one) => [significant(one.value), span(one.interval)])),
    h('td', {}, each((one) => [h('span', { class: `verdict ${STYLE[one.verdict] ?? ''}` }, one.verdict ?? '–'), h('span', { class: 'soft small' }, ` ${USES[one.use] ?? ''}`)])),
    h('td', { class: 'small soft source' }, each((one) => [`${one.row} `, citation(one.citation)])))
}

const span = (interval) => interval && h('span', { class: 'soft small block' }, `${significant(interval[0])} to ${significant(interval[1])}`)
