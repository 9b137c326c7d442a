// Icons as drawings, because fonts differ in what they have.
import { s } from './dom.js'

const PATHS = {
  add: 'M8 3v10M3 8h10', close: 'M4 4l8 8M12 4l-8 8', copy: 'M6 6h7v7H6zM3.5 10V3.5H10', save: 'M8 2.5v7.5M4.8 7L8 10.2 11.2 7M3 13h10',
  play: 'M5 3.2l8 4.8-8 4.8z', pause: 'M5.2 3.5v9M10.8 3.5v9',
}

export const icon = (name) => s('svg', { class: 'sign', viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true' }, s('path', { d: PATHS[name] }))
