// Numbers and units as people read them.

const MINUS = '\u2212'

/// To so many significant digits, without an exponent where that can be read.
export function significant(value, digits = 3) {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–'
  if (value === 0) return '0'
  const size = Math.floor(Math.log10(Math.abs(value)))
  const text = size < -4 || size > 6 ? value.toExponential(digits - 1) : value.toFixed(Math.max(0, digits - 1 - size))
  return text.replace(/^-/, MINUS).replace(/^\u2212([0.]+)$/, '$1')
}

export function fixed(value, decimals) {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–'
  return value.toFixed(decimals).replace(/^-/, MINUS).replace(/^\u2212([0.]+)$/, '$1')
}

export function signed(value, decimals) {
  const text = fixed(value, decimals)
  return Number.isFinite(value) && !text.startsWith(MINUS) && !/^[0.]+$/.test(text) ? `+${text}` : text
}

const UNITS = { '1': '', 'ug': 'µg', 'g/cm2': 'g/cm²', 'mg/cm3': 'mg/cm³' }
export function unitText(unit) {
  if (unit in UNITS) return UNITS[unit]
  return unit.replace(/\bu(?=[gmlM])/g, 'µ').replace('1/week', 'a week')
}

export function withUnit(text, unit) {
  const shown = unitText(unit ?? '')
  return shown ? `${text}\u00a0${shown}` : text
}

/// A time in words: “month 6”, “year 2.5”.
export function timeText(years) {
  if (years < 1 - 1e-6) return `month ${Math.round(years * 12)}`
  return `year ${Number(years.toFixed(2))}`
}

/// Months as a length: “18 months”, “2 years”.
export function monthsText(months) {
  const round = Math.round(months * 100) / 100
  if (round >= 12 && round % 12 === 0) return round === 12 ? '1 year' : `${round / 12} years`
  return round === 1 ? '1 month' : `${round} months`
}
