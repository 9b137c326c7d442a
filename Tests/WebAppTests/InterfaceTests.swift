import Exchange
import Foundation
import Modeling
import Physiology
import Reporting
import Solving
import Testing
import Trials

@testable import WebApp

/// What the programming interface answers.
struct InterfaceTests {
    private func asking(_ work: (Asking) throws -> Void) throws {
        try work(Asking(server: ServerProcess()))
    }

    private static let scenario = """
        {"title": "x", "woman": {"age": "52 years", "menopause": {"age": "51 years", "kind": "natural"}},
         "therapy": [{"medicine": "conjugated estrogens", "form": "oral", "dose": "0.625 mg", "every": "1 day"},
                     {"medicine": "medroxyprogesterone acetate", "form": "oral", "dose": "2.5 mg", "every": "1 day"}],
         "simulate": {"years": 5, "report": "1 month"}}
        """

    @Test("the page gets the numbers of the command line")
    func sameNumbers() throws {
        let scenario = try ScenarioReader.forTrials.read(text: Self.scenario, name: "x")
        let run = try Simulation(scenario, resolution: .multiscale)
        try asking { server in
            let answer = try server.post("/api/simulations", #"{"scenarios": [\#(Self.scenario)], "outcomes": false}"#)
            #expect(answer.status == 200)
            let first = try #require((answer.json["runs"] as? [[String: Any]])?.first)
            let times = try #require(first["times"] as? [Double])
            #expect(times.count == 61 && abs((times.last ?? 0) - 5) < 1e-9)
            let series = try #require(first["series"] as? [[String: Any]])
            #expect(series.count == run.model.outputs.count)
            for one in series {
                let name = try #require(one["output"] as? String)
                let last = (one["values"] as? [Any])?.last as? Double
                let expected = try #require(run.value(name, at: 5))
                // Equal but for what the solver makes of other samples on its way.
                #expect(
                    last.map { abs($0 - expected) <= 1e-6 * max(1, abs(expected)) } ?? !expected.isFinite, "\(name)")
            }
        }
    }

    @Test("outcomes are whole women: who fractures, who dies first and who does neither make a thousand")
    func plainFrequencies() throws {
        try asking { server in
            let answer = try server.post(
                "/api/simulations", #"{"scenarios": [\#(Self.scenario)], "outputs": ["density.lumbarSpine"]}"#)
            let run = try #require((answer.json["runs"] as? [[String: Any]])?.first)
            let outcomes = try #require(run["outcomes"] as? [[String: Any]])
            let death = try #require(outcomes.first { $0["outcome"] as? String == "death" }?["per1000With"] as? Double)
            for outcome in outcomes where (outcome["outcome"] as? String ?? "").hasPrefix("fracture.") {
                let fractured = try #require(outcome["per1000With"] as? Double)
                let first = try #require(outcome["per1000DeathFirst"] as? Double)
                #expect(fractured > 0 && first > 0 && first <= death && fractured + first < 1000)
                #expect((outcome["per1000WithOut"] as? Double ?? 0) > fractured, "estrogen prevents fractures")
            }
            let remarks = try #require(run["remarks"] as? [String])
            #expect(remarks.contains { $0.contains("lumbar spine") && !$0.contains("–") })
            let hip = try #require(outcomes.first { $0["outcome"] as? String == "fracture.hip" })
            #expect(hip["grade"] as? String == "A", "WHI counted hip fractures on these two medicines")
        }
    }

    @Test("bands enclose lines of every kind, and risks get their interval, where they are asked for")
    func bands() throws {
        try asking { server in
            let answer = try server.post(
                "/api/simulations",
                #"{"scenarios": [\#(Self.scenario)], "bands": true, "outputs": ["density.lumbarSpine", "#
                    + #""serum.estradiol", "bone.RANKLtoOPG", "fracture.any"]}"#
            )
            let run = try #require((answer.json["runs"] as? [[String: Any]])?.first)
            #expect(run["bandPercent"] as? Double == 95)
            let series = try #require(run["series"] as? [[String: Any]])
            let density = try #require(series.first { $0["output"] as? String == "density.lumbarSpine" })
            let (low, high) = (try #require(density["low"] as? [Double]), try #require(density["high"] as? [Double]))
            let values = try #require(density["values"] as? [Double])
            #expect(zip(low, high).allSatisfy { $0 <= $1 } && low.count == values.count)
            // The line is that of the fit, which lies among its ensemble, if not always in its middle.
            #expect(zip(values, zip(low, high)).allSatisfy { $0 > $1.0 * 0.98 && $0 < $1.1 * 1.02 })
            for (output, spread) in [
                ("serum.estradiol", "women"), ("bone.RANKLtoOPG", "fits"), ("fracture.any", "fitsAndRisks"),
            ] {
                let one = try #require(series.first { $0["output"] as? String == output })
                #expect(one["spread"] as? String == spread, "\(output)")
                let ends = zip(try #require(one["low"] as? [Double]), try #require(one["high"] as? [Double]))
                #expect(ends.dropFirst().allSatisfy { $0 < $1 }, "\(output)")
            }
            let outcomes = try #require(run["outcomes"] as? [[String: Any]])
            let hip = try #require(outcomes.first { $0["outcome"] as? String == "fracture.hip" })
            let risk = try #require(hip["relativeRisk"] as? Double)
            #expect((hip["low"] as? Double ?? 9) < risk && (hip["high"] as? Double ?? 0) > risk)
        }
    }

    @Test("wrong input gets the sentence of the command line, with its key")
    func refusals() throws {
        let text = #"{"woman": {"age": "52"}, "simulate": {"years": 3}}"#
        let expected = #expect(throws: FileError.self) { try ScenarioReader.forTrials.read(text: text, name: "x") }
        let problem = try #require(expected?.problems.first)
        try asking { server in
            let answer = try server.post("/api/simulations", #"{"scenarios": [\#(text)]}"#)
            #expect(answer.status == 422)
            let error = try #require(answer.json["error"] as? [String: Any])
            #expect(error["key"] as? String == "woman.age")
            #expect(error["sentence"] as? String == "woman.age: \(problem.message)")
            for (body, status) in [
                ("{", 400), ("[]", 422), (#"{"scenarios": []}"#, 422), (#"{"scenarios": [1]}"#, 422),
                (#"{"scenarios": [\#(Self.scenario)], "outputs": ["density.lumberSpine"]}"#, 422),
                (#"{"scenarios": [\#(Self.scenario)], "bands": 1}"#, 422), (#"{"scenario": {}}"#, 422),
                (
                    #"{"scenarios": ["woman: {age: 52 years}\nsimulate: {years: 3}\ncomparator: /etc/passwd"], "#
                        + #""outputs": ["serum.LH"]}"#,
                    200
                ),
                (#"{"x": "\#(String(repeating: "x", count: 300_000))"}"#, 413),
            ] {
                #expect(try server.post("/api/simulations", body).status == status, "\(body.prefix(60))")
            }
            let lines = try server.post(
                "/api/simulations", #"{"scenarios": ["woman:\n  age: 52\nsimulate: {years: 3}"]}"#)
            #expect((lines.json["error"] as? [String: Any])?["line"] as? Int == 2, "a text has lines")
        }
    }

    @Test("a close look shows what a tablet does within a day, and the month's mean does not")
    func closeLook() throws {
        let body = """
            {"scenario": {"woman": {"age": "55 years", "menopause": {"age": "51 years"}}, "simulate": {"years": 2},
             "therapy": [{"medicine": "estradiol", "form": "oral", "dose": "1 mg", "every": "1 day"}]},
             "from": "1 year", "length": "1 day", "outputs": ["serum.estradiol"]}
            """
        try asking { server in
            let answer = try server.post("/api/zoom", body)
            #expect(answer.status == 200)
            let times = try #require(answer.json["times"] as? [Double])
            #expect(
                times.count == 289 && times.first.map { abs($0) < 1e-6 } == true
                    && times.last.map { abs($0 - 1) < 1e-6 } == true)
            let values = try #require((answer.json["series"] as? [[String: Any]])?.first?["values"] as? [Double])
            #expect((values.max() ?? 0) > 1.3 * (values.min() ?? 1), "a peak some hours after the tablet, in pg/mL")
            #expect(answer.json["bands"] == nil, "nobody asked for them")
            let banded = try server.post("/api/zoom", body.replacing(#""from""#, with: #""bands": true, "from""#))
            let band = try #require((banded.json["bands"] as? [[String: Any]])?.first)
            let (low, high) = (try #require(band["low"] as? [Double]), try #require(band["high"] as? [Double]))
            #expect(zip(values, zip(low, high)).allSatisfy { $0 > $1.0 && $0 < $1.1 } && low.count == 289)
            #expect(try server.post("/api/zoom", body.replacing("1 year", with: "9 years")).status == 422)
        }
    }

    @Test("every preset can be simulated as it stands, and those of trials show what was published")
    func presets() throws {
        try asking { server in
            let presets = try #require(try server.get("/api/presets").json as? [[String: Any]])
            for preset in presets {
                for scenario in try #require(preset["scenarios"] as? [[String: Any]]) {
                    let text = String(decoding: try JSONSerialization.data(withJSONObject: scenario), as: UTF8.self)
                        .replacing("\\/", with: "/")
                    #expect(throws: Never.self, "\(preset["id"] ?? "")") {
                        try ScenarioReader.forTrials.read(text: text, name: "preset")
                    }
                }
            }
            let pepi = try #require(presets.first { $0["id"] as? String == "pepi" }?["published"] as? [[String: Any]])
            #expect(
                pepi.contains {
                    $0["output"] as? String == "density.lumbarSpine" && $0["kind"] as? String == "changePercent"
                })
            let cooper = try #require(
                presets.first { $0["id"] as? String == "cooper" }?["published"] as? [[String: Any]])
            let difference = try #require(cooper.first { $0["observation"] as? String == "O0145" })
            #expect(difference["kind"] as? String == "differencePercent" && difference["against"] as? Int == 0)
            #expect(difference["years"] as? Double == 2 && difference["fromYears"] as? Double == 0)
            let rates = try #require(
                presets.first { $0["id"] as? String == "gallagher" }?["published"] as? [[String: Any]])
            #expect(
                rates.contains {
                    $0["kind"] as? String == "changePercentPerYear" && ($0["fromYears"] as? Double ?? 0) >= 3
                }, "the loss after stopping is counted from the stop")
            let wanted = [
                "nothing", "ladder-low", "ladder-ultra-low", "progesterone-alone", "dmpa", "aromatase-inhibitor",
                "stress", "thyroid",
            ]
            #expect(Set(wanted).isSubset(of: presets.compactMap { $0["id"] as? String }))
        }
    }

    @Test("what is off, extrapolated or unverifiable is listed as not known")
    func gaps() throws {
        try asking { server in
            let gaps = try #require(try server.get("/api/gaps").json as? [String: Any])
            let extrapolated = try #require(gaps["extrapolated"] as? [[String: Any]])
            let fracture = extrapolated.first {
                $0["medicine"] as? String == "progesterone" && $0["outcome"] as? String == "fracture.hip"
            }
            #expect(fracture?["grade"] as? String == "D", "no trial of progesterone alone counted fractures")
            #expect((gaps["hypotheses"] as? [Any])?.count == WomanModel.hypotheses.count)
            #expect((gaps["unverified"] as? [Any])?.isEmpty == false)
        }
    }

    @Test("the ledger has every claim, and filters leave what fits")
    func claims() throws {
        try asking { server in
            let all = try #require(try server.get("/api/claims").json as? [String: Any])
            #expect((all["claims"] as? [Any])?.count == all["total"] as? Int)
            let wrong = try #require(try server.get("/api/claims?verdict=contradicted&grade=A").json as? [String: Any])
            let claims = try #require(wrong["claims"] as? [[String: Any]])
            #expect(
                !claims.isEmpty
                    && claims.allSatisfy { $0["verdict"] as? String == "contradicted" && $0["grade"] as? String == "A" }
            )
            #expect(try server.get("/api/claims?verdict=wrong").status == 422)
            let references = try #require(try server.get("/api/claims?kind=reference").json as? [String: Any])
            #expect((references["claims"] as? [[String: Any]])?.allSatisfy { $0["reference"] != nil } == true)
        }
    }

    @Test("the matrix is computed: estradiol lowers RANKL and osteoclasts, a thyroid in excess raises turnover")
    func matrix() throws {
        try asking { server in
            let matrix = try #require(try server.get("/api/matrix").json as? [String: Any])
            let cells = try #require(matrix["cells"] as? [[String: Any]]).compactMap { $0["output"] as? String }
            let hormones = try #require(matrix["hormones"] as? [[String: Any]])
            func change(_ hormone: String, _ cell: String) throws -> Double {
                let row = try #require(hormones.first { $0["output"] as? String == hormone }?["changes"] as? [Double])
                return row[try #require(cells.firstIndex(of: cell))]
            }
            #expect(try change("serum.estradiol", "bone.RANKL") < -5)
            #expect(try change("serum.estradiol", "bone.osteoclasts") < -5)
            #expect(try change("serum.freeT4", "marker.CTX") > 5)
            #expect(hormones.allSatisfy { ($0["from"] as? Double) != ($0["to"] as? Double) }, "each hormone was moved")
        }
    }

    @Test("the map names the ends of every arrow, and a box tells its equations and sources")
    func map() throws {
        try asking { server in
            let map = try #require(try server.get("/api/map").json as? [String: Any])
            let nodes = Set(try #require(map["nodes"] as? [[String: Any]]).compactMap { $0["id"] as? String })
            let edges = try #require(map["edges"] as? [[String: Any]])
            #expect(
                edges.allSatisfy {
                    nodes.contains($0["from"] as? String ?? "") && nodes.contains($0["to"] as? String ?? "")
                })
            let box = try #require(try server.get("/api/map/skeleton.rankl").json as? [String: Any])
            #expect((box["equations"] as? [String])?.contains { $0.hasPrefix("bone.RANKLtoOPG") } == true)
            #expect(
                (box["parameters"] as? [[String: Any]])?.allSatisfy { !($0["source"] as? String ?? "").isEmpty } == true
            )
            #expect(
                (box["inputs"] as? [[String: Any]])?.contains {
                    ($0["components"] as? [String]) == ["receptors.estrogenInCells"]
                } == true)
            #expect(try server.get("/api/map/skeleton.nothing").status == 404)
        }
    }

    @Test("every question fills its numbers, the same at each reading level")
    func questions() throws {
        try asking { server in
            let questions = try #require(try server.get("/api/questions").json as? [[String: Any]])
            #expect(questions.count >= 7)
            for id in questions.compactMap({ $0["id"] as? String }) {
                let answer = try server.get("/api/questions/\(id)")
                #expect(answer.status == 200, "\(id): \(answer.json)")
                let statements = (answer.json as? [String: Any])?["statements"] as? [[String: Any]] ?? []
                for text in statements.flatMap({ statement in
                    QuestionFile.levels.compactMap { statement[$0] as? String }
                }) {
                    #expect(!text.contains("{") && !text.contains("NaN"), "\(id): \(text)")
                }
            }
        }
        let files = ServerSettings().questions
        let examples = ExampleFiles()
        for name in try FileManager.default.contentsOfDirectory(atPath: files.path) where name.hasSuffix(".yaml") {
            let text = try String(contentsOf: files.appendingPathComponent(name), encoding: .utf8)
            let file = try QuestionFile(text, id: name, examples: examples)
            for statement in file.statements {
                let places = statement.texts.mapValues { Set(Placeholder.places(in: $0)) }
                #expect(Set(places.values).count == 1, "\(name): levels change words, never numbers")
                #expect(
                    !statement.claims.isEmpty || !statement.references.isEmpty, "\(name): each statement has a source")
            }
        }
    }
}
