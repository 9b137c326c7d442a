/// A trial file that runs as it stands and says what each key is for.
public enum TrialTemplate {
    public static let text = """
        # A virtual trial. Change it, then:   osteon trial run mine.yaml
        # How large it has to be:             osteon trial power mine.yaml --endpoint lumbarSpine --arms patch,placebo
        title: A low-dose estradiol patch or placebo for two years
        source: "planned"                     # a published trial has its citation here, with the PMID
        assumptions:                          # what the publication does not say, or what you take for granted
          - "One in ten women stops her patch each year."

        # The mean woman; others are drawn around her. Every quantity has its unit. All keys of a scenario's woman are known here.
        woman:
          age: 58 years
          menopause: {age: 51 years, kind: natural}
          weight: 68 kg
          density: {lumbarSpine: -1.5 T}      # leave out for what is usual at her age

        # Who is let in: women are drawn until they fit, and the number screened is reported. Leave out what does not matter.
        eligibility:
          age: 50 to 65 years
          yearsSinceMenopause: 1 to 15 years
          BMI: 18 to 35 kg/m2                 # also: weight, vitaminD, calcium, density: {lumbarSpine: -2.5 to 0 T}

        years: 2
        visits: 6 months                      # or a list: [3 months, 1 year, 2 years]

        with:                                 # taken in all arms, to the end
          - {medicine: calcium, form: oral, dose: 500 mg, every: 1 day}

        arms:                                 # 'osteon model medicines' lists what can be taken
          - {name: placebo, women: 100}
          - name: patch
            women: 100
            therapy:
              - {medicine: estradiol, form: patch, dose: 25 ug/day}

        # measure: percent change | percent per year | change | level | losers (with losing: 3 %)
        #          and of one arm against another (with against: placebo): difference | ratio | hazard ratio
        # A published trial also has   observed: {placebo: O0001, patch: [O0002, O0003]}   rows of the evidence, arm by arm.
        endpoints:
          - {output: density.lumbarSpine, measure: percent change, at: 2 years}
          - {output: density.lumbarSpine, measure: difference, against: placebo, at: 2 years}
          - {output: density.totalHip, measure: percent change, at: 2 years}
          - {output: density.lumbarSpine, measure: losers, losing: 3 %, at: 2 years}
          - {output: marker.CTX, measure: percent change, at: 6 months}
          - {output: fracture.any, measure: hazard ratio, against: placebo, at: 2 years}

        # kept: who stops is still measured (intention to treat); lost: she is not.
        adherence: {stop: 10 %, within: 1 year, afterStopping: kept}

        # Error of one measurement, as coefficient of variation; what is left out has that of the literature.
        measurement: {density.lumbarSpine: 1.1 %, marker.CTX: 15 %}

        """
}
