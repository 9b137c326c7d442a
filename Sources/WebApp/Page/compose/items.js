// What may stand on a timeline: medicines as the server lists them, and circumstances that come and go.
import { getOnce } from '../base/api.js'
import { parts } from '../scenario/times.js'
import { unitText } from '../base/number.js'

export const medicines = () => getOnce('/api/medicines')

/// Circumstances with their measure, as the scenario file has them.
export const CONDITIONS = {
  thyrotoxicosis: { name: 'Too much thyroid hormone', key: 'TSH', value: '0.05 mIU/L', units: ['mIU/L'] },
  hypothyroidism: { name: 'Too little thyroid hormone', key: 'TSH', value: '12 mIU/L', units: ['mIU/L'] },
  cortisolExcess: { name: 'Chronic stress, cortisol excess', key: 'factor', value: 1.5, units: ['× her usual cortisol'] },
  inflammation: { name: 'Inflammation', key: 'factor', value: 2, units: ['× her usual IL-6 and TNF-α'] },
  insulinResistance: { name: 'Insulin resistance', key: 'HOMA-IR', value: 4, units: ['HOMA-IR'] },
  energyDeficit: { name: 'Eating less than she spends', key: 'availability', value: '25 kcal/kg/day', units: ['kcal/kg/day'] },
}

/// Effects that the evidence does not support, by name; off unless a regimen switches one on.
export const hypotheses = async () => (await getOnce('/api/gaps')).hypotheses

/// “progesteroneOnOPG” in words.
export const spaced = (name) => name.replace(/([a-z])([A-Z])/g, (_, end, start) => `${end} ${start}`).replace(/ ([A-Z])(?=[a-z])/g, (_, letter) => ` ${letter.toLowerCase()}`)

export const capital = (text) => text[0].toUpperCase() + text.slice(1)

export function nameOf(item) {
  if (item.kind) return CONDITIONS[item.kind]?.name ?? item.kind
  return `${capital(item.medicine)}, ${item.form}`
}

export function measureOf(item) {
  if (item.kind) {
    const { key, units } = CONDITIONS[item.kind] ?? {}
    return key === 'factor' || key === 'HOMA-IR' ? `${item[key]} ${units[0]}` : `${key} ${item[key]}`
  }
  const [number, unit] = parts(item.dose)
  return [`${number} ${unitText(unit)}`, item.every && item.every !== '1 day' ? `every ${item.every}` : '', item.days ? `days ${item.days}` : ''].filter(Boolean).join(', ')
}

/// A hue for each family, so that the eye finds the estrogen among the rest.
export function colourOf(item) {
  if (item.kind) return 'var(--near)'
  const name = item.medicine
  if (/estradiol|estrogen/.test(name)) return 'var(--clast)'
  if (/progest|dydro|norethis|levonorg/.test(name)) return 'var(--cyte)'
  if (/denosumab|teriparatide|alendronate|calcium|cholecalciferol/.test(name)) return 'var(--lining)'
  if (/anastrozole|letrozole|leuprolide|prednisolone/.test(name)) return 'var(--near)'
  return 'var(--blast)'
}
