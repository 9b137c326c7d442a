import { h } from '../base/dom.js'
export const keptView = () => ({ element: h('p', {}, 'kept'), title: 'Kept' })
