// The evidence: claims, scoreboard, references, what is not known, and what acts on what.
import { h, fill } from '../base/dom.js'
import { said } from '../base/level.js'
import { claimsPart } from './claims.js'
import { scoreboardPart } from './scoreboard.js'
import { referencesPart } from './references.js'
import { gapsPart } from './gaps.js'
import { matrixPart } from './matrix.js'
import { glossaryPart } from './glossary-list.js'

const PARTS = { claims: ['Claims', claimsPart], scoreboard: ['Scoreboard', scoreboardPart], references: ['References', referencesPart], gaps: ['Not known', gapsPart], matrix: ['What acts on what', matrixPart], glossary: ['Glossary', glossaryPart] }

export function evidenceView(part = 'claims') {
  const [name, make] = PARTS[part] ?? PARTS.claims
  const element = h('div', { class: 'reading broad' }, h('h1', {}, 'The evidence'), said({
    fundamentals: 'What people say, what was found, and what nobody knows.',
    intermediate: 'Claims with their verdict, every published row beside its simulation, references with their status, and the gaps.',
    academic: 'The ledger of claims, the scoreboard of observations by domain and use, the reference check, gaps, and sensitivities.',
  }, 'p', { class: 'lead' }),
  h('nav', { class: 'tabs', 'aria-label': 'Parts of the evidence' }, Object.entries(PARTS).map(([id, [text]]) => h('a', { href: `#/evidence/${id}`, 'aria-current': id === part ? 'page' : null }, text))),
  h('section', { 'aria-label': name }, make()))
  return { element, title: name }
}

/// A list that filters narrow: selects by key, a search, and rows that are drawn as far as anyone scrolls. `ask` gives rows, which
/// may carry a `total` beyond those.
export function filtered({ filters = [], ask, row, heading, empty = 'Nothing fits.' }) {
  const place = h('div', {}), count = h('p', { class: 'soft small', role: 'status' })
  const search = h('input', { class: 'search', type: 'search', placeholder: 'Search', 'aria-label': 'Search' })
  const selects = filters.map(({ key, name, values }) => {
    const select = h('select', { 'aria-label': name }, h('option', { value: '' }, name), values.map((value) => Array.isArray(value) ? h('option', { value: value[0] }, value[1]) : h('option', { value }, value)))
    select.dataset.key = key
    return select
  })
  let turn = 0, timer
  async function load() {
    const mine = ++turn
    const chosen = Object.fromEntries(selects.filter((select) => select.value).map((select) => [select.dataset.key, select.value]))
    let rows
    try { rows = await ask(chosen, search.value.trim()) } catch (failure) { if (mine === turn) fill(place, h('p', {}, failure.message)); return }
    if (mine !== turn) return
    const total = rows.total ?? rows.length
    count.textContent = total === 1 ? '1 entry' : total > rows.length ? `${total} entries, the first ${rows.length} of them here` : `${total} entries`
    show(rows, 60)
  }
  function show(rows, most) {
    fill(place, rows.length ? [heading(rows.slice(0, most).map(row)), rows.length > most && h('p', {}, h('button', { class: 'button', type: 'button', on: { click: () => show(rows, most + 300) } }, `Show more of ${rows.length}`))] : h('p', { class: 'soft' }, empty))
  }
  selects.forEach((select) => select.addEventListener('change', load))
  search.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(load, 250) })
  load()
  return h('div', {}, h('div', { class: 'row filters' }, selects, search), count, place)
}

export const query = (path, chosen) => {
  const text = new URLSearchParams(chosen).toString()
  return text ? `${path}?${text}` : path
}
