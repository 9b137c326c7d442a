// The whole study as text: packed in the address, and plain in a file.
import { study, empty, MOST_ARMS } from './study.js'

/// Packed into letters that an address may carry.
export async function packed(value) {
  const bytes = new TextEncoder().encode(JSON.stringify(value))
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const small = new Uint8Array(await new Response(stream).arrayBuffer())
  let binary = ''
  for (const byte of small) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

async function unpacked(text) {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  return checked(JSON.parse(await new Response(stream).text()))
}

/// A study has women, years and arms, each of one of the women; what is in them the server judges.
export function checked(value) {
  // Studies kept before there could be several women have one.
  const { woman, women = woman && [woman], years, arms } = structuredClone(value ?? {})
  const isWoman = (one) => typeof one === 'object' && one !== null
  if (!Array.isArray(women) || !women.length || !women.every(isWoman) || !(years > 0) || !Array.isArray(arms) || !arms.length || arms.length > MOST_ARMS
    || !arms.every((arm) => Array.isArray(arm?.items) && isWoman(women[arm.woman ?? 0]))) {
    throw new Error('This is no study of Osteon: expected women, years and one to four regimens, each of one of the women.')
  }
  for (const arm of arms) {
    arm.woman ??= 0
    // “To the end” is null here and left out where the server keeps it.
    for (const item of arm.items) item.until ??= null
  }
  return { women, years, arms }
}

/// Writes the study into the address, a moment after the last change so that a drag leaves no trail.
export function keepInAddress() {
  let waiting
  study.addEventListener('change', () => { clearTimeout(waiting); waiting = setTimeout(writeAddress, 250) })
}

export async function writeAddress() {
  const text = await packed(study.value)
  if (place() === 'compose') history.replaceState(null, '', `#/compose/${text}`)
  try { sessionStorage.setItem('osteon.study', text) } catch { /* only the address keeps it then */ }
}

export const place = () => location.hash.split('/')[1] || 'compose'

/// The study of the address, or of this tab before, or the one to begin with.
export async function studyAtHand() {
  const [, where, text] = location.hash.split('/')
  let last = null
  try { last = sessionStorage.getItem('osteon.study') } catch { /* none then */ }
  const source = where === 'compose' && text ? text : last
  if (!source) return empty()
  try { return await unpacked(source) } catch (failure) {
    if (source !== text) return empty()
    throw new Error('The address holds no study that can be read; it may have been cut short. Here is one to begin with.')
  }
}
