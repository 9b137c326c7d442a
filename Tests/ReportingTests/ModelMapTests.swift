import Exchange
import Foundation
import Modeling
import Physiology
import Testing

@testable import Reporting

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("The map of the model")
struct ModelMapTests {
    @Test("Arrows are what components take from each other, each pair once, with what is taken")
    func arrows() throws {
        let network = Network(try ModelSample.model())
        #expect(network.arrows.count == 1)
        #expect(network.arrows[0].source == "house.upper" && network.arrows[0].target == "house.lower")
        #expect(network.arrows[0].quantities == ["house.upper.outflow"])
    }

    @Test(
        "Every part has a box with its summary, every arrow a path that ends at its own box", arguments: [false, true])
    func drawn(withMedicines: Bool) throws {
        let model = try withMedicines ? WomanModel.complete() : WomanModel.model(for: [])
        let network = Network(model)
        let layout = try NetworkLayout(network, label: ModelMap.lines)
        for (arrow, curve) in zip(network.arrows, layout.curves) {
            for (part, point) in [(arrow.source, curve.first), (arrow.target, curve.last)] {
                let box = try #require(layout.boxes[part])
                let end = try #require(point)
                #expect(abs(end.x - box.center.x) <= box.width / 2 + 2, "\(arrow)")
                #expect(abs(end.y - box.center.y) <= box.height / 2 + 2, "\(arrow)")
            }
        }
        let svg = try ModelMap.svg(model, subtitle: "As it is.")
        let page = try XMLDocument(xmlString: svg)
        #expect(page.rootElement()?.name == "svg")
        for component in model.components { #expect(svg.contains(component.summary.escapedForXML)) }
        #expect(svg.components(separatedBy: "tabindex=\"0\"").count - 1 == model.components.count)
    }

    @Test("No two boxes overlap")
    func apart() throws {
        let layout = try NetworkLayout(Network(try WomanModel.complete()), label: ModelMap.lines)
        let boxes = Array(layout.boxes.values)
        for (index, a) in boxes.enumerated() {
            for b in boxes.dropFirst(index + 1) {
                let isApart =
                    abs(a.center.x - b.center.x) >= (a.width + b.width) / 2 - 0.5
                    || abs(a.center.y - b.center.y) >= (a.height + b.height) / 2 - 0.5
                #expect(isApart)
            }
        }
    }
}
