// Studies kept in the user's data folder, through the server: the scenarios, and the whole study beside them.
import { post } from '../base/api.js'
import { study, scenarioOf } from '../scenario/study.js'
import { warn, say } from '../base/speech.js'
import { ask } from './ask.js'

export async function keepScenario() {
  const title = await ask('Keep this study', 'Name', study.value.arms.map((arm) => arm.title).join(' · ').slice(0, 100))
  if (!title) return
  try {
    await post('/api/scenarios', { title, scenario: scenarioOf(study.value, study.value.arms[0]), study: study.value })
    say(`${title} is kept`)
  } catch (failure) { warn(failure) }
}
