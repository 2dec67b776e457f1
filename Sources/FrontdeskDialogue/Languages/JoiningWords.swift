import FrontdeskMatching

/// The words with which a message goes on to another thing, folded as the tokenizer writes them.
struct JoiningWords: Sendable {
    /// Words that say that something else follows; the longest come first.
    let clear: [[String]]
    /// Words that as often join two words of one thing.
    let plain: Set<String>
    /// Words that begin a question.
    private let questions: Set<String>
    /// Words that do where they have an accent.
    private let accented: Set<String>

    /// The words of a language.
    static func of(_ language: Language) -> JoiningWords {
        switch language {
        case .english: english
        case .spanish: spanish
        }
    }

    private init(
        clear: [String],
        plain: Set<String>,
        questions: Set<String>,
        accented: Set<String> = []
    ) {
        self.questions = questions
        self.accented = accented
        self.clear = clear.map { $0.split(separator: " ").map(String.init) }
            .sorted { $0.count > $1.count }
        self.plain = plain
    }

    private static let english = JoiningWords(
        clear: [
            "also", "and also", "and then", "then also", "plus", "and another thing", "another thing",
            "one more thing",
            "and one more thing", "another question", "and another question", "one more question", "besides",
            "and besides that", "besides that", "by the way", "and by the way", "after that",
            "and after that",
            "additionally", "in addition", "apart from that", "secondly", "and secondly",
        ],
        plain: ["and"],
        questions: DialogueWords.english.inverted.union(
            DialogueWords.set("what when where which who whose why how have has am may")
        )
    )

    private static let spanish = JoiningWords(
        clear: [
            "ademas", "y ademas", "tambien", "y tambien", "otra cosa", "y otra cosa", "una cosa mas",
            "y una cosa mas",
            "otra pregunta", "y otra pregunta", "y luego", "y despues", "aparte", "aparte de eso", "y aparte",
            "por cierto", "y por cierto", "por otro lado", "y por otro lado", "en segundo lugar",
        ],
        plain: ["y", "e"],
        questions: DialogueWords.spanish.inverted.union(
            DialogueWords.set(
                """
                cual cuales cuanto cuanta cuantos cuantas teneis tienen tienes haceis hacen enviais envian vendeis venden
                aceptais aceptan abris abren estais cobrais
                """
            )
        ),
        accented: DialogueWords.set("que quien quienes como cuando donde")
    )

    /// How many of the words from a place on join; 0 when they don't.
    func length(at place: Int, in tokens: [Token]) -> Int {
        for phrase in clear where place + phrase.count <= tokens.count {
            if phrase.indices.allSatisfy({ tokens[place + $0].text == phrase[$0] }) { return phrase.count }
        }
        return plain.contains(tokens[place].text) ? 1 : 0
    }

    /// Whether a question may begin with a word.
    ///
    /// - Parameter bytes: The message, in which "qué" is told from "que".
    func beginsQuestion(_ word: Token, isWritten bytes: [UInt8]) -> Bool {
        if questions.contains(word.text) { return true }
        guard accented.contains(word.text), word.span.end <= bytes.count else { return false }
        return bytes[word.span.start..<word.span.end].contains { $0 >= 0x80 }
    }

    /// Whether the words at a place do nothing but announce another thing.
    func isClear(_ length: Int, at place: Int, in tokens: [Token]) -> Bool {
        length > 1 || length == 1 && !plain.contains(tokens[place].text)
    }
}
