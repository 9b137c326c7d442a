// Up to four regimens side by side on one axis of years. Bars are dragged by their middle, stretched by their ends, and
// moved by the arrow keys.
import { h, fill } from '../base/dom.js'
import { study, chosenWoman, womanName, LETTERS, MOST_ARMS } from '../scenario/study.js'
import { monthsText } from '../base/number.js'
import { say, warn, calm } from '../base/speech.js'
import { icon } from '../base/icons.js'
import { nameOf, colourOf, measureOf, spaced, capital } from './items.js'
import { options } from './fields.js'
import { saveScenario } from '../scenario/files.js'
import { editItem } from './item-editor.js'
import { choosePreset } from './presets.js'
import { moment, momentNow, results } from '../scenario/runs.js'

/// Bars snap to months; with the shift key, arrows move by a year.
const LEAST = 1

export function timeline() {
  const element = h('section', { class: 'timeline card', 'aria-label': 'Regimens on a timeline' })
  let dragging = false
  const draw = () => { if (!dragging) fill(element, heading(), axis(), study.value.arms.map(lane), ends()) }
  study.addEventListener('change', draw)
  // Where in time all charts and pictures stand.
  const needle = h('i', { class: 'pin' })
  const pin = () => { needle.style.left = `${100 * Math.min(momentNow(), study.value.years) / study.value.years}%` }
  moment.addEventListener('change', pin)
  results.addEventListener('change', pin)
  element.release = () => {
    study.removeEventListener('change', draw)
    moment.removeEventListener('change', pin)
    results.removeEventListener('change', pin)
  }

  const months = () => study.value.years * 12

  function heading() {
    const length = h('input', { type: 'number', id: 'years', min: 1, max: 60, step: 1, value: study.value.years, on: { change: () => {
      const years = Number(length.value)
      calm()
      if (years > 0 && years <= 60) return study.change((value) => { value.years = years })
      warn(new Error(`Look: '${length.value}' is no length that can be simulated; expected years, more than 0 and at most 60.`))
      length.value = study.value.years
    } } })
    return h('div', { class: 'row spread' }, h('h2', {}, 'Regimens'),
      h('div', { class: 'field inline' }, h('label', { for: 'years' }, 'Look'), h('span', { class: 'with' }, length, h('span', { class: 'unit' }, 'years'))))
  }

  function axis() {
    const years = study.value.years, step = years > 24 ? 5 : years > 12 ? 2 : 1
    const marks = d3.range(0, years + 1e-9, step).map((year) => h('span', { style: { left: `${100 * year / years}%` } }, String(year)))
    pin()
    return h('div', { class: 'axis number', 'aria-hidden': 'true' }, h('div', { class: 'scale' }, marks, needle))
  }

  function lane(arm, index) {
    const title = h('input', { class: 'title', value: arm.title, 'aria-label': `Name of regimen ${LETTERS[index]}`, maxlength: 80,
      on: { change: () => study.change((value) => { value.arms[index].title = title.value.trim() || `Regimen ${LETTERS[index]}` }) } })
    return h('div', { class: `lane arm${index}`, role: 'group', 'aria-label': `Regimen ${LETTERS[index]}, ${arm.title}` },
      h('div', { class: 'head' }, h('span', { class: 'letter', 'aria-hidden': 'true' }, LETTERS[index]), title, whose(arm, index),
        h('button', { class: 'icon', type: 'button', title: 'Add a medicine or circumstance', 'aria-label': `Add a medicine or circumstance to regimen ${LETTERS[index]}`, on: { click: () => editItem(index, null) } }, icon('add')),
        h('button', { class: 'icon', type: 'button', title: 'Save as a scenario file for osteon simulate', 'aria-label': `Save regimen ${LETTERS[index]} as a scenario file`, on: { click: () => saveScenario(arm) } }, icon('save')),
        h('button', { class: 'icon', type: 'button', title: 'Copy this regimen', 'aria-label': `Copy regimen ${LETTERS[index]}`, disabled: study.value.arms.length >= MOST_ARMS,
          on: { click: () => study.change((value) => value.arms.push({ ...structuredClone(arm), title: `${arm.title}, changed` })) } }, icon('copy')),
        h('button', { class: 'icon', type: 'button', title: 'Take this regimen away', 'aria-label': `Take regimen ${LETTERS[index]} away`, disabled: study.value.arms.length === 1,
          on: { click: () => { study.change((value) => value.arms.splice(index, 1)); say(`Regimen ${LETTERS[index]} taken away`) } } }, icon('close'))),
      h('div', { class: 'tracks', style: { '--year': `${100 / study.value.years}%` } }, arm.items.length ? arm.items.map((item, number) => track(item, index, number))
        : h('p', { class: 'soft small nothing' }, 'Nothing is taken.')),
      arm.hypotheses?.length ? h('p', { class: 'flag small' }, 'Not supported by the evidence, and switched on: ', arm.hypotheses.map((name) => [h('b', {}, spaced(name)),
        h('button', { class: 'icon', type: 'button', 'aria-label': `Switch ${spaced(name)} off`, on: { click: () => study.change((value) => { value.arms[index].hypotheses = arm.hypotheses.filter((one) => one !== name) }) } }, icon('close'))])) : '')
  }

  /// Of which woman a regimen is, where there are several; her traits are shown with it.
  function whose(arm, index) {
    const { women } = study.value
    if (women.length === 1) return ''
    const choice = h('select', { class: 'whose', 'aria-label': `Woman of regimen ${LETTERS[index]}`, on: { change: () => {
      study.change((value) => { value.arms[index].woman = Number(choice.value) })
      chosenWoman.value = study.value.arms[index].woman
    } } }, options(women.map((_, place) => [String(place), capital(womanName(study.value, place))]), String(arm.woman)))
    return choice
  }

  function track(item, arm, number) {
    const get = () => study.value.arms[arm].items[number]
    const bar = h('div', { class: 'bar', style: { '--hue': colourOf(item) } })
    const label = h('button', { type: 'button', class: 'body', title: 'Drag to move; Enter or a click changes it', 'aria-keyshortcuts': 'ArrowLeft ArrowRight Enter Delete' })
    const start = handle('start'), end = handle('end')
    bar.append(start, label, end)
    put()

    function put() {
      const { from, until } = get(), whole = months(), last = Math.min(until ?? whole, whole)
      bar.style.left = `${100 * Math.min(from, whole) / whole}%`
      bar.style.width = `${Math.max(0.5, 100 * (last - from) / whole)}%`
      fill(label, h('span', { class: 'what' }, nameOf(get())), ' ', h('span', { class: 'measure' }, measureOf(get())))
      label.setAttribute('aria-label', `${nameOf(get())}, ${measureOf(get())}, ${span(get())}. Arrow keys move it, Enter changes it, Delete takes it away.`)
      for (const [edge, value] of [[start, from], [end, last]]) {
        edge.setAttribute('aria-valuenow', Math.round(value))
        edge.setAttribute('aria-valuemax', whole)
        edge.setAttribute('aria-valuetext', value === 0 ? 'from the start' : edge === end && until === null ? 'to the end' : monthsText(Math.round(value)))
      }
    }

    function handle(which) {
      return h('span', { class: `edge ${which}`, role: 'slider', tabindex: 0, 'aria-label': `${which === 'start' ? 'Start' : 'End'} of ${nameOf(item)}`, 'aria-valuemin': 0,
        on: { pointerdown: (event) => drag(event, which), keydown: (event) => key(event, which) } })
    }
    label.addEventListener('pointerdown', (event) => drag(event, 'both'))
    label.addEventListener('keydown', (event) => key(event, 'both'))

    /// What a shift by so many months makes of the item that was.
    function moved(before, which, by) {
      const whole = months(), last = before.until ?? whole
      if (which === 'both') {
        const shift = Math.max(-before.from, Math.min(by, whole - LEAST - before.from))
        const until = last + shift
        return { from: before.from + shift, until: before.until === null && shift > 0 ? null : until >= whole ? null : until }
      }
      if (which === 'start') return { from: Math.max(0, Math.min(before.from + by, last - LEAST)), until: before.until }
      const until = Math.max(before.from + LEAST, last + by)
      return { from: before.from, until: until >= whole ? null : until }
    }
    const rounded = ({ from, until }) => ({ from: Math.round(from), until: until === null ? null : Math.round(until) })

    function drag(event, which) {
      if (event.button) return
      const target = event.currentTarget, scale = bar.parentElement.clientWidth, before = { ...get() }, from = event.clientX
      let far = false
      target.setPointerCapture(event.pointerId)
      const move = (event) => {
        if (Math.abs(event.clientX - from) > 3) far = true
        if (!far) return
        dragging = true
        const next = rounded(moved(before, which, (event.clientX - from) / scale * months()))
        if (next.from === get().from && next.until === get().until) return
        study.change((value) => Object.assign(value.arms[arm].items[number], next), { settled: false })
        put()
      }
      const drop = () => {
        target.removeEventListener('pointermove', move)
        target.removeEventListener('pointerup', drop)
        target.removeEventListener('pointercancel', drop)
        if (!far && which === 'both') return editItem(arm, number)
        dragging = false
        if (far) study.change(() => {})
      }
      target.addEventListener('pointermove', move)
      target.addEventListener('pointerup', drop)
      target.addEventListener('pointercancel', drop)
    }

    function key(event, which) {
      const step = event.shiftKey ? 12 : 1
      const by = { ArrowLeft: -step, ArrowDown: -step, ArrowRight: step, ArrowUp: step, Home: -months(), End: months() }[event.key]
      if (by !== undefined) {
        event.preventDefault()
        // The bar stays where the focus is; drawing all anew would lose it.
        dragging = true
        study.change((value) => Object.assign(value.arms[arm].items[number], rounded(moved(get(), which, by))))
        dragging = false
        put()
        if (which === 'both') say(span(get()))
      } else if (which === 'both' && (event.key === 'Enter' || event.key === ' ')) {
        event.preventDefault()
        editItem(arm, number)
      } else if (which === 'both' && (event.key === 'Delete' || event.key === 'Backspace')) {
        event.preventDefault()
        say(`${nameOf(get())} taken away`)
        study.change((value) => value.arms[arm].items.splice(number, 1))
      }
    }
    return h('div', { class: 'track' }, bar)
  }

  function ends() {
    const full = study.value.arms.length >= MOST_ARMS
    return h('div', { class: 'row' },
      h('button', { class: 'button', type: 'button', disabled: full, on: { click: () => {
        study.change((value) => value.arms.push({ title: `Regimen ${LETTERS[value.arms.length]}`, woman: chosenWoman.value, items: [] }))
        editItem(study.value.arms.length - 1, null)
      } } }, [icon('add'), 'Regimen from scratch']),
      h('button', { class: 'button', type: 'button', on: { click: choosePreset } }, 'Presets and trials …'))
  }

  draw()
  return element
}

function span({ from, until }) {
  return `from ${from === 0 ? 'the start' : monthsText(from)} to ${until === null ? 'the end' : monthsText(until)}`
}
