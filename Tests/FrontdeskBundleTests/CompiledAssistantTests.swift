@testable import FrontdeskBundle
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching
import Foundation
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
        return CompiledAssistant(
            assistant: assistant,
            model: model,
            contentHash: 0xFEDC_BA98_7654_3210,
            files: [
                CompiledFile(path: "assistant.yaml", size: 1200, intents: ["hours", "colours"], flows: [])
            ],
            seed: "CREATE TABLE orders (number TEXT); -- ü"
        )
    }

    @Test("is the same after writing and reading")
    func roundTrip() throws {
        let compiled = try Self.compiled()
        #expect(compiled.model != nil)
        let bytes = try compiled.encode()
        let read = try CompiledAssistant.decode(bytes)
        #expect(read == compiled)
        let bundle = try BundleFile(bytes: bytes)
        try bundle.verify()
        #expect(bundle.size == bytes.count)
        #expect(bundle.about.contentHash == compiled.contentHash)
        #expect(
            bundle.about.trainingHashes == [CompiledAssistant.trainingHash(of: compiled.assistant.matching)]
        )
        #expect(bundle.about.assistant == "corner")
        var patternsAlone = compiled
        patternsAlone.model = nil
        patternsAlone.seed = nil
        #expect(try CompiledAssistant.decode(try patternsAlone.encode()) == patternsAlone)
    }

    @Test("matches as before after reading")
    func matching() throws {
        let compiled = try Self.compiled()
        let bundle = try BundleFile(bytes: try compiled.encode())
        let before = Matcher(compiled.assistant.matching, model: compiled.model)
        let after = try bundle.matcher(for: try bundle.assistant())
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
        let bytes = try Self.compiled().encode()
        for length in Array(stride(from: 0, to: bytes.count, by: 97)) + [bytes.count - 1] {
            let error = #expect(throws: BundleError.self) { try BundleFile(bytes: Array(bytes[..<length])) }
            guard case .truncated(length, let expected) = error else {
                Issue.record("\(length) bytes: \(String(describing: error))")
                continue
            }
            #expect(expected == (length < 32 ? 32 : bytes.count))
        }
    }

    @Test("is refused when any byte was changed, unless it is one that only fills up")
    func changes() throws {
        let compiled = try Self.compiled()
        let bytes = try compiled.encode()
        for position in stride(from: 0, to: bytes.count, by: 331) {
            var changed = bytes
            changed[position] ^= 0x10
            guard let bundle = try? BundleFile(bytes: changed), (try? bundle.verify()) != nil else {
                continue
            }
            let read = try bundle.compiled()
            #expect(read == compiled && bytes[position] == 0)
        }
    }

    @Test("is refused with the reason")
    func reasons() throws {
        let bytes = try Self.compiled().encode()
        func error(_ change: (inout [UInt8]) -> Void) -> BundleError? {
            var changed = bytes
            change(&changed)
            do {
                try BundleFile(bytes: changed).verify()
                return nil
            } catch { return error }
        }
        #expect(error { $0 = Array("{\"a\": 1}".utf8) } == .notABundle)
        #expect(error { $0 = [UInt8](repeating: 32, count: 5000) } == .notABundle)
        #expect(error { $0 = [] } == .truncated(bytes: 0, expected: 32))
        #expect(error { $0 += [1, 2] } == .trailing(bytes: 2))
        #expect(error { $0[4] = 9 } == .format(found: 9, known: CompiledAssistant.formatVersion))
        #expect(error { $0[40] ^= 1 } == .checksum(part: "table of sections"))
        #expect(error { $0[$0.count - 9] ^= 1 } == .checksum(part: "SQL script"))
    }

    @Test("is refused when another version of the engine made it")
    func otherEngine() throws {
        let about = BundleFile.About(
            engine: "9.9.9",
            assistant: "corner",
            contentHash: 1,
            trainingHashes: [2]
        )
        let bytes = BundleHeader.file([(.about, 0, try CompactEncoder.encode(about))])
        #expect(throws: BundleError.engine(found: "9.9.9", known: "0.1.0")) { try BundleFile(bytes: bytes) }
    }

    @Test("tells what it lacks")
    func missing() throws {
        let about = BundleFile.About(
            engine: CompiledAssistant.engineVersion,
            assistant: "corner",
            contentHash: 1,
            trainingHashes: [2]
        )
        let bundle = try BundleFile(bytes: BundleHeader.file([(.about, 0, try CompactEncoder.encode(about))]))
        #expect(throws: BundleError.missing(part: "assistant")) { try bundle.assistant() }
        #expect(try bundle.seed() == nil)
        #expect(throws: BundleError.missing(part: "title page")) {
            try BundleFile(bytes: BundleHeader.file([]))
        }
    }

    @Test("is read from a file, and stays readable when another is written in its place")
    func files() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "bundle-\(UUID().uuidString)"
        )
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("corner.fdk").path
        let first = try Self.compiled()
        try first.write(to: path)
        let mapped = try BundleFile(path: path)
        var second = first
        second.assistant.title = "Other Shop"
        try second.write(to: path)
        #expect(try mapped.compiled() == first)
        #expect(try BundleFile(path: path).compiled() == second)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["corner.fdk"])
        #expect(throws: BundleError.unreadable(reason: "No such file or directory")) {
            try BundleFile(path: path + "x")
        }
        #expect(throws: BundleError.unreadable(reason: "it is no file")) { try BundleFile(path: folder.path) }
        #expect(throws: BundleError.unwritable(reason: "No such file or directory")) {
            try first.write(to: folder.path + "/none/corner.fdk")
        }
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
