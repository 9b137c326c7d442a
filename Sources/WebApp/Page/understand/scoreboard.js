// Every published row beside what the simulator says of it, misses included.
import { h, fill } from '../base/dom.js'
import { get } from '../base/api.js'
import { filtered, query } from './evidence.js'
import { citation, gradeMark } from './grades.js'
import { significant, withUnit } from '../base/number.js'
import { simulateAll } from './simulate-all.js'

const STANDINGS = { compared: 'compared', plausibility: 'of little weight', disclosed: 'disclosed', 'not expressible': 'not expressible' }
const USES = { calibrate: 'fitted to', validate: 'never fitted to', plausibility: 'for a glance only' }
const MOST = 500

export function scoreboardPart() {
  const element = h('div', {}, h('p', { class: 'soft', role: 'status' }, 'Loading …'))
  const load = () => get(`/api/scoreboard?limit=${MOST}`).then(({ rows, simulated, total }) => fill(element,
    simulateAll('scoreboard', { finished: load, told: simulated && `Simulated on ${new Date(simulated).toLocaleString()}: ${total.inside} of ${total.compared} compared rows lie inside their interval, ${total.near - total.inside} more are near.` }),
    list([...new Set(rows.map((row) => row.domain))].sort()))).catch((failure) => fill(element, h('p', {}, failure.message)))
  load()
  return element
}

const list = (domains) => filtered({
  filters: [
    { key: 'domain', name: 'Any domain', values: domains }, { key: 'use', name: 'Any use', values: Object.entries(USES) },
    { key: 'standing', name: 'Any standing', values: Object.entries(STANDINGS) }, { key: 'inside', name: 'Inside or not', values: [['true', 'inside'], ['false', 'not inside']] },
  ],
  ask: async (chosen, text) => {
    const { rows, total } = await get(query('/api/scoreboard', { ...chosen, ...(text ? { text } : {}), limit: MOST }))
    return Object.assign(rows, { total: total.rows })
  },
  heading: (rows) => h('div', { class: 'scroll tall', tabindex: 0, role: 'region', 'aria-label': 'Scoreboard' }, h('table', { class: 'broad-table' },
    h('thead', {}, h('tr', {}, ['Row', 'Study and arm', 'What', 'Published', 'Simulated', 'Verdict', 'From'].map((name) => h('th', { scope: 'col' }, name)))), h('tbody', {}, rows))),
  row: (row) => h('tr', {}, h('th', { scope: 'row' }, row.observation, h('span', { class: 'soft small block' }, USES[row.use] ?? row.use)),
    h('td', {}, row.study, h('span', { class: 'soft small block' }, row.arm)), h('td', {}, row.endpoint, h('span', { class: 'soft small block' }, [row.site, row.time].filter((text) => text && text !== 'NA').join(', '))),
    h('td', { class: 'number' }, withUnit(significant(row.observed), row.unit), Number.isFinite(row.low) && h('span', { class: 'soft small block' }, `${significant(row.low)} to ${significant(row.high)}`)),
    h('td', { class: 'number' }, Number.isFinite(row.simulated) ? significant(row.simulated) : h('span', { class: 'soft' }, '–')), h('td', {}, verdict(row)),
    h('td', { class: 'small soft source' }, gradeMark(row.grade), ' ', citation(row.citation))),
})

function verdict(row) {
  if (row.inside === true) return h('span', { class: 'verdict supported' }, 'inside')
  if (row.near === true) return h('span', { class: 'verdict partly' }, 'near')
  if (row.inside === false) return h('span', { class: 'verdict contradicted' }, 'outside')
  return h('span', { class: 'soft small' }, row.reason || STANDINGS[row.standing] || row.standing)
}
