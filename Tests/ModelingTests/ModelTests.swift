import Modeling
import Symbolics
import Testing

@Suite("Composition")
struct ModelTests {
    @Test("Components connect by name and flatten to one system")
    func flattening() throws {
        let model = try twoTanks()
        #expect(model.states.map(\.name) == ["first.content", "second.content"])
        #expect(model.outputs.map(\.name) == ["level.first", "level.second"])
        var inliner = model.inliner()
        let rate = inliner.apply(to: model.states[1].rate)
        #expect(Set(rate.symbols.map(\.name)).contains("first.content"))
    }

    @Test("A connection to nothing, from nothing or to an input that is not there is an error that names it")
    func badConnections() throws {
        for (source, input, named) in [
            ("first.nothing", "second.inflow", "first.nothing"), ("first.outflow", "second.nowhere", "second.nowhere"),
        ] {
            var assembly = Assembly("broken")
            assembly.add(Tank(path: "first"))
            assembly.add(Tank(path: "second"))
            assembly.connect(source, to: input)
            let error = #expect(throws: ModelError.self) { try assembly.model() }
            #expect(error?.description.contains(named) == true)
        }
    }

    private struct Unbalanced: Component {
        let path = "odd"
        let summary = "An equation whose units do not balance."
        func define(in b: ComponentBuilder) {
            let level = b.state("level", "mol/L", initial: Expression(1, "mol/L"), "Level")
            b.rate(of: level, -level)
        }
    }

    @Test("An equation that does not balance is refused by its name")
    func units() {
        var assembly = Assembly("unbalanced")
        assembly.add(Unbalanced())
        let error = #expect(throws: UnitMismatch.self) { try assembly.model() }
        #expect(error?.description.contains("d odd.level/dt") == true)
    }

    private struct Circular: Component {
        let path = "ring"
        let summary = "Definitions that need each other."
        func define(in b: ComponentBuilder) {
            let back = b.input("back", .one, "What it needs")
            _ = b.variable("forth", .one, back + 1, "What it gives")
        }
    }

    @Test("Definitions that go in a circle are refused with the circle")
    func circle() {
        var assembly = Assembly("circle")
        assembly.add(Circular())
        assembly.connect("ring.forth", to: "ring.back")
        let error = #expect(throws: ModelError.self) { try assembly.model() }
        #expect(error?.description.contains("ring.forth → ring.back → ring.forth") == true)
    }
}
