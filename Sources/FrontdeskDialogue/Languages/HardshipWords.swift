import FrontdeskMatching

/// The words with which somebody tells of a loss in the family or of a grave misfortune: "my grandmother died", "se ha muerto mi padre".
struct HardshipWords: Sendable {
    /// Words that tell it by themselves: "funeral".
    let alone: Set<String>
    /// Words that tell it of a person: "died", "lost".
    let ofPerson: Set<String>
    /// Phrases that tell it, by their last word.
    let phrases: [String: [[String]]]
    /// Persons near to somebody.
    let persons: Set<String>

    /// How many words lie between a person and what is told of them.
    private static let reach = 4

    /// The words of a language.
    static func of(_ language: Language) -> HardshipWords {
        switch language {
        case .english: english
        case .spanish: spanish
        }
    }

    init(alone: String, ofPerson: String, phrases: [String], persons: String) {
        self.alone = DialogueWords.set(alone)
        self.ofPerson = DialogueWords.set(ofPerson)
        self.persons = DialogueWords.set(persons)
        let split = phrases.map { $0.split(separator: " ").map(String.init) }
        self.phrases = Dictionary(grouping: split) { $0.last ?? "" }
    }

    /// Whether the words tell of one.
    func isTold(in tokens: [Token]) -> Bool {
        for (place, token) in tokens.enumerated() {
            let word = token.text
            if alone.contains(word) { return true }
            if ofPerson.contains(word) {
                let around = max(0, place - Self.reach)...min(tokens.count - 1, place + Self.reach)
                if around.contains(where: { persons.contains(tokens[$0].text) }) { return true }
            }
            // "I lost my son's parcel": what is somebody's got lost, not somebody.
            let isPossessive = token.span.end - token.span.start >= word.utf8.count + 2
            for phrase in isPossessive ? [] : phrases[word] ?? [] where place + 1 >= phrase.count {
                if zip(tokens[(place + 1 - phrase.count)...], phrase).allSatisfy({ $0.text == $1 }) {
                    return true
                }
            }
        }
        return false
    }

    private static let english = HardshipWords(
        alone: "funeral bereavement bereaved widowed miscarriage chemotherapy hospice stillborn deceased",
        ofPerson: "died dead dying death",
        phrases: [
            "passed away", "in hospital", "in the hospital", "lost my job", "been made redundant",
            "lost my home",
            "house burned down", "house burnt down", "been diagnosed with cancer", "i have cancer",
            "has cancer",
            "lost my husband", "lost my wife", "lost my mother", "lost my mum", "lost my mom",
            "lost my father",
            "lost my dad", "lost my son", "lost my daughter", "lost my brother", "lost my sister",
            "lost my baby", "lost our baby", "lost my partner", "lost my friend",
        ],
        persons: """
            mother mum mom mummy father dad daddy husband wife son daughter brother sister grandmother grandma granny nan
            grandfather grandpa grandad uncle aunt auntie cousin nephew niece partner fiance fiancee boyfriend girlfriend
            friend child baby parents sibling
            """
    )

    private static let spanish = HardshipWords(
        alone: "funeral entierro fallecimiento fallecio fallecido fallecida quimioterapia luto velatorio",
        ofPerson: "murio muerto muerta muriendo muerte",
        phrases: [
            "en el hospital", "perdido mi trabajo", "perdi mi trabajo", "perdido el trabajo",
            "perdi el trabajo",
            "quedado sin trabajo", "tengo cancer", "tiene cancer", "perdido a mi madre", "perdido a mi padre",
            "perdido a mi marido", "perdido a mi mujer", "perdido a mi hijo", "perdido a mi hija",
            "perdido a mi hermano", "perdido a mi hermana", "perdi a mi madre", "perdi a mi padre",
            "perdi a mi marido", "perdi a mi mujer", "perdi a mi hijo", "perdi a mi hija",
        ],
        persons: """
            madre mama padre papa marido esposo mujer esposa hijo hija hermano hermana abuela abuelo yaya yayo tio tia primo
            prima sobrino sobrina pareja novio novia amigo amiga suegro suegra bebe padres
            """
    )
}
