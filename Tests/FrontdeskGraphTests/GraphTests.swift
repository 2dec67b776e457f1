import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskGraph
import Testing

@Suite("Pictures of flows")
struct GraphTests {
    static let desk = """
        assistant: tiny
        intents:
          note:
            title: 'Leave a "note": [a & b] <ü>'
            patterns: ["leave a note"]
            flow: note
          hours: {patterns: ["when are you open"], answer: Always.}
        flows:
          note:
            title: your note
            slots:
              number: {type: number, ask: "Which number (1–9)?"}
            states:
              check:
                ask: Is {{number}} right?
                on:
                  yes: done
                  no: {clear: number, go: check}
                  hours: {handoff: {queue: support, reason: policy_required, say: A colleague answers.}}
              done: {say: Thank you., end: resolved}
          other:
            title: another one
            states:
              only: {say: Well., go: flow(note)}
        """

    static func assistant(_ text: String = desk) throws -> Assistant {
        let compilation = Compiler.compile([SourceFile(path: "assistant.yaml", text: text)])
        return try #require(
            compilation.assistant,
            "\(compilation.diagnostics.filter { $0.severity == .error }.map(\.message))"
        )
    }

    @Test("Every slot and state of a flow is a box, and every step between them an arrow")
    func everything() throws {
        let diagram = try #require(FlowDiagram.of("note", in: Self.assistant()))
        let titles = diagram.nodes.map(\.title)
        #expect(titles.prefix(4) == ["your note", "number", "check", "done"])
        let arrows = diagram.edges.map { edge in
            "\(titles[edge.from]) -[\(edge.labels.joined(separator: " / "))]-> \(titles[edge.to])"
        }
        #expect(
            Set(arrows).isSuperset(of: [
                "your note -[]-> number", "number -[answered]-> check", "check -[yes]-> done",
                "done -[]-> resolved",
            ]),
            "\(arrows)"
        )
        #expect(arrows.contains { $0.hasPrefix("check -[") && $0.contains("not understood 2×") })
        #expect(diagram.nodes[2].lines.contains("Is {number} right?"))
        #expect(diagram.nodes[2].lines.contains("↺ no"))
        #expect(diagram.nodes.contains { $0.shape == .handoff && $0.title == "human: support" })
        #expect(FlowDiagram.of("nope", in: try Self.assistant()) == nil)
    }

    @Test("The whole assistant is a box for each flow, with the ways between them")
    func whole() throws {
        let diagram = AssistantDiagram.of(try Self.assistant())
        #expect(diagram.nodes.map(\.title) == ["note", "other"])
        #expect(diagram.edges.map { [$0.from, $0.to] } == [[1, 0]])
    }

    /// Rows of states of all shapes: a chain, a fan, circles, parts that do not hang together.
    static func made(_ count: Int, seed: UInt64) -> Diagram {
        var state = seed
        func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        var diagram = Diagram(title: "made", summary: "\(count) states")
        for number in 0..<count {
            let text = String(repeating: "some words ", count: next(12))
            _ = diagram.add(.init(.state, "state \(number)", lines: [text]))
        }
        for number in 1..<max(1, count) where next(8) > 0 { diagram.connect(next(number), number, "yes") }
        for _ in 0..<(count / 2) { diagram.connect(next(count), next(count), "no, if it is so \(next(9))") }
        return diagram
    }

    @Test(
        "No two boxes lie over each other, nor texts of arrows over boxes, from 1 to 100 states",
        arguments: [1, 2, 3, 5, 8, 13, 25, 50, 100],
        [1, 2, 3] as [UInt64]
    )
    func noOverlaps(count: Int, seed: UInt64) {
        let diagram = Self.made(count, seed: seed)
        let layout = Layout(diagram)
        let boxes = layout.nodes + layout.edges.compactMap(\.label)
        #expect(layout.nodes.count == count)
        #expect(layout.edges.count == diagram.edges.count)
        var overlaps: [String] = []
        for (place, one) in boxes.enumerated() {
            for other in boxes.dropFirst(place + 1) where one.overlaps(other) {
                overlaps.append("\(one.lines) \(other.lines)")
            }
        }
        #expect(overlaps == [])
        #expect(boxes.allSatisfy { $0.x > -0.01 && $0.y > -0.01 && $0.x + $0.width <= layout.width + 0.01 })
    }

    @Test("Arrows leave from and lead to the edges of their boxes", arguments: [3, 20, 60])
    func ends(count: Int) {
        let diagram = Self.made(count, seed: 7)
        let layout = Layout(diagram)
        for (edge, path) in zip(diagram.edges, layout.edges) {
            for (box, point) in [
                (layout.nodes[edge.from], path.points[0]),
                (layout.nodes[edge.to], path.points[path.points.count - 1]),
            ] {
                #expect(point.x >= box.x && point.x <= box.x + box.width)
                #expect(abs(point.y - box.y) < 0.01 || abs(point.y - box.y - box.height) < 0.01)
            }
        }
    }

    @Test("The same diagram gives the same picture")
    func same() {
        #expect(Self.made(60, seed: 4).svg == Self.made(60, seed: 4).svg)
    }

    @Test("A picture has a title, a summary, both kinds of light, and every box and text")
    func svg() throws {
        let diagram = try #require(FlowDiagram.of("note", in: Self.assistant()))
        let svg = diagram.svg
        #expect(svg.contains("<title id=\"title\">note: your note</title>"))
        #expect(svg.contains("<desc id=\"summary\">The flow note of Tiny: 1 slot, 2 states.</desc>"))
        #expect(svg.contains("prefers-color-scheme: dark"))
        #expect(svg.components(of: "<g class=\"node ") == diagram.nodes.count)
        #expect(svg.components(of: "<path class=\"edge") == diagram.edges.count)
        #expect(svg.contains("Leave a &quot;note&quot;: [a &amp; b] &lt;ü&gt;"))
    }

    static let hostile: [(text: String, mermaid: String)] = [
        ("say \"hi\"", "say #34;hi#34;"), ("a: b", "a: b"),
        ("[x] (y) {z}", "#91;x#93; #40;y#41; #123;z#125;"),
        ("<b> & |c|", "#60;b#62; #38; #124;c#124;"), ("¿Qué número?", "¿Qué número?"), ("日本 🎉", "日本 🎉"),
        ("a\nb", "a b"), ("#1; `x` *y* _z_", "#35;1#59; #96;x#96; #42;y#42; #95;z#95;"), ("end", "end"),
    ]

    @Test("Names and texts are never taken for Mermaid's own signs", arguments: hostile)
    func mermaid(text: String, mermaid: String) {
        var diagram = Diagram(title: text, summary: "")
        let first = diagram.add(.init(.state, text))
        let second = diagram.add(.init(.handoff, "human"))
        diagram.connect(first, second, text)
        let lines = diagram.mermaid.split(separator: "\n").map(String.init)
        #expect(
            lines.suffix(3) == [
                "    n0[\"\(mermaid)\"]", "    n1{{\"human\"}}", "    n0 -->|\"\(mermaid)\"| n1",
            ]
        )
        #expect(lines[3] == "flowchart TD")
    }
}

extension String {
    /// How often a text occurs.
    fileprivate func components(of part: String) -> Int {
        var count = 0
        var rest = self[...]
        while let found = rest.firstRange(of: part) {
            count += 1
            rest = rest[found.upperBound...]
        }
        return count
    }
}
