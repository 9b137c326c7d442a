// What acts on what: hormones by cells and a table of factors, computed from the model's derivatives.
import { h, fill } from '../base/dom.js'
import { getOnce } from '../base/api.js'
import { said } from '../base/level.js'
import { glossed } from '../base/glossary.js'
import { signed } from '../base/number.js'

export function matrixPart() {
  const element = h('div', {}, h('p', { class: 'soft', role: 'status' }, 'Differentiating the model …'))
  getOnce('/api/matrix').then((answer) => fill(element, said({
    fundamentals: 'A plus means: more of the row makes more of the column. The larger the sign, the stronger.',
    intermediate: 'Change of the column in per cent for one per cent more of the row, at steady state.',
    academic: 'Elasticities from exact derivatives of the model; computed, not typed.',
  }, 'p', { class: 'soft' }), table('Hormones and cells', answer.rows ?? answer.hormones, answer.columns ?? answer.cells, answer.values ?? answer.matrix), factors(answer.factors))).catch((failure) => fill(element, h('p', {}, failure.message)))
  return element
}

function table(title, rows, columns, values) {
  const label = (entry) => entry.title ?? entry.label ?? entry.name ?? entry
  return h('div', { class: 'scroll tall', tabindex: 0, role: 'region', 'aria-label': title }, h('table', { class: 'matrix' }, h('caption', {}, title),
    h('thead', {}, h('tr', {}, h('td', {}), columns.map((column) => h('th', { scope: 'col' }, glossed(label(column)))))),
    h('tbody', {}, rows.map((row, index) => h('tr', {}, h('th', { scope: 'row' }, glossed(label(row))), columns.map((_, place) => cell(values[index][place])))))))
}

function cell(entry) {
  const value = typeof entry === 'object' && entry !== null ? entry.value : entry
  if (!Number.isFinite(value) || value === 0) return h('td', { class: 'number soft' }, value === 0 ? '0' : '–')
  const strength = Math.min(1, 0.25 + Math.abs(value) * 1.6)
  return h('td', { class: 'number' }, h('span', { class: `cell-value ${value > 0 ? 'raises' : 'lowers'}`, style: { '--strength': strength.toFixed(2) } }, Math.abs(value) < 0.005 ? `${value > 0 ? '+' : '\u2212'}0.00` : signed(value, 2)))
}

function factors(list) {
  if (!list?.length) return ''
  return [h('h2', { class: 'above' }, 'Factors'), h('div', { class: 'scroll tall', tabindex: 0, role: 'region', 'aria-label': 'Factors' }, h('table', {}, h('thead', {}, h('tr', {}, ['Factor', 'Through', 'Spine, after years'].map((name) => h('th', { scope: 'col' }, name)))),
    h('tbody', {}, list.map((factor) => h('tr', {}, h('th', { scope: 'row' }, glossed(factor.title ?? factor.factor ?? factor.name)), h('td', {}, factor.through ?? factor.mechanism ?? ''), h('td', { class: 'number' }, Number.isFinite(factor.value) ? signed(factor.value, 2) : factor.text ?? '–'))))))]
}
