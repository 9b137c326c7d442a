// A chart, or any drawing, as SVG and PNG files that look as on the page, and its numbers as CSV.
import { h, s } from '../base/dom.js'
import { download, fileName } from '../scenario/files.js'
import { LETTERS } from '../scenario/study.js'
import { unitText } from '../base/number.js'
import { say, warn } from '../base/speech.js'
import { icon } from '../base/icons.js'
import { csv } from './chart-table.js'

/// `chart` has `svg`, `words` and, for CSV, `lines`; a drawing that is no chart gives `csv()` itself.
export function exportMenu(chart) {
  const item = (kind, work) => h('button', { type: 'button', on: { click: async () => {
    menu.open = false
    try { await work(); say(`Saved as ${kind}`) } catch (failure) { warn(failure) }
  } } }, kind)
  const menu = h('details', { class: 'menu' }, h('summary', { 'aria-label': 'Save this chart', title: 'Save' }, icon('save')),
    h('div', { class: 'choices' },
      item('SVG', () => download(fileName(chart.words, 'svg'), svgText(chart), 'image/svg+xml')),
      item('PNG', async () => download(fileName(chart.words, 'png'), await picture(svgText(chart)), 'image/png')),
      (chart.csv || 'lines' in chart) && item('CSV', () => download(fileName(chart.words, 'csv'), chart.csv?.() ?? csv(chart), 'text/csv'))))
  menu.addEventListener('focusout', (event) => { if (!menu.contains(event.relatedTarget)) menu.open = false })
  return menu
}

const STYLES = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'stroke-linecap', 'stroke-opacity', 'opacity', 'font-family', 'font-size', 'font-weight', 'text-anchor', 'paint-order']

/// Its styles written out, on the page's paper, with title and key.
function svgText(chart) {
  const { width, height } = chart.svg.getBoundingClientRect()
  const lines = chart.lines ?? []
  const head = 30, key = lines.length * 18
  const copy = chart.svg.cloneNode(true)
  writeStyles(chart.svg, copy)
  copy.querySelector('.cursor')?.remove()
  copy.setAttribute('width', width)
  copy.setAttribute('height', height)
  copy.setAttribute('y', head)
  const page = getComputedStyle(document.documentElement), ink = page.getPropertyValue('--ink'), paper = page.getPropertyValue('--card')
  const font = getComputedStyle(document.body).fontFamily
  const whole = s('svg', { xmlns: 'http://www.w3.org/2000/svg', width, height: height + head + key + 8, viewBox: `0 0 ${width} ${height + head + key + 8}`, 'font-family': font },
    s('rect', { width: '100%', height: '100%', fill: paper }),
    s('text', { x: 10, y: 20, 'font-size': 14, 'font-weight': 600, fill: ink }, [chart.words, chart.valueUnit && unitText(chart.valueUnit)].filter(Boolean).join(', ')),
    copy,
    lines.map((line, index) => s('text', { x: 10, y: height + head + 14 + index * 18, 'font-size': 12, fill: page.getPropertyValue(`--arm${line.arm}`) }, `${LETTERS[line.arm]}  ${line.label}`)))
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(whole)}\n`
}

function writeStyles(from, to) {
  const style = getComputedStyle(from)
  for (const name of STYLES) {
    const value = style.getPropertyValue(name)
    if (value) to.setAttribute(name, value)
  }
  to.removeAttribute('class')
  if (from.classList.contains('cursor')) to.setAttribute('class', 'cursor')
  ;[...from.children].forEach((child, index) => writeStyles(child, to.children[index]))
}

/// Twice as fine as the screen's pixels.
async function picture(text) {
  const image = new Image()
  image.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }))
  await image.decode()
  const canvas = h('canvas', { width: image.width * 2, height: image.height * 2 })
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height)
  URL.revokeObjectURL(image.src)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}
