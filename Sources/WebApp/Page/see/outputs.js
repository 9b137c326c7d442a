// What is shown of a run, in which group, by what name at each level, and the glossary's word for it.

const name = (fundamentals, intermediate, academic = intermediate) => ({ fundamentals, intermediate, academic })

/// `detail` is the level from which a chart is shown at once; below it, it stands folded.
const chart = (output, title, term, options = {}) => ({ output, title, term, ...options })

const SITES = [
  chart('density.lumbarSpine', name('Lower back', 'Lumbar spine', 'Lumbar spine, areal density by DXA'), 'lumbar spine (LS)'),
  chart('density.femoralNeck', name('Top of the thigh bone', 'Femoral neck', 'Femoral neck, areal density by DXA'), 'femoral neck (FN)'),
  chart('density.totalHip', name('Hip', 'Total hip', 'Total hip, areal density by DXA'), 'total hip (TH)'),
  chart('density.totalBody', name('Whole skeleton', 'Total body', 'Total body, areal density by DXA'), 'total body BMD (TB)'),
  chart('density.radius', name('Forearm', 'Radius', 'Distal third of the radius, areal density'), 'radius BMD'),
  chart('density.lumbarSpineTrabecular', name('Spongy bone of the back', 'Spine, trabecular', 'Trabecular lumbar spine, volumetric density by QCT'), 'QCT', { detail: 'academic' }),
]

export const GROUPS = [
  {
    id: 'density', title: name('How much bone there is', 'Bone density'),
    text: name('A line that falls is bone being lost.',
      'Change of density from the start at each site a scanner measures.',
      'Density by site as change from time zero. Points: published rows; filled were fitted to, hollow never.'),
    spread: 'fits', charts: SITES,
  },
  {
    id: 'markers', spread: 'fits', title: name('How fast bone is renewed', 'Turnover markers'),
    text: name('Scraps of bone being removed and built, found in blood. They move within weeks, years before a scan does.',
      'Resorption and formation markers, in per cent of her own premenopausal level.',
      'Markers follow resorption and formation fluxes by their own kinetics; per cent of the premenopausal mean.'),
    charts: [
      chart('marker.CTX', name('Bone being removed: CTX', 'CTX, resorption', 'Serum β-CTX, resorption'), 'CTX'),
      chart('marker.P1NP', name('Bone being built: P1NP', 'P1NP, formation', 'Serum P1NP, formation'), 'P1NP'),
      chart('marker.NTX', name('Bone being removed: NTX', 'NTX, resorption', 'Urinary NTX, resorption'), 'NTX', { detail: 'academic' }),
      chart('marker.BSAP', name('Bone being built: BSAP', 'BSAP, formation', 'Serum BSAP, mineralising osteoblasts'), 'BSAP', { detail: 'academic' }),
      chart('marker.osteocalcin', name('Bone being built: osteocalcin', 'Osteocalcin, formation'), 'osteocalcin', { detail: 'academic' }),
    ],
  },
  {
    id: 'hormones', spread: 'women', title: name('Hormones in the blood', 'Hormone levels and metabolites'),
    text: name('The same dose gives other levels by another route: what is swallowed passes the liver first.',
      'Levels averaged over the interval between doses, or over the cycle. Estrone and allopregnanolone tell swallowed from worn.',
      'Means over the dosing or cycle period; moments are in the close-up below. Estrone, estrone sulfate, SHBG and allopregnanolone carry the first pass.'),
    charts: [
      chart('serum.estradiol', name('Estradiol, the strongest estrogen', 'Estradiol'), 'estradiol (E2)'),
      chart('serum.estrone', name('Estrone, a weaker estrogen', 'Estrone'), 'estrone (E1)'),
      chart('serum.progesterone', name('Progesterone', 'Progesterone'), 'progesterone (P4)'),
      chart('serum.allopregnanolone', name('Allopregnanolone, a calming breakdown product', 'Allopregnanolone'), 'allopregnanolone'),
      chart('serum.FSH', name('FSH, the call to the ovary', 'FSH'), 'FSH'),
      chart('serum.SHBG', name('SHBG, a carrier made by the liver', 'SHBG'), 'SHBG'),
      chart('serum.estroneSulfate', name('Estrone sulfate, a store of estrogen', 'Estrone sulfate'), 'estrone sulfate', { detail: 'academic' }),
      chart('serum.pregnanolone', name('Pregnanolone', 'Pregnanolone'), 'pregnanolone', { detail: 'academic' }),
      chart('serum.medroxyprogesterone', name('Medroxyprogesterone', 'Medroxyprogesterone'), 'medroxyprogesterone acetate (MPA)', { detail: 'academic' }),
      chart('serum.LH', name('LH', 'LH'), 'LH', { detail: 'academic' }),
      chart('serum.testosterone', name('Testosterone', 'Testosterone'), 'testosterone', { detail: 'academic' }),
      chart('serum.DHEAS', name('DHEA-S', 'DHEA-S'), 'DHEA-S', { detail: 'academic' }),
      chart('serum.cortisol', name('Cortisol, the stress hormone', 'Cortisol'), 'cortisol', { detail: 'academic' }),
      chart('serum.TSH', name('TSH, the call to the thyroid', 'TSH'), 'TSH', { detail: 'academic' }),
      chart('serum.freeT3', name('Free T3, active thyroid hormone', 'Free T3'), 'free T3', { detail: 'academic' }),
      chart('serum.PTH', name('PTH, keeper of calcium', 'PTH'), 'PTH', { detail: 'academic' }),
      chart('serum.calcitriol', name('Active vitamin D', 'Calcitriol'), 'calcitriol', { detail: 'academic' }),
      chart('serum.calcium', name('Calcium in blood', 'Calcium'), 'calcium', { detail: 'academic' }),
      chart('serum.IGF1', name('IGF-1, a growth signal', 'IGF-1'), 'IGF-1', { detail: 'academic' }),
      chart('serum.IL6', name('Interleukin-6, a signal of inflammation', 'IL-6'), 'IL-6', { detail: 'academic' }),
    ],
  },
  {
    id: 'signals', spread: 'fits', title: name('Signals and cells in bone', 'RANKL, OPG and the cells of bone'),
    text: name('RANKL tells the removal crew to come; OPG catches that call. One is what she had before menopause.',
      'RANKL:OPG sets how many osteoclasts form; all are relative to her premenopausal mean of 1.',
      'Relative to the premenopausal steady state. RANKL:OPG drives osteoclastogenesis; sclerostin restrains osteoblasts; remodelling space is the transient deficit.'),
    charts: [
      chart('bone.RANKLtoOPG', name('Go against stop: RANKL to OPG', 'RANKL:OPG ratio'), 'RANKL:OPG ratio'),
      chart('bone.osteoclasts', name('Removal crew', 'Osteoclasts'), 'osteoclast'),
      chart('bone.osteoblasts', name('Building crew', 'Osteoblasts'), 'osteoblast'),
      chart('bone.osteocytes', name('Cells living inside bone', 'Osteocytes'), 'osteocyte', { detail: 'intermediate' }),
      chart('bone.sclerostin', name('Brake on building', 'Sclerostin'), 'sclerostin', { detail: 'intermediate' }),
      chart('receptor.ER', name('Estrogen heard by bone', 'Estrogen receptor activation'), 'ER-alpha', { detail: 'intermediate' }),
      chart('bone.RANKL', name('Go signal: RANKL', 'RANKL'), 'RANKL', { detail: 'academic' }),
      chart('bone.OPG', name('Stop signal: OPG', 'OPG'), 'OPG', { detail: 'academic' }),
      chart('bone.preosteoblasts', name('Trainee builders', 'Pre-osteoblasts'), 'pre-osteoblast', { detail: 'academic' }),
      chart('bone.remodellingSpace', name('Holes under repair', 'Remodelling space'), 'remodelling space', { detail: 'academic' }),
      chart('bone.TGFbeta', name('Growth factor set free from bone', 'TGF-β'), 'TGF-beta', { detail: 'academic' }),
    ],
  },
]

/// Shown as a table and a picture rather than as charts.
const FRACTURES = ['fracture.hip', 'fracture.clinicalVertebral', 'fracture.wrist', 'fracture.nonvertebral', 'fracture.majorOsteoporotic', 'fracture.any']
const T_SCORES = SITES.map(({ output }) => output.replace('density.', 'tScore.'))
const LEVELS = ['outcome.hotFlushes', 'outcome.sleep', 'outcome.HDL', 'outcome.LDL', 'outcome.triglycerides', 'receptor.GABAA']

export const OUTPUTS = [...GROUPS.flatMap((group) => group.charts.map(({ output }) => output)), ...FRACTURES, ...T_SCORES, ...LEVELS]

export const chartOf = (output) => GROUPS.flatMap((group) => group.charts).find((entry) => entry.output === output)
