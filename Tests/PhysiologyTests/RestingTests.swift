import Exchange
import Modeling
import Physiology
import Solving
import Symbolics
import Testing

@Suite("The resting woman")
struct RestingTests {
    @Test(
        "before menopause density by DXA changes by less than 0.3 % a year at every site", arguments: [(30.0, 40.0), (40, 46)])
    func premenopausalDensity(ages: (from: Double, to: Double)) throws {
        let years = ages.to - ages.from
        let seen = try Experiment(woman: .aged(ages.from)).observed(at: Array(stride(from: 0, through: years, by: 1)))
        for site in sites where !site.isVolumetric {
            let values = try seen.series("density.\(site.rawValue)")
            for (before, after) in zip(values, values.dropFirst()) {
                #expect(abs(after / before - 1) < 0.003, "\(site.rawValue) \(values)")
            }
        }
    }

    @Test("trabecular bone of the spine is lost from young adulthood on, more slowly than after menopause")
    func trabecularBone() throws {
        let young = try Experiment(woman: .aged(30)).observed(at: [0, 10])
        let loss = try young.series("density.lumbarSpineTrabecular")
        let aYear = 100 * (1 - loss[1] / loss[0]) / 10
        // Riggs 2008 (O0776) saw a median of 1.6 % a year between 21 and 49; none would be the model without ageing.
        #expect((0.2...1.7).contains(aYear), "\(aYear) % a year")

        let older = try Experiment(woman: .aged(51, menopause: 51)).observed(at: [0, 2])
        let after = try older.series("density.lumbarSpineTrabecular")
        #expect(100 * (1 - (after[1] / after[0]).squareRoot()) > 2 * aYear, "\(after)")
    }

    @Test("with every medicine in the model, she rests: no state drifts by 1e-9 of its scale a day")
    func certificate() throws {
        let compiled = try CompiledModel(WomanModel.complete())
        let parameters = try compiled.parameterValues()
        let certificate = SteadyStateCertificate(
            compiled, time: 0, parameters: parameters, controls: compiled.controlValues,
            state: compiled.restingState(parameters: parameters))
        #expect(certificate.residual < 1e-9, "\(certificate.worstState ?? "") drifts by \(certificate.residual)/day")
    }

    @Test("rest means the levels of a cycling woman: cells, RANKL, OPG and markers at one or 100 %")
    func levelsAtRest() throws {
        let seen = try Experiment(woman: .aged(30)).observed(at: [0, 1])
        let cells = ["preosteoblasts", "osteoblasts", "osteoclasts", "osteocytes"]
        for name in ["RANKL", "OPG", "RANKLtoOPG", "sclerostin"] + cells {
            // 30 years are 22 before the last period, when a trillionth of ovarian activity is gone.
            #expect(try seen.series("bone.\(name)").allSatisfy { abs($0 - 1) < 1e-6 }, "\(name)")
        }
        for name in ["CTX", "NTX", "P1NP", "BSAP", "osteocalcin"] {
            #expect(try seen.series("marker.\(name)").allSatisfy { abs($0 - 100) < 1e-4 }, "\(name)")
        }
    }

    @Test("every site of a young woman has a T-score of zero", arguments: sites)
    func youngTScore(site: SkeletalSite) throws {
        let score = try Experiment(woman: .aged(25)).observed(at: [0]).series("tScore.\(site.rawValue)")
        // One in a hundred has degenerative changes of the spine by then.
        #expect(abs(score[0]) < (site == .lumbarSpine ? 0.01 : 1e-9))
    }
}

@Suite("What the model says about itself")
struct ModelRules {
    @Test("every parameter has a meaning, a source and a finite value, and stands inside its range")
    func parameters() throws {
        for parameter in try WomanModel.complete().parameters {
            let provenance = parameter.provenance
            #expect(!parameter.meaning.isEmpty && !parameter.unit.symbol.isEmpty, "\(parameter.name)")
            #expect(!provenance.source.isEmpty, "\(parameter.name) has no source")
            #expect(parameter.value.isFinite, "\(parameter.name)")
            let isInside = provenance.range?.contains(parameter.value) ?? true
            #expect(isInside, "\(parameter.name) \(parameter.value) \(provenance)")
        }
    }

    @Test("an assumed parameter gives a range, or a reason of several words")
    func assumptions() throws {
        for parameter in try WomanModel.complete().parameters where parameter.provenance.status == .assumed {
            let words = parameter.provenance.source.split(separator: " ").count
            #expect(
                parameter.provenance.range != nil || words >= 4, "\(parameter.name): \(parameter.provenance.source)")
        }
    }

    @Test("a fitted parameter names the data or the fit it comes from")
    func fits() throws {
        for parameter in try WomanModel.complete().parameters where parameter.provenance.status == .fitted {
            let source = parameter.provenance.source
            #expect(source.split(separator: " ").count >= 3, "\(parameter.name): \(source)")
        }
    }

    @Test("states, controls and outputs say what they are and in which unit; scales are positive")
    func declarations() throws {
        let model = try WomanModel.complete()
        for state in model.states {
            #expect(!state.meaning.isEmpty && !state.unit.symbol.isEmpty && state.scale > 0, "\(state.name)")
        }
        for control in model.controls {
            #expect(!control.meaning.isEmpty && control.defaultValue.isFinite, "\(control.name)")
        }
        for output in model.outputs {
            #expect(!output.meaning.isEmpty && !output.unit.symbol.isEmpty, "\(output.name)")
        }
        for component in model.components { #expect(component.summary.hasSuffix("."), "\(component.path)") }
    }

    /// Follows an output through derived variables and the rates of states to everything it rests on.
    private func ancestry(of output: String, stoppingAt stops: Set<String> = [], in model: Model) throws -> Set<String>
    {
        let expression = try #require(model.outputs.first { $0.name == output }).expression
        let definitions = Dictionary(uniqueKeysWithValues: model.variables.map { ($0.name, $0.definition) })
        let rates = Dictionary(uniqueKeysWithValues: model.states.map { ($0.name, $0.rate) })
        var open = expression.symbols.map(\.name)
        var seen = Set<String>()
        while let name = open.popLast() {
            guard seen.insert(name).inserted, !stops.contains(name) else { continue }
            open += (definitions[name] ?? rates[name])?.symbols.map(\.name) ?? []
        }
        return seen
    }

    /// Computed tomography reads marrow fat as missing bone; what it reads has that one other way in.
    private static let reading = "skeleton.marrow.unread"

    @Test("one link per site: medicines reach density only through its volume and mineral", arguments: sites)
    func densityLink(site: SkeletalSite) throws {
        let model = try WomanModel.complete()
        let own = "skeleton.\(site.rawValue)"
        let behind = try ancestry(
            of: "density.\(site.rawValue)", stoppingAt: ["\(own).volume", "\(own).mineral", Self.reading], in: model)
        #expect(behind.contains(Self.reading) == site.isVolumetric)
        let states = Set(model.states.map(\.name)).intersection(behind)
        #expect(states == ["\(own).volume", "\(own).mineral"])
        // Degenerative changes, which a scan of the lumbar spine reads as bone, come with age alone.
        let age: Set = site == .lumbarSpine ? ["time", "woman.ageAtTimeZero", "woman.age"] : []
        let strangers = behind.filter {
            !$0.hasPrefix("\(own).") && !$0.hasPrefix("skeleton.mineral.") && $0 != Self.reading && !age.contains($0)
        }
        #expect(strangers.isEmpty, "density also depends on \(strangers.sorted())")
    }

    @Test("volume and mineral follow the cells of the skeleton and age, never a medicine directly", arguments: sites)
    func cellsLink(site: SkeletalSite) throws {
        let model = try WomanModel.complete()
        let cells: Set = [
            "skeleton.osteoclasts.count", "skeleton.osteoblasts.formation", "skeleton.modelling.formation",
        ]
        let behind = try ancestry(
            of: "density.\(site.rawValue)", stoppingAt: cells.union([Self.reading]), in: model)
        #expect(behind.isSuperset(of: cells))
        #expect(
            !behind.contains { $0.hasPrefix("pharmacology.") || $0.hasPrefix("receptors.") || $0.hasPrefix("serum.") })
    }
}
