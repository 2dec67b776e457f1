import FrontdeskMatching

/// Insults to whoever answers; anger about a matter is none of them.
struct AbuseWords: Sendable {
    /// Phrases that insult wherever they stand.
    let phrases: [[String]]
    /// Words that insult when they are said to somebody.
    let words: Set<String>
    /// Words with which somebody is spoken to.
    let address: Set<String>

    /// The words of a language.
    static func of(_ language: Language) -> AbuseWords {
        switch language {
        case .english: english
        case .spanish: spanish
        }
    }

    private init(_ phrases: [String], words: String, address: String) {
        self.phrases = phrases.map { $0.split(separator: " ").map(String.init) }
        self.words = DialogueWords.set(words)
        self.address = DialogueWords.set(address)
    }

    private static let english = AbuseWords(
        [
            "fuck you", "fuck off", "screw you", "piss off", "shut up", "go to hell", "drop dead",
            "kiss my ass",
            "piece of shit", "piece of crap", "eat shit", "bugger off", "stupid bot", "dumb bot",
            "stupid machine",
            "stupid robot", "dumb machine", "up yours", "i hate you", "suck my dick", "son of a bitch",
            "you suck", "you are useless", "useless bot", "you are worthless",
        ],
        words: """
            idiot idiots moron morons imbecile stupid dumb asshole assholes arsehole bitch bastard bastards dumbass cretin
            loser scum pathetic brainless wanker dickhead prick retard
            """,
        address: "you your u ur bot robot machine"
    )

    private static let spanish = AbuseWords(
        [
            "vete a la mierda", "vete al carajo", "vete al infierno", "que te jodan", "que te den", "callate",
            "cierra la boca",
            "hijo de puta", "hija de puta", "me cago en ti", "no vales nada", "bot de mierda",
            "robot de mierda",
            "maquina estupida", "bot estupido", "te odio", "tu puta madre", "puta maquina",
        ],
        words: """
            idiota idiotas imbecil imbeciles estupido estupida estupidos tonto tonta gilipollas cabron cabrones cretino inutil
            subnormal capullo payaso mierda pendejo basura
            """,
        address: "eres sois tu vosotros usted ustedes bot robot maquina"
    )

    /// Whether a message insults whoever reads it.
    func isIn(_ tokens: [Token]) -> Bool {
        let texts = tokens.map(\.text)
        if texts.count == 1, words.contains(texts[0]) { return true }
        if texts.contains(where: words.contains), texts.contains(where: address.contains) { return true }
        return phrases.contains { phrase in
            phrase.count <= texts.count
                && (0...(texts.count - phrase.count)).contains { start in
                    phrase.indices.allSatisfy { texts[start + $0] == phrase[$0] }
                }
        }
    }
}
