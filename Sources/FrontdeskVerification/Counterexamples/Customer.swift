import FrontdeskDialogue
import FrontdeskMatching

/// The customer of tried conversations: everything that can be done in a situation and makes a difference there.
struct Customer {
    let subject: Subject

    /// How a conversation can begin: with each intent, and with each event that may open one.
    func openings() -> [Move.Act] {
        var acts: [Move.Act] = []
        for intent in subject.assistant.matching.intents where !intent.name.hasPrefix("control.") {
            if let phrase = subject.vocabulary.phrases[intent.name] { acts.append(.says(phrase)) }
        }
        return acts
    }

    /// What can be done while a flow is open, or something is asked.
    ///
    /// - Parameter choices: The buttons that were offered last.
    func moves(in tracker: Tracker, choices: [Choice], now: Int64) -> [Move.Act] {
        var acts: [Move.Act] = []
        if let timer = subject.machine.nextTimer(tracker), tracker.flow != nil {
            acts.append(.waits(max(1, (timer.dueAt - now + 59_999) / 60_000)))
        }
        // Who has been silent is tried with more silence only: what is said then was said before.
        if tracker.flows.contains(where: { !$0.firedTimers.isEmpty }) { return acts }
        acts += answers(tracker, choices)
        if let run = tracker.flow {
            acts += handled(run, tracker)
            acts.append(.says(Vocabulary.nonsense))
            if let back = subject.vocabulary.phrases[Control.back.intentName] { acts.append(.says(back)) }
        }
        var seen: Set<Move.Act> = []
        return acts.filter { seen.insert($0).inserted }
    }

    private func answers(_ tracker: Tracker, _ choices: [Choice]) -> [Move.Act] {
        switch tracker.question {
        case .slot(let name)?:
            guard let run = tracker.flow, let slot = subject.flow(run.flow)?.slot(named: name) else {
                return []
            }
            return values(of: slot)
        case .state?:
            return choices.isEmpty ? yesAndNo : choices.map { .presses($0) }
        case .confirmation?: return yesAndNo
        case .change(let choices)?: return choices.map { .presses($0) }
        case .contact?: return says("email")
        case .customer(let fact)?:
            switch fact.need {
            case .email: return says("email")
            case .phone: return says("phone")
            case .name: return says("person_name")
            case .verified: return []
            }
        case .remembered?, .remembering?: return yesAndNo
        case .clarification?, .suggestion?, .feedback?, .feedbackComment?, nil: return []
        }
    }

    private var yesAndNo: [Move.Act] { [.says("yes"), .says("no")] }

    private func says(_ type: String) -> [Move.Act] {
        subject.vocabulary.value(ofType: type).map { [.says($0)] } ?? []
    }

    private func values(of slot: Slot) -> [Move.Act] {
        switch slot.kind {
        case .entity(let type): says(type)
        case .text: [.says("the blue one from last week")]
        case .choice(let choices): choices.map { .presses(Choice(id: $0.id, title: $0.title)) }
        case .boolean: yesAndNo
        }
    }

    /// What the handlers of the open flows and of the assistant wait for.
    private func handled(_ run: FlowRun, _ tracker: Tracker) -> [Move.Act] {
        var handlers: [Handler] = []
        if case .slot(let name)? = tracker.question {
            handlers += subject.flow(run.flow)?.slot(named: name)?.handlers ?? []
        }
        for open in tracker.flows.reversed() {
            handlers += subject.flow(open.flow)?.handlers(in: open.state) ?? []
            if open.call == nil { break }
        }
        handlers += subject.assistant.handlers + subject.assistant.anywhere
        return handlers.compactMap { handler in
            switch handler.trigger {
            case .intent(let name): subject.vocabulary.phrases[name].map { .says($0) }
            case .entity(let type): subject.vocabulary.value(ofType: type).map { .says($0) }
            case .event(let name): .reports(ExternalEvent(name: name))
            case .outcome, .yes, .no, .choice, .after: nil
            }
        }
    }
}
