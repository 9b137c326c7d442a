// Keeping, sharing and opening what is on the table, and how the last simulation went.
import { h } from '../base/dom.js'
import { study, empty } from '../scenario/study.js'
import { packed } from '../scenario/link.js'
import { saveStudy, openStudy } from '../scenario/files.js'
import { results, refusal, working } from '../scenario/runs.js'
import { keepScenario } from '../keep/scenarios.js'
import { say, warn } from '../base/speech.js'

export function studyBar() {
  const file = h('input', { type: 'file', accept: '.json,application/json', class: 'unseen', tabindex: -1, 'aria-label': 'Study file', on: { change: async () => {
    try { await openStudy(file.files[0]); say('Study opened') } catch (failure) { warn(failure) }
    file.value = ''
  } } })
  const button = (text, click) => h('button', { class: 'button', type: 'button', on: { click } }, text)
  const share = async () => {
    const link = `${location.origin}/#/compose/${await packed(study.value)}`
    history.replaceState(null, '', link)
    try { await navigator.clipboard.writeText(link); say('Link copied'); state.textContent = 'Link copied.' } catch { state.textContent = 'The address holds the link.' }
  }
  const keep = async () => {
    const title = await keepScenario()
    if (title) state.textContent = `${title} is kept.`
  }
  const state = h('span', { class: 'state small soft', role: 'status' })
  const tell = () => {
    const { message } = refusal.value ?? {}
    state.classList.toggle('wrong', Boolean(message))
    state.textContent = message ?? (results.value ? `${results.value.milliseconds < 1 ? 'Remembered' : `Simulated in ${results.value.milliseconds.toFixed(0)} ms`}${results.value.banded ? `, with ${results.value.runs[0].bandPercent ? `${results.value.runs[0].bandPercent} % ` : ''}bands` : ', bands follow'}.` : 'Simulating …')
  }
  tell()
  const light = h('i', { class: 'light', 'aria-hidden': 'true' })
  const glow = () => light.classList.toggle('on', working.value)
  const heard = [[results, tell], [refusal, tell], [working, glow]]
  heard.forEach(([store, listener]) => store.addEventListener('change', listener))
  const element = h('div', { class: 'bar-of-study row' }, button('Copy link', share), button('Save file', saveStudy), button('Open file', () => file.click()), file,
    button('Keep here …', keep), button('New', () => study.open(empty())), light, state)
  element.release = () => heard.forEach(([store, listener]) => store.removeEventListener('change', listener))
  return element
}
