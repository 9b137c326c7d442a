// Women kept in the user's data folder, through the server.
import { h, fill } from '../base/dom.js'
import { get, post, remove } from '../base/api.js'
import { study, chosenWoman, womanShown } from '../scenario/study.js'
import { warn, say } from '../base/speech.js'
import { icon } from '../base/icons.js'
import { ask } from './ask.js'

export async function saveWoman() {
  const title = await ask('Keep this woman', 'Name', 'A woman')
  if (!title) return
  try { await post('/api/women', { title, woman: womanShown() }, { outlives: true }); say(`${title} is kept`) } catch (failure) { warn(failure) }
}

/// She takes the place of the woman who is shown.
export const openKept = (woman) => study.change((value) => { value.women[chosenWoman.value] = structuredClone(woman) })

export async function openWoman() {
  let women
  try { women = await get('/api/women') } catch (failure) { return warn(failure) }
  const list = h('ul', { class: 'plain kept' })
  const dialog = h('dialog', { 'aria-labelledby': 'women-title', on: { close: () => dialog.remove() } },
    h('div', { class: 'row spread' }, h('h2', { id: 'women-title' }, 'Women kept here'), h('button', { class: 'icon', type: 'button', 'aria-label': 'Close', on: { click: () => dialog.close() } }, icon('close'))), list)
  const draw = () => fill(list, women.length ? women.map((kept) => h('li', {}, h('span', {}, kept.title),
    h('span', { class: 'row' }, h('button', { class: 'button', type: 'button', on: { click: () => { openKept(kept.woman); dialog.close() } } }, 'Open'),
      h('button', { class: 'button danger', type: 'button', 'aria-label': `Delete ${kept.title}`, on: { click: async () => {
        try { await remove(`/api/women/${kept.id}`); women = women.filter(({ id }) => id !== kept.id); draw() } catch (failure) { warn(failure) }
      } } }, 'Delete')))) : h('li', { class: 'soft' }, 'None yet.'))
  draw()
  document.body.append(dialog)
  dialog.showModal()
}
