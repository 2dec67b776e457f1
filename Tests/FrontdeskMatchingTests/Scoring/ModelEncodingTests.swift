import Foundation
@testable import FrontdeskMatching
import Testing

@Suite("The encoded model") struct ModelEncodingTests {
    private let model: IntentModel
    private let bytes: [UInt8]

    init() throws {
        model = try #require(DeskExamples.model)
        bytes = model.encoded()
    }

    @Test("Decoding gives a model with the same bytes and the same answers")
    func roundTrip() throws {
        let decoded = try IntentModel(decoding: bytes)
        #expect(decoded.encoded() == bytes)
        #expect(decoded == model)
        for utterance in DeskExamples.utterances {
            let tokens = Tokenizer.tokenize(utterance)
            let answer = decoded.score(tokens: tokens, entities: [], evidence: 3)
            #expect(answer == model.score(tokens: tokens, entities: [], evidence: 3))
        }
    }

    @Test("Codable carries the same bytes")
    func codable() throws {
        let data = try JSONEncoder().encode([model])
        #expect(try JSONDecoder().decode([IntentModel].self, from: data) == [model])
        let bad = try JSONEncoder().encode([bytes.dropLast()])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([IntentModel].self, from: bad) }
    }

    @Test("Every truncation is refused")
    func truncated() {
        for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 300)) {
            #expect(throws: IntentModelError.self) { try IntentModel(decoding: Array(bytes.prefix(length))) }
        }
    }

    @Test("A changed bit anywhere is refused")
    func corrupted() {
        for place in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 300)) {
            var changed = bytes
            changed[place] ^= UInt8(1 << (place % 8))
            #expect(throws: IntentModelError.self) { try IntentModel(decoding: changed) }
        }
    }

    @Test("Bytes that contradict each other are refused even with a right checksum")
    func hostile() {
        var refused = 0
        for place in stride(from: 6, to: bytes.count - 8, by: max(1, bytes.count / 300)) {
            var changed = Array(bytes.dropLast(8))
            changed[place] = 0xFF
            var writer = ModelWriter()
            writer.write(IntentModel.checksum(changed[...]))
            // A weight may be any byte: such a model is another model, but never a crash.
            if (try? IntentModel(decoding: changed + writer.bytes)) == nil { refused += 1 }
        }
        #expect(refused > 0)
    }

    @Test("Each refusal says what is wrong")
    func reasons() {
        #expect(throws: IntentModelError.notAModel) { try IntentModel(decoding: []) }
        #expect(throws: IntentModelError.notAModel) {
            try IntentModel(decoding: Array("GIF89a and more".utf8))
        }
        #expect(throws: IntentModelError.truncated) { try IntentModel(decoding: Array("FDIM".utf8)) }
        #expect(throws: IntentModelError.checksum) { try IntentModel(decoding: bytes + [0]) }
        var newer = bytes
        newer[4] = 9
        #expect(throws: IntentModelError.version(found: 9, supported: 3)) { try IntentModel(decoding: newer) }
    }
}
