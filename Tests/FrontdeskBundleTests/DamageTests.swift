import Foundation
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching
import Testing

@testable import FrontdeskBundle

@Suite("A damaged bundle")
struct DamageTests {
    private static let files = """
        assistant: corner
        title: Corner Shop
        rules: {thing: "(order|parcel)", other: "(thing|item) [please]"}
        entities:
          order_number: {regex: 'A-?\\d{5}', normalise: 'A-$digits', example: A-10021}
          colour: {values: {red: [crimson], blue: []}}
        intents:
          hours:
            patterns: ["when are you open * today", "[at] what time <other>"]
            examples: [are you open now, "opening hours please"]
            answer: From nine to six{{customer.first_name|prefix ", "}}.
          colours:
            patterns: ["[do you have] <thing> {colour} {order_number}"]
            examples: [something in red, do you sell blue ones]
            flow: pick
        flows:
          pick:
            slots: {colour: {ask: Which colour?, attempts: 2}}
            states: {done: {say: "{{colour}} it is.", end: resolved}}
        """

    private static func bundle() throws -> [UInt8] {
        let compilation = Compiler.compile([SourceFile(path: "assistant.yaml", text: files)])
        let assistant = try #require(compilation.assistant, "\(compilation.diagnostics)")
        return try CompiledAssistant(
            assistant: assistant,
            model: IntentModel.train(assistant.matching),
            files: [CompiledFile(path: "assistant.yaml", size: 900, intents: ["hours"], flows: ["pick"])],
            seed: "CREATE TABLE orders (number TEXT);"
        ).encode()
    }

    /// Uses a bundle as the program does, and says whether it was taken.
    private static func use(_ bytes: [UInt8], talks: Bool = false) -> Bool {
        let (assistant, matcher): (Assistant, Matcher)
        var isWhole = true
        do throws(BundleError) {
            let bundle = try BundleFile(bytes: bytes)
            // A desk does not verify what it runs: what is found only here must not stop it either.
            do throws(BundleError) { try bundle.verify() } catch {
                #expect(!error.description.isEmpty)
                isWhole = false
            }
            assistant = try bundle.assistant()
            matcher = try bundle.matcher(for: assistant)
        } catch {
            #expect(!error.description.isEmpty)
            return false
        }
        for utterance in [
            "when are you really open today", "parcel in red A10021", "what time thing", "ok", "",
        ] {
            #expect(matcher.match(utterance, evidence: 2).candidates.count <= Matcher.candidateLimit)
        }
        let machine = DialogueMachine(assistant, zone: .utc)
        for intent in assistant.intents {
            let found = machine.intent(intent.name)
            #expect(!isWhole || found?.name == intent.name)
        }
        for name in ["hours", "colours", "control.help", "", "none"] { _ = machine.intent(name) }
        if talks {
            var conversation = TrialConversation(machine, matcher)
            conversation.play()
        }
        return isWhole
    }

    /// How many are tried; more with FRONTDESK_MUTATIONS=100000.
    private static var count: UInt64 {
        ProcessInfo.processInfo.environment["FRONTDESK_MUTATIONS"].flatMap(UInt64.init) ?? 500
    }

    @Test("is refused or used, but never stops the program")
    func mutations() throws {
        let original = try Self.bundle()
        #expect(Self.use(original))
        let first = ProcessInfo.processInfo.environment["FRONTDESK_SEED"].flatMap(UInt64.init) ?? 0
        var taken = 0
        for seed in first..<(first + Self.count) {
            var mutation = BundleMutation(seed: seed)
            if ProcessInfo.processInfo.environment["FRONTDESK_TRACE"] != nil {
                FileHandle.standardError.write(Data("\(seed)\n".utf8))
            }
            let start = ContinuousClock.now
            if Self.use(mutation.damaged(original)) { taken += 1 }
            let time = ContinuousClock.now - start
            if time > .seconds(1), Self.count > 500 { print("seed \(seed) took \(time)") }
        }
        // Most damage is found; some lies where any value is as good as another.
        #expect(taken < Int(Self.count) / 2)
        if Self.count > 500 { print("\(Self.count) damaged bundles, \(taken) of them taken") }
    }

    /// Changes values within the sections instead of bytes, with the checksums right.
    private static func changed(_ original: [UInt8], seed: UInt64) throws -> [UInt8] {
        let bytes = BundleBytes(original)
        var sections: [(kind: BundleSection, number: Int, bytes: [UInt8])] = []
        for entry in try BundleHeader(bytes).entries {
            let kind = BundleSection(rawValue: entry.kind) ?? .about
            sections.append((kind, Int(entry.number), bytes[entry.range].array))
        }
        if seed % 6 == 5 {
            let place = try #require(sections.firstIndex { $0.kind == .intents })
            sections[place].bytes = try changedIntents(original, seed: seed)
            return BundleHeader.file(sections)
        }
        // Most of what is in a bundle is in its assistant.
        let kinds: [BundleSection] = [.assistant, .assistant, .matching, .about, .files]
        let kind = kinds[Int(seed % 5)]
        let place = try #require(sections.firstIndex { $0.kind == kind })
        var mutation = NodeMutation(seed: seed)
        let changed = mutation.changed(sections[place].bytes)
        sections[place].bytes = try #require(changed)
        return BundleHeader.file(sections)
    }

    /// The intents with values of one of them changed; all are found by their names as before.
    private static func changedIntents(_ original: [UInt8], seed: UInt64) throws -> [UInt8] {
        let intents = try CompiledAssistant.decode(original).assistant.intents
        var nodes: [CompactNode] = []
        for intent in intents {
            let bytes = try CompactEncoder.encode(intent)
            nodes.append(try #require(CompactNode(reading: bytes)))
        }
        var mutation = NodeMutation(seed: seed)
        let place = Int(seed / 6) % nodes.count
        let changed = mutation.changed(nodes[place].bytes())
        let bytes = try #require(changed)
        nodes[place] = try #require(CompactNode(reading: bytes))
        let heads = intents.map { ($0.name, $0.startsFlow) }
        return try IntentTable.bytes(of: heads) { index, writer, table in
            nodes[index].write(to: &writer, table)
        }
    }

    @Test("is refused or used when its values are wrong and all else is right")
    func values() throws {
        let original = try Self.bundle()
        let first = ProcessInfo.processInfo.environment["FRONTDESK_SEED"].flatMap(UInt64.init) ?? 0
        let seeds = first..<(first + Self.count / 10)
        let taken = try seeds.count { Self.use(try Self.changed(original, seed: $0), talks: true) }
        #expect(taken > 0 && taken < seeds.count)
    }

    @Test("whose responses have no wording is refused")
    func noWording() throws {
        let original = try CompiledAssistant.decode(try Self.bundle())
        for empty in 0..<3 {
            var compiled = original
            switch empty {
            case 0: compiled.assistant.flows[0].slots[0].ask.variants = []
            case 1: compiled.assistant.partials = [Partial(name: "p", response: Self.empty)]
            default: compiled.assistant.greeting.variants = []
            }
            let bundle = try BundleFile(bytes: try compiled.encode())
            #expect(throws: BundleError.malformed(part: "assistant", reason: "a response has no wording")) {
                try bundle.assistant()
            }
        }
    }

    private static var empty: Response {
        var response = Response(variants: [Template(text: "x")])
        response.variants = []
        return response
    }

    @Test("with numbers that nobody can reckon with is refused", arguments: [Int.max, .min, 1 << 45])
    func largeNumbers(number: Int) throws {
        var compiled = try CompiledAssistant.decode(try Self.bundle())
        compiled.assistant.queues = [Queue(name: "q", title: "Q", answersWithinMinutes: number)]
        let bundle = try BundleFile(bytes: try compiled.encode())
        #expect(throws: BundleError.malformed(part: "assistant", reason: "a number is too large")) {
            try bundle.assistant()
        }
    }

    /// What long runs found, one seed for each mistake that was mended.
    @Test("that was once taken wrongly is so no more", arguments: [11_291] as [UInt64])
    func found(seed: UInt64) throws {
        var mutation = BundleMutation(seed: seed)
        _ = Self.use(mutation.damaged(try Self.bundle()))
    }
}
