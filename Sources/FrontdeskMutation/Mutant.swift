package import FrontdeskDialogue
import FrontdeskTesting
import FrontdeskMatching

/// The assistant with one thing changed, as somebody could break it by hand.
public struct Mutant: Sendable {
    /// What is changed in memory; no file is written, and nothing is compiled or trained anew.
    enum Change: Sendable {
        /// What the dialogue machine reads.
        case dialogue(@Sendable (inout Assistant) -> Void)
        /// What one language's matcher matches with; the language by its place in the assistant's list.
        case matching(language: Int, @Sendable (inout MatcherDefinition) -> Void)
        /// The classifier of one language no longer proposes the intent of this number.
        case silence(language: Int, intent: Int)
    }

    /// What was done.
    public let kind: MutationOperator
    /// What was changed, in words without a full stop: `the guard "order.shipped" of track_order/tell always holds`.
    public let summary: String
    /// Where it stands in the files: the keys from the outside in.
    public let place: [String]
    /// What stands there, such as a pattern's source, where keys alone do not lead to its line.
    public let text: String?
    /// The language whose files it stands in.
    public let language: String
    /// What conversations must have reached for the change to make a difference.
    let reach: Reach
    let change: Change

    /// The assistant that the files would give with the change; what a matcher has learnt is not looked at.
    package func changed(_ assistant: Assistant) -> Assistant {
        var changed = assistant
        func edit(_ language: Int, _ change: (inout MatcherDefinition) -> Void) {
            guard language > 0 else { return change(&changed.matching) }
            let tag = assistant.languages[language]
            for place in changed.translations.indices where changed.translations[place].language == tag {
                change(&changed.translations[place].matching)
            }
        }
        switch change {
        case .dialogue(let change): change(&changed)
        case .matching(let language, let change): edit(language, change)
        case .silence(let language, let intent): edit(language) { $0.intents[intent].examples = [] }
        }
        return changed
    }

    init(
        _ kind: MutationOperator,
        _ summary: String,
        at place: [String],
        text: String? = nil,
        language: String,
        reach: Reach,
        _ change: Change
    ) {
        self.kind = kind
        self.summary = summary
        self.place = place
        self.text = text
        self.language = language
        self.reach = reach
        self.change = change
    }
}
