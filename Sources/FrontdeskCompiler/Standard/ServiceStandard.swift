import FrontdeskDialogue

/// What makes a text good service, rule by rule: what comes with the engine, and what a team's `standard` says instead.
struct ServiceStandard {
    /// The rules, in the order in which they are reported.
    enum Rule: String, CaseIterable {
        /// The greeting says that an assistant writes.
        case greeting
        /// Whoever tells us what they think is thanked.
        case thanks
        /// A text calls the customer by name once at most.
        case name
        /// Whoever complains hears first that we are sorry.
        case empathy
        /// Every answer says what comes next.
        case nextStep = "next_step"
        /// Every no comes with another way.
        case alternative
        /// No text blames the customer.
        case blame
        /// Nobody hears just that we don't know.
        case shrug
        /// Who is handed over hears when and how the answer comes.
        case handoff
        /// A text is easy to read.
        case reading
        /// A text is short.
        case length
        /// A text has none of some words.
        case banned
        /// A text asks one thing at a time.
        case oneQuestion = "one_question"
    }

    /// Lists of words and phrases, each in every language.
    enum List: String, CaseIterable {
        /// What a greeting calls the desk.
        case assistant
        case thanks, empathy
        /// What tells what comes next.
        case next
        /// What says no.
        case refusal
        /// What opens another way.
        case alternative
        case blame, shrug, banned
    }

    /// The rules that do not hold.
    var off: Set<Rule> = []
    /// Words and phrases by language and list, in small letters.
    var words: [String: [List: [String]]] = [:]
    /// How many characters a message may have.
    var longest = 400
    /// How easy a text must be to read, at least.
    var lowestEase = 50.0
    /// The intents that are complaints, and those in which customers say what they think; `*` stands for anything.
    var complaints: [String] = []
    var opinions: [String] = []

    func words(_ list: List, in language: String) -> [String] { words[language]?[list] ?? [] }
}
