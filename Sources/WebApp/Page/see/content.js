// What a chart shows of one output: lines, bands, published points, unit and scale.
import { fixed, signed } from '../base/number.js'
import { kept } from '../base/store.js'

/// How density is told.
export const SCALES = { change: '% change', absolute: 'g/cm²', T: 'T-score' }
export const scale = kept('scale', 'change', Object.keys(SCALES))

/// Densities are told as change from the start, cells and signals relative to before menopause, levels as they are.
export function contentOf(output, { runs, years }, published) {
  const isDensity = output.startsWith('density.') && scale.value === 'change'
  if (output.startsWith('density.') && scale.value === 'T') return tScores(output.replace('density.', 'tScore.'), runs, years)
  const lines = runs.flatMap((run, arm) => {
    const series = run.byName.get(output)
    if (!series) return []
    const start = series.values[0]
    const change = isDensity ? (value) => value === null ? null : 100 * (value / start - 1) : (value) => value
    return [{ arm, label: run.title, times: run.times, values: series.values.map(change), ...bandOf(series, run, isDensity), unit: series.unit }]
  })
  const points = published.flatMap((rows, arm) => rows
    .filter((row) => row.output === output && (isDensity ? row.kind === 'changePercent' && row.fromYears < 1e-6 : row.kind === 'value'))
    .map((row) => ({ arm, time: row.years, value: row.value, low: row.low, high: row.high, use: row.use, text: pointText(row, isDensity) })))
  return {
    lines, points, end: years, asChange: isDensity, decimals: 1,
    unit: isDensity ? '% from the start' : output.startsWith('bone.') ? '× before menopause' : output.startsWith('marker.') ? '% of before menopause' : output.startsWith('receptor.') ? 'of 1' : lines[0]?.unit ?? '1',
    reference: isDensity ? 0 : output.startsWith('bone.') ? 1 : output.startsWith('marker.') ? 100 : null,
    fromZero: output.startsWith('serum.') || output.startsWith('receptor.'), leastSpan: isDensity ? 2 : output.startsWith('bone.') ? 0.2 : 0,
  }
}

function bandOf(series, run, isChange = false) {
  if (!series.low) return {}
  return { low: isChange ? series.changeLow : series.low, high: isChange ? series.changeHigh : series.high, spread: series.spread, percent: run.bandPercent }
}

/// The chance of a fracture as women of a thousand, who either break a bone, die of something else first, or do neither.
export function frequencies(output, { runs, years }) {
  const tenfold = (list) => list?.map((value) => value === null ? null : 10 * value)
  const lines = runs.flatMap((run, arm) => {
    const series = run.byName.get(output)
    if (!series) return []
    const band = bandOf(series, run)
    return [{ arm, label: run.title, times: run.times, values: tenfold(series.values), ...band, ...(band.low ? { low: tenfold(band.low), high: tenfold(band.high) } : {}) }]
  })
  return { lines, end: years, unit: 'of 1,000', fromZero: true }
}

function tScores(output, runs, years) {
  const lines = runs.flatMap((run, arm) => {
    const series = run.byName.get(output)
    return series ? [{ arm, label: run.title, times: run.times, values: series.values, ...bandOf(series, run) }] : []
  })
  return { lines, end: years, unit: 'T-score', asChange: true, decimals: 2, reference: -2.5, leastSpan: 0.5 }
}

function pointText({ observation, value, low, high, use, citation }, isChange) {
  const text = isChange ? signed : fixed
  const interval = Number.isFinite(low) && low !== null ? ` (${text(low, 1)} to ${text(high, 1)})` : ''
  return `${text(value, 1)}${isChange ? '\u00a0%' : ''}${interval}, ${citation} (${observation}, ${use === 'calibrate' ? 'fitted to' : 'never fitted to'})`
}
