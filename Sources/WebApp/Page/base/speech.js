// What is said to a screen reader, and what goes wrong, to everyone.
import { h, fill } from './dom.js'
import { icon } from './icons.js'

const region = document.getElementById('speech')
const alarm = document.getElementById('alarm')

export function say(text) {
  // The same words twice would not be read twice.
  region.textContent = region.textContent === text ? `${text}\u00a0` : text
}

export function warn(failure) {
  if (failure?.name === 'AbortError') return
  const close = h('button', { class: 'icon', type: 'button', 'aria-label': 'Close this message', on: { click: calm } }, icon('close'))
  fill(alarm, h('span', {}, failure?.message ?? String(failure)), close)
}

export function calm() { alarm.replaceChildren() }
