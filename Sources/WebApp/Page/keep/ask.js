// A short question in a dialog: a name, or yes or no.
import { h } from '../base/dom.js'

/// The text that was typed; null if she thought better of it.
export function ask(title, label, value) {
  const input = h('input', { id: 'asked', value, maxlength: 120, required: true })
  return dialogued(title, h('div', { class: 'field' }, h('label', { for: 'asked' }, label), input), 'Keep', () => input.value.trim() || null)
}

export const confirmed = (title, text, word) => dialogued(title, h('p', {}, text), word, () => true, 'danger')

function dialogued(title, content, word, answer, style = 'main') {
  return new Promise((resolve) => {
    let result = null
    const dialog = h('dialog', { 'aria-labelledby': 'ask-title', on: { close: () => { dialog.remove(); resolve(result) } } },
      h('form', { method: 'dialog', on: { submit: () => { result = answer() } } }, h('h2', { id: 'ask-title' }, title), content,
        h('div', { class: 'ends' }, h('button', { class: 'button', type: 'button', on: { click: () => dialog.close() } }, 'Cancel'), h('button', { class: `button ${style}` }, word))))
    document.body.append(dialog)
    dialog.showModal()
    dialog.querySelector('input')?.select()
  })
}
