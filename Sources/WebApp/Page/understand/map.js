import { h } from '../base/dom.js'
export const mapView = () => ({ element: h('p', {}, 'map'), title: 'map' })
