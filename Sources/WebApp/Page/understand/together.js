// The close: what to think over, and what to take to a clinician.
import { h, fill } from '../base/dom.js'
import { said } from '../base/level.js'
import { study, armName, LETTERS } from '../scenario/study.js'
import { results } from '../scenario/runs.js'
import { fixed, signed, timeText } from '../base/number.js'
import { nameOf, measureOf } from '../compose/items.js'

const QUESTIONS = [
  { fundamentals: 'What matters most to you: fewer broken bones, fewer hot flushes, better sleep, or fewer medicines?', intermediate: 'Which outcomes weigh most for you: fracture, symptoms, sleep, or avoiding harm?', academic: 'Which utilities apply: fracture, vasomotor symptoms, sleep, thrombosis, breast cancer?' },
  { fundamentals: 'What do your own scan and blood tests say, and how old are they?', intermediate: 'Are your density and laboratory values current, and from the same machine?', academic: 'Are baseline density and markers recent, by the same device, beyond the least significant change?' },
  { fundamentals: 'What in your health or family would make one of these a bad choice?', intermediate: 'What history stands against a regimen: clots, stroke, breast cancer, liver disease, unexplained bleeding?', academic: 'Contraindications: thromboembolism, stroke, hormone-dependent cancer, hepatic disease, undiagnosed bleeding?' },
  { fundamentals: 'How long would you take it, and what comes after?', intermediate: 'How long, and with what plan for stopping? Bone is lost again when estrogen or denosumab stops.', academic: 'Duration and exit: loss resumes after estrogen; rebound follows denosumab.' },
  { fundamentals: 'How will you both see whether it works?', intermediate: 'How will it be followed: markers after months, a scan after one or two years?', academic: 'Monitoring: markers at three to six months, density at one to two years, against least significant change.' },
]

export function togetherView() {
  const summary = h('div', {})
  const draw = () => fill(summary, summaryOf())
  results.addEventListener('change', draw)
  draw()
  const notes = h('textarea', { id: 'notes', rows: 6, placeholder: 'Yours alone; printed with the page, kept nowhere.' })
  const element = h('div', { class: 'reading together' }, h('h1', {}, 'Talking it over'), said({
    fundamentals: 'A simulation of a mean woman decides nothing. Take these pages to someone who knows you.',
    intermediate: 'Population means help to ask better questions; decisions are made with a clinician who knows the person.',
    academic: 'Simulated means and their parameter uncertainty inform shared decisions; individual response, preferences and contraindications decide.',
  }, 'p', { class: 'lead' }),
  h('div', { class: 'columns' }, h('section', { class: 'card' }, h('h2', {}, 'To think over'), h('ol', {}, QUESTIONS.map((words) => said(words, 'li')))), h('section', { class: 'card' }, h('h2', {}, 'On the table'), summary)),
  h('section', { class: 'card' }, h('label', { for: 'notes' }, h('h2', {}, 'Your notes')), h('div', { class: 'field' }, notes)),
  h('p', {}, h('button', { class: 'button main', type: 'button', on: { click: () => print() } }, 'Print these pages')))
  return { element, title: 'Talking it over', release: () => results.removeEventListener('change', draw) }
}

function summaryOf() {
  const { women, arms, years } = study.value
  const shown = results.value
  return [women.map((woman, index) => h('p', {}, `${women.length > 1 ? `Woman ${index + 1}: ` : 'A woman of '}${woman.age}${woman.menopause ? `, ${woman.menopause.kind} menopause at ${woman.menopause.age}` : ', before menopause'}, over ${years} years.`)),
    arms.map((arm, index) => {
      const run = shown?.runs[index], density = run?.byName.get('density.lumbarSpine'), spine = density?.values, risk = run?.byName.get('fracture.any'), any = run?.outcomes?.find(({ outcome }) => outcome === 'fracture.any')
      return h('div', { class: `arm${index} of-arm` }, h('h3', {}, h('span', { class: 'letter' }, LETTERS[index]), armName(study.value, arm)), h('ul', {}, arm.items.length ? arm.items.map((item) => h('li', {}, `${nameOf(item)}, ${measureOf(item)}`)) : h('li', {}, 'Nothing is taken.'),
        spine && h('li', {}, `Spine ${signed(100 * (spine.at(-1) / spine[0] - 1), 1)} % by ${timeText(shown.years)}${between(density.changeLow, density.changeHigh, (end) => signed(end, 1))}`), any && h('li', {}, `${fixed(any.per1000With, 0)} of 1,000 break a bone${between(risk?.low, risk?.high, (end) => fixed(10 * end, 0))}`)))
    })]
}

/// The band at the end, once it is known.
const between = (low, high, text) => Number.isFinite(low?.at(-1)) ? ` (${text(low.at(-1))} to ${text(high.at(-1))})` : ''
