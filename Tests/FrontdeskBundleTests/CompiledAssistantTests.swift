import FrontdeskBundle
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching
import Testing

@Suite("A compiled assistant")
struct CompiledAssistantTests {
    private static let files = """
        assistant: corner
        title: Corner Shop
        timezone: Europe/Berlin
        thresholds: {answer: 0.7}
        queues: {care: {title: our care team, hours: office, answers_within: 2h}}
        business_hours: {office: {mon-fri: "09:00-18:00", holidays: [2026-12-25]}}
        texts: {fallback: [Pardon?, Sorry?], help: How can I help?, stopped: Bye.}
        rules: {thing: "(order|parcel)", other: "thing", third: "(a|b c)"}
        entities:
          order_number: {regex: 'A-?\\d{5}', normalise: 'A-$digits', example: A-10021}
          colour: {values: {red: [crimson, scarlet], blue: []}}
        intents:
          hours:
            patterns: ["when are you open * today"]
            examples: [are you open now, "opening hours please", how late can I come]
            answer: From nine to six{{customer.first_name|prefix ", "}}. ü
          colours:
            patterns: ["[do you have] <thing> {colour} {order_number}"]
            examples: [something in red, do you sell blue ones, which colours are there]
            counterexamples: [red tape]
            answer: All of them.
        """

    private static func compiled() throws -> CompiledAssistant {
        let compilation = Compiler.compile([SourceFile(path: "assistant.yaml", text: files)])
        let assistant = try #require(compilation.assistant, "\(compilation.diagnostics)")
        let model = IntentModel.train(assistant.matching)
        return CompiledAssistant(assistant: assistant, model: model, contentHash: 0xFEDC_BA98_7654_3210)
    }

    @Test("is the same after writing and reading")
    func roundTrip() throws {
        let compiled = try Self.compiled()
        #expect(compiled.model != nil)
        let bytes = try compiled.encode()
        let read = try CompiledAssistant.decode(bytes)
        #expect(read.assistant == compiled.assistant)
        #expect(read.model == compiled.model)
        #expect(read.contentHash == compiled.contentHash)
        #expect(CompiledAssistant.contentHash(of: bytes) == compiled.contentHash)
        var patternsAlone = compiled
        patternsAlone.model = nil
        #expect(try CompiledAssistant.decode(try patternsAlone.encode()).model == nil)
    }

    @Test("matches as before after reading")
    func matching() throws {
        let compiled = try Self.compiled()
        let read = try CompiledAssistant.decode(try compiled.encode())
        let before = Matcher(compiled.assistant.matching, model: compiled.model)
        let after = Matcher(read.assistant.matching, model: read.model)
        for text in ["when are you open on sundays today", "a parcel in red A10021", "opening ours"] {
            #expect(before.match(text, evidence: 3) == after.match(text, evidence: 3))
        }
    }

    @Test("gives the same bytes for equal values, whatever the order of dictionaries")
    func determinism() throws {
        let compiled = try Self.compiled()
        var again = compiled
        let rules = compiled.assistant.matching.rules
        again.assistant.matching.rules = Dictionary(minimumCapacity: 500)
        for name in rules.keys.sorted().reversed() { again.assistant.matching.rules[name] = rules[name] }
        let texts = compiled.assistant.texts.overrides
        again.assistant.texts.overrides = Dictionary(minimumCapacity: 300)
        for (text, response) in texts.reversed() { again.assistant.texts.overrides[text] = response }
        #expect(again == compiled)
        #expect(try again.encode() == compiled.encode())
    }

    @Test("is refused when it ends early, anywhere")
    func truncation() throws {
        var bytes = try Self.compiled().encode()
        bytes.removeLast()
        for length in stride(from: 0, to: bytes.count, by: 97) {
            let error = #expect(throws: BundleError.self) {
                try CompiledAssistant.decode(Array(bytes[..<length]))
            }
            #expect(error == .truncated(bytes: length))
        }
        #expect(throws: BundleError.truncated(bytes: bytes.count)) { try CompiledAssistant.decode(bytes) }
    }

    @Test("is refused when any byte was changed")
    func changes() throws {
        let bytes = try Self.compiled().encode()
        for position in stride(from: 0, to: bytes.count, by: 61) {
            var changed = bytes
            changed[position] ^= 0x10
            #expect(throws: BundleError.self) { try CompiledAssistant.decode(changed) }
        }
    }

    @Test("is refused with the reason")
    func reasons() throws {
        let bytes = try Self.compiled().encode()
        #expect(throws: BundleError.notABundle) { try CompiledAssistant.decode(Array("{\"a\": 1}".utf8)) }
        #expect(throws: BundleError.notABundle) {
            try CompiledAssistant.decode([UInt8](repeating: 32, count: 5000))
        }
        #expect(throws: BundleError.trailing(bytes: 2)) { try CompiledAssistant.decode(bytes + [1, 2]) }
        var newer = bytes
        newer[8] = 9
        #expect(throws: BundleError.format(found: 9, known: 1)) { try CompiledAssistant.decode(newer) }
        var other = bytes
        other[bytes.count - 1] ^= 1
        #expect(throws: BundleError.checksum) { try CompiledAssistant.decode(other) }
        #expect(CompiledAssistant.contentHash(of: Array("nonsense".utf8)) == nil)
    }

    @Test("is known by the paths and contents of its files, whatever their order")
    func contentHash() {
        let first = (path: "a.yaml", bytes: Array("one".utf8))
        let second = (path: "b.yaml", bytes: Array("two".utf8))
        let hash = CompiledAssistant.hash(of: [first, second])
        #expect(CompiledAssistant.hash(of: [second, first]) == hash)
        #expect(CompiledAssistant.hash(of: [first]) != hash)
        #expect(CompiledAssistant.hash(of: [(path: "a.yaml", bytes: second.bytes), second]) != hash)
        #expect(CompiledAssistant.hash(of: [(path: "c.yaml", bytes: first.bytes), second]) != hash)
        #expect(
            CompiledAssistant.hash(of: [(path: "ab", bytes: [1])])
                != CompiledAssistant.hash(of: [(path: "a", bytes: [UInt8(ascii: "b"), 1])])
        )
    }
}
