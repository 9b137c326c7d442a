// The page: places, reading level and light, and what is on the table.
import { h, fill } from './base/dom.js'
import { getOnce } from './base/api.js'
import { kept } from './base/store.js'
import { levelSwitch, level } from './base/level.js'
import { loadGlossary } from './base/glossary.js'
import { warn, calm } from './base/speech.js'
import { study } from './scenario/study.js'
import { studyAtHand, keepInAddress, writeAddress, place } from './scenario/link.js'
import { simulateAsItChanges } from './scenario/runs.js'
import { composeView } from './compose/view.js'
import { questionsView } from './understand/questions.js'
import { picturesView } from './understand/pictures.js'
import { mapView } from './understand/map.js'
import { evidenceView } from './understand/evidence.js'
import { togetherView } from './understand/together.js'
import { keptView } from './keep/view.js'

/// Places by their word in the address.
const PLACES = {
  compose: { name: 'Compose', view: composeView },
  questions: { name: 'Questions', view: questionsView },
  pictures: { name: 'Pictures', view: picturesView },
  map: { name: 'Map', view: mapView },
  evidence: { name: 'Evidence', view: evidenceView },
  kept: { name: 'Kept', view: keptView },
  together: { name: 'Together', view: togetherView },
}

const main = document.getElementById('view')
let current = null

function show() {
  calm()
  const [, , ...rest] = location.hash.split('/').map(decodeURIComponent)
  const name = place() in PLACES ? place() : 'compose'
  current?.release?.()
  current = PLACES[name].view(...rest)
  fill(main, current.element)
  if (name === 'compose') writeAddress()
  document.title = `${current.title} · Osteon`
  document.querySelectorAll('.places a').forEach((link) => link.hash === `#/${name}` ? link.setAttribute('aria-current', 'page') : link.removeAttribute('aria-current'))
  const places = document.querySelector('.places'), here = places.querySelector('[aria-current]')
  // On a phone not all places are in sight.
  places.scrollTo({ left: here.offsetLeft - places.offsetLeft - (places.clientWidth - here.offsetWidth) / 2 })
}

function frame() {
  fill(document.querySelector('.places'), Object.entries(PLACES).map(([name, { name: text }]) => h('a', { href: `#/${name}` }, text)))
  const theme = kept('theme', 'auto', ['auto', 'light', 'dark'])
  const next = { auto: 'dark', dark: 'light', light: 'auto' }
  const button = h('button', { class: 'icon', type: 'button', on: { click: () => { theme.value = next[theme.value] } } })
  theme.watch((value) => {
    document.documentElement.dataset.theme = value
    button.textContent = { auto: '◐', light: '☀', dark: '☾' }[value]
    button.title = `Light: ${{ auto: 'as your system', light: 'light', dark: 'dark' }[value]}`
    button.setAttribute('aria-label', button.title)
  })
  fill(document.querySelector('.settings'), levelSwitch(), button)
  document.querySelector('.skip').addEventListener('click', (event) => { event.preventDefault(); main.focus() })
}

async function begin() {
  frame()
  try {
    await loadGlossary()
    getOnce('/api/version').then(({ model }) => { document.getElementById('version').textContent = `${model}.` }).catch(warn)
  } catch (failure) { warn(failure) }
  try { study.value = await studyAtHand() } catch (failure) { warn(failure) }
  keepInAddress()
  simulateAsItChanges()
  show()
  addEventListener('hashchange', async () => {
    const [, where, text] = location.hash.split('/')
    if (where === 'compose' && text) {
      try { study.open(await studyAtHand()) } catch (failure) { warn(failure) }
    }
    show()
    main.focus({ preventScroll: true })
    scrollTo({ top: 0, behavior: 'instant' })
  })
  level.addEventListener('change', () => { if (place() !== 'compose') show() })
}

begin()
