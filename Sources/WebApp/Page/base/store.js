// A value that tells when it changes.

export class Store extends EventTarget {
  #value
  constructor(value) { super(); this.#value = value }
  get value() { return this.#value }
  set value(next) {
    if (next === this.#value) return
    this.#value = next
    this.dispatchEvent(new Event('change'))
  }
  /// Calls now and at each change until the signal is aborted.
  watch(listener, signal) {
    this.addEventListener('change', () => listener(this.#value), { signal })
    listener(this.#value)
  }
}

/// A store that this browser remembers; `allowed` guards against what an older page wrote.
export function kept(name, initial, allowed) {
  let saved = null
  try { saved = localStorage.getItem(`osteon.${name}`) } catch { /* private windows may forbid it */ }
  const store = new Store(allowed.includes(saved) ? saved : initial)
  store.addEventListener('change', () => { try { localStorage.setItem(`osteon.${name}`, store.value) } catch { /* as above */ } })
  return store
}
