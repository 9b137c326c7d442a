import { h } from '../base/dom.js'
export const questionsView = () => ({ element: h('p', {}, 'questions'), title: 'questions' })
