// Studies and pictures as files.
import { study, studyOf, scenarioOf } from './study.js'
import { checked } from './link.js'

export function download(name, content, type) {
  const blob = content instanceof Blob ? content : new Blob([content], { type })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

export const fileName = (title, ending) => `${title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60) || 'osteon'}.${ending}`

export const saveStudy = () => download('study.osteon.json', `${JSON.stringify(study.value, null, 2)}\n`, 'application/json')

/// One regimen as a scenario file of the command line, which reads JSON too.
export const saveScenario = (arm) => download(fileName(arm.title, 'json'), `${JSON.stringify(scenarioOf(study.value, arm), null, 2)}\n`, 'application/json')

export async function openStudy(file) {
  let value
  try { value = JSON.parse(await file.text()) } catch { throw new Error(`${file.name} is not JSON; expected a study or a scenario saved here.`) }
  study.open(value.simulate ? studyOf([value]) : checked(value))
}
