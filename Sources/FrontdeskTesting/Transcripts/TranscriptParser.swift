import FrontdeskDialogue

extension TranscriptFile {
    /// Reads the file's conversations.
    ///
    /// - Throws: ``TranscriptError`` with the line of the first mistake and what was expected there.
    public func transcripts() throws(TranscriptError) -> [Transcript] {
        let (transcripts, errors) = reading()
        if let first = errors.first { throw first }
        return transcripts
    }

    /// Reads the file's conversations as far as they can be read.
    ///
    /// - Returns: The conversations without the lines that are wrong, and every mistake, by line; what only follows from
    ///   an earlier one is left out.
    public func reading() -> (transcripts: [Transcript], errors: [TranscriptError]) {
        var parser = TranscriptParser(path: path)
        var errors: [TranscriptError] = []
        for (index, line) in lines.enumerated() {
            do {
                try parser.read(line, number: index + 1)
            } catch {
                if !parser.isLost { errors.append(error) }
                parser.isLost = parser.isLost || !parser.hasSteps
            }
        }
        return (parser.finish(), errors)
    }
}

extension TranscriptFile {
    /// The lines without their ends.
    var lines: [String] {
        text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { scalars in
            String(scalars.last == "\r" ? scalars.dropLast() : scalars)
        }
    }
}

/// Reads a file line by line.
private struct TranscriptParser {
    let path: String
    private var finished: [Transcript] = []
    private var current: Transcript?
    private var inHeader = false
    /// Whether nothing can be made of the next lines because of a mistake before them.
    var isLost = false

    init(path: String) {
        self.path = path
    }

    /// Whether the lines of the desk and expectations have something to refer to.
    var hasSteps: Bool { inHeader || current?.steps.isEmpty == false }

    mutating func finish() -> [Transcript] {
        finished + (current.map { [$0] } ?? [])
    }

    mutating func read(_ line: String, number: Int) throws(TranscriptError) {
        let content = line.trimmingBlanks
        if content.hasPrefix("//") { return }
        if content.isEmpty {
            inHeader = false
        } else if line.hasPrefix("# ") {
            if let done = current { finished.append(done) }
            current = Transcript(title: content.dropFirst(2).trimmingBlanks, line: number)
            inHeader = true
            isLost = false
        } else if current == nil {
            throw error(
                number,
                "a conversation opens with '# ' and its title; this line stands before the first one"
            )
        } else if line.first == " " || line.first == "\t" {
            try readExpectation(content, number)
        } else if inHeader, !Self.isStep(line) {
            try readHeader(content, number)
        } else {
            try readStep(line, number)
        }
    }

    private func error(_ line: Int, _ message: String) -> TranscriptError {
        TranscriptError(path: path, line: line, message: message)
    }

    // MARK: Header

    private static func isStep(_ line: String) -> Bool {
        [">", "<", "@", "agent ", "agent>", "event ", "desk ", "customer ", "conversation ", "action "]
            .contains { line.hasPrefix($0) }
    }

    private mutating func readHeader(_ line: String, _ number: Int) throws(TranscriptError) {
        guard let colon = line.firstIndex(of: ":") else {
            throw error(number, "expected 'key: value' or a blank line after the title, not '\(line)'")
        }
        let key = line[..<colon].trimmingBlanks
        let value = line[line.index(after: colon)...].trimmingBlanks
        switch key {
        case "assistant": current?.assistant = value
        case "channel": current?.channel = value
        case "conversation": current?.conversation = value
        case "zone": updateCustomer { $0.zone = value }
        case "clock":
            guard case .at(let day, let minutes, let offset)? = ClockStamp(value) else {
                throw error(
                    number,
                    "'clock' is a day and a time such as 2026-11-23T18:30 or 2026-11-23T18:30:00+01:00"
                )
            }
            current?.clock = .at(day, minutes: minutes, offset: offset)
        case "language": updateCustomer { $0.language = value }
        case "customer":
            let profile = try readCustomer(value, current?.customer, number)
            current?.customer = profile
        default:
            let known = "assistant, channel, clock, conversation, customer, language, zone"
            throw error(number, "unknown header '\(key)': there are \(known)")
        }
    }

    private mutating func updateCustomer(_ change: (inout CustomerProfile) -> Void) {
        var profile = current?.customer ?? CustomerProfile()
        change(&profile)
        current?.customer = profile
    }

    /// `{name: Ada Byron, verified: true}`, added to what is known.
    private func readCustomer(
        _ text: String,
        _ known: CustomerProfile?,
        _ number: Int
    ) throws(TranscriptError) -> CustomerProfile {
        let fields: [(String, String)]
        switch HeaderFields.read(text) {
        case .success(let read): fields = read
        case .failure(let problem): throw error(number, problem.message)
        }
        var profile = known ?? CustomerProfile()
        for (name, value) in fields {
            switch name {
            case "id": profile.id = value
            case "name": profile.name = value
            case "email": profile.email = value
            case "phone": profile.phone = value
            case "language": profile.language = value
            case "zone": profile.zone = value
            case "tier": profile.tier = value
            case "gender": profile.gender = value
            case "consent": profile.consent = value.split(separator: " ").map(String.init)
            case "verified" where value == "true" || value == "false": profile.isVerified = value == "true"
            default:
                if let preference = CustomerProfile.preference(name) {
                    profile.preferences = (profile.preferences ?? [:]).merging([preference: value]) { $1 }
                    continue
                }
                let known =
                    "id, name, email, phone, language, zone, tier, gender, consent (words), prefers_NAME, verified (true or false)"
                throw error(number, "unknown field '\(name): \(value)' of customer: there are \(known)")
            }
        }
        return profile
    }

    // MARK: Steps

    private mutating func readStep(_ line: String, _ number: Int) throws(TranscriptError) {
        inHeader = false
        if line.hasPrefix(">>") {
            append(.picks(line.dropFirst(2).trimmingBlanks), number)
        } else if line.hasPrefix(">") {
            append(.says(String(line.dropFirst(line.hasPrefix("> ") ? 2 : 1))), number)
        } else if line.hasPrefix("<") {
            try readReply(line.dropFirst().trimmingBlanks, number)
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
            throw error(
                number,
                "expected '>' (customer), '<' (desk), 'agent', '@' (clock), 'event', 'customer {…}', 'customer rates up', "
                    + "'conversation NAME', "
                    + "'action NAME gives OUTCOME', 'desk restarts', an indented expectation, '#' or '//', "
                    + "not '\(line)'"
            )
        }
    }

    private mutating func append(_ act: Transcript.Act, _ number: Int) {
        isLost = false
        current?.steps.append(Transcript.Step(act: act, line: number))
    }

    private mutating func readReply(_ source: String, _ number: Int) throws(TranscriptError) {
        guard let last = current?.steps.indices.last else {
            throw error(number, "a line of the desk stands before anything has happened; begin with '>'")
        }
        var reply = Transcript.ExpectedReply(pattern: nil, line: number, source: source)
        if source != "..." {
            do { reply.pattern = try LinePattern(source) } catch { throw self.error(number, error.message) }
        }
        current?.steps[last].replies.append(reply)
    }

    private mutating func readAgent(_ text: String, _ number: Int) throws(TranscriptError) {
        let words = text.split(separator: " ", maxSplits: .max, omittingEmptySubsequences: true).map(
            String.init
        )
        guard let verb = words.firstIndex(where: { ["claims", "returns", "closes"].contains($0) }), verb > 0
        else {
            throw error(
                number,
                "expected 'agent NAME claims', 'agent NAME returns OUTCOME' or 'agent NAME closes'"
            )
        }
        let agent = words[..<verb].joined(separator: " ")
        switch words[verb] {
        case "claims": append(.claims(agent: agent), number)
        case "closes": append(.closes(agent: agent), number)
        default:
            let outcomes = AgentReturn.Outcome.allCases.map(\.rawValue).joined(separator: ", ")
            guard verb + 1 < words.count, let outcome = AgentReturn.Outcome(rawValue: words[verb + 1]) else {
                throw error(number, "'returns' takes an outcome: \(outcomes)")
            }
            let note = words[(verb + 2)...].joined(separator: " ")
            append(
                .returns(AgentReturn(agent: agent, outcome: outcome, note: note.isEmpty ? nil : note)),
                number
            )
        }
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

    private mutating func readExpectation(_ text: String, _ number: Int) throws(TranscriptError) {
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

extension StringProtocol {
    /// The text without blanks at its ends.
    var trimmingBlanks: String {
        var rest = Substring(self)
        while rest.first == " " || rest.first == "\t" || rest.first == "\r" { rest.removeFirst() }
        while rest.last == " " || rest.last == "\t" || rest.last == "\r" { rest.removeLast() }
        return String(rest)
    }
}
