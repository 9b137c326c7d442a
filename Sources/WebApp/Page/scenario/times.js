// Times of the scenario file: “18 months”, “13 weeks”, “2 years”; a month is 30.4375 days.

const DAYS = { day: 1, week: 7, month: 30.4375, year: 365.25 }

/// In months; a bare number counts as years, as the scenario file's zero does.
export function monthsOf(text) {
  if (typeof text === 'number') return text * 12
  const [, number, unit] = String(text).match(/^\s*([\d.eE+-]+)\s*([a-z]+?)s?\s*$/) ?? []
  if (!(unit in DAYS)) return 0
  return Number(number) * DAYS[unit] / DAYS.month
}

export function monthsWritten(months) {
  const round = Number(months.toFixed(4))
  return round === 1 ? '1 month' : `${round} months`
}

/// A quantity's number and unit: “50 ug/day” is [50, 'ug/day'].
export function parts(text) {
  const [, number, unit] = String(text ?? '').match(/^\s*([^\s]*)\s*(.*?)\s*$/)
  return [number, unit]
}
