// Simulates what is on the table as it changes, and holds the results.
import { post } from '../base/api.js'
import { study, scenarioOf } from './study.js'
import { OUTPUTS } from '../see/outputs.js'
import { Store } from '../base/store.js'
import { onceAFrame } from '../base/dom.js'

/// How long a running request may hold up a newer one. One that is about to answer is worth waiting for, or a steady drag
/// would abort every request and show nothing until it ends.
const PATIENCE = 400
/// Bands wait until hands rest.
const REST = 350

/// Runs by scenario, so that only what changed is simulated; the oldest go first.
const remembered = new Map()
const MOST = 32
function remember(key, run) {
  remembered.delete(key)
  remembered.set(key, run)
  if (remembered.size > MOST) remembered.delete(remembered.keys().next().value)
}

/// The runs of all arms in order: {runs, banded, milliseconds}; null until the first.
export const results = new Store(null)
/// What the server refused: {message, key, arm}, or null.
export const refusal = new Store(null)
export const working = new Store(false)

let current = null, bandTimer = null, stale = false

const keysOf = (value) => value.arms.map((arm) => JSON.stringify({ ...scenarioOf(value, arm), title: '' }))

const start = onceAFrame(() => {
  if (current) {
    stale = true
    if (performance.now() - current.began > PATIENCE) current.controller.abort()
    return
  }
  run(false)
})

async function run(bands) {
  const value = study.value
  const keys = keysOf(value)
  const has = (key) => remembered.has(key) && (!bands || remembered.get(key).banded)
  const missing = [...new Set(keys.filter((key) => !has(key)))]
  const began = performance.now()
  if (missing.length) {
    const controller = new AbortController()
    const mine = { controller, began }
    current = mine
    working.value = true
    try {
      const scenarios = missing.map((key) => JSON.parse(key))
      const { runs } = await post('/api/simulations', { scenarios, outputs: OUTPUTS, bands }, { signal: controller.signal })
      runs.forEach((made, index) => remember(missing[index], { ...made, banded: bands }))
      refusal.value = null
    } catch (failure) {
      if (failure.name !== 'AbortError') refusal.value = { message: failure.message, key: failure.key, status: failure.status }
    }
    current = null
    working.value = false
  } else refusal.value = null
  if (stale) {
    stale = false
    return start()
  }
  if (!keys.every((key) => remembered.has(key))) return
  publish(value, keys, performance.now() - began)
  clearTimeout(bandTimer)
  if (!bands && !keys.every((key) => remembered.get(key).banded)) bandTimer = setTimeout(() => current || run(true), REST)
}

function publish(value, keys, milliseconds) {
  const runs = keys.map((key, index) => ({ ...remembered.get(key), title: value.arms[index].title, byName: namesOf(remembered.get(key)) }))
  results.value = { runs, years: value.years, milliseconds, banded: runs.every((run) => run.banded) }
}

const byName = new WeakMap()
function namesOf(run) {
  if (!byName.has(run)) byName.set(run, new Map(run.series.map((series) => [series.output, series])))
  return byName.get(run)
}

export function simulateAsItChanges() {
  study.addEventListener('change', () => {
    clearTimeout(bandTimer)
    // A run with bands is long and of something older now.
    start()
  })
  start()
}

/// The moment that all charts and pictures show, in years.
export const moment = new Store(null)
export const momentNow = () => Math.min(moment.value ?? Infinity, results.value?.years ?? Infinity)
