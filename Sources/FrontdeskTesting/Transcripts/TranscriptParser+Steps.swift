import FrontdeskDialogue

extension TranscriptParser {
    mutating func readStep(_ line: String, _ number: Int) throws(TranscriptError) {
        inHeader = false
        if let (name, isAgent) = speaker(of: line) {
            try readSpoken(by: name, isAgent, line.dropFirst(name.count), number)
        } else if line.hasPrefix(">>") {
            append(.picks(line.dropFirst(2).trimmingBlanks), number)
        } else if line.hasPrefix(">") {
            append(.says(String(line.dropFirst(line.hasPrefix("> ") ? 2 : 1))), number)
        } else if line.hasPrefix("<") {
            try readReply(line.dropFirst().trimmingBlanks, to: nil, number)
        } else if line.hasPrefix("@") {
            let text = line.dropFirst().trimmingBlanks
            guard let stamp = ClockStamp(text) else {
                throw error(
                    number,
                    "expected a distance such as +20m or +1h30m, or an instant such as 2026-11-23T18:30, not '\(text)'"
                )
            }
            append(.clock(stamp), number)
        } else if line.hasPrefix("agent>") {
            append(.agentSays(line.dropFirst(6).trimmingBlanks), number)
        } else if line.hasPrefix("agent ") {
            try readAgent(line.dropFirst(6).trimmingBlanks, number)
        } else if line.trimmingBlanks == "desk restarts" {
            append(.restarts, number)
        } else if line.hasPrefix("customer rates") {
            append(.rates(isUp: try readThumb(line.dropFirst(14).trimmingBlanks, number)), number)
        } else if let (name, _) = furtherCustomer(line) {
            throw error(number, "'customer \(name): {…}' stands in the head, above the first blank line")
        } else if line.hasPrefix("customer ") {
            let profile = try readCustomer(line.dropFirst(9).trimmingBlanks, nil, number)
            append(.isCustomer(profile), number)
        } else if line.hasPrefix("conversation ") {
            try readConversation(line.dropFirst(13).trimmingBlanks, number)
        } else if line.hasPrefix("action ") {
            switch ActionStub.read(line.dropFirst(7).trimmingBlanks) {
            case .success(let stub): append(.stubs(stub), number)
            case .failure(let problem): throw error(number, problem.message)
            }
        } else if line.hasPrefix("event ") {
            append(.reports(try readEvent(line.dropFirst(6).trimmingBlanks, number)), number)
        } else {
            if let problem = unknownSpeaker(line) { throw error(number, problem) }
            throw error(
                number,
                "expected '>' (customer), '<' (desk), 'agent', '@' (clock), 'event', 'customer {…}', 'customer rates up', "
                    + "'conversation NAME', "
                    + "'action NAME gives OUTCOME', 'desk restarts', an indented expectation, '#' or '//', "
                    + "not '\(line)'"
            )
        }
    }

    mutating func append(_ act: Transcript.Act, by speaker: String? = nil, _ number: Int) {
        isLost = false
        current?.steps.append(Transcript.Step(act: act, speaker: speaker, line: number))
    }

    mutating func readReply(_ source: String, to name: String?, _ number: Int) throws(TranscriptError) {
        guard let last = current?.steps.indices.last else {
            throw error(number, "a line of the desk stands before anything has happened; begin with '>'")
        }
        // Right below what somebody wrote, the name says what is so without it.
        let to = current?.steps[last].writer == name ? nil : name
        var reply = Transcript.ExpectedReply(pattern: nil, line: number, source: source, to: to)
        if source != "..." {
            do { reply.pattern = try LinePattern(source) } catch { throw self.error(number, error.message) }
        }
        current?.steps[last].replies.append(reply)
    }

    /// `up` or `down`.
    private func readThumb(_ text: String, _ number: Int) throws(TranscriptError) -> Bool {
        switch text {
        case "up": return true
        case "down": return false
        default: throw error(number, "expected 'customer rates up' or 'customer rates down'")
        }
    }

    /// `NAME`, or `NAME on CHANNEL`.
    private mutating func readConversation(_ text: String, _ number: Int) throws(TranscriptError) {
        let words = text.split(separator: " ").map(String.init)
        guard words.count == 1 || words.count == 3 && words[1] == "on" else {
            throw error(number, "expected 'conversation NAME' or 'conversation NAME on CHANNEL'")
        }
        append(.opens(conversation: words[0], channel: words.count == 3 ? words[2] : nil), number)
    }

    private func readEvent(_ text: String, _ number: Int) throws(TranscriptError) -> ExternalEvent {
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        var event = ExternalEvent(name: parts.first ?? "")
        guard parts.count == 2 else { return event }
        switch HeaderFields.read(parts[1]) {
        case .success(let fields):
            event.fields = Record(fields.map { Record.Field($0.0, .text($0.1)) })
        case .failure(let problem):
            throw error(number, problem.message)
        }
        return event
    }

    mutating func readExpectation(_ text: String, _ number: Int) throws(TranscriptError) {
        guard let last = current?.steps.indices.last else {
            throw error(number, "an expectation stands before anything has happened; begin with '>'")
        }
        do {
            let expectation = try Expectation(text, line: number)
            current?.steps[last].expectations.append(expectation)
        } catch {
            throw self.error(number, error.message)
        }
    }
}
