import Modeling
import Reporting
import Symbolics
import Testing

@Suite("Equations over several lines")
struct ModelEquationTests {
    private struct Long: Component {
        let path = "long"
        let summary = "An equation that needs several lines."
        func define(in b: ComponentBuilder) {
            let first = b.control("firstContribution", 1, .one, "First")
            let second = b.control("secondContribution", 1, .one, "Second")
            let third = b.control("thirdContribution", 1, .one, "Third")
            _ = b.variable(
                "total", .one, first * (second + third) + second * (first - third) + third / (first + second), "Total")
        }
    }

    @Test("break before the loosest operator that fits and go on under the right side")
    func breaking() throws {
        var assembly = Assembly("long")
        assembly.add(Long())
        let text = try ModelGuide(assembly.model()).description(of: "long.total", width: 70)
        #expect(
            text.contains(
                """
                  total = firstContribution·(secondContribution + thirdContribution)
                          + secondContribution·(firstContribution - thirdContribution)
                          + thirdContribution/(firstContribution + secondContribution)
                """))
    }
}
