import FrontdeskMatching
import Glibc

extension HandoffPacket {
    /// Makes the packet of a handoff from the conversation's state.
    ///
    /// - Parameters:
    ///   - tracker: The state after the turn that handed over.
    ///   - handoff: The handoff.
    ///   - assistant: The assistant, for titles, thresholds, queues and calendars.
    ///   - understanding: What the turn was taken to mean, with evidence; nil: as the state has it, without.
    ///   - moment: Now, in the zone of the assistant's calendars.
    public init(
        tracker: Tracker,
        handoff: Handoff,
        assistant: Assistant,
        understanding: Understanding? = nil,
        moment: Moment
    ) {
        var tracker = tracker
        tracker.understanding = understanding ?? tracker.understanding
        let maker = PacketMaker(tracker: tracker, handoff: handoff, assistant: assistant, moment: moment)
        let slots = maker.slots
        let missing = maker.missing
        let customer = maker.customer
        let words = tracker.lines.filter { $0.author == .customer && !$0.text.isEmpty }.suffix(3).map(\.text)
        let earlier = tracker.handoffs.prefix { $0.id != handoff.id }
        schema = "handoff/1"
        packetID = handoff.id
        createdAt = StampText.utc(moment.milliseconds)
        self.assistant = assistant.name
        conversationID = tracker.conversation
        channel = tracker.channel
        turn = tracker.turn
        sequence = earlier.count + 1
        previousHandoffs = earlier.map { PreviousHandoff(id: $0.id, queue: $0.queue, reason: $0.reason) }
        previousReturns = tracker.returns.map {
            PreviousReturn(agent: $0.agent, outcome: $0.outcome, note: $0.note)
        }
        reason = maker.reason
        summary = ""
        customerAsk = words.last
        customerWords = words
        intent = maker.intents
        trace = maker.trace
        topics = maker.topics
        // A called flow stands behind those that called it.
        let root = tracker.flows.lastIndex { $0.call == nil } ?? 0
        state = tracker.flows.isEmpty ? nil : tracker.flows[root...].map(\.place).joined(separator: " > ")
        interrupted = tracker.flows[..<root].filter { $0.call == nil }.map(\.flow)
        self.slots = slots
        self.missing = missing
        findings = maker.findings
        events = maker.events
        attempts = maker.attempts
        confidence = tracker.confidence
        transcript = maker.transcript
        self.customer = customer
        sentiment = maker.mood
        promises = maker.commitments
        routing = maker.routing
        sla = maker.serviceLevel
        wait = Wait(told: handoff.told, position: handoff.position, minutes: handoff.waitMinutes)
        attachments = tracker.attachments
        suggested = []
        redactions = maker.redactions
        suggested = PacketText(packet: self).nextSteps
        // What was asked for besides, and nobody has come to yet.
        let besides = tracker.next.map { assistant.intents.named($0.intent)?.title ?? $0.intent }
        if !besides.isEmpty { suggested.insert("Also asked for: \(besides.joined(separator: "; ")).", at: 0) }
        if let given = tracker.feedback.last, given.kind.lowest.contains(given.score) {
            suggested.insert(PacketText.complaint(given), at: 0)
        }
        summary = PacketText(packet: self).summary
    }
}

/// Reads the parts of a packet off a conversation's state.
struct PacketMaker {
    let tracker: Tracker
    let handoff: Handoff
    let assistant: Assistant
    let moment: Moment

    var reason: HandoffPacket.Reason {
        HandoffPacket.Reason(
            code: handoff.reason,
            detail: handoff.detail,
            rule: tracker.understanding?.rule,
            turn: tracker.turn,
            messageID: messageID(ofTurn: tracker.turn)
        )
    }

    /// The id of the message a turn answers; of several, the first by name.
    private func messageID(ofTurn turn: Int) -> String? {
        tracker.answered.filter { $0.value == turn }.keys.min()
    }

    func title(ofIntent name: String) -> String {
        assistant.intents.named(name)?.title ?? name
    }

    // MARK: The case

    var intents: HandoffPacket.Intents {
        let candidates = tracker.understanding?.candidates ?? []
        let top = candidates.prefix(5).map { candidate in
            HandoffPacket.CandidateIntent(
                id: candidate.intent,
                title: title(ofIntent: candidate.intent),
                confidence: Self.inThousandths(candidate.confidence),
                pattern: candidate.pattern?.source,
                evidence: candidate.evidence.prefix(5).map { evidence in
                    Evidence(evidence.kind, evidence.text, weight: Self.inThousandths(evidence.weight))
                }
            )
        }
        return HandoffPacket.Intents(
            top: top,
            margin: top.count > 1 ? Self.inThousandths(top[0].confidence - top[1].confidence) : nil,
            threshold: assistant.thresholds.answer
        )
    }

    /// More digits than an agent can use would be noise.
    private static func inThousandths(_ number: Double) -> Double {
        (number * 1000).rounded() / 1000
    }

    var trace: [HandoffPacket.Step] {
        var steps = tracker.decisions.map { decision in
            HandoffPacket.Step(
                turn: decision.turn,
                rule: decision.record.rule,
                decision: decision.record.kind,
                intent: decision.record.intent,
                confidence: decision.record.confidence,
                stateBefore: decision.record.stateBefore,
                stateAfter: decision.record.stateAfter
            )
        }
        if steps.last?.turn != tracker.turn, let understanding = tracker.understanding {
            let step = HandoffPacket.Step(
                turn: tracker.turn,
                rule: understanding.rule,
                decision: nil,
                intent: understanding.intent,
                confidence: understanding.candidates.first?.confidence,
                stateBefore: tracker.stateAtTurnStart,
                stateAfter: nil
            )
            steps = steps.suffix(9) + [step]
        }
        return steps
    }

    var topics: [HandoffPacket.Topic] {
        tracker.topics.filter { !$0.hasPrefix("control.") }
            .map { HandoffPacket.Topic(id: $0, title: title(ofIntent: $0)) }
    }

    /// The active flow's slots first, then those of interrupted ones, then those of flows that have ended.
    var slots: [HandoffPacket.KnownSlot] {
        tracker.flows.reversed().flatMap { run in run.slots.map { known($0, flow: run.flow) } }
            + tracker.endedFlows.reversed().flatMap { run in run.slots.map { known($0, flow: run.flow) } }
    }

    private func known(_ entry: SlotEntry, flow: String) -> HandoffPacket.KnownSlot {
        let slot = assistant.flows.first { $0.name == flow }?.slots.first { $0.name == entry.name }
        let type =
            switch entry.value {
            case .none, .text: "text"
            case .number: "number"
            case .boolean: "boolean"
            case .money: "money"
            case .date: "date"
            case .time: "time"
            case .instant: "instant"
            case .duration: "duration"
            case .quantity: "quantity"
            case .days: "date_range"
            case .times: "time_range"
            }
        return HandoffPacket.KnownSlot(
            flow: flow,
            name: entry.name,
            value: FlatFields.Scalar(entry.value),
            type: type,
            display: entry.display,
            source: entry.source,
            turn: entry.turn,
            messageID: entry.source == .customer ? messageID(ofTurn: entry.turn) : nil,
            isConfirmed: entry.isConfirmed,
            isSensitive: slot?.isSensitive ?? false
        )
    }

    var missing: [String] {
        let run = tracker.flows.last
        let flow = run.flatMap { run in assistant.flows.first { $0.name == run.flow } }
        var missing = (flow?.slots ?? []).filter { $0.isAsked && !$0.isDeferred && run?.slot($0.name) == nil }
            .map(\.name)
        for field in assistant.handoff.requirements(of: handoff.reason) where !missing.contains(field.name) {
            switch field {
            case .customer(let need):
                if !need.isMet(by: tracker.customer) { missing.append(field.name) }
            case .slot(let name):
                if run?.slot(name) == nil { missing.append(name) }
            }
        }
        return missing
    }

    var findings: [HandoffPacket.Finding] {
        (tracker.flows.reversed().flatMap(\.results) + tracker.endedFlows.reversed().flatMap(\.results)).map {
            result in
            HandoffPacket.Finding(
                name: result.name,
                fields: FlatFields(result.record.fields.map { .init($0.name, FlatFields.Scalar($0.value)) })
            )
        }
    }

    var events: [HandoffPacket.Happening] {
        let told = tracker.reports.map { ($0, false) }
        let waiting = tracker.ledger.deferred.map { ($0.report, true) }
        return (told + waiting).suffix(10).map { report, isWaiting in
            HandoffPacket.Happening(
                name: report.name,
                fields: FlatFields(report.fields.fields.map { .init($0.name, FlatFields.Scalar($0.value)) }),
                isWaiting: isWaiting
            )
        }
    }

    var attempts: HandoffPacket.Attempts {
        func count(_ kind: Outbound.Kind) -> Int { tracker.lines.count { $0.kind == kind } }
        var answers: [String] = []
        var choices: [String] = []
        for line in tracker.lines {
            if line.kind == .answer, let origin = line.origin, !answers.contains(origin) {
                answers.append(origin)
            }
            for choice in line.choices where !choices.contains(choice.title) { choices.append(choice.title) }
        }
        let unfit = tracker.flows.flatMap { run in
            run.attempts.sorted { $0.key < $1.key }.map { HandoffPacket.Retry(name: $0.key, count: $0.value) }
        }
        return HandoffPacket.Attempts(
            noMatch: count(.fallback),
            clarifications: count(.clarification),
            reprompts: count(.reprompt),
            unfit: unfit,
            answersGiven: answers,
            choicesOffered: choices
        )
    }

    // MARK: The people

    var transcript: HandoffPacket.Transcript {
        HandoffPacket.Transcript(
            format: "frontdesk-lines/1",
            count: tracker.lines.count,
            redacted: !tracker.redactions.isEmpty,
            lines: tracker.lines.map(line)
        )
    }

    private func line(_ line: TranscriptLine) -> HandoffPacket.Line {
        let (from, name): (String, String?) =
            switch line.author {
            case .customer: ("customer", nil)
            case .desk: ("desk", nil)
            case .agent(let name): ("agent", name)
            }
        return HandoffPacket.Line(
            from: from,
            name: name,
            text: ([line.text] + (line.content?.readableLines ?? [])).joined(separator: "\n"),
            at: StampText.utc(line.at),
            turn: line.turn,
            choices: line.choices
        )
    }

    var customer: HandoffPacket.Customer {
        let profile = tracker.customer
        var routes: [HandoffPacket.Route] = []
        if let email = profile.email { routes.append(.init(kind: "email", address: email)) }
        if let phone = profile.phone { routes.append(.init(kind: "phone", address: phone)) }
        routes.append(.init(kind: "conversation", address: tracker.conversation))
        return HandoffPacket.Customer(
            id: profile.id,
            name: profile.name,
            tier: profile.tier,
            language: profile.language,
            zone: profile.zone,
            isVerified: profile.isVerified,
            contactRoutes: routes,
            preferences: profile.preferences.map { preferences in
                FlatFields(preferences.sorted { $0.key < $1.key }.map { .init($0.key, .text($0.value)) })
            },
            memory: memory
        )
    }

    var mood: HandoffPacket.Mood {
        let recent = tracker.sentiments
        let latest = recent.last ?? 0
        let mood = FrontdeskDialogue.Mood(recent)
        return HandoffPacket.Mood(
            score: latest,
            label: latest <= Sentiment.negativeThreshold || mood.isLow
                ? "negative" : latest >= 0.3 ? "positive" : "neutral",
            trend: mood.trend.rawValue,
            recent: recent,
            method: "lexicon",
            level: mood.level,
            evidence: recent.contains { $0 < 0 } ? moodEvidence : []
        )
    }

    /// What told so: of the customer's latest messages, the worst first, at most five words.
    private var moodEvidence: [HandoffPacket.MoodEvidence] {
        var pieces: [HandoffPacket.MoodEvidence] = []
        let language = Language(tag: tracker.language ?? assistant.languages.first ?? "en") ?? .english
        let own = assistant.sentimentPolicy.words[language.rawValue] ?? []
        let table = SentimentTable.of(language).adding(own)
        for line in tracker.lines.filter({ $0.author == .customer }).suffix(4) {
            let sentiment = Sentiment(of: line.text, tokens: Tokenizer.tokenize(line.text), by: table)
            for piece in sentiment.evidence where piece.weight <= -0.1 {
                pieces.append(.init(turn: line.turn, text: piece.text, weight: piece.weight))
            }
        }
        let worst = pieces.enumerated().sorted { one, other in
            one.element.weight != other.element.weight
                ? one.element.weight < other.element.weight : one.offset < other.offset
        }
        return worst.prefix(5).map(\.element)
    }

    var commitments: [HandoffPacket.Commitment] {
        tracker.ledger.promises.map { known in
            HandoffPacket.Commitment(
                id: known.promise.id,
                text: known.promise.text,
                madeBy: "desk",
                dueAt: StampText.utc(known.dueAt),
                route: known.promise.route,
                status: known.state == .open && known.isMoved ? "moved" : known.state.rawValue
            )
        }
    }

    // MARK: The queue

    private var queue: Queue {
        assistant.queues.first { $0.name == handoff.queue }
            ?? Queue(name: handoff.queue, title: handoff.queue)
    }

    var routing: HandoffPacket.Routing {
        HandoffPacket.Routing(
            queue: handoff.queue,
            queueTitle: queue.title,
            skills: skills,
            language: tracker.language ?? tracker.customer.language ?? assistant.languages.first ?? "en",
            priority: handoff.priority,
            isVIP: tracker.customer.tier == "vip"
        )
    }

    /// The queue's skills and those that the topic needs besides.
    private var skills: [String] {
        let topic = tracker.topics.last { !$0.hasPrefix("control.") }
        let needed = topic.flatMap(assistant.intents.named)?.skills ?? []
        return queue.skills + needed.filter { !queue.skills.contains($0) }
    }

    var serviceLevel: HandoffPacket.ServiceLevel {
        let calendar = queue.calendar.flatMap { name in assistant.calendars.first { $0.name == name } }
        let isOpen = calendar?.isOpen(at: moment) ?? true
        let due = queue.answersWithinMinutes.flatMap { minutes -> Int64? in
            guard let calendar else { return moment.milliseconds + Int64(minutes) * 60_000 }
            return calendar.deadline(after: moment, openMinutes: minutes)?.milliseconds
        }
        return HandoffPacket.ServiceLevel(
            calendar: queue.calendar,
            isOpen: isOpen,
            opensAt: isOpen ? nil : (calendar?.nextOpening(after: moment)?.milliseconds).map(StampText.utc),
            answersWithinMinutes: queue.answersWithinMinutes,
            firstResponseDue: due.map(StampText.utc)
        )
    }

    var redactions: [HandoffPacket.Masking] {
        [Redaction.Kind.card, .password].compactMap { kind in
            let count = tracker.redactions.count { $0 == kind }
            return count == 0 ? nil : HandoffPacket.Masking(kind: kind, count: count)
        }
    }
}
