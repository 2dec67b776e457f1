import Foundation
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching
import Testing

@Suite("Samples of the assistants")
struct SampleTests {
    private static func assistant(_ name: String) throws -> Assistant {
        let folder = "\(#filePath)/../../../Intents/\(name)"
        let files = try FileManager.default.contentsOfDirectory(
            at: URL(fileURLWithPath: folder).standardizedFileURL,
            includingPropertiesForKeys: nil
        )
        let sources = try files.filter { $0.pathExtension == "yaml" }.map { file in
            SourceFile(path: file.lastPathComponent, bytes: Array(try Data(contentsOf: file)))
        }
        return try #require(Compiler.compile(sources).assistant)
    }

    @Test(
        "Every sample of an intent leads to it, unless another intent's pattern is just as good",
        arguments: ["minimal", "shop"]
    )
    func samplesLeadHome(name: String) throws {
        let matching = try Self.assistant(name).matching
        let matcher = Matcher(matching, model: nil)
        let sampler = IntentSampler(matching)
        var count = 0
        for intent in matching.intents where !intent.patterns.isEmpty {
            let sentences =
                sampler.shortest(of: intent, limit: 20) + sampler.drawn(from: intent, limit: 20, seed: 7)
            for sentence in Set(sentences).sorted() {
                count += 1
                let candidates = matcher.match(sentence).candidates
                let own = candidates.first { $0.intent == intent.name }?.pattern
                let top = candidates.first?.pattern
                let isHome =
                    own != nil && own?.literalWords == top?.literalWords && own?.gapWords == top?.gapWords
                #expect(
                    isHome,
                    "\(intent.name): '\(sentence)' leads to \(candidates.map { "\($0.intent) by \($0.pattern?.source ?? "")" })"
                )
            }
        }
        #expect(count > (name == "shop" ? 1000 : 20))
    }
}
