// Simulating all claims, or all published rows, on this machine: begun by a button, with its progress; what came of it is kept.
import { h, fill } from '../base/dom.js'
import { get, post, remove } from '../base/api.js'
import { say, warn } from '../base/speech.js'

/// Between looks at how far it is.
const PAUSE = 1000

/// `told` says what the last run found, where there was one; `finished` is called when a run is.
export function simulateAll(kind, { told, finished }) {
  const element = h('div', { class: 'card row spread simulate-all' })
  let timer

  async function look(before) {
    clearTimeout(timer)
    let run
    try { run = (await get('/api/runs')).find((one) => one.kind === kind && (one.state === 'queued' || one.state === 'running')) } catch (failure) { return warn(failure) }
    if (run) {
      going(run)
      // Who goes elsewhere stops looking; the run goes on.
      timer = setTimeout(() => element.isConnected && look(run), PAUSE)
    } else if (before) {
      const { state, sentence } = await get(`/api/runs/${before.id}`).catch(() => ({}))
      if (state === 'failed') warn(new Error(sentence))
      if (state === 'finished') { say('All simulated'); finished() } else idle()
    } else idle()
  }

  function going(run) {
    const bar = element.querySelector('progress')
    const text = run.total ? `${run.done} of ${run.total}` : 'waiting'
    if (!bar) {
      fill(element, h('label', { class: 'grow' }, 'Simulating all of them on this machine; you may go elsewhere meanwhile. ', h('span', { class: 'number soft', role: 'status' }, text), h('progress', { class: 'block' })),
        h('button', { class: 'button danger', type: 'button', on: { click: () => remove(`/api/runs/${run.id}`).then(() => look(run)).catch(warn) } }, 'Stop'))
      return going(run)
    }
    element.querySelector('.number').textContent = text
    bar.max = run.total || 1
    run.total ? bar.value = run.done : bar.removeAttribute('value')
  }

  function idle() {
    fill(element, h('p', {}, told ?? 'What the simulator says of these is found on this machine, in some minutes, and kept.'),
      h('button', { class: `button ${told ? '' : 'main'}`, type: 'button', on: { click: begin } }, told ? 'Simulate them again' : 'Simulate them all'))
  }

  async function begin({ target }) {
    target.disabled = true
    try { await post('/api/runs', { kind }); look() } catch (failure) { warn(failure); target.disabled = false }
  }

  look()
  return element
}
