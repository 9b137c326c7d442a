import Testing

@testable import Exchange

@Suite("XML trees")
struct XMLTreeTests {
    private func problem(_ text: String) -> String? {
        do {
            _ = try XMLTree(reading: [UInt8](text.utf8))
            return nil
        } catch { return (error as? XMLProblem)?.message }
    }

    @Test("know namespaces by address, whatever their prefixes, and where elements stand")
    func namespaces() throws {
        let tree = try XMLTree(
            reading: [UInt8](
                "<a xmlns='u' xmlns:s='v'>\n<s:b t=\"x[@id=&quot;k&quot;]\" s:q='1'>a &amp; <![CDATA[<b>]]></s:b></a>"
                    .utf8))
        #expect(tree.space == "u")
        let child = try #require(tree.first("b"))
        #expect(child.space == "v")
        #expect(child.line == 2)
        #expect(child["t"] == "x[@id=\"k\"]")
        #expect(child["s:q"] == "1")
        #expect(child.prefixes == ["": "u", "s": "v"])
        #expect(child.text == "a & <b>")
    }

    @Test("read back what they write")
    func roundTrip() throws {
        let tree = XMLTree(
            "a", in: "u", ["b": "1 < 2 & \"3\""], prefixes: ["p": "w"],
            [XMLTree("c", in: "v", text: "x > y\u{0} & z"), XMLTree("d", in: "u")])
        let read = try XMLTree(reading: [UInt8](tree.document.utf8))
        #expect(read["b"] == "1 < 2 & \"3\"")
        #expect(read.children.map(\.name) == ["c", "d"])
        #expect(read.children.map(\.space) == ["v", "u"])
        // Characters that XML cannot hold are left out.
        #expect(read.children[0].text == "x > y & z")
        #expect(read.prefixes["p"] == "w")
    }

    @Test("pass over instructions to other programs, wherever they stand and whatever they lack")
    func instructions() throws {
        // The fuzzer found the first; Foundation's parser crashes on it.
        #expect(problem("<?times?>\n<times xmlns-ml.org/.0\" encoding=\"UTF-8\"?>\n<sedML ") == "the file is not well-formed XML")
        #expect(problem("<a><b<?c?>\n</b></a>") == "the file is not well-formed XML")
        // What hides one behind a comment or section that seems to end before it does.
        #expect(problem("<!--><![CDATA[--><?b?><a>]]></a>") == "the file is not well-formed XML")
        let tree = try XMLTree(reading: [UInt8]("<?xml version='1.0'?>\n<?b?><a><?c d?>e<![CDATA[<?f?>]]></a><?g?>".utf8))
        #expect(tree.text == "e<?f?>")
        #expect(tree.line == 2)
    }

    @Test("refuse entities, other encodings, depth without end and what is no text")
    func hostile() throws {
        // A billion laughs: ten levels of ten would be 10^10 characters.
        let laughs = (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }.joined()
        #expect(
            problem("<!DOCTYPE a [<!ENTITY l0 \"ha\">\(laughs)]><a>&l9;</a>")
                == "a document type, which may hold entities, is not accepted")
        #expect(problem("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>") != nil)
        #expect(
            problem("<?xml version='1.0' encoding='UTF-7'?><a/>")
                == "the encoding 'UTF-7' is not accepted; expected UTF-8")
        #expect(problem(String(repeating: "<a>", count: 500))?.hasPrefix("elements are nested deeper") == true)
        #expect(problem("<a>\u{0}</a>") == "the file is not text in UTF-8")
        #expect(problem("") == "the file is not well-formed XML")
        // An entity that nothing declares.
        #expect(problem("<a>&b;</a>") == "the file is not well-formed XML")
    }
}
