import Testing

@testable import FrontdeskMatching

@Suite("Declared entity types")
struct DeclaredEntityTests {
    /// The types of a small shop.
    static func shop() throws -> EntityRecognizer {
        try EntityRecognizer(types: [
            EntityType(
                name: "order_number",
                recognition: .regex(RegexPattern("A-?\\d{5}"), normalise: "A-$digits")
            ),
            EntityType(
                name: "postcode",
                recognition: .regex(RegexPattern("[a-z]{1,2}\\d{1,2} ?\\d[a-z]{2}"), normalise: nil)
            ),
            EntityType(
                name: "batch",
                recognition: .regex(RegexPattern("lot (\\d+)/(\\d+)"), normalise: "$2-$1")
            ),
            EntityType(
                name: "product",
                recognition: .gazetteer([
                    GazetteerEntry(value: "jacket", synonyms: ["coat", "winter coat", "anorak"]),
                    GazetteerEntry(value: "rain jacket"),
                    GazetteerEntry(value: "battery"), GazetteerEntry(value: "box"),
                    GazetteerEntry(value: "T-Shirt", synonyms: ["tee"]),
                    GazetteerEntry(value: "iPhone 15"), GazetteerEntry(value: "Café Crème"),
                    GazetteerEntry(value: "coats and hats"),
                ])
            ),
            EntityType(
                name: "colour",
                recognition: .gazetteer([GazetteerEntry(value: "navy blue"), GazetteerEntry(value: "blue")])
            ),
        ])
    }

    static let regexCases = EntityCase.table(
        """
        A-10021                               => A-10021
        a10021                                => a10021 = A-10021
        where's my order a-10021?             => a-10021 = A-10021
        A–10021 with a dash                   => A–10021 = A-10021
        Ａ-１００２１                         => Ａ-１００２１ = A-10021
        A-10021, A-10022.                     => A-10021 | A-10022
        (A-10021)                             => A-10021
        "A-10021"                             => A-10021
        A-10021's status                      => A-10021
        👍A-10021👍                           => A-10021
        #A-10021                              => A-10021
        _A-10021_                             => A-10021
        order:A-10021                         => A-10021
        A-10021/A-10022                       => A-10021 | A-10022
        A-10021é                              => -
        A 10021                               => -
        XA-10021                              => -
        ПA-10021                              => -
        A-100214                              => -
        A-1002                                => -
        A--10021                              => -
        10021                                 => -
        a order 10021                         => -
        """
    )

    @Test("A regex entity is found between words' edges and normalised", arguments: regexCases)
    func regex(_ line: EntityCase) throws {
        #expect(try line.found("order_number", by: Self.shop()) == line.expected)
    }

    @Test(
        "Templates put groups together",
        arguments: EntityCase.table(
            """
            lot 12/34                         => lot 12/34 = 34-12
            Lot 7/8 and lot 1/2               => Lot 7/8 = 8-7 | lot 1/2 = 2-1
            lot 12                            => -
            """
        )
    )
    func templates(_ line: EntityCase) throws {
        #expect(try line.found("batch", by: Self.shop()) == line.expected)
    }

    static let gazetteerCases = EntityCase.table(
        """
        jacket                                => jacket
        my Jacket is torn                     => Jacket = jacket
        jackets                               => jackets = jacket
        a coat                                => coat = jacket
        the winter coat                       => winter coat = jacket
        two winter coats                      => winter coats = jacket
        winter is coming                      => -
        anorak's zip                          => anorak = jacket
        rain jacket                           => rain jacket
        rain jackets and jackets              => rain jackets = rain jacket | jackets = jacket
        coats and hats                        => coats and hats
        coats and shoes                       => coats = jacket
        batteries                             => batteries = battery
        boxes                                 => boxes = box
        boxs                                  => -
        T-shirt                               => T-shirt = T-Shirt
        t shirts                              => t shirts = T-Shirt
        tee                                   => tee = T-Shirt
        iphone 15                             => iphone 15 = iPhone 15
        iphone 14                             => -
        cafe creme                            => cafe creme = Café Crème
        CAFÉ CRÈME                            => CAFÉ CRÈME = Café Crème
        jacketing                             => -
        a jac ket                             => -
        nothing here                          => -
        """
    )

    @Test("A gazetteer's longest value is found, in its plural too", arguments: gazetteerCases)
    func gazetteer(_ line: EntityCase) throws {
        #expect(try line.found("product", by: Self.shop()) == line.expected)
    }

    @Test("Spans are bytes of the original, and the tokens are those it covers")
    func spans() throws {
        let utterance = "Grüße, where is A–10021, a Café Crème?"
        let text = NormalizedText(utterance)
        let tokens = Tokenizer.tokenize(text)
        let entities = try Self.shop().recognize(text, tokens: tokens)
        #expect(entities.map(\.type) == ["order_number", "product"])
        #expect(entities.map { tokens[$0.tokens].map(\.text) } == [["a", "10021"], ["cafe", "creme"]])
        for entity in entities {
            let bytes = Array(utterance.utf8)[entity.span.start..<entity.span.end]
            #expect(String(decoding: bytes, as: UTF8.self) == entity.text)
        }
    }

    @Test("What lies strictly inside a longer entity is left out; equal stretches stay side by side")
    func overlaps() throws {
        func types(_ utterance: String, _ recognizer: EntityRecognizer) -> [String] {
            let text = NormalizedText(utterance)
            return recognizer.recognize(text, tokens: Tokenizer.tokenize(text)).map {
                "\($0.type): \($0.text)"
            }
        }
        let shop = try Self.shop()
        #expect(
            types("iphone 15 for $20 on 3 May", shop) == ["product: iphone 15", "money: $20", "date: 3 May"]
        )
        #expect(types("navy blue", shop) == ["colour: navy blue"])
        #expect(types("at 5", shop) == ["time: 5", "number: 5"])
        #expect(types("ada@example.com", shop) == ["email: ada@example.com"])
        let codes = try EntityRecognizer(types: [
            EntityType(name: "long", recognition: .regex(RegexPattern("x-\\d+"), normalise: nil)),
            EntityType(name: "short", recognition: .regex(RegexPattern("\\d+"), normalise: nil)),
            EntityType(name: "twin", recognition: .regex(RegexPattern("\\d+"), normalise: "<$0>")),
        ])
        #expect(types("x-12 34", codes) == ["long: x-12", "short: 34", "twin: 34", "number: 34"])
    }

    @Test("Templates name only what is there")
    func templateErrors() throws {
        #expect(
            throws: RegexError(
                message: "$2 names a group that the expression does not have; it has 1",
                offset: 1
            )
        ) {
            try EntityTemplate("x$2", captureCount: 1)
        }
        #expect(
            throws: RegexError(
                message: "'$' begins $0, $1 … or $digits; write '$$' for the character itself",
                offset: 0
            )
        ) {
            try EntityTemplate("$x", captureCount: 1)
        }
        #expect(try EntityTemplate("$$$0$digits", captureCount: 0).parts == [.text("$"), .group(0), .digits])
    }
}
