// Terms that tell their meaning on hover, focus and tap.
import { h, fill } from './dom.js'
import { getOnce } from './api.js'

let terms = new Map()
let pattern = null

/// Loads the glossary before anything is written, so that the first words already have it.
export async function loadGlossary() {
  const entries = await getOnce('/api/glossary')
  for (const entry of entries) for (const name of namesOf(entry)) if (!terms.has(name.toLowerCase())) terms.set(name.toLowerCase(), entry)
  const words = [...terms.keys()].filter((name) => name.length > 2).sort((a, b) => b.length - a.length)
  pattern = new RegExp(`(?<![\\w-])(${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})(?![\\w-])`, 'gi')
}

/// The term, what it is called besides, its abbreviation in parentheses, and plurals.
function namesOf({ term, names }) {
  const [, stem, short] = term.match(/^(.*?) \(([^)]*)\)$/) ?? [null, term, null]
  const all = [term, stem, ...(names ?? [])]
  if (short && !short.includes(' ') && short !== short.toLowerCase()) all.push(short)
  for (const name of [...all]) if (/[a-z]$/.test(name) && !name.endsWith('s')) all.push(`${name}s`)
  return all
}

const definition = (name) => terms.get(name.toLowerCase())

/// A text with each of its terms marked where it first stands.
export function glossed(text) {
  if (!pattern || !text) return [text ?? '']
  const parts = [], seen = new Set()
  let end = 0
  for (const match of text.matchAll(pattern)) {
    const entry = terms.get(match[0].toLowerCase())
    if (seen.has(entry) || tooCommon.has(match[0].toLowerCase())) continue
    seen.add(entry)
    parts.push(text.slice(end, match.index), term(match[0], entry))
    end = match.index + match[0].length
  }
  parts.push(text.slice(end))
  return parts
}

/// Words that everybody knows would only dot the page.
const tooCommon = new Set(['bone', 'bones', 'hormone', 'hormones', 'ratio', 'seed', 'parameter', 'ring', 'oral', 'gel', 'patch', 'sleep', 'depot', 'cream', 'validate', 'calibrate', 'uncertainty', 'observed', 'simulated', 'measured', 'fitted', 'assumed', 'food', 'status', 'fracture', 'fractures', 'hip', 'body', 'neck', 'spine', 'near', 'inside', 'outside', 'scenario', 'without therapy', 'fed'])

/// A term that is always marked, as labels of charts and tables are.
export function term(text, entry = definition(text)) {
  if (!entry) return h('span', { 'data-undefined': text }, text)
  // A button would not flow with the words around it.
  return h('span', { role: 'button', tabindex: 0, class: 'term', 'data-term': entry.term }, text)
}

const box = h('div', { class: 'definition', role: 'tooltip', id: 'definition', hidden: true })
let holder = null

function show(mark) {
  const entry = definition(mark.dataset.term)
  if (!entry) return
  const { fundamentals, intermediate, academic } = { fundamentals: entry.plain, intermediate: entry.intermediate, academic: entry.technical }
  const text = { fundamentals, intermediate, academic }[document.documentElement.dataset.level] || fundamentals
  fill(box, h('b', {}, entry.term), text)
  // A dialog stands above the page; what explains its words must stand in it.
  ;(mark.closest('dialog') ?? document.body).append(box)
  box.hidden = false
  holder?.removeAttribute('aria-describedby')
  holder = mark
  mark.setAttribute('aria-describedby', 'definition')
  place(mark.getBoundingClientRect())
}

function place(at) {
  const room = box.parentElement === document.body
    ? { left: window.scrollX, top: window.scrollY }
    : { left: -box.parentElement.getBoundingClientRect().left + box.parentElement.scrollLeft, top: -box.parentElement.getBoundingClientRect().top + box.parentElement.scrollTop }
  const width = box.offsetWidth, height = box.offsetHeight
  const left = Math.max(12, Math.min(at.left, document.documentElement.clientWidth - width - 12))
  const above = at.bottom + height + 14 > window.innerHeight && at.top > height + 14
  box.style.left = `${left + room.left}px`
  box.style.top = `${(above ? at.top - height - 8 : at.bottom + 8) + room.top}px`
}

function hide() {
  box.hidden = true
  holder?.removeAttribute('aria-describedby')
  holder = null
}

const markOf = (event) => event.target.closest?.('.term')
document.addEventListener('pointerover', (event) => { const mark = markOf(event); if (mark && event.pointerType === 'mouse') show(mark) })
document.addEventListener('pointerout', (event) => { if (markOf(event) && event.pointerType === 'mouse' && document.activeElement !== holder) hide() })
document.addEventListener('focusin', (event) => { const mark = markOf(event); mark ? show(mark) : hide() })
document.addEventListener('click', (event) => { const mark = markOf(event); mark ? (event.preventDefault(), show(mark)) : hide() })
document.addEventListener('keydown', (event) => { if (event.key === 'Escape' && !box.hidden) { hide(); event.stopPropagation() } })
