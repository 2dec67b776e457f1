/// Puts a packet into words, from what it holds and nothing else.
struct PacketText {
    let packet: HandoffPacket

    /// How many characters (UTF-16 units, the widest count in use) a summary has at most.
    static let summaryLimit = 600
    /// How many a card has at most.
    static let cardLimit = 1500

    // MARK: Summary

    var summary: String {
        var parts = ["\(who) wants: \(wants)."]
        if !known.isEmpty { parts.append("Known: \(Self.clip(known, to: 180)).") }
        if !packet.missing.isEmpty { parts.append("Missing: \(Self.clip(missing, to: 60)).") }
        parts.append("Tried: \(tried).")
        parts.append("Handed over because \(because).")
        if let next = packet.suggested.first { parts.append("Next: \(Self.clip(next, to: 90))") }
        return Self.clip(parts.joined(separator: " "), to: Self.summaryLimit)
    }

    /// "Ada Byron (not verified)".
    var who: String {
        let name = Self.clip(
            packet.customer.name ?? packet.customer.id ?? "A customer without a name",
            to: 60
        )
        return "\(name) (\(packet.customer.isVerified ? "verified" : "not verified"))"
    }

    var wants: String {
        // What a call for a person resembles is not what its author wants.
        let isOnlyAsking = packet.reason.rule == .humanAsked
        let resembled = packet.intent.top.first { !$0.id.hasPrefix("control.") }?.title
        let title = packet.topics.last?.title ?? (isOnlyAsking ? "to talk to a person" : resembled)
        guard let title else { return "not understood" }
        return Self.clip(title, to: 90)
    }

    var known: String {
        var told: Set<[String]> = []
        // What several flows know alike is told once.
        return packet.slots.filter { told.insert([$0.name, $0.display]).inserted }.map { slot in
            let display = slot.isSensitive ? "(see the packet)" : Self.clip(slot.display, to: 60)
            return
                "\(Self.spaced(slot.name)) \(display) (\(slot.source.rawValue)\(slot.isConfirmed ? ", confirmed" : ""))"
        }.joined(separator: "; ")
    }

    var missing: String { packet.missing.map(Self.spaced).joined(separator: ", ") }

    var tried: String {
        let counts = [
            (packet.attempts.answersGiven.count, "answer", "answers"),
            (packet.attempts.clarifications, "clarification", "clarifications"),
            (packet.attempts.reprompts, "question put again", "questions put again"),
            (packet.attempts.noMatch, "message not understood", "messages not understood"),
        ]
        let parts = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
        return parts.isEmpty ? "nothing yet" : parts.joined(separator: ", ")
    }

    /// Why the desk gave up, to go after "because".
    var because: String {
        switch packet.reason.code {
        case .userAsked: "the customer asked for a person"
        case .lowConfidence: "the conversation was going badly"
        case .ambiguousUnresolved: "it stayed unclear which of several topics was meant"
        case .noMatchLimit: "several messages were not understood"
        case .slotRetryLimit:
            "a question was not answered in a usable way (\(Self.clip(packet.reason.detail, to: 60)))"
        case .policyRequired: "this needs a person"
        case .sentiment: "the customer sounds very unhappy"
        case .negativeFeedback: "the customer was not content with the answer"
        case .repeatContact: "the customer has been here before about this"
        case .error: "a system did not answer (\(Self.clip(packet.reason.detail, to: 60)))"
        case .safety: "it may be about somebody's safety"
        case .vip: "this customer is looked after in person"
        case .promiseDue: "something promised is due"
        case .loop: "the dialogue went round in circles"
        }
    }

    /// What an agent may do next, the most useful first.
    var nextSteps: [String] {
        var steps: [String] = []
        switch packet.reason.code {
        case .sentiment, .negativeFeedback: steps.append("Apologise first, then say what you will do.")
        case .error:
            steps.append("Do by hand what the system refused: \(Self.clip(packet.reason.detail, to: 60)).")
        case .safety: steps.append("Make sure that nobody is in danger before anything else.")
        case .promiseDue: steps.append("Keep the promise, or agree a new time.")
        default: break
        }
        if !packet.missing.isEmpty { steps.append("Ask for: \(Self.clip(missing, to: 80)).") }
        if let state = packet.state { steps.append("Go on with \(Self.clip(state, to: 60)).") }
        if !packet.customer.isVerified { steps.append("Check who this is before you share personal data.") }
        if !packet.attachments.isEmpty { steps.append("Look at the files the customer sent.") }
        if packet.customer.contactRoutes.count == 1 {
            steps.append("Ask how to reach the customer; only this conversation is known.")
        }
        return steps
    }

    // MARK: Card

    var card: String {
        var lines: [String] = []
        let header =
            "\(packet.routing.queueTitle.uppercased()) · \(Self.spaced(packet.reason.code.rawValue))"
            + " · priority \(packet.routing.priority)"
        lines.append(Self.clip(header, to: 100))
        var person = [who]
        if let tier = packet.customer.tier { person.append(tier) }
        if let route = packet.customer.contactRoutes.first, route.kind != "conversation" {
            person.append(route.address)
        }
        if packet.routing.language != "en" { person.append("speaks \(packet.routing.language)") }
        lines.append(Self.clip(person.joined(separator: " · "), to: 160))
        add("Wants", wants, 80, to: &lines)
        for words in packet.customerWords.suffix(2) {
            add("Says", "“\(Self.clip(words, to: 108))”", 110, to: &lines)
        }
        let kept = remembered
        add("Known", known, kept.isEmpty ? 180 : 120, to: &lines)
        add("Remembered", kept, 60, to: &lines)
        add("Missing", missing, 60, to: &lines)
        add("Found", found, 100, to: &lines)
        add("News", news, 110, to: &lines)
        add("Tried", tried, 80, to: &lines)
        add("Mood", mood, 40, to: &lines)
        add("Promised", promised, 90, to: &lines)
        add("Told about the wait", packet.wait.told, 110, to: &lines)
        add("Before", before, 70, to: &lines)
        add("Next", packet.suggested.prefix(2).joined(separator: " "), 110, to: &lines)
        return Self.cut(lines.joined(separator: "\n"), to: Self.cardLimit)
    }

    private func add(_ label: String, _ text: String, _ limit: Int, to lines: inout [String]) {
        if !text.isEmpty { lines.append("\(label): \(Self.clip(text, to: limit))") }
    }

    private var found: String {
        packet.findings.map { finding in
            let fields = finding.fields.fields.map { "\(Self.spaced($0.key)) \(Self.plain($0.value))" }
            return "\(finding.name): \(fields.joined(separator: ", "))"
        }.joined(separator: "; ")
    }

    /// What the customer does not know yet, or else the latest of what happened elsewhere.
    var news: String {
        guard let latest = packet.events.last else { return "" }
        let waiting = packet.events.filter(\.isWaiting)
        let told = (waiting.isEmpty ? [latest] : waiting).map { event in
            let fields = event.fields.fields.map { "\(Self.spaced($0.key)) \(Self.plain($0.value))" }
            return ([event.name] + fields).joined(separator: ", ")
        }
        return told.joined(separator: "; ") + (waiting.isEmpty ? "" : " (not told yet; the desk will)")
    }

    private var mood: String {
        let mood = packet.sentiment
        if mood.label == "neutral", mood.trend == "steady" { return "" }
        let words = mood.label == "negative" ? mood.evidence.prefix(3).map { "\"\($0.text)\"" } : []
        let said = words.isEmpty ? "" : " (\(words.joined(separator: ", ")))"
        return "\(mood.label), \(mood.trend)\(said)"
    }

    private var promised: String {
        packet.promises.map { "\($0.text) by \($0.dueAt)" }.joined(separator: "; ")
    }

    private var before: String {
        guard let last = packet.previousReturns.last else {
            return packet.sequence > 1 ? "handed over \(packet.sequence - 1) times already" : ""
        }
        let note = last.note.map { ": \($0)" } ?? ""
        return "\(last.agent), \(Self.spaced(last.outcome.rawValue))\(note)"
    }

    // MARK: Words

    static func plain(_ value: FlatFields.Scalar) -> String {
        switch value {
        case .text(let text): text
        case .number(let number): NumberText.plain(number)
        case .boolean(let flag): flag ? "yes" : "no"
        }
    }

    static func spaced(_ name: String) -> String {
        String(name.map { $0 == "_" ? " " : $0 })
    }

    /// The text without line breaks, control characters and marks that turn the direction of writing.
    static func oneLine(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09...0x0D, 0x85, 0x2028, 0x2029:
                if result.last != " " { result.append(" ") }
            case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: break
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// The text on one line, cut short with "…" where it is longer than so many UTF-16 units.
    static func clip(_ text: String, to limit: Int) -> String {
        cut(oneLine(text), to: limit)
    }

    private static func cut(_ text: String, to limit: Int) -> String {
        guard text.utf16.count > limit else { return text }
        var result = ""
        var size = 1
        for character in text {
            size += character.utf16.count
            guard size <= limit else { break }
            result.append(character)
        }
        return result + "…"
    }
}
