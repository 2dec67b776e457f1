import FrontdeskMatching

/// "Cancel my order, and also what are your hours?": several things in one message, none of them lost.
extension Turn {
    /// A part of the message and what it is taken for.
    private struct Request {
        let utterance: Utterance
        let intent: Intent
        let confidence: Double

        var isForHuman: Bool { intent.effect == .control(.human) }
    }

    /// Answers what was asked, then all that can be answered at once; what leads on comes last, and waits its turn.
    mutating func heardSeveral(_ utterance: Utterance, _ waiting: QueueReading?) -> Bool {
        guard let parts = utterance.match.parts, !isTextAsked(parts) else { return false }
        if parts.count == 1 {
            // One sentence is read, the others only tell how it is.
            noteParts(parts)
            return false
        }
        let heard = parts.map { utterance.part($0) }
        let answers = heard.map { part in
            var own = part
            if isBareValue(own) { own.leaveOutExamples() }
            return own
        }
        let answering = tracker.question == nil ? nil : answers.firstIndex { rule(answering: $0) != nil }
        var requests: [Request] = []
        for (place, part) in heard.enumerated() where place != answering {
            guard let request = request(part) else { return false }
            if !request.intent.isCourtesy, !isRepeated(request, in: requests) { requests.append(request) }
        }
        if let answering {
            guard !requests.isEmpty, let (rule, intent) = rule(answering: answers[answering]) else {
                return false
            }
            if let human = requests.first(where: \.isForHuman) {
                understandSeveral(utterance, .humanAsked, intent: human.intent.name, parts)
                act(on: human.intent, human.utterance, waiting)
                return true
            }
            understandSeveral(utterance, rule, intent: intent, parts, answering: answering)
            answerBeside(requests, answers[answering])
            return heardAnswer(answers[answering])
        }
        guard requests.count > 1 else {
            return heardAlone(requests.first, utterance, of: parts.count, waiting)
        }
        understandSeveral(
            utterance,
            .several,
            intent: requests.first { !isPlain($0) }?.intent.name ?? requests.last?.intent.name,
            parts
        )
        answerInTurn(requests, waiting)
        return true
    }

    /// "Never mind, what are your hours?": leaves what is under way, and does what is wanted in its place.
    mutating func heardDropping(_ utterance: Utterance, _ waiting: QueueReading?) -> Bool {
        guard tracker.owner == .desk, let parts = utterance.match.parts, parts.count == 2,
            parts[0].match.candidates.first?.control == .cancel,
            let request = request(utterance.part(parts[1]))
        else { return false }
        understandSeveral(utterance, .several, intent: request.intent.name, parts)
        closeQuestion()
        if tracker.flow != nil {
            let hasChanged = ownRuns.contains(where: hasChangedSomething)
            endFlow(.cancelled)
            say(hasChanged ? .stoppedHere : .dropped, kind: .notice)
        }
        act(on: request.intent, request.utterance, waiting)
        return true
    }

    /// What is said by the way beside one request is not answered; the request is, as if it stood alone.
    private mutating func heardAlone(
        _ request: Request?,
        _ whole: Utterance,
        of count: Int,
        _ waiting: QueueReading?
    ) -> Bool {
        guard let request, whole.match.parts?.isEmpty == false,
            confidentIntent(whole)?.intent != request.intent.name
        else { return false }
        understand(request.utterance, .confident, intent: request.intent.name)
        act(on: request.intent, request.utterance, waiting)
        return true
    }

    /// Whether the customer was asked to tell something: then only what patterns vouch for is something else.
    private func isTextAsked(_ parts: [UtterancePart]) -> Bool {
        guard case .slot(let name) = tracker.question,
            let flow = tracker.flow.flatMap({ index.flow($0.flow) }),
            flow.slot(name)?.kind.takesAnyText == true
        else { return false }
        return parts.dropFirst().contains { $0.match.candidates.first?.pattern == nil }
    }

    private func request(_ part: Utterance) -> Request? {
        guard let top = part.match.candidates.first else { return nil }
        if let control = top.control, top.pattern != nil {
            guard control == .human, let intent = index.intent(top.intent) else { return nil }
            return Request(utterance: part, intent: intent, confidence: top.confidence)
        }
        guard let clear = confidentIntent(part), let intent = index.intent(clear.intent) else { return nil }
        return Request(utterance: part, intent: intent, confidence: clear.confidence)
    }

    /// The same thing asked twice is one thing, unless it is asked of something else.
    private func isRepeated(_ request: Request, in requests: [Request]) -> Bool {
        requests.contains { other in
            guard other.intent.effect == request.intent.effect else { return false }
            let known = other.utterance.match.entities.map(\.value)
            return request.utterance.match.entities.allSatisfy { known.contains($0.value) }
        }
    }

    /// The rule by which a part answers what was asked, and the intent that it picks; nil when it does not.
    private func rule(answering part: Utterance) -> (rule: DecisionRule, intent: String?)? {
        if part.control == nil, confidentIntent(part) != nil { return nil }
        var trial = self
        guard trial.heardAnswer(part), let found = trial.tracker.understanding, found.rule != .noFit else {
            return nil
        }
        return (found.rule, found.intent)
    }

    private mutating func understandSeveral(
        _ utterance: Utterance,
        _ rule: DecisionRule,
        intent: String?,
        _ parts: [UtterancePart],
        answering: Int? = nil
    ) {
        noteParts(parts, answering: answering)
        understand(utterance, rule, intent: intent)
        hasUnderstood = true
    }

    private mutating func noteParts(_ parts: [UtterancePart], answering: Int? = nil) {
        understoodParts = parts.enumerated().map { place, part in
            let top = place == answering ? nil : part.match.candidates.first
            return UnderstoodPart(text: part.text, intent: top?.intent, confidence: top?.confidence)
        }
    }

    // MARK: In turn

    /// Whether a request is done by saying something.
    private func isPlain(_ request: Request) -> Bool {
        guard case .answer = request.intent.effect,
            request.intent.needs.allSatisfy({ $0.isMet(by: tracker.customer) }),
            request.intent.source?.isOverdue(on: moment.date) != true
        else { return false }
        return handler(.intent(request.intent.name), in: HandlerLevel.all(of: tracker, index)) == nil
    }

    /// Says what belongs to requests that come beside an answer; the others wait until the flow is done.
    private mutating func answerBeside(_ requests: [Request], _ answer: Utterance) {
        let same = requests.filter { $0.intent.name == tracker.flow?.intent }
        let hasValues = sayValues(of: same, behind: answer.match.entities)
        for request in requests {
            if isPlain(request) {
                sayAnswer(of: request.intent)
            } else {
                keep(request)
                if hasValues, request.intent.name == tracker.flow?.intent { continue }
                say(.keptForLater, kind: .notice, with: [title("next", request.intent)])
            }
        }
    }

    /// Answers first, in order; then what leads on, the rest of which is kept.
    private mutating func answerInTurn(_ requests: [Request], _ waiting: QueueReading?) {
        let plain = requests.filter(isPlain)
        // A human sees the rest in the ticket, and is never kept waiting for.
        let others = requests.filter { !isPlain($0) }
        let urgent = others.first(where: \.isForHuman)
        guard let first = urgent ?? others.first else {
            for request in plain.dropLast() { sayAnswer(of: request.intent) }
            if let last = plain.last { act(on: last.intent, last.utterance, waiting) }
            return
        }
        for request in plain { sayAnswer(of: request.intent) }
        var rest = others
        rest.removeAll { $0.utterance.inbound.text == first.utterance.inbound.text }
        for request in rest { keep(request) }
        let same = rest.filter { $0.intent.name == first.intent.name }
        let next = rest.first { $0.intent.name != first.intent.name }
        if urgent == nil, sayValues(of: same, behind: first.utterance.match.entities) {
            if let next { say(.keptForLater, kind: .notice, with: [title("next", next.intent)]) }
        } else if let next = next ?? rest.first, urgent == nil {
            say(.several, kind: .notice, with: [title("first", first.intent), title("next", next.intent)])
        }
        let levels = HandlerLevel.all(of: tracker, index)
        if let found = handler(.intent(first.intent.name), in: levels) {
            closeQuestion()
            take(found)
        } else {
            act(on: first.intent, first.utterance, waiting)
        }
    }

    private func title(_ name: String, _ intent: Intent) -> NamedRecord {
        NamedRecord(name, [.init("title", .text(intent.title))])
    }

    /// Says in which order the same thing is done with several values.
    ///
    /// - Returns: Whether there are values to say.
    private mutating func sayValues(of requests: [Request], behind first: [Entity]) -> Bool {
        guard let intent = requests.first?.intent else { return false }
        return sayValues(of: intent, first, behind: requests.map(\.utterance.match.entities))
    }

    private mutating func sayAnswer(of intent: Intent) {
        guard case .answer(let response) = intent.effect else { return }
        say(response, kind: .answer, origin: intent.name)
        raise()
    }

    private mutating func keep(_ request: Request) {
        record(
            .requestKept(
                NextRequest(
                    intent: request.intent.name,
                    message: UnclearMessage(
                        text: request.utterance.inbound.text,
                        entities: request.utterance.match.entities
                    )
                )
            )
        )
    }

    // MARK: Next

    /// Takes up the request that waits, once nothing else is under way; whoever waits for a human is served meanwhile.
    mutating func takeNext() {
        while [.desk, .queue].contains(tracker.owner), tracker.flow == nil, tracker.runningAction == nil,
            tracker.requestedHandoff == nil, !asksByTheWay, let next = tracker.next.first
        {
            // What needs a human stands in the ticket.
            if tracker.owner == .queue, case .handoff = index.intent(next.intent)?.effect { return }
            record(.requestTaken)
            guard let intent = index.intent(next.intent) else { continue }
            closeQuestion()
            if isOfSameKind(intent), let value = value(of: intent, next.message.entities) {
                say(.nextValue, kind: .notice, with: [self.value("next", value)])
            } else {
                say(.nextRequest, kind: .notice, with: [title("next", intent)])
            }
            act(on: intent, earlier(next.message))
        }
    }

    /// Whether something is asked that belongs to no flow, and the answer matters.
    var asksByTheWay: Bool {
        switch tracker.question {
        case nil, .suggestion: false
        default: tracker.flow == nil
        }
    }

    /// Who stops or starts over wants none of it.
    mutating func dropNext() {
        for _ in tracker.next { record(.requestTaken) }
    }
}

extension Utterance {
    /// A part of it, as if it had come alone.
    func part(_ part: UtterancePart) -> Utterance {
        var own = inbound
        own.text = part.text
        var match = part.match
        match.language = self.match.language
        return Utterance(own, match)
    }
}
