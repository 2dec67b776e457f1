import FrontdeskDialogue

/// What counts of a conversation's state: two conversations in the same situation go on in the same way.
///
/// It is where the open flows stand, which of their slots have a value, what is asked and how often that was answered
/// badly. What values slots have counts for choices and for yes or no alone; that other questions were answered badly
/// before does not count.
struct Situation: Hashable {
    let text: String

    init(_ tracker: Tracker, _ subject: Subject) {
        var parts = [tracker.owner.name, Self.text(of: tracker.question)]
        for run in tracker.flows {
            let flow = subject.flow(run.flow)
            let slots = run.slots.map { entry -> String in
                switch flow?.slot(named: entry.name)?.kind {
                case .choice, .boolean: "\(entry.name)=\(entry.display)"
                default: entry.name
                }
            }.sorted()
            let asked = tracker.question.flatMap(Self.name)
            let attempts = asked.flatMap { run.attempts[$0] } ?? 0
            let history = subject.hasHistory ? run.history.map { "\($0.key)>\($0.value)" }.sorted() : []
            parts.append(
                "\(run.flow)/\(run.state ?? "") \(slots) \(attempts) \(history) \(run.firedTimers.count)"
            )
        }
        text = parts.joined(separator: "|")
    }

    /// The name under which answers that do not fit are counted.
    private static func name(_ question: OpenQuestion) -> String? {
        switch question {
        case .slot(let name), .state(let name): name
        case .confirmation, .change: ".confirm"
        default: nil
        }
    }

    private static func text(of question: OpenQuestion?) -> String {
        switch question {
        case nil: "-"
        case .slot(let name): "slot \(name)"
        case .state(let name): "state \(name)"
        case .clarification: "clarification"
        case .suggestion: "suggestion"
        case .contact: "contact"
        case .confirmation: "confirmation"
        case .change(let choices): "change \(choices.map(\.id))"
        case .customer(let fact): "customer \(fact.need.rawValue) \(fact.intent) \(fact.attempt)"
        case .feedback: "feedback"
        case .feedbackComment: "feedback comment"
        case .remembered(let name): "remembered \(name)"
        case .remembering: "remembering"
        }
    }
}
