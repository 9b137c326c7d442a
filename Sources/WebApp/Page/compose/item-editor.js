// One medicine or circumstance, in a dialog: what, how much, how often, from when to when.
import { h, fill, unique } from '../base/dom.js'
import { study, LETTERS } from '../scenario/study.js'
import { parts } from '../scenario/times.js'
import { medicines, hypotheses, spaced, CONDITIONS } from './items.js'
import { field, numberField, options } from './fields.js'
import { term } from '../base/glossary.js'
import { warn, say } from '../base/speech.js'

export async function editItem(arm, number) {
  let list, ideas
  try { [list, ideas] = await Promise.all([medicines(), hypotheses()]) } catch (failure) { return warn(failure) }
  const old = number === null ? null : study.value.arms[arm].items[number]
  let draft = structuredClone(old ?? { medicine: list[0].medicine, form: list[0].form, from: 0, until: null })
  if (draft.medicine && !draft.dose) usual()
  const opener = document.activeElement
  const place = h('div', { class: 'fields' })
  const dialog = h('dialog', { 'aria-labelledby': 'item-title', on: { close: () => { dialog.remove(); opener?.isConnected && opener.focus() } } },
    h('h2', { id: 'item-title' }, `${old ? 'Change' : 'Add'} in regimen ${LETTERS[arm]}`), place,
    h('div', { class: 'ends' },
      old ? h('button', { class: 'button danger', type: 'button', on: { click: () => { study.change((value) => value.arms[arm].items.splice(number, 1)); say('Taken away'); dialog.close() } } }, 'Take away') : h('span', {}),
      h('div', { class: 'row' }, h('button', { class: 'button', type: 'button', on: { click: () => dialog.close() } }, 'Cancel'),
        h('button', { class: 'button main', type: 'button', on: { click: put } }, old ? 'Change' : 'Add'))))
  dialog.addEventListener('keydown', (event) => { if (event.key === 'Enter' && event.target.matches('input')) { event.preventDefault(); event.target.dispatchEvent(new Event('change')); put() } })

  function put() {
    const wrong = dialog.querySelector('input:invalid')
    if (wrong) return wrong.reportValidity()
    study.change((value) => {
      if (draft.hypothesis) {
        value.arms[arm].hypotheses = [...new Set([...value.arms[arm].hypotheses ?? [], draft.hypothesis])]
        return
      }
      if (number === null) value.arms[arm].items.push(draft)
      else value.arms[arm].items[number] = draft
      if (number === null && /^(Regimen [A-D]|Nothing taken)$/.test(value.arms[arm].title)) value.arms[arm].title = draft.medicine ? `${draft.medicine[0].toUpperCase()}${draft.medicine.slice(1)}` : CONDITIONS[draft.kind].name
    })
    dialog.close()
  }

  function usual() {
    const entry = list.find(({ medicine, form }) => medicine === draft.medicine && form === draft.form)
    draft.dose = entry.dose
    delete draft.every
    delete draft.days
    if (entry.every && entry.kind === 'amount') draft.every = entry.every
  }

  function choose(what) {
    const times = { from: draft.from, until: draft.until }
    if (ideas.some(({ name }) => name === what)) draft = { hypothesis: what, ...times }
    else if (what in CONDITIONS) draft = { kind: what, [CONDITIONS[what].key]: CONDITIONS[what].value, ...times }
    else {
      draft = { medicine: what, form: list.find((entry) => entry.medicine === what).form, ...times }
      usual()
    }
    draw()
  }

  function draw() {
    const id = unique('what')
    const names = [...new Set(list.map((entry) => entry.medicine))]
    const what = h('select', { id, on: { change: () => { choose(what.value); dialog.querySelector('select').focus() } } },
      h('optgroup', { label: 'Medicines' }, options(names, draft.medicine)),
      h('optgroup', { label: 'Circumstances' }, Object.entries(CONDITIONS).map(([kind, { name }]) => h('option', { value: kind, ...(draft.kind === kind ? { selected: true } : {}) }, name))),
      number === null && h('optgroup', { label: 'Ideas without support' }, ideas.map(({ name }) => h('option', { value: name, ...(draft.hypothesis === name ? { selected: true } : {}) }, spaced(name)))))
    fill(place, field('What', what, { wide: true }), draft.hypothesis ? h('p', { class: 'flag wide' }, ideas.find(({ name }) => name === draft.hypothesis).warning)
      : [draft.kind ? measure() : dosing(), period('From', 'from'), period('Until', 'until')])
  }

  function measure() {
    const { key, units } = CONDITIONS[draft.kind]
    const bare = key === 'factor' || key === 'HOMA-IR'
    return numberField(key === 'factor' ? 'How strong' : key, bare ? `${draft[key]} ${units[0]}` : draft[key], { units, wide: true, change: (text, value) => { draft[key] = bare ? value : text } })
  }

  function dosing() {
    const forms = [...new Set(list.filter((entry) => entry.medicine === draft.medicine).map((entry) => entry.form))]
    const entries = list.filter((entry) => entry.medicine === draft.medicine && entry.form === draft.form)
    const form = h('select', { on: { change: () => { draft.form = form.value; usual(); draw() } } }, options(forms, draft.form))
    const units = [...new Set([...entries.map((entry) => entry.doseUnit), ...entries.flatMap(({ doseUnit }) => ({ mg: ['ug'], ug: ['mg'], 'ug/day': ['mg/day'] })[doseUnit] ?? [])])]
    const [, unit] = parts(draft.dose)
    const worn = unit.endsWith('/day')
    const every = h('input', { value: draft.every ?? '', placeholder: entries[0].every ?? 'once', on: { change: () => { every.value.trim() ? draft.every = every.value.trim() : delete draft.every } } })
    const days = h('input', { value: draft.days ?? '', placeholder: 'all days', on: { change: () => { days.value.trim() ? draft.days = days.value.trim() : delete draft.days } } })
    return [field('Form', form, { wide: true, hint: term(draft.form) }), numberField(worn ? 'Release' : 'Dose', draft.dose, { units, change: (text) => { draft.dose = text } }),
      !worn && field('Every, such as 1 day or 3 months', every), !worn && field('Days of a cycle, such as 1-12 of 28', days),
      ['oral', 'oral micronized'].includes(draft.form) && field('Taken', (() => {
        const food = h('select', { on: { change: () => { food.value === 'fasted' ? delete draft.food : draft.food = food.value } } }, options([['fasted', 'on an empty stomach'], ['fed', 'with a meal']], draft.food ?? 'fasted'))
        return food
      })())]
  }

  function period(name, key) {
    const months = draft[key]
    const years = months === null ? '' : Number((months / 12).toFixed(3))
    const input = h('input', { type: 'number', min: 0, step: 'any', value: years, placeholder: key === 'until' ? 'the end' : '0', on: { change: () => {
      draft[key] = input.value === '' ? (key === 'from' ? 0 : null) : Number(input.value) * 12
    } } })
    return field(`${name}, years`, input)
  }

  draw()
  document.body.append(dialog)
  dialog.showModal()
}
