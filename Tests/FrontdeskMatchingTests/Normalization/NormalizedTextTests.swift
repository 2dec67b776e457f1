import Testing

@testable import FrontdeskMatching

@Suite("Normalisation")
struct NormalizedTextTests {
    @Test(
        "Case, compatibility forms, accents and invisible characters fold away",
        arguments: [
            ("Hello, WORLD!", "hello, world!"),
            ("tab\tline\r\nend", "tab line  end"),
            ("\0\u{1}\u{7F}x", "x"),
            ("ÀÉÎÕÜ ñ ç ø Ł ß Æ œ þ", "aeiou n c o l ss ae oe th"),
            ("e\u{301}\u{302}\u{303}", "e"),
            ("ＡＢＣ１２３（）", "abc123()"),
            ("ﬁ ﬂ ﬀ ﬃ", "fi fl ff ffi"),
            ("x² H₂O ½ № ℡", "x2 h2o 1/2 no tel"),
            ("“a” ‘b’ «c» – — ‑ …", "\"a\" 'b' \"c\" - - - ..."),
            ("a\u{A0}b\u{2009}c\u{3000}d", "a b c d"),
            ("a\u{200B}b\u{FEFF}c\u{AD}d\u{200E}e", "abcde"),
            ("𝐁𝐨𝐥𝐝 𝔉𝔯𝔞𝔨𝔱𝔲𝔯 ⓒⓘⓡⓒⓛⓔ", "bold fraktur circle"),
            ("ΣΊΣΥΦΟΣ ς", "σισυφοσ σ"),
            ("Ёж Йод", "еж иод"),
            ("١٢٣", "123"),
            ("€5 £6 日本 한국 🙂", "€5 £6 日本 한국 🙂"),
            ("İ", "i"),
            ("", ""),
        ]
    )
    func folding(original: String, folded: String) {
        #expect(NormalizedText(original).text == folded)
    }

    @Test(
        "Folding folded text changes nothing",
        arguments: ["Ünï ＦＵＬＬ ﬁ ½ “x” 日本 🙂 e\u{301}", "ΣΊΣΥΦΟΣ ŉ ǆ ﷺ ㏒", "plain text"]
    )
    func idempotent(original: String) {
        let once = NormalizedText(original).text
        #expect(NormalizedText(once).text == once)
    }

    @Test("Every folding target of the table is itself folded")
    func closed() {
        var count = 0
        for line in FoldingTable.groups.split(separator: "\n") {
            let target = String(line.unicodeScalars.prefix { $0 != "\t" })
            #expect(NormalizedText(target).text == target, "\(line)")
            count += 1
        }
        #expect(count > 300)
    }

    @Test("A stretch of folded text leads back to whole characters of the original")
    func offsets() {
        let text = NormalizedText("\u{200B}Ä e\u{301}x ﬁt €9")
        #expect(text.text == "a ex fit €9")
        #expect(text.originalText(text.originalSpan(0, 1)) == "Ä")
        #expect(text.originalText(text.originalSpan(2, 4)) == "e\u{301}x")
        #expect(text.originalText(text.originalSpan(2, 3)) == "e\u{301}")
        #expect(text.originalText(text.originalSpan(5, 6)) == "ﬁ")
        #expect(text.originalText(text.originalSpan(6, 8)) == "ﬁt")
        #expect(text.originalText(text.originalSpan(9, 13)) == "€9")
        let end = text.originalSpan(text.bytes.count, text.bytes.count)
        #expect(end.start == text.original.utf8.count && end.end == end.start)
    }

    @Test("Offsets of any stretch are ordered and lie inside the original", arguments: 0..<20)
    func offsetBounds(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let pieces = [
            "a", "Z", " ", "é", "e\u{301}", "ﬃ", "\u{200B}", "日", "🙂", "👩‍👩‍👧", "\0", "½", "'", "\u{E0020}",
        ]
        let utterance = (0..<30).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        let text = NormalizedText(utterance)
        for start in 0...text.bytes.count {
            for end in start...text.bytes.count {
                let span = text.originalSpan(start, end)
                #expect(span.start <= span.end && span.end <= utterance.utf8.count)
            }
        }
        for token in Tokenizer.tokenize(text) { #expect(!text.originalText(token.span).isEmpty) }
    }
}
