// Requests to the server on this machine; errors carry its one sentence.

class Refusal extends Error {
  constructor(status, { sentence, key, line, scenario } = {}) {
    super(sentence ?? `The server answered with status ${status}.`)
    Object.assign(this, { status, key, line, scenario })
  }
}

/// Browsers refuse to go on sending more than 64 KiB for a page that is gone.
const MOST_OUTLIVING = 16_000

/// `outlives`: what is sent is to arrive also when she leaves the page meanwhile.
async function request(method, path, { body, signal, outlives } = {}) {
  const text = body === undefined ? undefined : JSON.stringify(body)
  let response
  try {
    response = await fetch(path, {
      method, signal, body: text,
      keepalive: Boolean(outlives) && text.length <= MOST_OUTLIVING,
      headers: text === undefined ? {} : { 'Content-Type': 'application/json' },
    })
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure
    throw new Refusal(0, { sentence: 'The server does not answer; is ./osteon serve still running?' })
  }
  if (response.status === 204) return null
  const answer = await response.json().catch(() => ({}))
  if (!response.ok) throw new Refusal(response.status, answer.error)
  return answer
}

export const get = (path, options) => request('GET', path, options)
export const post = (path, body, options) => request('POST', path, { body, ...options })
export const remove = (path) => request('DELETE', path)

/// What never changes while the server runs is asked for once.
const remembered = new Map()
export function getOnce(path) {
  if (!remembered.has(path)) {
    remembered.set(path, get(path).catch((failure) => { remembered.delete(path); throw failure }))
  }
  return remembered.get(path)
}
