import { h } from '../base/dom.js'
export const togetherView = () => ({ element: h('p', {}, 'together'), title: 'together' })
