// Question pages: statements at three levels with grade and citation, beside a run that anyone may open and change.
import { h, fill } from '../base/dom.js'
import { get, getOnce, post } from '../base/api.js'
import { said } from '../base/level.js'
import { warn } from '../base/speech.js'
import { study, studyOf } from '../scenario/study.js'
import { Chart } from '../see/chart.js'
import { chartOf } from '../see/outputs.js'
import { contentOf } from '../see/content.js'
import { bandText } from '../see/bands.js'
import { citation, gradeMark } from './grades.js'
import { VERDICTS } from './claims.js'

const KINDS = { why: 'Why', how: 'How', what: 'What' }

export function questionsView(id) {
  return id ? questionPage(id) : questionList()
}

function questionList() {
  const place = h('div', { class: 'questions' })
  getOnce('/api/questions').then((list) => fill(place, Object.entries(KINDS).map(([kind, name]) => {
    const fitting = list.filter((question) => question.kind === kind)
    return fitting.length ? h('section', { class: 'card' }, h('h2', {}, name), h('ul', { class: 'plain' }, fitting.map(({ id, title }) => h('li', {}, h('a', { href: `#/questions/${id}` }, title))))) : ''
  }))).catch(warn)
  return {
    title: 'Questions',
    element: h('div', { class: 'reading' }, h('h1', {}, 'Questions'), said({
      fundamentals: 'Each answer has a simulation beside it. Open it, change it, see what happens.',
      intermediate: 'Each answer rests on claims with their grade and citation, and on a simulation that runs as you read.',
      academic: 'Statements carry grade and citation; their numbers are filled from the runs beside them, and are the same at every level.',
    }, 'p', { class: 'lead' }), place),
  }
}

function questionPage(id) {
  const place = h('div', { class: 'reading question busy' }, h('p', { class: 'soft', role: 'status' }, 'Simulating what the answer rests on …'))
  const view = { title: 'Question', element: place, release: () => charts.forEach((chart) => chart.release()) }
  let charts = []
  get(`/api/questions/${encodeURIComponent(id)}`).then((question) => {
    document.title = `${question.title} · Osteon`
    const figures = h('div', { class: 'charts' }, h('p', { class: 'soft' }, 'Drawing …'))
    const scenarios = question.scenarios.map((entry) => entry.scenario ?? entry)
    place.classList.remove('busy')
    fill(place, h('p', { class: 'crumb small' }, h('a', { href: '#/questions' }, 'Questions'), ` › ${KINDS[question.kind]}`), h('h1', {}, question.title),
      h('div', { class: 'columns' },
        h('div', { class: 'statements' }, question.statements.map(statement),
          h('p', {}, h('button', { class: 'button main', type: 'button', on: { click: () => open(scenarios) } }, 'Open these runs and change them'))),
        figures))
    draw(question, scenarios, figures).then((made) => { charts = made }).catch(warn)
  }).catch((failure) => { fill(place, h('p', {}, failure.message), h('p', {}, h('a', { href: '#/questions' }, 'All questions'))) })
  return view
}

function statement({ fundamentals, intermediate, academic, grade, claims = [], citations = [] }) {
  return h('div', { class: 'statement' }, said({ fundamentals, intermediate, academic }, 'p'),
    h('div', { class: 'evidence small soft' }, gradeMark(grade), h('ul', { class: 'plain' }, citations.map(({ text, url }) => h('li', {}, citation(text, url))),
      claims.length > 0 && h('li', {}, h('details', {}, h('summary', {}, 'What is claimed, and the verdict'), h('ul', {}, claims.map(({ claim, text, verdict, grade }) => h('li', {}, h('span', { class: `verdict ${verdict}` }, VERDICTS[verdict] ?? verdict), ' ', gradeMark(grade), ' ', verdict === 'contradicted' ? h('s', {}, text) : text, ` (${claim})`))))))))
}

function open(scenarios) {
  study.open(studyOf(scenarios))
  location.hash = '#/compose'
}

async function draw(question, scenarios, place) {
  const ask = async (bands) => {
    const { runs } = await post('/api/simulations', { scenarios: scenarios.slice(0, 4), outputs: question.shows, bands, outcomes: false })
    return runs.map((run) => ({ ...run, byName: new Map(run.series.map((series) => [series.output, series])) }))
  }
  const runs = await ask(false)
  const years = Math.max(...runs.map((run) => run.times.at(-1)))
  const charts = question.shows.map((output) => new Chart(chartOf(output) ?? { output, title: runs.map((run) => run.byName.get(output)?.label).find(Boolean) ?? output }))
  const show = (runs) => charts.forEach((chart) => chart.show(contentOf(chart.entry.output, { runs, years }, [])))
  const words = h('div', {})
  fill(place, charts.map((chart) => chart.element), words, runs.length > 1 && h('ul', { class: 'plain key small' }, runs.map((run, arm) => h('li', { class: `arm${arm}` }, h('span', { class: 'letter' }, 'ABCD'[arm]), run.title))))
  requestAnimationFrame(() => show(runs))
  ask(true).then((runs) => {
    show(runs)
    fill(words, [...new Set(runs.flatMap((run) => run.series.map((series) => series.spread)))].filter(Boolean).map(bandText))
  }).catch(warn)
  return charts
}
