// The systems map: every part of the model and what it hands to others. A part opens by click, tap or Enter.
import { h, s, fill } from '../base/dom.js'
import { get, getOnce } from '../base/api.js'
import { said } from '../base/level.js'
import { say, warn } from '../base/speech.js'
import { citation } from './grades.js'

/// Width of a letter on the mean, in the map's units.
const LETTER = 6.3

export function mapView(id) {
  const panel = h('section', { class: 'card part', 'aria-live': 'polite' }), place = h('div', { class: 'card net', tabindex: -1 }), list = h('div', {})
  const search = h('input', { class: 'search', type: 'search', placeholder: 'Find a part', 'aria-label': 'Find a part', on: { input: () => find(search.value) } })
  const element = h('div', { class: 'reading' }, h('h1', {}, 'The map'), said({
    fundamentals: 'Every part of the model, and what tells what to do. Press on one to see what goes in and what comes out.',
    intermediate: 'Parts of the model by system; arrows lead from what acts to what is acted on. Open one for its inputs, outputs and sources.',
    academic: 'Components and the quantities they hand on. Each opens with states, equations, parameters, status and sources.',
  }, 'p', { class: 'lead' }), h('div', { class: 'row' }, search), h('div', { class: 'columns wide-left' }, place, panel), list)
  let nodes = new Map(), marks = new Map(), arrows = []

  getOnce('/api/map').then((map) => {
    draw(map)
    if (id) {
      open(id, false)
      marks.get(id)?.scrollIntoView({ block: 'center', inline: 'center' })
      scrollTo(0, 0)
    }
    else fill(panel, h('p', { class: 'soft' }, 'Press on a part, or choose one from the list.'))
  }).catch(warn)

  function draw(map) {
    nodes = new Map(map.nodes.map((node) => [node.id, node]))
    const all = map.nodes, groups = [...new Set(all.map((node) => node.group))]
    arrows = map.edges.map((edge) => ({ ...edge, line: s('path', { class: 'arrow', d: road(edge.curve) }) }))
    marks = new Map(all.map((node) => [node.id, box(node, groups.indexOf(node.group))]))
    fill(place, s('svg', { class: 'map', viewBox: `-8 -8 ${map.width + 16} ${map.height + 16}`, role: 'group', 'aria-label': 'Map of the parts of the model' },
      s('defs', {}, s('marker', { id: 'tip', viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 6, markerHeight: 6, orient: 'auto' }, s('path', { class: 'tip', d: 'M0,0 L8,4 L0,8 Z' }))),
      arrows.map(({ line }) => line), [...marks.values()]))
    fill(list, h('details', {}, h('summary', {}, 'All parts as a list'), groups.map((group) => h('div', {}, h('h3', {}, all.find((node) => node.group === group).groupTitle), h('p', {}, all.filter((node) => node.group === group).flatMap((node) => [h('a', { href: `#/map/${node.id}` }, node.title), ' · ']).slice(0, -1))))))
  }

  function box(node, group) {
    const pick = () => open(node.id, true)
    return s('g', { class: `node group${group % 8}`, tabindex: 0, role: 'button', 'aria-label': node.title, transform: `translate(${node.x},${node.y})`,
      on: { click: pick, keydown: (event) => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); pick() } }, focus: () => shine(node.id), pointerenter: () => shine(node.id), pointerleave: () => shine(id) } },
    s('title', {}, node.title), s('rect', { x: -node.width / 2, y: -node.height / 2, width: node.width, height: node.height, rx: 7 }), lettering(node))
  }

  /// A part with its neighbours stands out from the rest.
  function shine(chosen) {
    place.classList.toggle('chosen', Boolean(chosen))
    const near = new Set([chosen])
    for (const { from, to, line } of arrows) {
      const mine = from === chosen || to === chosen
      line.classList.toggle('in', to === chosen)
      line.classList.toggle('out', from === chosen)
      if (mine) near.add(from).add(to)
    }
    for (const [name, mark] of marks) { mark.classList.toggle('near', near.has(name)); mark.classList.toggle('this', name === chosen) }
  }

  function find(words) {
    const wanted = words.trim().toLowerCase()
    for (const [name, mark] of marks) mark.classList.toggle('faded', Boolean(wanted) && !`${name} ${nodes.get(name).title}`.toLowerCase().includes(wanted))
    if (wanted) say(`${[...marks.values()].filter((mark) => !mark.classList.contains('faded')).length} parts`)
  }

  async function open(name, remember) {
    id = name
    shine(name)
    if (remember) history.replaceState(null, '', `#/map/${name}`)
    try {
      const part = await get(`/api/map/${encodeURIComponent(name)}`)
      if (id === name) fill(panel, partText(part, nodes))
    } catch (failure) { fill(panel, h('p', {}, failure.message)) }
  }

  return { element, title: 'Map' }
}

/// The title in as many lines as its box is wide for.
function lettering({ title, width }) {
  const lines = ['']
  for (const word of title.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim()
    if (longer.length * LETTER > width && lines.at(-1)) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return s('text', { 'text-anchor': 'middle' }, lines.map((line, index) => s('tspan', { x: 0, y: (index - (lines.length - 1) / 2) * 14, dy: '.34em' }, line)))
}

/// Start, three points a cubic piece, and the tip.
const road = (curve) => {
  const [start, ...rest] = curve.map((point) => point.map((number) => number.toFixed(1)).join(','))
  const cubic = rest.slice(0, 3 * Math.floor(rest.length / 3))
  return `M${start}C${cubic.join(' ')}${rest.slice(cubic.length).map((point) => `L${point}`).join('')}`
}

function partText(part, nodes) {
  const links = (list) => list?.length ? h('ul', { class: 'plain small' }, list.map(({ name, meaning, components }) => h('li', {}, h('b', {}, name), meaning ? ` ${meaning}` : '',
    components?.length ? [' ', components.map((part, index) => [index ? ', ' : '', nodes.has(part) ? h('a', { href: `#/map/${part}` }, nodes.get(part).title) : part])] : ''))) : h('p', { class: 'soft small' }, 'None.')
  const academic = h('div', { class: 'from-academic' },
    h('h3', {}, 'States'), part.states?.length ? h('ul', { class: 'plain small' }, part.states.map((state) => h('li', {}, typeof state === 'string' ? state : `${state.name}${state.unit ? ` [${state.unit}]` : ''}`, state.meaning ? h('span', { class: 'soft' }, ` ${state.meaning}`) : ''))) : h('p', { class: 'soft small' }, 'None.'),
    h('h3', {}, 'Equations'), part.equations?.length ? h('div', { class: 'equations', tabindex: 0, role: 'region', 'aria-label': 'Equations' }, part.equations.map((equation) => h('code', {}, equation))) : h('p', { class: 'soft small' }, 'None.'))
  const parameters = part.parameters?.length ? h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Parameters' }, h('table', {},
    h('thead', {}, h('tr', {}, ['Parameter', 'Value', 'Status', 'Source'].map((name) => h('th', { scope: 'col' }, name)))),
    h('tbody', {}, part.parameters.map((parameter) => h('tr', {}, h('th', { scope: 'row' }, parameter.name.split('.').at(-1), parameter.meaning && h('span', { class: 'soft small block' }, parameter.meaning)),
      h('td', { class: 'number' }, `${typeof parameter.value === 'number' ? Number(parameter.value.toPrecision(4)) : parameter.value} ${parameter.unit === '1' ? '' : parameter.unit ?? ''}`), h('td', {}, parameter.status), h('td', { class: 'source small' }, citation(parameter.source))))))) : h('p', { class: 'soft small' }, 'None of its own.')
  return [h('h2', {}, part.title), part.summary && h('p', {}, part.summary),
    h('h3', {}, 'What goes in'), links(part.inputs), h('h3', {}, 'What comes out'), links(part.outputs), academic,
    h('h3', {}, 'Numbers'), parameters]
}
