import FrontdeskCompiler
import FrontdeskMatching

/// A made-up shop of any size: products × what customers want of them, ten patterns an intent.
struct ScaleAssistant {
    static let patternsPerIntent = 10

    private static let adjectives = [
        "red", "oak", "steel", "folding", "garden", "kitchen", "round", "leather", "cotton", "electric",
        "wooden",
        "travel", "office", "winter", "summer", "baby", "dog", "camping", "silver", "vintage", "glass",
        "bamboo",
        "wireless", "outdoor", "heavy",
    ]
    private static let nouns = [
        "chair", "table", "lamp", "knife", "blanket", "bottle", "bag", "jacket", "clock", "mirror", "shelf",
        "grill",
        "tent", "carpet", "heater", "fan", "desk", "bench", "basket", "pillow",
    ]
    /// What customers want, each in three wordings.
    private static let wishes = [
        ["return", "send back", "give back"], ["cancel", "call off", "stop"],
        ["exchange", "swap", "trade in"],
        ["track", "locate", "follow"], ["repair", "fix", "mend"], ["clean", "wash", "polish"],
        ["assemble", "put together", "build"], ["insure", "protect", "cover"], ["gift wrap", "wrap", "pack"],
        ["reserve", "hold", "set aside"], ["reorder", "buy again", "order again"],
        ["rent", "hire", "borrow"],
        ["recycle", "dispose of", "throw away"], ["register", "sign up", "activate"],
        ["upgrade", "improve", "extend"], ["review", "rate", "comment on"],
        ["compare", "weigh up", "contrast"],
        ["customise", "engrave", "personalise"], ["collect", "pick up", "fetch"],
        ["install", "mount", "hang up"],
    ]
    /// Patterns with `P` for the product and `V` for what is wanted of it, and a sentence of each.
    private static let frames = [
        ("(how|where) can i V [the|a|my] P", "how can i V my P"),
        ("i (want|need|would like) to V (my|the|a) P [today|now]", "i would like to V the P today"),
        ("V [my|the] P {order_number}", "V my P A-10021"),
        ("can (you|i) V [a|the] P [by {date}]", "can you V the P by tomorrow"),
        ("is it possible to V [the|this] P [{order_number}]", "is it possible to V this P A-10021"),
        ("(V;[my|the] P;right now)", "right now V my P"),
        ("please V [this|that] P *1-3 {money}", "please V that P for about 20 euros"),
        ("what (do|must) i do to V [my|the] P", "what must i do to V my P"),
        ("<i_have> P * V", "i have a P that you should V"),
        ("~help V (this|the|my) P", "give me a hand to V this P"),
    ]

    let intentCount: Int

    /// The files, a few hundred intents in each.
    var sources: [SourceFile] {
        let head = """
            assistant: scale
            entities:
              order_number: {regex: 'A-\\d{5}', example: A-10021}
            rules:
              i_have: "i (have|own|bought|ordered) (a|the|this)"
            synonyms:
              help: [help me, assist me to, give me a hand to]
            """
        var sources = [SourceFile(path: "assistant.yaml", text: head + "\n")]
        for start in stride(from: 0, to: intentCount, by: 500) {
            var text = "intents:\n"
            for intent in start..<min(start + 500, intentCount) { text += declaration(intent) }
            sources.append(SourceFile(path: "topic\(1000 + start / 500).yaml", text: text))
        }
        return sources
    }

    /// A sentence of each pattern.
    var sentences: [String] {
        (0..<intentCount).flatMap { intent in
            Self.frames.map { Self.fill($0.1, intent, wording: intent % 3) }
        }
    }

    /// The same intents with two sentences in place of patterns: what a classifier learns from.
    func learned(vectors: String) -> MatcherDefinition {
        MatcherDefinition(
            intents: (0..<intentCount).map { intent in
                let frames = [0, 1].map { (intent + $0) % Self.frames.count }
                return IntentDefinition(
                    name: "intent\(intent)",
                    title: "intent \(intent)",
                    examples: frames.enumerated().map { place, frame in
                        Example(Self.fill(Self.frames[frame].1, intent, wording: place))
                    }
                )
            },
            vectors: vectors
        )
    }

    /// Sentences for intents from first to last, of a form that no example of theirs has.
    var questions: [(text: String, intent: String)] {
        stride(from: 0, to: intentCount, by: max(1, intentCount / 1000)).map { intent in
            let frame = Self.frames[(intent + 4) % Self.frames.count].1
            return (Self.fill(frame, intent, wording: intent % 2), "intent\(intent)")
        }
    }

    /// Sentences for the first intents, which every size has.
    static let utterances = ScaleAssistant(intentCount: 10).sentences

    /// Sentences that no pattern covers: of the same words with others behind or turned around, and quite other ones.
    static let misses =
        utterances.map { $0 + " of my aunt" }
        + utterances.map { $0.split(separator: " ").reversed().joined(separator: " ") }
        + [
            "what is the meaning of life", "my cat likes the garden", "is it going to rain today",
        ]

    private func declaration(_ intent: Int) -> String {
        let (adjective, noun, wish) = Self.parts(intent)
        var text = """
              \(adjective)_\(noun).\(Self.wishes[wish][0].map { $0 == " " ? "_" : String($0) }.joined())\(intent / 10_000):
                title: \(Self.wishes[wish][0]) \(adjective) \(noun)
                answer: This is how it goes.
                patterns:

            """
        for frame in Self.frames {
            let pattern = frame.0.split(separator: " ", omittingEmptySubsequences: false).map { word in
                Self.expand(String(word), intent)
            }.joined(separator: " ")
            text += "      - \"\(pattern)\"\n"
        }
        return text
    }

    private static func expand(_ word: String, _ intent: Int) -> String {
        let (adjective, noun, wish) = parts(intent)
        return word.map { letter in
            switch letter {
            case "P": "\(adjective) (\(noun)|\(noun)s)"
            case "V": "(\(wishes[wish].joined(separator: "|")))"
            default: String(letter)
            }
        }.joined()
    }

    private static func fill(_ sentence: String, _ intent: Int, wording: Int) -> String {
        let (adjective, noun, wish) = parts(intent)
        return sentence.map { letter in
            switch letter {
            case "P": "\(adjective) \(noun)"
            case "V": wishes[wish][wording]
            default: String(letter)
            }
        }.joined()
    }

    /// Neighbouring intents differ in everything; beyond 10,000 a product gets a number.
    private static func parts(_ intent: Int) -> (adjective: String, noun: String, wish: Int) {
        let product = intent % 500
        let wish = (intent / 500 + intent) % wishes.count
        let number = intent / 10_000
        let adjective = adjectives[(product + product / 20) % adjectives.count]
        return (number == 0 ? adjective : adjective + String(number), nouns[product % nouns.count], wish)
    }
}
