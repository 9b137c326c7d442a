// What is kept on this machine: studies, women and long runs; out and away in one click.
import { h, fill } from '../base/dom.js'
import { get, remove } from '../base/api.js'
import { said } from '../base/level.js'
import { warn, say } from '../base/speech.js'
import { study, studyOf } from '../scenario/study.js'
import { checked } from '../scenario/link.js'
import { download } from '../scenario/files.js'
import { confirmed } from './ask.js'
import { openKept } from './women.js'
import { runsPart } from './long-runs.js'

export function keptView() {
  const runs = runsPart()
  const studies = h('ul', { class: 'plain kept' }), women = h('ul', { class: 'plain kept' })
  const element = h('div', { class: 'reading' }, h('h1', {}, 'Kept on this machine'), said({
    fundamentals: 'What you keep stays in your own folder on this machine. Take it out or wipe it whenever you like.',
    intermediate: 'Studies, women and runs are kept in your data folder, readable by you alone; export or delete everything at once.',
    academic: 'SQLite in the user’s data folder, owner-only permissions; runs resume after a kill. Export is one JSON document.',
  }, 'p', { class: 'lead' }),
  h('div', { class: 'columns' }, h('section', { class: 'card' }, h('h2', {}, 'Studies'), studies), h('section', { class: 'card' }, h('h2', {}, 'Women'), women)),
  runs.element,
  h('section', { class: 'card' }, h('h2', {}, 'All of it'), h('div', { class: 'row' },
    h('button', { class: 'button', type: 'button', on: { click: exportAll } }, 'Export everything'), h('button', { class: 'button danger', type: 'button', on: { click: deleteAll } }, 'Delete everything'))))

  list('/api/scenarios', studies, (kept) => { study.open(kept.study ? checked(kept.study) : studyOf([kept.scenario])); location.hash = '#/compose' })
  list('/api/women', women, (kept) => { openKept(kept.woman); location.hash = '#/compose' })

  async function exportAll() {
    try { download('osteon-kept.json', `${JSON.stringify(await get('/api/export'), null, 2)}\n`, 'application/json'); say('Exported') } catch (failure) { warn(failure) }
  }
  async function deleteAll() {
    if (!await confirmed('Delete everything?', 'All studies, women and runs kept on this machine are deleted. This cannot be undone.', 'Delete everything')) return
    try { await remove('/api/data'); say('Everything is deleted'); list('/api/scenarios', studies); list('/api/women', women); runs.load() } catch (failure) { warn(failure) }
  }
  return { element, title: 'Kept', release: runs.release }
}

async function list(path, place, open) {
  let entries
  try { entries = await get(path) } catch (failure) { return fill(place, h('li', { class: 'soft' }, failure.message)) }
  const draw = () => fill(place, entries.length ? entries.map((kept) => h('li', {}, h('span', {}, kept.title, kept.changed && h('span', { class: 'soft small block' }, new Date(kept.changed).toLocaleString())),
    h('span', { class: 'row' }, h('button', { class: 'button', type: 'button', 'aria-label': `Open ${kept.title}`, on: { click: () => { try { open(kept) } catch (failure) { warn(failure) } } } }, 'Open'),
      h('button', { class: 'button danger', type: 'button', 'aria-label': `Delete ${kept.title}`, on: { click: async () => {
        try { await remove(`${path}/${encodeURIComponent(kept.id)}`); entries = entries.filter(({ id }) => id !== kept.id); say(`${kept.title} deleted`); draw() } catch (failure) { warn(failure) }
      } } }, 'Delete')))) : h('li', { class: 'soft' }, 'Nothing yet.'))
  draw()
}
