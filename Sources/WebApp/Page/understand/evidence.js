import { h } from '../base/dom.js'
export const evidenceView = () => ({ element: h('p', {}, 'evidence'), title: 'evidence' })
