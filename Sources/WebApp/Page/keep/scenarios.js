// Studies kept in the user's data folder, through the server: the scenarios, and the whole study beside them.
import { post } from '../base/api.js'
import { study, scenarioOf } from '../scenario/study.js'
import { warn } from '../base/speech.js'
import { ask } from './ask.js'

/// The server takes no null for a value.
const withoutNulls = (value) => JSON.parse(JSON.stringify(value, (_, one) => one === null ? undefined : one))

/// The name it is kept by; null if it is not.
export async function keepScenario() {
  const title = await ask('Keep this study', 'Name', study.value.arms.map((arm) => arm.title).join(' · ').slice(0, 100))
  if (!title) return null
  try {
    await post('/api/scenarios', { title, scenario: scenarioOf(study.value, study.value.arms[0]), study: withoutNulls(study.value) }, { outlives: true })
    return title
  } catch (failure) { warn(failure); return null }
}
