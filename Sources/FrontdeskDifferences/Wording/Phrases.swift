/// What the parts of an assistant are called, and what they mean for customers.
enum Phrases {
    /// A part: what it is called, whom it concerns, and its key in intent files where that has another name.
    struct Phrase {
        var words: String
        var group: Change.Group?
        var key: String?

        init(_ words: String, _ group: Change.Group? = nil, key: String? = nil) {
            self.words = words
            self.group = group
            self.key = key
        }
    }

    /// By the name under which it is stored.
    private static let table: [String: Phrase] = [
        // Intents
        "effect": Phrase("what it leads to", .dialogue),
        "answer": Phrase("answer", .answers),
        "suggests": Phrase("suggestions", .answers),
        "title": Phrase("title", .answers),
        "titles": Phrase("title", .answers, key: "title"),
        "skills": Phrase("skills that an agent needs", .handoff),
        "source": Phrase("where the answer comes from", .other),
        "isCourtesy": Phrase("said by the way, as thanks are", .understanding, key: "courtesy"),
        // What is understood
        "patterns": Phrase("pattern", .understanding),
        "examples": Phrase("example", .understanding),
        "counterexamples": Phrase("counterexample", .understanding),
        "entityTypes": Phrase("entity", .understanding, key: "entities"),
        "synonyms": Phrase("synonyms", .understanding),
        "rules": Phrase("rule", .understanding),
        "background": Phrase("sentence about nothing", .understanding),
        "vectors": Phrase("vectors", .understanding),
        "recognition": Phrase("how it is recognised", .understanding),
        "detector": Phrase("how languages are told apart", .understanding, key: "languages"),
        "thresholds": Phrase("thresholds", .handoff),
        "noMatchLimit": Phrase(
            "messages in a row that are not understood before a human takes over",
            .handoff,
            key: "no_match_limit"
        ),
        "loopLimit": Phrase("turns in a circle before a human takes over", .handoff, key: "loop_limit"),
        "sentimentBelow": Phrase("sentiment at which a human takes over", .handoff, key: "sentiment_below"),
        "handoffAt": Phrase("confidence at which a human takes over", .handoff, key: "handoff_at"),
        "wrongAnswers": Phrase("share of wrong answers", .handoff, key: "wrong_answers"),
        // Slots and questions
        "ask": Phrase("question"),
        "again": Phrase("question asked again"),
        "attempts": Phrase("attempts", .dialogue),
        "otherwise": Phrase("after the last attempt", .dialogue),
        "prefill": Phrase("filled from", .dialogue, key: "from"),
        "isDeferred": Phrase("asked only where a state needs it", .dialogue, key: "needs"),
        "isSensitive": Phrase("sensitive", .handoff, key: "sensitive"),
        "isAsked": Phrase("asked for", .dialogue, key: "ask"),
        "kind": Phrase("kind", .dialogue, key: "type"),
        "choices": Phrase("choices", .dialogue),
        "value": Phrase("value", .dialogue),
        "initial": Phrase("value unless the customer says otherwise", .dialogue, key: "default"),
        "remember": Phrase("remembered", .handoff),
        "confirmation": Phrase("confirmation", .dialogue, key: "confirm"),
        "condition": Phrase("condition", .dialogue),
        "text": Phrase("text"),
        // States and transitions
        "say": Phrase("says"),
        "clear": Phrase("forgets", .dialogue),
        "set": Phrase("sets", .dialogue),
        "step": Phrase("what it does", .dialogue),
        "act": Phrase("does", .dialogue, key: "do"),
        "go": Phrase("goes on", .dialogue),
        "call": Phrase("calls", .dialogue),
        "target": Phrase("leads to", .dialogue),
        "when": Phrase("condition", .dialogue),
        "alternatives": Phrase("else", .dialogue),
        "consent": Phrase("asks for the consent", .handoff),
        "promise": Phrase("promise", .handoff),
        "length": Phrase("by when", .handoff, key: "within"),
        "route": Phrase("by which way", .handoff),
        "keptBy": Phrase("kept by", .handoff, key: "kept_by"),
        "movedBy": Phrase("moved by", .handoff, key: "moved_by"),
        "about": Phrase("what events must agree with", .handoff),
        "late": Phrase("said when it is late", .handoff),
        "wantedBy": Phrase("wanted by", .handoff, key: "wanted_by"),
        "needs": Phrase("what must be known first", .dialogue),
        "handlers": Phrase("reactions", .dialogue, key: "on"),
        "anywhere": Phrase("reactions anywhere", .dialogue),
        "takes": Phrase("is given", .dialogue),
        "gives": Phrase("gives", .dialogue),
        "slots": Phrase("slots", .dialogue),
        "states": Phrase("states", .dialogue),
        "outcomes": Phrase("outcomes", .dialogue),
        "patience": Phrase("when it is said that it takes a while", .dialogue),
        "notice": Phrase("what is said when it takes a while"),
        // Humans
        "queue": Phrase("queue", .handoff),
        "priority": Phrase("priority", .handoff),
        "requires": Phrase("what the ticket must say", .handoff),
        "routes": Phrase("reasons", .handoff, key: "reasons"),
        "calendar": Phrase("hours", .handoff, key: "hours"),
        "hours": Phrase("open on", .handoff, key: "business_hours"),
        "holidays": Phrase("holidays", .handoff),
        "answersWithinMinutes": Phrase("minutes to an answer", .handoff, key: "answers_within"),
        "lowHandsOff": Phrase("a low score leads to a human", .handoff),
        // The assistant
        "overrides": Phrase("texts", .answers, key: "texts"),
        "greeting": Phrase("greeting", .answers),
        "nameEvery": Phrase("turns between two uses of the customer's name", .answers, key: "name_every"),
        "tone": Phrase("tone", .answers),
        "languages": Phrase("languages", .answers),
        "burst": Phrase("milliseconds that are waited for the rest of a burst", .dialogue),
        "shows": Phrase("what it shows", .answers),
        "quietHours": Phrase("quiet hours", .handoff, key: "quiet_hours"),
        "memory": Phrase("memory", .handoff),
        "identity": Phrase("proof of who a customer is", .handoff),
        "sentiment": Phrase("sentiment", .handoff),
        "feedback": Phrase("feedback", .handoff),
        "zone": Phrase("time zone", .handoff),
        "words": Phrase("words for values", .answers),
    ]

    /// In what order the parts of a value are told.
    static let order = [
        "title", "say", "ask", "when", "clear", "set", "step", "target", "text", "length", "slots", "states",
        "handlers", "alternatives",
    ]

    static func phrase(_ key: String) -> Phrase? { table[key] }

    static func words(of key: String) -> String {
        table[key]?.words ?? spaced(key)
    }

    /// What follows from other parts: telling of both is telling twice.
    static func isDerived(_ key: String) -> Bool { key == "phrases" }

    /// What needs no telling where the whole of something is told.
    static func isPlain(_ key: String, _ value: String) -> Bool {
        key == "name" || key == "isAsked" || key == "attempts" || value == "no" || isDerived(key)
    }

    /// `answersWithin` as `answers within`.
    static func spaced(_ key: String) -> String {
        var text = ""
        for letter in key.hasPrefix("_") ? "" : key {
            if letter.isUppercase {
                text += " " + letter.lowercased()
            } else {
                text.append(letter == "_" ? " " : letter)
            }
        }
        return text
    }
}
