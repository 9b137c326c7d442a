import Physiology
import Symbolics

/// The panel: steroids, pituitary, thyroid, minerals, growth and markers of bone.
enum LaboratoryPanel {
    static let tests: [LaboratoryTest] = steroids + glands + minerals + markers

    /// Four references of a hormone that follows the cycle, by the ends of their names.
    private static func cyclic(_ name: String) -> [LaboratoryTest.Reference] {
        [
            .init("lab_ref_\(name)_follicular", .follicular), .init("lab_ref_\(name)_midcycle", .midCycle),
            .init("lab_ref_\(name)_luteal", .luteal), .init("lab_ref_\(name)_post", .afterMenopause),
        ]
    }

    private static let steroids: [LaboratoryTest] = [
        .init(
            "Estradiol", "serum.estradiol", "pg/mL", SI: "pmol/L", molarMass: Substance.estradiol.molarMass,
            cyclic("estradiol"), .rows(within: "lab_cv_within_estradiol", method: .steroid), claim: "lab_claim_estradiol"),
        .init(
            "Estrone", "serum.estrone", "pg/mL", SI: "pmol/L", molarMass: Substance.estrone.molarMass,
            [
                .init("lab_ref_estrone_follicular", .follicular), .init("lab_ref_estrone_luteal", .luteal),
                .init("lab_ref_estrone_pre", .beforeMenopause), .init("lab_ref_estrone_post", .afterMenopause),
            ],
            .rows(within: "lab_cv_within_estradiol", method: .steroid)),
        .init(
            "Progesterone", "serum.progesterone", "ng/mL", SI: "nmol/L", molarMass: Substance.progesterone.molarMass,
            cyclic("progesterone"), .rows(within: "lab_cv_within_progesterone", method: .steroid),
            claim: "lab_claim_progesterone"),
        .init(
            "Allopregnanolone", "serum.allopregnanolone", "ng/mL", SI: "nmol/L",
            molarMass: Substance.allopregnanolone.molarMass,
            [
                .init("lab_ref_allopregnanolone_luteal", .luteal),
                .init("lab_ref_allopregnanolone_follicular", .beforeMenopause),
                .init("lab_ref_allopregnanolone_post", .afterMenopause),
            ],
            .rows(within: "lab_cv_within_progesterone", method: .steroid)),
        .init(
            "Testosterone", "serum.testosterone", "ng/dL", SI: "nmol/L", molarMass: Substance.testosterone.molarMass,
            [.init("lab_ref_testosterone")], .rows(within: "lab_cv_within_testosterone", method: .steroid)),
        .init(
            "Testosterone, free", "serum.freeTestosterone", "pg/mL", SI: "pmol/L",
            molarMass: Substance.testosterone.molarMass, [.init("lab_ref_free_testosterone")],
            .rows(within: "lab_cv_within_testosterone", method: .steroid)),
        .init(
            "DHEA-S", "serum.DHEAS", "ug/dL", SI: "umol/L",
            molarMass: Substance.dehydroepiandrosteroneSulfate.molarMass,
            [
                .init("lab_ref_dheas_20", ages: 0..<25), .init("lab_ref_dheas_25", ages: 25..<35),
                .init("lab_ref_dheas_35", ages: 35..<45), .init("lab_ref_dheas_45", ages: 45..<55),
                .init("lab_ref_dheas_55", ages: 55..<65), .init("lab_ref_dheas_65", ages: 65..<120),
            ],
            .rows(within: "lab_cv_within_dheas", method: .immunoassay)),
        .init(
            "Cortisol, 8 in the morning", "serum.cortisol", "ug/dL", SI: "nmol/L", molarMass: Substance.cortisol.molarMass,
            [.init("lab_ref_cortisol")], .rows(within: "lab_cv_within_cortisol", method: .steroid)),
    ]

    /// Molar masses of thyroxine, triiodothyronine, insulin-like growth factor 1, PTH 1-84, 25-hydroxycholecalciferol, calcium.
    private static let masses = (T4: 776.87, T3: 650.97, IGF1: 7649.0, PTH: 9425.0, calcidiol: 400.64, calcium: 40.08)

    private static let glands: [LaboratoryTest] = [
        .init("FSH", "serum.FSH", "IU/L", cyclic("fsh"), .rows(within: "lab_cv_within_fsh", method: .immunoassay)),
        .init("LH", "serum.LH", "IU/L", cyclic("lh"), .rows(within: "lab_cv_within_lh", method: .immunoassay)),
        .init(
            "SHBG", "serum.SHBG", "nmol/L",
            [.init("lab_ref_shbg_pre", ages: 0..<50), .init("lab_ref_shbg_post", ages: 50..<120)],
            .rows(within: "lab_cv_within_shbg", method: .immunoassay)),
        .init(
            "TSH", "serum.TSH", "mIU/L", [.init("lab_ref_tsh")],
            .rows(within: "HPT_TSH_CVintra", method: .immunoassay), claim: "lab_claim_tsh"),
        .init(
            "Free T4", "serum.freeT4", "ng/dL", SI: "pmol/L", molarMass: masses.T4, [.init("lab_ref_ft4")],
            .rows(within: "HPT_FT4_CVintra", method: .immunoassay), claim: "lab_claim_ft4"),
        .init(
            "Free T3", "serum.freeT3", "pg/mL", SI: "pmol/L", molarMass: masses.T3, [.init("lab_ref_ft3")],
            .rows(within: "HPT_T3_CVintra", method: .immunoassay), claim: "lab_claim_ft3"),
        .init(
            "IGF-1", "serum.IGF1", "ng/mL", SI: "nmol/L", molarMass: masses.IGF1,
            [
                .init("lab_ref_igf1_18", ages: 0..<30), .init("lab_ref_igf1_30", ages: 30..<40),
                .init("lab_ref_igf1_40", ages: 40..<50), .init("lab_ref_igf1_50", ages: 50..<60),
                .init("lab_ref_igf1_60", ages: 60..<70), .init("lab_ref_igf1_70", ages: 70..<120),
            ],
            .rows(within: "lab_cv_within_igf1", method: .immunoassay)),
    ]

    private static let minerals: [LaboratoryTest] = [
        .init(
            "25-OH vitamin D", "serum.calcidiol", "ng/mL", SI: "nmol/L", molarMass: masses.calcidiol,
            [.init("lab_ref_calcidiol")], .rows(within: "lab_cv_within_calcidiol", method: .immunoassay),
            claim: "lab_claim_calcidiol"),
        .init(
            "PTH", "serum.PTH", "pg/mL", SI: "pmol/L", molarMass: masses.PTH, [.init("lab_ref_pth")],
            .rows(within: "lab_cv_within_pth", method: .immunoassay)),
        .init(
            "Calcium", "serum.calcium", "mg/dL", SI: "mmol/L", molarMass: masses.calcium, [.init("lab_ref_calcium")],
            .rows(within: "lab_cv_within_calcium", method: .row("lab_cv_analytical_calcium"))),
    ]

    private static let markers: [LaboratoryTest] = [
        .init(
            "CTX", "markerLevel.CTX", "ng/mL",
            [.init("btm_ctx_pre", .beforeMenopause), .init("btm_ctx_post", .afterMenopause)],
            .measurement(of: "marker.CTX")),
        .init(
            "NTX in urine", "markerLevel.NTX", "nmol/mmol",
            [.init("btm_untx_pre_recalled", .beforeMenopause), .init("lab_ref_ntx_post", .afterMenopause)],
            .measurement(of: "marker.NTX")),
        .init(
            "P1NP", "markerLevel.P1NP", "ug/L",
            [.init("btm_p1np_pre_recalled", .beforeMenopause), .init("lab_ref_p1np_post", .afterMenopause)],
            .measurement(of: "marker.P1NP")),
        .init(
            "Bone alkaline phosphatase", "markerLevel.BSAP", "ug/L",
            [.init("btm_bsap_pre_recalled", .beforeMenopause), .init("lab_ref_bsap_post", .afterMenopause)],
            .measurement(of: "marker.BSAP")),
        .init(
            "Osteocalcin", "markerLevel.osteocalcin", "ug/L",
            [.init("btm_oc_pre", .beforeMenopause), .init("btm_oc_post", .afterMenopause)],
            .measurement(of: "marker.osteocalcin")),
    ]
}
