// The ledger of claims: what is said, what the literature says of it, and what the simulator shows.
import { h, fill } from '../base/dom.js'
import { get } from '../base/api.js'
import { filtered, query } from './evidence.js'
import { simulateAll } from './simulate-all.js'
import { citation, gradeMark, GRADES } from './grades.js'
import { glossed } from '../base/glossary.js'

export const VERDICTS = { supported: 'supported', partly: 'partly supported', contradicted: 'contradicted', unverifiable: 'nobody verified it' }

export function claimsPart() {
  const element = h('div', {}, h('p', { class: 'soft', role: 'status' }, 'Loading …'))
  const load = () => get('/api/claims').then(({ simulated, claims }) => fill(element,
    simulateAll('claims', { finished: load, told: simulated && `Tried on ${new Date(simulated).toLocaleString()}: ${claims.filter(({ simulator }) => simulator).length} of ${claims.length} claims can be, and each says below what the simulator shows.` }),
    list())).catch((failure) => fill(element, h('p', {}, failure.message)))
  load()
  return element
}

const list = () => filtered({
  filters: [{ key: 'verdict', name: 'Any verdict', values: Object.entries(VERDICTS) }, { key: 'grade', name: 'Any grade', values: Object.entries(GRADES).map(([grade, text]) => [grade, `${grade}: ${text}`]) }],
  ask: (chosen, text) => get(query('/api/claims', text ? { ...chosen, text } : chosen)).then(({ claims }) => claims),
  heading: (rows) => h('ul', { class: 'plain ledger' }, rows),
  row: (claim) => h('li', { class: 'claim' },
    h('div', {}, h('span', { class: `verdict ${claim.verdict}` }, VERDICTS[claim.verdict] ?? claim.verdict), gradeMark(claim.grade), h('span', { class: 'soft small' }, claim.id)),
    h('p', { class: 'said-of' }, claim.verdict === 'contradicted' ? h('s', {}, claim.claim) : glossed(claim.claim)),
    h('p', { class: 'small' }, known(claim.bestEvidence) && h('span', {}, h('b', {}, 'Found: '), claim.bestEvidence, '. '), h('span', { class: 'soft' }, citation(claim.citation))),
    claim.simulator && h('p', { class: 'small' }, h('b', {}, 'Simulator: '), [claim.simulator, claim.standing].filter(Boolean).join('; '))),
})

const known = (text) => text && !['—', 'none', '-'].includes(text)
