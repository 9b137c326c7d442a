// Long runs: trials of thousands of women, with progress and a way to stop them. They go on when the page is closed.
import { h, fill, unique } from '../base/dom.js'
import { get, getOnce, post, remove } from '../base/api.js'
import { options } from '../compose/fields.js'
import { warn, say } from '../base/speech.js'
import { trialResult } from './trial-result.js'

const STATES = { queued: 'waiting', running: 'running', finished: 'finished', cancelled: 'stopped', failed: 'failed' }
/// Between looks at what is running.
const PAUSE = 1500

export function runsPart() {
  const list = h('ul', { class: 'plain runs', 'aria-label': 'Runs' })
  const trial = h('select', { id: unique('trial') }), number = h('input', { id: unique('number'), type: 'number', min: 10, max: 100000, value: 10000 }), seed = h('input', { id: unique('seed'), type: 'number', min: 0, value: 1 })
  const begin = async (event) => {
    event.preventDefault()
    try { await post('/api/runs', { kind: 'trial', trial: trial.value, number: Number(number.value), seed: Number(seed.value) }); say('Begun'); load() } catch (failure) { warn(failure) }
  }
  const element = h('section', { class: 'card' }, h('h2', {}, 'Long runs'), h('p', { class: 'soft small' }, 'A published trial done again with virtual women. It goes on when this page is closed or reloaded.'),
    h('form', { class: 'row runs-form', on: { submit: begin } }, h('span', { class: 'field' }, h('label', { for: trial.id }, 'Trial'), trial), h('span', { class: 'field' }, h('label', { for: number.id }, 'Women'), number), h('span', { class: 'field' }, h('label', { for: seed.id }, 'Seed'), seed), h('button', { class: 'button main' }, 'Run')), list)
  getOnce('/api/trials').then((trials) => fill(trial, options(trials.map(({ id, title }) => [id, title]), 'pepi'))).catch(warn)
  let timer, over = false, last = ''
  async function load() {
    clearTimeout(timer)
    let runs
    try { runs = await get('/api/runs') } catch (failure) { return fill(list, h('li', { class: 'soft' }, failure.message)) }
    if (over) return
    const text = JSON.stringify(runs)
    if (text !== last) fill(list, runs.length ? runs.map(entry) : h('li', { class: 'soft' }, 'None yet.'))
    last = text
    if (runs.some(({ state }) => state === 'queued' || state === 'running')) timer = setTimeout(load, PAUSE)
  }

  function entry(run) {
    const going = run.state === 'queued' || run.state === 'running'
    const name = run.title ?? [run.kind, run.trial, run.number && `${run.number} women`].filter(Boolean).join(', ')
    return h('li', { class: 'run' }, h('div', { class: 'row spread' }, h('span', {}, h('b', {}, name), ` · ${STATES[run.state] ?? run.state}`, run.total ? h('span', { class: 'soft number' }, ` · ${run.done} of ${run.total}`) : ''),
      h('button', { class: 'button danger', type: 'button', 'aria-label': `${going ? 'Stop' : 'Delete'} ${name}`, on: { click: async () => { try { await remove(`/api/runs/${run.id}`); say(going ? 'Stopped' : 'Deleted'); load() } catch (failure) { warn(failure) } } } }, going ? 'Stop' : 'Delete')),
    going && h('progress', { max: run.total || 1, value: run.total ? run.done : null, 'aria-label': `Progress of ${name}` }), run.sentence && h('p', { class: 'small' }, run.sentence), run.state === 'finished' && result(run))
  }

  function result(run) {
    const place = h('div', {})
    return h('details', { on: { toggle: async (event) => {
      if (!event.target.open || place.childElementCount) return
      try {
        const { result } = await get(`/api/runs/${run.id}`)
        fill(place, result?.findings ? trialResult(result) : h('p', {}, 'It stands in the ', h('a', { href: `#/evidence/${run.kind}` }, run.kind), '.'))
      } catch (failure) { warn(failure) }
    } } }, h('summary', {}, 'Result'), place)
  }
  load()
  return { element, load, release: () => { over = true; clearTimeout(timer) } }
}
