import Modeling
import Physiology
import Reporting
import Testing

@Suite("A model described as text")
struct ModelGuideTests {
    private let guide: ModelGuide

    init() throws { guide = ModelGuide(try ModelSample.model()) }

    @Test("A component is shown with equations in its own short names")
    func component() throws {
        #expect(
            try guide.description(of: "house.lower", width: 100) == """
                house.lower
                ───────────
                A tank that drains.

                States
                  d content/dt = inflow + supply - rate·content
                      content: Content (mol). At rest 0 mol.

                Derived
                  outflow = rate·content
                      What flows out (mol/d).

                Inputs
                  name    unit   connected to         meaning
                  ──────  ─────  ───────────────────  ─────────────
                  inflow  mol/d  house.upper.outflow  What flows in

                Controls, set from outside
                  name    default  unit   meaning
                  ──────  ───────  ─────  ────────
                  supply        0  mol/d  Infusion

                Doses
                  bolus: A dose (mmol).
                    rise of content = dose
                    arrives after 2 h

                Outputs
                  level.house.lower = content/volume
                      Concentration (mmol/L).

                Parameters
                  name    value  unit  status    range   source  meaning
                  ──────  ─────  ────  ────────  ──────  ──────  ──────────
                  rate        2  1/d   measured  1 to 3  [1]     Drain rate
                  volume      4  L     assumed           [2]     Volume

                  [1] Bucket 1999
                  [2] its size

                """)
    }

    @Test("A summing input that nothing feeds is said to be zero")
    func unconnected() throws {
        #expect(try guide.description(of: "house.upper", width: 100).contains("nothing, so zero"))
    }

    @Test("A quantity is followed into the components that take it, under the names it has there")
    func quantity() throws {
        #expect(
            try guide.description(of: "house.upper.outflow", width: 100) == """
                house.upper.outflow
                ───────────────────
                Derived quantity of house.upper. What flows out (mol/d).

                  outflow = rate·content

                Occurs in
                  house.lower, as inflow
                    d content/dt = inflow + supply - rate·content

                """)
    }

    @Test("A parameter is shown with its value, range, status and source")
    func parameter() throws {
        let text = try guide.description(of: "house.lower.rate", width: 100)
        #expect(text.contains("Value: 2 1/d (range 1 to 3).\nStatus: measured.\nSource: Bucket 1999.\n"))
        #expect(text.contains("outflow = rate·content"))
    }

    @Test("An output is shown by its public name")
    func output() throws {
        let text = try guide.description(of: "level.house.upper", width: 100)
        #expect(text.contains("Output of house.upper. Concentration (mmol/L)."))
        #expect(text.contains("level.house.upper = content/volume"))
    }

    @Test("A folder shows every component in it")
    func folder() throws {
        let text = try guide.description(of: "house", width: 100)
        #expect(text.contains("house.upper\n─") && text.contains("house.lower\n─"))
    }

    @Test("The end of a name is enough where only one name ends so")
    func ending() throws {
        #expect(try guide.description(of: "lower.rate", width: 100).hasPrefix("house.lower.rate\n"))
    }

    @Test(
        "A misspelt, ambiguous or alien name is answered with one sentence",
        arguments: [
            (
                "house.lowr",
                "nothing in the model is called 'house.lowr'; did you mean 'house.lower' or 'level.house.lower'?"
            ),
            ("rate", "'rate' is the end of several names: 'house.upper.rate' and 'house.lower.rate'; give more of it"),
            ("xylophone", "nothing in the model is called 'xylophone'; 'osteon model list' shows what there is"),
            ("", "nothing in the model is called ''; 'osteon model list' shows what there is"),
        ])
    func unknown(name: String, sentence: String) {
        let error = #expect(throws: UnknownModelName.self) { try guide.description(of: name, width: 100) }
        #expect(error?.description == sentence)
    }

    @Test("The list counts what each component holds")
    func list() {
        let text = guide.list(width: 100)
        #expect(text.contains("two tanks: 2 components, 2 states, 4 parameters, 2 outputs."))
        #expect(text.contains("house.upper       1           2        1  A tank that drains."))
        #expect(text.contains("level.house.lower  mmol/L  Concentration"))
    }

    @Test("Everything in the complete model can be described by its full name")
    func complete() throws {
        let model = try WomanModel.complete()
        let guide = ModelGuide(model)
        let names =
            model.components.map(\.path) + model.states.map(\.name) + model.parameters.map(\.name)
            + model.controls.map(\.name) + model.variables.map(\.name) + model.outputs.map(\.name)
            + model.dosePorts.map(\.name)
        for name in names { #expect(try guide.description(of: name, width: 80).contains("\(name)\n")) }
    }

    @Test("Lines stay within the terminal", arguments: [90, 110, 140])
    func width(width: Int) throws {
        let guide = ModelGuide(try WomanModel.complete())
        let lines = (guide.everything(width: width) + guide.list(width: width)).split(separator: "\n")
        // A name or quotient without a space cannot be broken, however far in it stands.
        let long = lines.filter { line in
            let indentation = line.prefix { $0 == " " }.count
            let widest = line.split(separator: " ").map(\.count).max() ?? 0
            return line.count > width && indentation + widest <= width
        }
        #expect(long.isEmpty, "\(long.joined(separator: "\n"))")
    }
}
