// Presets: published trials, ladders of doses and other regimens, to begin with or to set beside.
import { h, fill } from '../base/dom.js'
import { getOnce } from '../base/api.js'
import { study, studyOf, armOf, chosenWoman, MOST_ARMS } from '../scenario/study.js'
import { warn, say } from '../base/speech.js'
import { icon } from '../base/icons.js'

export const presets = () => getOnce('/api/presets')

export async function choosePreset() {
  let list
  try { list = await presets() } catch (failure) { return warn(failure) }
  const groups = [...new Set(list.map((preset) => preset.group))]
  const place = h('div', { class: 'presets' })
  const search = h('input', { class: 'search', type: 'search', placeholder: 'Search', 'aria-label': 'Search presets', on: { input: draw } })
  const opener = document.activeElement
  const dialog = h('dialog', { class: 'broad', 'aria-labelledby': 'presets-title', on: { close: () => { dialog.remove(); opener?.isConnected && opener.focus() } } },
    h('div', { class: 'row spread' }, h('h2', { id: 'presets-title' }, 'Presets'), h('button', { class: 'icon', type: 'button', 'aria-label': 'Close', on: { click: () => dialog.close() } }, icon('close'))),
    h('p', { class: 'soft small' }, '“Open” takes the women and their regimens; “Beside” sets regimens alone beside what is there, for the woman who is shown.'), search, place)

  function draw() {
    const wanted = search.value.toLowerCase()
    fill(place, groups.map((group) => {
      const fitting = list.filter((preset) => preset.group === group && `${preset.title} ${group}`.toLowerCase().includes(wanted))
      return fitting.length ? h('section', {}, h('h3', {}, group), h('ul', {}, fitting.map(entry))) : ''
    }))
  }

  function entry(preset) {
    const full = study.value.arms.length >= MOST_ARMS
    const measured = preset.published?.length
    return h('li', {}, h('span', {}, preset.title, measured ? h('span', { class: 'soft small' }, ` · ${measured} published`) : '', preset.text && h('span', { class: 'soft small block' }, preset.text)),
      h('span', { class: 'row' },
        h('button', { class: 'button', type: 'button', 'aria-label': `Open ${preset.title}`, on: { click: () => open(preset) } }, 'Open'),
        h('button', { class: 'button', type: 'button', disabled: full, 'aria-label': `Set ${preset.title} beside`, on: { click: () => beside(preset) } }, 'Beside')))
  }

  function open(preset) {
    const value = studyOf(preset.scenarios)
    value.arms.forEach((arm, index) => { arm.preset = preset.id; arm.place = index })
    study.open(value)
    say(`${preset.title} opened`)
    dialog.close()
  }

  /// As many of its regimens as there is room for; one of doing nothing is there once at most.
  function beside(preset) {
    study.change((value) => preset.scenarios.forEach((scenario, place) => {
      const arm = { ...armOf(scenario), woman: chosenWoman.value, preset: preset.id, place }
      const nothing = !arm.items.length && value.arms.some(({ items }) => !items.length)
      if (value.arms.length < MOST_ARMS && !nothing) value.arms.push(arm)
    }))
    say(`${preset.title} set beside`)
    dialog.close()
  }

  draw()
  document.body.append(dialog)
  dialog.showModal()
  search.focus()
}

/// Published rows of the arm's preset, if it came from one: {output, years, value, low, high, use, text}.
export async function publishedOf(arm) {
  if (!arm.preset) return []
  const preset = (await presets()).find(({ id }) => id === arm.preset)
  return (preset?.published ?? []).filter((row) => (row.scenario ?? 0) === (arm.place ?? 0))
}
