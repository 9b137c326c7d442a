// What is not known: outcomes without a trial, claims nobody verified, hypotheses that are off, numbers that were assumed.
import { h, fill } from '../base/dom.js'
import { getOnce } from '../base/api.js'
import { glossed } from '../base/glossary.js'
import { significant, withUnit } from '../base/number.js'
import { citation, gradeMark } from './grades.js'

export function gapsPart() {
  const element = h('div', {}, h('p', { class: 'soft', role: 'status' }, 'Loading …'))
  getOnce('/api/gaps').then(({ hypotheses, unverified, extrapolated, assumed }) => fill(element,
    part('Worked out, never counted', 'No study counted this outcome on this medicine; what is shown is extrapolated from density, turnover or other medicines.', [...d3.group(extrapolated, (gap) => gap.medicine)], ([medicine, gaps]) => [
      h('p', { class: 'said-of' }, medicine[0].toUpperCase() + medicine.slice(1)), h('p', { class: 'small' }, gaps.map((gap, index) => [index ? ' · ' : '', gap.label, ' ', gradeMark(gap.grade, gap.reason)]))]),
    part('Ideas that are switched off', 'The evidence does not support these; they are zero unless a scenario switches one on.', hypotheses, (gap) => [
      h('p', { class: 'said-of' }, gap.name), h('p', { class: 'small' }, gap.warning)]),
    part('Said, and verified by nobody', '', unverified, (gap) => [
      h('p', { class: 'said-of' }, glossed(gap.text), ' ', gradeMark(gap.grade)), h('p', { class: 'small soft' }, gap.claim, gap.bestEvidence && gap.bestEvidence !== '—' ? `: ${gap.bestEvidence}. ` : ' ', citation(gap.citation))]),
    part('Numbers that were assumed', 'Neither measured nor fitted; each with the range that was thought possible and the reason.', assumed, (gap) => [
      h('p', {}, gap.meaning, ' ', h('span', { class: 'number' }, withUnit(significant(gap.value), gap.unit)), Number.isFinite(gap.low) && h('span', { class: 'soft' }, ` (${significant(gap.low)} to ${significant(gap.high)})`)), h('p', { class: 'small soft' }, gap.parameter, gap.reason ? `: ${gap.reason}` : '')], true)))
    .catch((failure) => fill(element, h('p', {}, failure.message)))
  return element
}

function part(title, text, list, row, folded = false) {
  const rows = h('ul', { class: 'plain ledger' }, list.map((gap) => h('li', { class: 'claim' }, row(gap))))
  return h('section', { class: 'card gap' }, h('h2', {}, title), text && h('p', { class: 'soft' }, text), folded || list.length > 40 ? h('details', {}, h('summary', {}, `All ${list.length}`), rows) : rows)
}
