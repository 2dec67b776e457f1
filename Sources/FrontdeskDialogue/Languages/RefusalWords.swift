import FrontdeskMatching

/// The words with which somebody says what shall not be done: "don't cancel", "no quiero cancelar", "no canceles".
struct RefusalWords: Sendable {
    /// Phrases before what is not wanted, anywhere.
    private let phrases: [[String]]
    /// Phrases that are meant so only where a sentence begins.
    private let commands: [[String]]
    /// Words after which a sentence begins anew, and that end what is refused.
    private let turns: Set<String>
    /// How forms of verbs begin and end that forbid, behind a "no".
    private let forbidden: [(stems: [String], ends: [String])]

    /// The words of a language.
    static func of(_ language: Language) -> RefusalWords {
        switch language {
        case .english: english
        case .spanish: spanish
        }
    }

    private init(
        _ phrases: [String],
        commands: [String],
        turns: String,
        forbidden: [(stems: [String], ends: [String])] = []
    ) {
        self.phrases = phrases.map { $0.split(separator: " ").map(String.init) }
        self.commands = commands.map { $0.split(separator: " ").map(String.init) }
        self.turns = DialogueWords.set(turns)
        self.forbidden = forbidden
    }

    private static let english = RefusalWords(
        [
            "do not want to", "do not want you to", "did not want to", "never wanted to", "do not wish to",
            "would not like to", "am not trying to", "am not asking to", "am not asking you to",
            "did not ask to",
            "did not ask you to", "no need to",
        ],
        commands: ["do not", "never"],
        turns: "please but and so just instead only no"
    )

    private static let spanish = RefusalWords(
        [
            "no quiero que se", "no quiero que", "no quiero", "no queria", "no deseo", "no hace falta",
            "no es necesario",
        ],
        commands: [],
        turns: "pero y solo sino asi por favor no",
        forbidden: [
            (
                "cancel anul cambi modific paus envi mand borr elimin cierr cerr renuev reanud reserv actualic registr pagu cobr compr repit"
                    .split(separator: " ").map(String.init), ["es", "e", "en", "eis"]
            ),
            (
                "devuelv hag pid suspend detengu conviert".split(separator: " ").map(String.init),
                ["as", "a", "an"]
            ),
        ]
    )

    /// Where what is refused begins, and how many words say so; nil where nothing is refused.
    func refusal(in tokens: [Token], of text: String) -> (start: Int, verb: Int)? {
        // Every refusal has one of these; most messages have none.
        guard tokens.contains(where: { $0.text == "not" || $0.text == "no" || $0.text == "never" }) else {
            return nil
        }
        for place in tokens.indices {
            for phrase in phrases where stands(phrase, at: place, in: tokens) {
                return (place, place + phrase.count)
            }
            for phrase in commands
            where stands(phrase, at: place, in: tokens) && beginsSentence(place, in: tokens, of: text) {
                return (place, place + phrase.count)
            }
            guard tokens[place].text == "no", place + 1 < tokens.count else { continue }
            let verb = tokens[place + 1].text
            let isForbidden = forbidden.contains { forms in
                forms.stems.contains { stem in
                    verb.hasPrefix(stem)
                        && forms.ends.contains {
                            verb.utf8.count == stem.utf8.count + $0.utf8.count && verb.hasSuffix($0)
                        }
                }
            }
            if isForbidden { return (place, place + 1) }
        }
        return nil
    }

    /// The end of what is refused from a word on: where the sentence or its turn ends.
    func end(from place: Int, in tokens: [Token], of text: String) -> Int {
        for next in (place + 1)..<max(place + 1, tokens.count)
        where turns.contains(tokens[next].text) || Self.hasBreak(text, tokens[next - 1], tokens[next]) {
            return next
        }
        return tokens.count
    }

    private func stands(_ phrase: [String], at place: Int, in tokens: [Token]) -> Bool {
        // A verb has to follow.
        place + phrase.count < tokens.count
            && phrase.indices.allSatisfy { tokens[place + $0].text == phrase[$0] }
    }

    private func beginsSentence(_ place: Int, in tokens: [Token], of text: String) -> Bool {
        place == 0 || turns.contains(tokens[place - 1].text)
            || Self.hasBreak(text, tokens[place - 1], tokens[place])
    }

    private static func hasBreak(_ text: String, _ one: Token, _ next: Token) -> Bool {
        let gap = one.span.end..<max(one.span.end, next.span.start)
        return NegationWords.hasBreak(text, gap)
            || text.utf8.dropFirst(gap.lowerBound).prefix(gap.count).contains {
                $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "!")
            }
    }
}
