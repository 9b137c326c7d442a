// Labelled fields: a number with its unit, a choice, a tick.
import { h, unique } from '../base/dom.js'
import { parts } from '../scenario/times.js'
import { unitText } from '../base/number.js'

/// A label above a control; `hint` stands beside the label.
export function field(name, control, { wide = false, hint, key } = {}) {
  const id = control.id || unique('field')
  const inner = control.matches('input, select, textarea') ? control : control.querySelector('input, select')
  inner.id = id
  return h('div', { class: `field ${wide ? 'wide' : ''}`, 'data-key': key }, h('label', { for: id }, name, hint ? [' · ', hint] : ''), control)
}

export const options = (list, selected) => list.map((entry) => {
  const [value, text] = Array.isArray(entry) ? entry : [entry, entry]
  return h('option', { value, ...(value === selected ? { selected: true } : {}) }, text)
})

/// A number and its unit, a choice where the report may use another. `convert` turns the number when the unit is changed, so
/// that the woman stays who she is.
export function numberField(name, text, { units, change, convert, wide, hint, key, placeholder } = {}) {
  let [number, unit] = parts(text)
  if (!units.includes(unit)) unit = units[0]
  const input = h('input', { inputmode: 'decimal', autocomplete: 'off', value: number, placeholder: placeholder ?? '', on: { change: tell } })
  const choice = units.length > 1
    ? h('select', { 'aria-label': `Unit of ${name}`, on: { change: swap } }, options(units.map((unit) => [unit, unitText(unit)]), unit))
    : h('span', { class: 'unit' }, unitText(units[0]))
  function tell() {
    const typed = input.value.trim().replace(',', '.')
    change(typed === '' ? null : `${typed} ${unit}`, typed === '' ? null : Number.isFinite(Number(typed)) ? Number(typed) : typed)
  }
  function swap() {
    const value = Number(input.value)
    if (convert && input.value && Number.isFinite(value)) input.value = Number(convert(value, unit, choice.value).toPrecision(4))
    unit = choice.value
    tell()
  }
  return field(name, h('span', { class: 'with' }, input, choice), { wide, hint, key })
}

export function tick(name, checked, change, key) {
  const input = h('input', { type: 'checkbox', checked, on: { change: () => change(input.checked) } })
  return h('label', { class: 'check', 'data-key': key }, input, name)
}
