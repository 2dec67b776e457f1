@testable import FrontdeskMatching
import Testing

@Suite("Unknown words among others") struct SlipReaderTests {
    private static func read(_ typed: String) -> String {
        let tokens = Tokenizer.tokenize(typed)
        let corrections = DeskExamples.model?.corrections(of: tokens, entities: []) ?? []
        return tokens.reading(corrections).map(\.text).joined(separator: " ")
    }

    @Test(
        "An unknown word is read as what its neighbours make likely",
        arguments: [
            // One letter, whatever the word's length.
            ("wheer is my parsel", "where is my parcel"), ("where is mx order", "where is my order"),
            ("wher is y parcel", "where is my parcel"), ("are you opwn", "are you open"),
            ("i want to snd this back", "i want to send this back"),
            ("i forgot ym password", "i forgot my password"),
            // Equally near words: the neighbours decide.
            ("send it back ot you", "send it back to you"),
            ("i want ao send this back", "i want to send this back"),
            // A space that was left out, replaced, or slipped by a letter.
            ("where is myorder", "where is my order"), ("whereis my order", "where is my order"),
            ("where is mynorder", "where is my order"), ("cance lmy order", "cancel my order"),
            ("where ism y refund", "where is my refund"),
            // Known words, codes, numbers and what is like nothing else stay.
            ("where is my order", "where is my order"), ("where is my ax7", "where is my ax7"),
            ("where is my xylophone", "where is my xylophone"), ("where is my 10021", "where is my 10021"),
            ("", ""),
        ]
    )
    func reading(_ typed: String, _ read: String) {
        #expect(Self.read(typed) == read)
    }

    @Test("An entity's words are read as they are")
    func entities() {
        let tokens = Tokenizer.tokenize("where is my parsel")
        let entity = Entity(
            type: "thing",
            span: tokens[3].span,
            tokens: 3..<4,
            text: "parsel",
            value: .text("parsel")
        )
        #expect(DeskExamples.model?.corrections(of: tokens, entities: [entity]) == [])
    }

    @Test("A word that is read as two is two words to patterns and to the classifier")
    func cut() throws {
        let tokens = Tokenizer.tokenize("track myorder A-10021 now")
        let order = Entity(
            type: "order_number",
            span: tokens[2].span,
            tokens: 2..<3,
            text: "A-10021",
            value: .text("A-10021")
        )
        let read = tokens.reading([Correction(token: 1, typed: "myorder", read: "my order")])
        let cut = read.cut(with: [order])
        #expect(cut.tokens.map(\.text).starts(with: ["track", "my", "order"]))
        #expect(cut.tokens.count == tokens.count + 1)
        #expect(cut.entities.map(\.tokens) == [3..<4])
        let text = FeatureText(read, entities: [order], classes: ["order_number"])
        #expect(
            text.words.map { text.text($0.start..<$0.end) }.starts(with: [
                "track", "my", "order", "{order_number}",
            ])
        )
        #expect(FeatureText([Token("", tokens[0].span)], entities: [], classes: []).words.isEmpty)
    }

    /// The likeliest reading of an utterance with one open word, by trying every word and every cut.
    private func naive(_ tokens: [Token], open: Int, _ model: IntentModel) -> [String] {
        let words = tokens.map(\.text)
        let typed = Array(words[open].utf8)
        var readings: [(words: [String], score: Double)] = [
            (words, model.context.novelty + SlipArc.novelty(isOfLanguage: false, length: typed.count))
        ]
        func offer(_ read: [String], _ score: Double, _ range: Range<Int>) {
            guard read.allSatisfy({ model.context.word($0.utf8).count > 0 }) else { return }
            readings.append((Array(words[..<range.lowerBound]) + read + words[range.upperBound...], score))
        }
        let limit = typed.count >= SpellingIndex.secondFrom ? 2 : 1
        let near = model.spelling.slips(of: typed).map { model.spelling.words[$0.word] }
        for known in model.spelling.words where SpellingIndex.isWord(known.utf8) {
            guard let cost = EditCost.cost(from: typed, to: Array(known.utf8), limit: limit) else { continue }
            // A second slip is only found where a letter less makes both words alike; another form is no slip.
            guard near.contains(known) else { continue }
            offer([known], -SlipArc.slip * cost, open..<(open + 1))
        }
        func text(_ letters: some Sequence<UInt8>) -> String {
            String(decoding: Array(letters), as: UTF8.self)
        }
        for end in typed.indices.dropFirst() {
            offer([text(typed[..<end]), text(typed[end...])], -SlipArc.join, open..<(open + 1))
            guard end + 1 < typed.count else { continue }
            offer([text(typed[..<end]), text(typed[(end + 1)...])], -SlipArc.lostSpace, open..<(open + 1))
        }
        for left in [open - 1, open] where left >= 0 && left + 1 < words.count {
            let (one, two) = (Array(words[left].utf8), Array(words[left + 1].utf8))
            if one.count > 1 {
                offer([text(one.dropLast()), text(one.suffix(1) + two)], -SlipArc.shift, left..<(left + 2))
            }
            if two.count > 1 {
                offer([text(one + two.prefix(1)), text(two.dropFirst())], -SlipArc.shift, left..<(left + 2))
            }
        }
        func total(_ reading: (words: [String], score: Double)) -> Double {
            var score = reading.score
            var last: WordContext.Word?
            for word in reading.words.map({ model.context.word($0.utf8) }) {
                if word.count > 0 { score += model.context.logProbability(of: word, after: last) }
                last = word
            }
            return score + model.context.logProbabilityOfEnd(after: last)
        }
        return readings.max { total($0) < total($1) }?.words ?? []
    }

    @Test("The likeliest way is found: no reading of one slip is likelier")
    func oracle() throws {
        let model = try #require(DeskExamples.model)
        var generator = SeededGenerator(seed: 11)
        var tried = 0
        for sentence in DeskExamples.sentences.flatMap(\.examples) {
            for _ in 0..<8 {
                let tokens = Tokenizer.tokenize(RandomEdits.edited(sentence, using: &generator))
                let open = tokens.indices.filter {
                    model.context.word(tokens[$0].text.utf8).count == 0
                        && SpellingIndex.isWord(tokens[$0].text.utf8)
                }
                guard open.count == 1, let place = open.first else { continue }
                tried += 1
                let read = tokens.reading(model.corrections(of: tokens, entities: []))
                let best = naive(tokens, open: place, model).joined(separator: " ")
                #expect(read.map(\.text).joined(separator: " ") == best)
            }
        }
        #expect(tried > 100)
    }

    @Test("What follows a word often is likelier, and a sentence's ends are like words")
    func context() throws {
        let context = try #require(DeskExamples.model).context
        func word(_ text: String) -> WordContext.Word { context.word(text.utf8) }
        let order = context.logProbability(of: word("order"), after: word("my"))
        #expect(order > context.logProbability(of: word("order"), after: word("the")))
        #expect(order > context.logProbability(of: word("open"), after: word("my")))
        #expect(
            context.logProbability(of: word("where"), after: nil)
                > context.logProbability(of: word("order"), after: nil)
        )
        #expect(
            context.logProbabilityOfEnd(after: word("order")) > context.logProbabilityOfEnd(after: word("my"))
        )
        #expect(word("xylophone").count == 0)
        #expect(context.novelty < 0)
    }

    @Test("Of a wall of unknown words the first ones are read as others, and the rest as typed")
    func wall() throws {
        let model = try #require(DeskExamples.model)
        let tokens = Tokenizer.tokenize(Array(repeating: "parsel", count: 300).joined(separator: " "))
        let corrections = model.corrections(of: tokens, entities: [])
        #expect(corrections.map(\.token) == Array(0..<SlipReader.openLimit))
        #expect(corrections.allSatisfy { $0.read == "parcel" })
    }
}
