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
    private static func use(_ bytes: [UInt8]) -> Bool {
        let bundle: BundleFile
        let (assistant, matcher): (Assistant, Matcher)
        do throws(BundleError) {
            bundle = try BundleFile(bytes: bytes)
            try bundle.verify()
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
        _ = DialogueMachine(assistant, zone: .utc)
        return true
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

    /// What long runs found, one seed for each mistake that was mended.
    @Test("that was once taken wrongly is so no more", arguments: [11_291] as [UInt64])
    func found(seed: UInt64) throws {
        var mutation = BundleMutation(seed: seed)
        _ = Self.use(mutation.damaged(try Self.bundle()))
    }
}
