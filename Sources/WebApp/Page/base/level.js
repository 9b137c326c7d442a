// Three reading levels. They change the words and the detail, never the numbers.
import { h, fill } from './dom.js'
import { kept } from './store.js'
import { glossed } from './glossary.js'

export const LEVELS = ['fundamentals', 'intermediate', 'academic']
export const level = kept('level', 'intermediate', LEVELS)

const texts = new WeakMap()

/// The words of the level that is set, and of another as soon as it is.
/// `words` has a text a level; a level without its own takes that of the level before.
export function said(words, tag = 'span', attributes = {}) {
  const element = h(tag, { ...attributes, class: `said ${attributes.class ?? ''}`.trim() })
  texts.set(element, words)
  speak(element)
  return element
}

export function chosen(words) {
  if (typeof words === 'string') return words
  for (let rank = LEVELS.indexOf(level.value); rank >= 0; rank -= 1) {
    if (words[LEVELS[rank]]) return words[LEVELS[rank]]
  }
  return Object.values(words)[0]
}

function speak(element) { fill(element, glossed(chosen(texts.get(element)))) }

level.addEventListener('change', () => {
  document.documentElement.dataset.level = level.value
  document.querySelectorAll('.said').forEach((element) => texts.has(element) && speak(element))
})
document.documentElement.dataset.level = level.value

export function levelSwitch() {
  const choice = (name) => h('label', {},
    h('input', { type: 'radio', name: 'level', value: name, checked: name === level.value, on: { change: () => { level.value = name } } }),
    name[0].toUpperCase() + name.slice(1))
  return h('div', { class: 'segments', role: 'radiogroup', 'aria-label': 'Reading level' }, LEVELS.map(choice))
}
