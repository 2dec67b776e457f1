import FrontdeskCompiler
import Foundation
import Testing

/// A mistake put into a copy of the shop.
struct Fault: CustomTestStringConvertible {
    let name: String
    let file: String
    /// What is replaced, the first time it stands there, and by what.
    let change: (from: String, to: String)
    let code: String
    /// The text that the diagnostic points at.
    let at: String
    /// What is put in place of that text; nil takes what the diagnostic proposes.
    var mend: String?
    /// Whether the mend is to take the change back, elsewhere than at the place.
    var undo = false

    var testDescription: String { name }

    static let all: [Fault] = [
        Fault(
            name: "a misspelt flow",
            file: "orders.yaml",
            change: ("    flow: track_order\n", "    flow: track_ordr\n"),
            code: "FD0010",
            at: "track_ordr"
        ),
        Fault(
            name: "a misspelt key",
            file: "orders.yaml",
            change: ("    counterexamples:", "    conterexamples:"),
            code: "FD0008",
            at: "conterexamples"
        ),
        Fault(
            name: "a misspelt slot in a text",
            file: "orders.yaml",
            change: ("{{order_number}}", "{{order_nubmer}}"),
            code: "FD0007",
            at: "order_nubmer"
        ),
        Fault(
            name: "a misspelt queue",
            file: "orders.yaml",
            change: ("queue: orders\n", "queue: oders\n"),
            code: "FD0014",
            at: "oders"
        ),
        Fault(
            name: "a list where a text belongs",
            file: "orders.yaml",
            change: ("title: Where is my order", "title: [Where is my order]"),
            code: "FD0006",
            at: "[Where is my order]",
            mend: "Where is my order"
        ),
        Fault(
            name: "a pattern with an open bracket",
            file: "orders.yaml",
            change: ("(stop|cancel) [the] order [number]", "(stop|cancel [the] order [number]"),
            code: "FD0030",
            at: "(stop|cancel [the]",
            mend: "(stop|cancel) [the]"
        ),
        Fault(
            name: "a rule that contains itself",
            file: "orders.yaml",
            change: ("my_order: \"(my|the|our|an)", "my_order: \"(my|<my_order>|the|our|an)"),
            code: "FD0046",
            at: "my_order: \"(my|<my_order>|the",
            mend: "my_order: \"(my|the"
        ),
        Fault(
            name: "an intent declared twice",
            file: "payment.yaml",
            change: (
                "intents:\n", "intents:\n  order.status: {examples: [\"has it gone\"], answer: It has.}\n"
            ),
            code: "FD0027",
            at: "order.status: {examples: [\"has it gone\"], answer: It has.}\n",
            mend: "\n"
        ),
        Fault(
            name: "an expression with an open bracket",
            file: "orders.yaml",
            change: ("regex: 'A[- ]?\\d{5}|1", "regex: 'A[- ]??\\d{5}|1"),
            code: "FD0031",
            at: "?\\d{5}|1",
            mend: "\\d{5}|1"
        ),
        Fault(
            name: "a look-up that is made again and again",
            file: "orders.yaml",
            change: (
                "order {{order_number}}.\", clear: order_number, go: look_up}",
                "order {{order_number}}.\", go: look_up}"
            ),
            code: "FD0050",
            at: "look_up:",
            undo: true
        ),
        Fault(
            name: "an outcome that leads nowhere",
            file: "orders.yaml",
            change: (
                "outcomes: [placed, packed, shipped, delivered",
                "outcomes: [placed, lost, packed, shipped, delivered"
            ),
            code: "FD0048",
            at: "orders.to_cancel(",
            undo: true
        ),
        Fault(
            name: "a line out of line",
            file: "returns.yaml",
            change: ("    states:\n", "   states:\n"),
            code: "FD0003",
            at: "states:\n",
            mend: " states:\n"
        ),
        Fault(
            name: "hours that are none",
            file: "assistant.yaml",
            change: ("mon-fri: \"09:00", "mon-fri: \"29:00"),
            code: "FD0037",
            at: "29:00",
            mend: "09:00"
        ),
    ]
}

@Suite("Broken copies of the shop")
struct BrokenShopTests {
    private static let shop = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Intents/shop")

    private func sources() throws -> [String: String] {
        var sources: [String: String] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: Self.shop.path)
        where name.hasSuffix(".yaml") {
            sources[name] = try String(contentsOf: Self.shop.appending(path: name), encoding: .utf8)
        }
        return sources
    }

    private func diagnostics(_ sources: [String: String]) -> [Diagnostic] {
        Compiler.compile(sources.map { SourceFile(path: $0.key, text: $0.value) }).diagnostics
    }

    @Test(
        "Each fault is reported once, at its place, with a mend that, applied, passes",
        arguments: Fault.all
    )
    func fault(_ fault: Fault) throws {
        var sources = try sources()
        var text = try #require(sources[fault.file])
        let changed = try #require(text.range(of: fault.change.from))
        text.replaceSubrange(changed, with: fault.change.to)
        sources[fault.file] = text

        let found = diagnostics(sources)
        let diagnostic = try #require(found.first { $0.code == fault.code })
        #expect(found.filter { $0.code == fault.code }.count == 1)
        let place = try #require(text.range(of: fault.at))
        let line = text[..<place.lowerBound].count { $0 == "\n" } + 1
        let column = text[..<place.lowerBound].reversed().prefix { $0 != "\n" }.count + 1
        #expect(
            "\(diagnostic.file):\(diagnostic.line):\(diagnostic.column)" == "\(fault.file):\(line):\(column)"
        )

        if fault.undo {
            let changed = try #require(text.range(of: fault.change.to))
            text.replaceSubrange(changed, with: fault.change.from)
        } else {
            let proposed = diagnostic.help?.components(separatedBy: "'").dropFirst().first
            text.replaceSubrange(place, with: try #require(fault.mend ?? proposed))
        }
        sources[fault.file] = text
        #expect(diagnostics(sources).filter { $0.severity == .error }.map(\.message) == [])
    }

    @Test("A file that cannot be read makes the others' names no mistakes")
    func unreadFile() throws {
        var sources = try sources()
        sources["returns.yaml"] = sources["returns.yaml"]?.replacingOccurrences(
            of: "    states:\n",
            with: "   states:\n"
        )
        #expect(diagnostics(sources).map(\.code) == ["FD0003"])
    }
}
