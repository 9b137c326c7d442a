// Elements without a framework: h('p', {class: 'soft'}, 'text', child, …); s(…) for SVG.

const SVG = 'http://www.w3.org/2000/svg'

export const h = (tag, attributes, ...children) => furnish(document.createElement(tag), attributes, children)
export const s = (tag, attributes, ...children) => furnish(document.createElementNS(SVG, tag), attributes, children)

function furnish(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === undefined || value === null || value === false) continue
    if (name === 'on') for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener)
    // The content security policy forbids style attributes in markup; the object model may set them.
    else if (name === 'style') for (const [property, text] of Object.entries(value)) element.style.setProperty(property, text)
    else if (name === 'value' && 'value' in element) element.value = value
    else if (name === 'checked') element.checked = value
    else element.setAttribute(name, value === true ? '' : value)
  }
  add(element, children)
  return element
}

export function add(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === undefined || child === null || child === false) continue
    element.append(child)
  }
  return element
}

export function fill(element, ...children) {
  element.replaceChildren()
  return add(element, children)
}

/// An identifier that no other element has, to tie a label to its field.
let count = 0
export const unique = (stem) => `${stem}-${++count}`

/// Calls at most once a frame, with the last arguments.
export function onceAFrame(work) {
  let last, waiting = false
  return (...values) => {
    last = values
    if (waiting) return
    waiting = true
    requestAnimationFrame(() => { waiting = false; work(...last) })
  }
}
