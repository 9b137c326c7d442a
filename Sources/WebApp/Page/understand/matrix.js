// What acts on what: hormones by cells and a table of factors, each cell computed from simulations of the model.
import { h, fill } from '../base/dom.js'
import { getOnce } from '../base/api.js'
import { said } from '../base/level.js'
import { glossed } from '../base/glossary.js'
import { signed, significant, unitText } from '../base/number.js'

export function matrixPart() {
  const element = h('div', {}, h('p', { class: 'soft', role: 'status' }, 'Simulating one hormone after another …'))
  getOnce('/api/matrix').then(({ woman, years, cells, hormones, outcomeYears, outcomes, factors }) => fill(element,
    h('p', { class: 'soft' }, woman.join(' ')),
    said({
      fundamentals: 'One hormone is changed at a time. A plus in a column: there is more of that cell or signal. The stronger the colour, the stronger the change.',
      intermediate: 'Each hormone is moved from one level to another, all else as it is; columns say by how many per cent cells and signals change.',
      academic: 'Finite changes of the full model, one factor at a time; per cent against the same woman without the change. Computed, not typed.',
    }, 'p', { class: 'soft' }),
    table(`Hormones and cells, after ${years === 1 ? 'a year' : `${years} years`}`, ['Hormone', 'from, to'], cells, hormones.map(({ title, by, from, to, unit, changes }) => [title, h('span', {}, by, Number.isFinite(from) && h('span', { class: 'soft small block number' }, `${significant(from)} to ${significant(to)} ${unitText(unit)}`)), changes])),
    table(`Factors and bone, after ${outcomeYears} years`, ['Factor', ''], outcomes, factors.map(({ title, from, to }) => [title, '', to.map((value, index) => 100 * (value / from[index] - 1))]))))
    .catch((failure) => fill(element, h('p', {}, failure.message)))
  return element
}

/// Rows of a name, what was done, and changes in per cent.
function table(title, [first, second], columns, rows) {
  return h('div', { class: 'scroll tall above', tabindex: 0, role: 'region', 'aria-label': title }, h('table', { class: 'matrix' }, h('caption', {}, title),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, first), second && h('th', { scope: 'col' }, second), columns.map((column) => h('th', { scope: 'col', class: 'number' }, glossed(column.label))))),
    h('tbody', {}, rows.map(([name, what, changes]) => h('tr', {}, h('th', { scope: 'row' }, glossed(name)), second && h('td', { class: 'small' }, what), changes.map(cell))))))
}

function cell(change) {
  if (!Number.isFinite(change)) return h('td', { class: 'number soft' }, '–')
  if (Math.abs(change) < 0.05) return h('td', { class: 'number soft' }, '0')
  return h('td', { class: 'number' }, h('span', { class: `cell-value ${change > 0 ? 'raises' : 'lowers'}`, style: { '--strength': Math.min(1, 0.2 + Math.abs(change) / 40).toFixed(2) } }, `${signed(change, 1)} %`))
}
