import FrontdeskMatching

/// "Actually, I want to exchange it instead": another flow in place of the one under way.
extension Turn {
    /// Leaves the flow under way for the one that an intent leads to, which goes on with what both know.
    ///
    /// Nothing of the kind where nothing in the message says that the first is no longer wanted, or where the files
    /// say themselves what comes of that intent here.
    mutating func heardChangeOfMind(_ utterance: Utterance) -> Bool {
        guard tracker.owner == .desk, let root = rootRun, utterance.inbound.choice == nil,
            ChangeWords.of(utterance.language).isIn(utterance.match.tokens),
            let top = confidentIntent(utterance), let intent = index.intent(top.intent),
            case .flow(let name) = intent.effect, name != root.flow, let flow = index.flow(name),
            !tracker.flows.contains(where: { $0.flow == name }),
            !intent.needs.contains(where: { !$0.isMet(by: tracker.customer) }),
            handler(.intent(intent.name), in: HandlerLevel.all(of: tracker, index)) == nil
        else { return false }
        understand(utterance, top.pattern == nil ? .confident : .pattern, intent: intent.name)
        let reader = SlotReader(flow: flow, run: FlowRun(flow: name), moment: moment, turn: number)
        let said = reader.read(utterance, asked: nil, otherIntent: nil).fills.map(\.name)
        let slots = ownRuns.reversed().flatMap { run in
            run.slots.filter { entry in
                entry.source == .customer && entry.turn < number && !said.contains(entry.name)
                    && index.flow(run.flow)?.slot(entry.name)?.kind == flow.slot(entry.name)?.kind
            }
        }
        let hasChanged = ownRuns.contains(where: hasChangedSomething)
        closeQuestion()
        endFlow(.cancelled)
        say(
            hasChanged ? .stoppedHere : .changedMind,
            kind: .notice,
            with: [NamedRecord("flow", [.init("title", .text(flow.title))])]
        )
        start(name, intent: intent.name, utterance, carrying: slots)
        return true
    }
}

/// The words with which somebody wants one thing in place of another.
struct ChangeWords: Sendable {
    private let phrases: [[String]]

    /// The words of a language.
    static func of(_ language: Language) -> ChangeWords {
        switch language {
        case .english: english
        case .spanish: spanish
        }
    }

    private init(_ phrases: [String]) {
        self.phrases = phrases.map { $0.split(separator: " ").map(String.init) }
    }

    private static let english = ChangeWords([
        "instead", "rather", "actually i", "on second thought", "on second thoughts", "changed my mind",
        "no i want",
        "no i would like", "actually can i", "actually could i", "actually please",
    ])
    private static let spanish = ChangeWords([
        "en realidad", "mejor", "prefiero", "preferiria", "en vez de eso", "en lugar de eso",
        "he cambiado de idea",
        "cambie de idea", "pensandolo bien", "pensandolo mejor",
    ])

    func isIn(_ tokens: [Token]) -> Bool {
        let words = tokens.map(\.text)
        return phrases.contains { phrase in
            phrase.count <= words.count
                && (0...(words.count - phrase.count)).contains { start in
                    phrase.indices.allSatisfy { words[start + $0] == phrase[$0] }
                }
        }
    }
}
