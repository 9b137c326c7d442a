// The woman: what she knows of herself, in the units of her reports. What is left empty is usual for her.
import { h, fill } from '../base/dom.js'
import { study, chosenWoman, changeWoman, womanShown, MOST_ARMS, LETTERS } from '../scenario/study.js'
import { refusal } from '../scenario/runs.js'
import { term } from '../base/glossary.js'
import { field, numberField, options, tick } from './fields.js'
import { CONDITIONS } from './items.js'
import { saveWoman, openWoman } from '../keep/women.js'
import { icon } from '../base/icons.js'
import { say } from '../base/speech.js'

/// 25-hydroxyvitamin D, 400.64 g/mol: 1 ng/mL is 2.496 nmol/L.
const VITAMIN_D = 1000 / 400.64
const factor = (unit, ratio) => (value, from) => from === unit ? value / ratio : value * ratio

const set = (key) => (text) => changeWoman((woman) => { text === null ? delete woman[key] : woman[key] = text })

export function womanForm() {
  const element = h('section', { class: 'woman card', 'aria-label': 'The woman' })
  let mine = false
  const draw = () => {
    if (mine) return
    const woman = womanShown()
    fill(element, whose(), h('div', { class: 'row spread' }, h('h2', {}, 'The woman'), h('div', { class: 'row' },
      h('button', { class: 'button', type: 'button', on: { click: openWoman } }, 'Open …'), h('button', { class: 'button', type: 'button', on: { click: saveWoman } }, 'Keep …'))),
    h('div', { class: 'fields' }, who(woman)),
    part('Scan', 'A density she has from a report; the rest is usual for her.', scan(woman), Boolean(woman.density)),
    part('Blood and intake', '', [vitaminD(woman), numberField('Calcium from food', woman.calcium, { units: ['mg/day'], placeholder: '800', key: 'woman.calcium', hint: term('calcium'), change: set('calcium') })], Boolean(woman.vitaminD || woman.calcium)),
    part('Habits and risks', '', risks(woman), Boolean(woman.smoking || woman.risks || woman.CYP3A4)),
    part('Conditions', 'Throughout; put one on a regimen’s timeline to let it come and go.', conditions(woman), Boolean(woman.conditions?.length)),
    h('p', { class: 'above' }, h('button', { class: 'button', type: 'button', disabled: study.value.arms.length >= MOST_ARMS, on: { click: another } }, [icon('add'), 'Another woman beside her'])))
    showWrong()
  }
  // What she types stays as typed; only what another part of the page changes is drawn anew. A microtask would end this too
  // early, between two listeners.
  element.addEventListener('change', () => { mine = true; setTimeout(() => { mine = false }) }, true)
  const showWrong = () => {
    element.querySelectorAll('[data-wrong]').forEach((wrong) => { delete wrong.dataset.wrong; wrong.querySelector('.wrong')?.remove(); wrong.querySelector('input')?.removeAttribute('aria-invalid') })
    const { message, key, arm } = refusal.value ?? {}
    const isHers = (study.value.arms[arm]?.woman ?? chosenWoman.value) === chosenWoman.value
    const place = key && isHers && [...element.querySelectorAll('[data-key]')].find((field) => key.startsWith(field.dataset.key) || field.dataset.key.endsWith(`.${key}`))
    if (!place) return
    place.dataset.wrong = ''
    place.closest('details') && (place.closest('details').open = true)
    place.querySelector('input')?.setAttribute('aria-invalid', 'true')
    place.append(h('span', { class: 'wrong', role: 'alert' }, message))
  }
  study.addEventListener('change', draw)
  refusal.addEventListener('change', showWrong)
  const turn = () => { mine = false; draw() }
  chosenWoman.addEventListener('change', turn)
  element.release = () => { study.removeEventListener('change', draw); refusal.removeEventListener('change', showWrong); chosenWoman.removeEventListener('change', turn) }
  draw()
  return element
}

/// Which of several women is shown, with the letters of her regimens.
function whose() {
  const { women, arms } = study.value
  if (women.length === 1) return ''
  return h('div', { class: 'segments', role: 'radiogroup', 'aria-label': 'Which woman' }, women.map((_, index) => h('label', {},
    h('input', { type: 'radio', name: 'whose', value: index, checked: index === chosenWoman.value, on: { change: () => { chosenWoman.value = index } } }),
    `Woman ${index + 1}: ${arms.flatMap((arm, place) => arm.woman === index ? [LETTERS[place]] : []).join(' ')}`)))
}

/// A woman like the one who is shown, with the last of her regimens, to be changed from there.
function another() {
  study.change((value) => {
    const own = value.arms.findLast((arm) => arm.woman === chosenWoman.value)
    value.women.push(structuredClone(womanShown()))
    value.arms.push({ ...structuredClone(own), woman: value.women.length - 1 })
  })
  chosenWoman.value = study.value.women.length - 1
  say(`Woman ${chosenWoman.value + 1}`)
}

const open = new Set()
function part(name, text, content, begun) {
  const details = h('details', { ...(begun || open.has(name) ? { open: true } : {}), on: { toggle: () => details.open ? open.add(name) : open.delete(name) } },
    h('summary', {}, name), text && h('p', { class: 'soft small' }, text), h('div', { class: 'fields' }, content))
  return details
}

function who(woman) {
  const kind = woman.menopause?.kind ?? 'later'
  const menopause = h('select', { on: { change: () => changeWoman((woman) => {
    if (menopause.value === 'later') delete woman.menopause
    else woman.menopause = { age: woman.menopause?.age ?? '51 years', kind: menopause.value }
    setTimeout(() => study.change(() => {}))
  }) } }, options([['later', 'not reached yet'], ['natural', 'natural'], ['surgical', 'ovaries removed']], kind))
  const cycles = () => h('select', { on: { change: (event) => set('cycles')(event.target.value === 'ovulatory' ? null : event.target.value) } },
    options([['ovulatory', 'ovulatory'], ['shortLuteal', 'short luteal phase'], ['anovulatory', 'without ovulation']], woman.cycles ?? 'ovulatory'))
  return [
    numberField('Age', woman.age, { units: ['years'], key: 'woman.age', change: (text) => set('age')(text ?? '') }),
    field('Menopause', menopause, { key: 'woman.menopause.kind' }),
    woman.menopause && numberField('at the age of', woman.menopause.age, { units: ['years'], key: 'woman.menopause', change: (text) => changeWoman((woman) => { woman.menopause.age = text ?? '' }) }),
    kind === 'later' && field('Cycles', cycles(), { key: 'woman.cycles' }),
    numberField('Weight', woman.weight, { units: ['kg', 'lb'], placeholder: '68', key: 'woman.weight', convert: factor('lb', 2.20462), change: weighed }),
    numberField('Height', woman.height, { units: ['cm', 'in'], placeholder: '162', key: 'woman.height', convert: factor('in', 1 / 2.54), change: measured }),
    h('div', { class: 'wide' }, tick('She has her uterus', woman.uterus !== false, (yes) => set('uterus')(yes ? true : false), 'woman.uterus')),
  ]
}

/// Scenarios take kilograms and centimetres; pounds and inches are what some scales show.
function weighed(text, value) { set('weight')(text?.endsWith('lb') && Number.isFinite(value) ? `${(value / 2.20462).toFixed(1)} kg` : text) }
function measured(text, value) { set('height')(text?.endsWith('in') && Number.isFinite(value) ? `${(value * 2.54).toFixed(1)} cm` : text) }

function scan(woman) {
  const site = (key, name, word) => numberField(name, woman.density?.[key], { units: ['T', 'g/cm2'], placeholder: 'usual', key: `woman.density.${key}`, hint: term(word), change: (text) => changeWoman((woman) => {
    const density = { ...woman.density }
    text === null ? delete density[key] : density[key] = text
    Object.keys(density).length ? woman.density = density : delete woman.density
  }) })
  return [site('lumbarSpine', 'Lumbar spine', 'T-score'), site('femoralNeck', 'Femoral neck', 'BMD'), site('totalHip', 'Total hip', 'total hip (TH)'), site('radius', 'Radius', 'radius BMD')]
}

function vitaminD(woman) {
  return numberField('Vitamin D', woman.vitaminD, { units: ['nmol/L', 'ng/mL'], placeholder: '60', key: 'woman.vitaminD', hint: term('vitamin D'), convert: factor('ng/mL', 1 / VITAMIN_D), change: set('vitaminD') })
}

function risks(woman) {
  const risk = (key) => (value) => changeWoman((woman) => {
    const all = { ...woman.risks }
    value ? all[key] = value : delete all[key]
    Object.keys(all).length ? woman.risks = all : delete woman.risks
  })
  const ancestry = h('select', { on: { change: () => risk('ancestry')(ancestry.value) } }, options([['', 'not said'], 'white', 'black'], woman.risks?.ancestry ?? ''))
  const enzyme = h('select', { on: { change: () => set('CYP3A4')(enzyme.value === 'usual' ? null : enzyme.value) } }, options([['usual', 'usual'], ['inhibited', 'slowed by food or a medicine'], ['induced', 'sped up by a medicine']], woman.CYP3A4 ?? 'usual'))
  return [
    h('div', { class: 'wide' }, tick('She smokes', woman.smoking === true, (yes) => set('smoking')(yes || null), 'woman.smoking')),
    h('div', { class: 'wide' }, tick('A parent broke a hip', woman.risks?.parentHipFracture === true, risk('parentHipFracture'))),
    h('div', { class: 'wide' }, tick('More than two drinks a day', woman.risks?.alcohol === true, risk('alcohol'))),
    numberField('Last fracture, ago', woman.risks?.lastFracture, { units: ['years'], placeholder: 'none', key: 'woman.risks.lastFracture', change: risk('lastFracture') }),
    field('Ancestry', ancestry, { key: 'woman.risks.ancestry' }),
    field('Breakdown of hormones', enzyme, { wide: true, hint: term('CYP3A4'), key: 'woman.CYP3A4' }),
  ]
}

function conditions(woman) {
  return Object.entries(CONDITIONS).flatMap(([kind, { name, key, value, units }]) => {
    const present = woman.conditions?.find((condition) => condition.kind === kind)
    const change = (edit) => changeWoman((woman) => {
      const rest = (woman.conditions ?? []).filter((condition) => condition.kind !== kind)
      const next = edit()
      const all = next ? [...rest, next] : rest
      all.length ? woman.conditions = all : delete woman.conditions
    })
    const bare = key === 'factor' || key === 'HOMA-IR'
    return [
      h('div', { class: 'wide' }, tick(name, Boolean(present), (yes) => { change(() => yes ? { kind, [key]: value } : null); setTimeout(() => study.change(() => {})) })),
      present && numberField(bare ? 'how strong' : key, bare ? `${present[key]} ${units[0]}` : present[key], { units, wide: true, key: 'woman.conditions', change: (text, number) => change(() => ({ kind, [key]: bare ? number : text })) }),
    ]
  })
}
