// The whole glossary, at the level that is set.
import { h } from '../base/dom.js'
import { getOnce } from '../base/api.js'
import { level } from '../base/level.js'
import { filtered } from './evidence.js'

export function glossaryPart() {
  const text = (entry) => ({ fundamentals: entry.plain, intermediate: entry.intermediate, academic: entry.technical })[level.value] || entry.plain
  return filtered({
    ask: async (_, words) => (await getOnce('/api/glossary')).filter((entry) => !words || `${entry.term} ${entry.plain} ${entry.intermediate} ${entry.technical}`.toLowerCase().includes(words.toLowerCase())),
    heading: (rows) => h('dl', { class: 'glossary' }, rows),
    row: (entry) => h('div', {}, h('dt', {}, entry.term), h('dd', {}, text(entry))),
  })
}
