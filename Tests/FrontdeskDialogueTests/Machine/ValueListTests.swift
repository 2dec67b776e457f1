import FrontdeskMatching
import Testing

@testable import FrontdeskDialogue

/// Which values of a message stand side by side, and what is asked of each.
@Suite struct ValueListTests {
    @Test(
        "Values that are joined are a list",
        arguments: [
            ("en", "cancel A-11 and A-12", ["cancel A-11", "cancel A-12"]),
            (
                "en", "cancel A-11, A-12 and A-13 please",
                ["cancel A-11 please", "cancel A-12 please", "cancel A-13 please"]
            ),
            ("en", "order A-11 and order A-12", ["order A-11", "order A-12"]),
            ("en", "parcels A-11 and parcel A-12", ["parcels A-11", "parcels A-12"]),
            ("en", "A-11 or A-12", ["A-11", "A-12"]),
            ("es", "los pedidos A-11 y A-12", ["los pedidos A-11", "los pedidos A-12"]),
            (
                "es", "el pedido A-11, el A-12 y el A-13",
                ["el pedido A-11", "el pedido A-12", "el pedido A-13"]
            ),
            ("en", "A-11 A-12", []),
            ("en", "A-11 and A-11", []),
            ("en", "A-11, sorry, I mean A-12", []),
            ("en", "not A-11 but A-12", []),
            ("en", "not A-11 and A-12", []),
            ("en", "A-11 and not A-12", []),
            ("en", "change A-11 to A-12", []),
            ("en", "is A-11 here and is A-12 late", []),
            ("en", "A-11 and A-12 and they were both late, unlike A-13", []),
            ("en", "A-11, A-12, A-13, A-14, A-15 and A-16", []),
            ("es", "A-11 y A-12 no", []),
            ("es", "cambia A-11 por A-12", []),
        ]
    )
    func lists(language: String, message: String, texts: [String]) throws {
        let tokens = Tokenizer.tokenize(message)
        var result = MatchResult(tokens: tokens)
        var start = 0
        for word in message.split(separator: " ") {
            defer { start += word.utf8.count + 1 }
            guard word.hasPrefix("A-") else { continue }
            let span = SourceSpan(start, start + 4)
            let first = try #require(tokens.firstIndex { $0.span.end > span.start })
            let end = tokens.firstIndex { $0.span.start >= span.end } ?? tokens.count
            let text = String(word.prefix(4))
            result.entities.append(
                Entity(type: "code", span: span, tokens: first..<end, text: text, value: .text(text))
            )
        }
        let lists = ValueList.all(in: result, of: message, try #require(Language(tag: language)))
        #expect(lists.first.flatMap { $0.texts(of: message, result) } ?? [] == texts)
    }
}
