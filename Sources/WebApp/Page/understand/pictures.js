import { h } from '../base/dom.js'
export const picturesView = () => ({ element: h('p', {}, 'pictures'), title: 'pictures' })
