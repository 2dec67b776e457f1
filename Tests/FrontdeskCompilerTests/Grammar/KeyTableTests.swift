import Testing

@testable import FrontdeskCompiler

@Suite("The table of keys")
struct KeyTableTests {
    /// A place where a part stands: a file with a hole for what is written there.
    struct Site: Sendable, CustomTestStringConvertible {
        var part: Part
        var file: Part
        var before: String
        var after: String
        var testDescription: String { "\(file) \(part)" }
    }

    /// One place for every part that can be reached from each kind of file.
    static let sites: [Site] = [Part.assistantFile, .topicFile, .translationFile].flatMap { file in
        let head =
            switch file {
            case .assistantFile: "assistant: shop, "
            case .translationFile: "language: es, "
            default: ""
            }
        var found = [Site(part: file, file: file, before: "{" + head, after: "}")]
        var next = 0
        while next < found.count {
            let site = found[next]
            next += 1
            for key in site.part.table.keys {
                for (part, before, after) in places(key.shape, "")
                where !found.contains(where: { $0.part == part }) {
                    let open = next == 1 ? site.before : site.before + "{"
                    let close = next == 1 ? site.after : "}" + site.after
                    found.append(
                        Site(
                            part: part,
                            file: file,
                            before: open + key.name + ": " + before,
                            after: after + close
                        )
                    )
                }
            }
        }
        return found.dropFirst().map { $0 }
    }

    private static func places(_ shape: Shape, _ depth: String) -> [(Part, String, String)] {
        switch shape {
        case .part(let part): return [(part, "", "")]
        case .optional(let shape): return places(shape, depth)
        case .either(let shapes): return shapes.flatMap { places($0, depth) }
        case .list(let shape): return places(shape, depth).map { ($0.0, "[" + $0.1, $0.2 + "]") }
        case .map(let rule, let shape):
            let name =
                switch rule {
                case .words(let words): words[0]
                case .form: "10m"
                case .triggers: "yes"
                default: "x"
                }
            return places(shape, depth).map { ($0.0, "{" + name + ": " + $0.1, $0.2 + "}") }
        default: return []
        }
    }

    /// What translations translate.
    static let base = """
        assistant: shop
        languages: [en, es]
        on: {yes: {say: A, handoff: {queue: x, say: A}, promise: {text: A, within: 2d}}}
        queues: {x: {title: A}}
        entities: {x: {values: {x: [y]}}}
        actions: {x: {custom: true, slow: 2s, notice: A}}
        partials: {x: A}
        intents: {x: {patterns: ["a b"], handoff: {queue: x, say: A}}}
        flows:
          x:
            confirm: {slots: [x], ask: A, otherwise: {say: A, go: x}}
            slots: {x: {type: text, ask: {text: A, choices: [{id: x, title: X}]}, valid: {if: "yes", say: A}}}
            states: {x: {ask: {text: A, choices: [{id: x, title: X}]}, on: {yes: x, x: x}}}
        """

    private func unknownKeys(_ inside: String, at site: Site) -> [String] {
        let text = site.before + inside + site.after + "\n"
        let sources =
            switch site.file {
            case .assistantFile: [SourceFile(path: "assistant.yaml", text: text)]
            case .translationFile:
                [
                    SourceFile(path: "assistant.yaml", text: Self.base),
                    SourceFile(path: "x.es.yaml", text: text),
                ]
            default:
                [
                    SourceFile(path: "assistant.yaml", text: "assistant: shop"),
                    SourceFile(path: "x.yaml", text: text),
                ]
            }
        return Compiler.check(sources).diagnostics.filter { $0.code == "FD0008" }.map(\.message)
    }

    @Test("Every key of the table is one that the reader knows, and no other key is", arguments: sites)
    func readersKnowTheTable(_ site: Site) {
        // Business hours tell days by their form, and say so in their own words.
        guard site.part != .businessHours else { return }
        // Beside these two some others are refused, as mistakes of another kind.
        let alone = ["states", "value"]
        let names = site.part.table.names
        let all = names.filter { !alone.contains($0) }.map { "\($0): x" }.joined(separator: ", ")
        #expect(unknownKeys("{zzzzzzzz: x, \(all)}", at: site) == ["unknown key 'zzzzzzzz'"])
        for name in names where alone.contains(name) {
            #expect(unknownKeys("{\(name): x}", at: site) == [], "\(name)")
        }
    }

    @Test("Every part of the table stands somewhere, and every key says what it means")
    func tableIsWhole() {
        let files: [Part] = [.assistantFile, .topicFile, .translationFile]
        #expect(Set(Self.sites.map(\.part)).union(files) == Set(Part.allCases))
        for key in Part.allCases.flatMap(\.table.keys) {
            #expect(key.meaning.hasSuffix(".") || key.meaning.hasSuffix("…"), "\(key.name)")
        }
        for part in Part.allCases {
            #expect(part.table.oneOf.allSatisfy { part.key($0) != nil })
            #expect(Set(part.table.names).count == part.table.names.count, "\(part)")
        }
    }

    @Test("A misspelt key gets the nearest one of its own part")
    func didYouMean() {
        let text = "intents: {hello: {pattern: hi, anwser: Hello.}}"
        let diagnostics = Compiler.check([
            SourceFile(path: "assistant.yaml", text: "assistant: shop"),
            SourceFile(path: "a.yaml", text: text),
        ]).diagnostics.filter { $0.code == "FD0008" }
        #expect(diagnostics.map(\.help) == ["did you mean 'patterns'?", "did you mean 'answer'?"])
    }

    @Test(
        "The schema of every kind of file is the same each time, and knows each key of its parts",
        arguments: JSONSchema.Kind.allCases
    )
    func schema(_ kind: JSONSchema.Kind) {
        let text = JSONSchema.text(of: kind)
        #expect(text == JSONSchema.text(of: kind))
        #expect(text.hasPrefix("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\""))
        for key in kind.part.table.keys { #expect(text.contains("\"\(key.name)\": {")) }
        #expect(text.contains("\"additionalProperties\": false"))
    }
}
