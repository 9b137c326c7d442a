// References with their status: those that people cite, checked, and the papers behind the model's numbers.
import { h } from '../base/dom.js'
import { getOnce } from '../base/api.js'
import { filtered } from './evidence.js'
import { citation } from './grades.js'

const STYLE = { correct: 'supported', 'real but misquoted': 'partly', wrong: 'contradicted', 'can be looked up': 'supported' }

export function referencesPart() {
  return filtered({
    filters: [{ key: 'status', name: 'Any status', values: ['correct', 'real but misquoted', 'wrong', 'not found or not confirmed', 'can be looked up', 'no identifier'] }],
    ask: async ({ status }, text) => {
      const { checked, papers } = await getOnce('/api/references')
      return [...checked, ...papers].filter((entry) => (!status || entry.status === status) && (!text || JSON.stringify(entry).toLowerCase().includes(text.toLowerCase())))
    },
    heading: (rows) => h('ul', { class: 'plain ledger' }, rows),
    row: (entry) => entry.citation ? checkedRow(entry) : paperRow(entry),
  })
}

function checkedRow({ claim, citation: cited, status, finding, source }) {
  return h('li', { class: 'claim' }, h('div', {}, h('span', { class: `verdict ${STYLE[status] ?? 'unverifiable'}` }, status), h('span', { class: 'soft small' }, claim)),
    h('p', { class: 'said-of' }, status === 'wrong' ? h('s', {}, cited) : cited),
    finding && finding !== status && h('p', { class: 'small' }, h('b', {}, 'Found: '), finding), source && !['none', 'not found', 'n/a'].includes(source) && h('p', { class: 'small soft' }, citation(source)))
}

function paperRow({ text, address, status, parameters, method }) {
  return h('li', { class: 'claim' }, h('div', {}, h('span', { class: `verdict ${STYLE[status] ?? 'unverifiable'}` }, status), h('span', { class: 'soft small' }, method ? 'method' : parameters?.length === 1 ? '1 number of the model' : parameters?.length ? `${parameters.length} numbers of the model` : '')),
    h('p', { class: 'said-of' }, citation(text, address)))
}
