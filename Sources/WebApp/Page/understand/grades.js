// How strong the evidence is, and where it stands.
import { h } from '../base/dom.js'

export const GRADES = { A: 'randomised trials or meta-analyses in women', B: 'good observational or mechanistic studies in people', C: 'cells, animals or small studies', D: 'opinion, memory or nothing found' }

/// The letter, and on hover what it means; `reason` says why it was given here.
export function gradeMark(grade, reason) {
  if (!grade) return ''
  const text = `Evidence grade ${grade}: ${reason || GRADES[grade[0]] || 'not graded'}`
  return h('span', { class: 'grade', 'data-grade': grade[0], title: text, role: 'img', 'aria-label': text }, grade)
}

/// A citation as text, with PMIDs, PMCs and DOIs as links, which open only when they are followed; `address` is for one without any.
export function citation(text, address) {
  const shown = String(text ?? '')
  const parts = []
  let end = 0
  for (const match of shown.matchAll(/\b(PMID:? ?(\d+)|PMC(\d+)|(?:doi:? ?)?(10\.\d{4,}\/[^\s;,)]+))/gi)) {
    const [whole, , pmid, pmc, doi] = match
    const to = pmid ? `https://pubmed.ncbi.nlm.nih.gov/${pmid}/` : pmc ? `https://pmc.ncbi.nlm.nih.gov/articles/PMC${pmc}/` : `https://doi.org/${doi}`
    parts.push(shown.slice(end, match.index), h('a', { href: to, target: '_blank', rel: 'noreferrer' }, whole))
    end = match.index + whole.length
  }
  if (!end && address) return h('a', { class: 'citation', href: address, target: '_blank', rel: 'noreferrer' }, shown)
  parts.push(shown.slice(end))
  return h('span', { class: 'citation' }, parts)
}
