// Simulates what is on the table as it changes, and holds the results.
import { post } from '../base/api.js'
import { study, scenarioOf, armName } from './study.js'
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

/// How much is asked for: lines while something is dragged, outcomes when it is let go, bands when hands rest.
const LINES = 0, OUTCOMES = 1, BANDS = 2

let wanted = OUTCOMES
const start = onceAFrame(() => {
  if (current) {
    stale = true
    // Whoever drags waits for an answer that is near; bands and outcomes are of something older now.
    if (current.depth > LINES || performance.now() - current.began > PATIENCE) current.controller.abort()
    return
  }
  run(wanted)
})

async function run(depth) {
  const value = study.value
  const keys = keysOf(value)
  const has = (key) => remembered.has(key) && remembered.get(key).depth >= depth
  const missing = [...new Set(keys.filter((key) => !has(key)))]
  const began = performance.now()
  if (missing.length) {
    const controller = new AbortController()
    current = { controller, began, depth }
    working.value = true
    try {
      const scenarios = missing.map((key) => JSON.parse(key))
      const { runs } = await post('/api/simulations', { scenarios, outputs: OUTPUTS, bands: depth === BANDS, outcomes: depth > LINES }, { signal: controller.signal })
      runs.forEach((made, index) => remember(missing[index], { ...made, depth }))
      refusal.value = null
    } catch (failure) {
      if (failure.name !== 'AbortError') refusal.value = { message: failure.message, key: failure.key, arm: armOf(keys, missing, failure.scenario) }
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
  if (!keys.every((key) => remembered.get(key).depth === BANDS)) bandTimer = setTimeout(() => current || run(BANDS), REST)
}

/// Which regimen it is of whose scenario the server speaks, counted from one among those it was sent.
const armOf = (keys, missing, number) => number ? keys.indexOf(missing[number - 1]) : missing.length === 1 ? keys.indexOf(missing[0]) : null

function publish(value, keys, milliseconds) {
  const runs = keys.map((key, index) => ({ ...remembered.get(key), title: armName(value, value.arms[index]), byName: namesOf(remembered.get(key)) }))
  results.value = { runs, years: value.years, milliseconds, banded: runs.every((run) => run.depth === BANDS) }
}

const byName = new WeakMap()
function namesOf(run) {
  if (!byName.has(run)) byName.set(run, new Map(run.series.map((series) => [series.output, series])))
  return byName.get(run)
}

export function simulateAsItChanges() {
  study.addEventListener('change', ({ detail }) => {
    clearTimeout(bandTimer)
    wanted = detail.settled ? OUTCOMES : LINES
    start()
  })
  start()
}

/// The moment that all charts and pictures show, in years.
export const moment = new Store(null)
export const momentNow = () => Math.min(moment.value ?? Infinity, results.value?.years ?? Infinity)
