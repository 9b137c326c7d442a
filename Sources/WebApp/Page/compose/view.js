// The first place: the woman, her regimens on a timeline, and what comes of them.
import { h } from '../base/dom.js'
import { said } from '../base/level.js'
import { womanForm } from './woman.js'
import { timeline } from './timeline.js'
import { studyBar } from './study-bar.js'
import { answers } from '../see/view.js'

export function composeView() {
  const form = womanForm(), bar = studyBar(), lanes = timeline(), shown = answers()
  const element = h('div', { class: 'compose' },
    h('div', { class: 'opening' }, h('h1', {}, 'Ten years of hormones and bone'),
      said({
        fundamentals: 'Say who she is and what she takes. Drag a bar: every picture below follows.',
        intermediate: 'Compose a woman and up to four regimens; drag, and density, markers, hormones and harms follow.',
        academic: 'One symbolic model, simulated as you drag (multiscale path); bands from the fitted ensemble follow when you pause.',
      }, 'p', { class: 'lead' })),
    h('div', { class: 'bench' }, h('div', { class: 'side' }, form), h('div', { class: 'stage' }, bar, lanes, shown)))
  return { element, title: 'Compose', release: () => [form, bar, lanes, shown].forEach((part) => part.release()) }
}
