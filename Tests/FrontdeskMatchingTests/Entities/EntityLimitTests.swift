import Testing

@testable import FrontdeskMatching

@Suite("Utterances packed with entities")
struct EntityLimitTests {
    private static func recognizer() throws -> EntityRecognizer {
        var types = BuiltInEntity.allCases.map { EntityType(name: $0.rawValue, recognition: .builtIn($0)) }
        types.append(
            EntityType(name: "order", recognition: .regex(try RegexPattern("A-[0-9]{5}"), normalise: nil))
        )
        return EntityRecognizer(types: types, languages: [.english, .spanish])
    }

    private static func entities(_ utterance: String) throws -> [Entity] {
        let text = NormalizedText(utterance)
        return try recognizer().recognize(text, tokens: Tokenizer.tokenize(text))
    }

    @Test("Only so many words of a wall of numbers begin a number; an order number is found anywhere")
    func wall() throws {
        let limit = EntityRecognizer.startLimit
        let wall = String(repeating: "ü1 7 ", count: 600)
        let found = try Self.entities(wall + "A-10021")
        let numbers = found.filter { $0.type == "number" }
        #expect(numbers.count == limit)
        #expect(numbers.allSatisfy { $0.text == "7" && $0.value == .number(7) })
        #expect(found.last?.type == "order" && found.last?.text == "A-10021")
        let view = Array((wall + "A-10021").utf8)
        for entity in found {
            #expect(Array(entity.text.utf8) == Array(view[entity.span.start..<entity.span.end]))
        }
    }

    @Test("Up to the limit nothing is left out", arguments: [1, 100, 399, 400])
    func below(count: Int) throws {
        let found = try Self.entities(String(repeating: "take 7 ", count: count))
        #expect(found.count { $0.type == "number" } == count)
    }

    @Test(
        "Words of one contraction at the limit stay together",
        arguments: ["they'll ", "don't 5 ", "5 o'clock ", "ﷺ5 ", "½ "]
    )
    func contraction(piece: String) throws {
        for shift in ["", "7 ", "7 7 "] {
            let text = shift + String(repeating: piece, count: 900)
            for entity in try Self.entities(text) {
                #expect(entity.tokens.upperBound <= Tokenizer.tokenize(text).count)
                #expect(entity.span.end <= text.utf8.count)
            }
        }
    }
}
