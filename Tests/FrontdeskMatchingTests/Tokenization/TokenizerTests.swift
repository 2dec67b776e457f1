import Testing

@testable import FrontdeskMatching

@Suite("Tokenizer")
struct TokenizerTests {
    @Test(
        "An utterance is cut into folded words",
        arguments: [
            ("Where is my order?", "where is my order"),
            ("where's my order A-10021?", "where is my order a 10021"),
            ("I DON'T know", "i do not know"),
            ("I can’t, I won’t, I shan't", "i can not i will not i shall not"),
            (
                "I'm sure they've said we'll see he'd go you're",
                "i am sure they have said we will see he would go you are"
            ),
            ("dont cant wont im wheres whats", "do not can not will not i am where is what is"),
            ("isnt doesnt hasnt couldnt", "is not does not has not could not"),
            ("gonna wanna gimme", "going to want to give me"),
            ("my mum's parcel, the customers' choice", "my mum parcel the customers choice"),
            ("let's go", "let us go"),
            ("at 5 o'clock, rock'n'roll, O'Brien", "at 5 oclock rocknroll obrien"),
            ("y'all", "you all"),
            ("it`s don´t", "it is do not"),
            ("Café Zürich NAÏVE ŁÓDŹ straße", "cafe zurich naive lodz strasse"),
            ("ｆｕｌｌ　ｗｉｄｔｈ ﬁne x²", "full width fine x2"),
            ("e\u{301}te\u{301} zero\u{200B}width", "ete zerowidth"),
            ("ПРИВЕТ Ёлка ΑΘΉΝΑ", "привет елка αθηνα"),
            ("注文 ok", "注 文 ok"),
            ("مرحبا بك", "مرحبا بك"),
            ("great 👍🏽 thanks 😀", "great thanks"),
            ("👍🏽 😀", "👍 😀"),
            ("nul\0byte\ttab\nline", "nulbyte tab line"),
            ("3,000.50 EUR snake_case", "3 000 50 eur snake case"),
            ("Frontdesk™ – “quoted” words…", "frontdesk quoted words"),
            ("", ""), ("?!… --- '''", ""), (" \u{200B}\u{FEFF} ", ""),
        ]
    )
    func words(utterance: String, expected: String) {
        #expect(Tokenizer.tokenize(utterance).map(\.text).joined(separator: " ") == expected)
    }

    @Test(
        "A token's span gives back the customer's own letters",
        arguments: [
            ("Where's my Café?", ["Where's", "Where's", "my", "Café"]),
            ("e\u{301}te\u{301}!", ["e\u{301}te\u{301}"]),
            ("ﬁne ｏｋ", ["ﬁne", "ｏｋ"]),
            ("my mum's", ["my", "mum's"]),
            ("🙂 yes", ["yes"]),
        ]
    )
    func spans(utterance: String, expected: [String]) {
        let text = NormalizedText(utterance)
        #expect(Tokenizer.tokenize(text).map { text.originalText($0.span) } == expected)
    }
}
