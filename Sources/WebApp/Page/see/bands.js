// What the band of a chart is of, in words.
import { said } from '../base/level.js'

/// Words by what lies between the ends of a band, as the server names it.
export const BANDS = {
  fits: {
    short: 'fits',
    text: {
      fundamentals: 'The shaded part shows how far the line may be off, for what the studies behind it leave open.',
      intermediate: 'Bands hold 95 % of the fits that suit the published results: where the mean of women like her could lie.',
      academic: 'Bands: 2.5th to 97.5th percentile over the ensemble of fits; assumed and measured numbers, and the equations, stay as they are.',
    },
  },
  fitsAndRisks: {
    short: 'fits and stated ranges of risks',
    text: {
      fundamentals: 'The shaded part shows how far the line may be off, for what is known of bone and of how often bones break.',
      intermediate: 'Bands hold 95 % of the fits, each with rates and risk ratios drawn from the ranges in which they are known.',
      academic: 'Bands: 2.5th to 97.5th percentile over the ensemble of fits, with rates, gradients and mortality drawn independently from their stated ranges.',
    },
  },
  women: {
    short: 'women like her',
    text: {
      fundamentals: 'The shaded part shows how women like her differ: nineteen of twenty have a level within it.',
      intermediate: 'Bands hold 95 % of simulated women like her: they differ in what they absorb, clear and make, and keep to levels of their own.',
      academic: 'Bands: 2.5th to 97.5th percentile over 64 virtual women: between-women spreads of uptake, clearance and set points (reference intervals), and numbers behind the levels drawn from their stated ranges.',
    },
  },
}

/// A sentence beneath the head of a group of charts.
export const bandText = (spread) => said(BANDS[spread].text, 'p', { class: 'soft small band-text' })

/// “95 % of fits”, for tables, exports and what is read aloud.
export const bandName = ({ spread, percent }) => `${percent ?? 95} % of ${BANDS[spread]?.short ?? 'runs'}`
