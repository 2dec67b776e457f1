import FrontdeskCompiler
import FrontdeskDialogue

extension TranscriptParser {
    // MARK: Agents

    mutating func readAgent(_ text: String, _ number: Int) throws(TranscriptError) {
        let words = text.split(separator: " ", maxSplits: .max, omittingEmptySubsequences: true).map(
            String.init
        )
        guard let verb = words.firstIndex(where: { ["claims", "returns", "closes"].contains($0) }), verb > 0
        else {
            throw error(
                number,
                "expected 'agent NAME claims', 'agent NAME claims next in QUEUE', 'agent NAME returns OUTCOME' or 'agent NAME closes'"
            )
        }
        let agent = words[..<verb].joined(separator: " ")
        switch words[verb] {
        case "claims":
            append(.claims(agent: agent, ticket: try ticket(Array(words[(verb + 1)...]), number)), number)
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

    /// What stands behind `claims`: nothing, a customer's name, `next`, or `next in QUEUE`.
    private func ticket(_ words: [String], _ number: Int) throws(TranscriptError) -> Transcript.ClaimedTicket
    {
        switch words {
        case []: return .latest
        case ["next"]: return .next(queue: nil)
        case _ where words.count == 3 && words[0] == "next" && words[1] == "in": return .next(queue: words[2])
        case _ where words.count == 1 && customers.contains(words[0]): return .of(words[0])
        default:
            throw error(
                number,
                "behind 'claims' stands nothing, the name of a further customer, 'next' or 'next in QUEUE', not "
                    + "'\(words.joined(separator: " "))'"
            )
        }
    }

    // MARK: Names before lines

    private var customers: [String] { current?.customers.map(\.name) ?? [] }

    /// Agents who have claimed something above.
    private var agents: [String] {
        var names: [String] = []
        for step in current?.steps ?? [] {
            if case .claims(let agent, _) = step.act, !names.contains(agent) { names.append(agent) }
        }
        return names
    }

    /// The customer or agent whose name stands before a line, as in `Ben> hello`.
    func speaker(of line: String) -> (name: String, isAgent: Bool)? {
        func stands(_ name: String, _ signs: [String]) -> Bool {
            line.hasPrefix(name) && signs.contains { line.dropFirst(name.count).hasPrefix($0) }
        }
        if let name = customers.first(where: { stands($0, [">", "<"]) }) { return (name, false) }
        return agents.first { stands($0, [">"]) }.map { ($0, true) }
    }

    /// Reads what stands behind a name: `> text`, `>> button`, `< text`.
    mutating func readSpoken(
        by name: String,
        _ isAgent: Bool,
        _ rest: Substring,
        _ number: Int
    ) throws(TranscriptError) {
        if isAgent {
            append(.agentSays(rest.dropFirst().trimmingBlanks), by: name, number)
        } else if rest.hasPrefix(">>") {
            append(.picks(rest.dropFirst(2).trimmingBlanks), by: name, number)
        } else if rest.hasPrefix(">") {
            append(.says(String(rest.dropFirst(rest.hasPrefix("> ") ? 2 : 1))), by: name, number)
        } else {
            try readReply(rest.dropFirst().trimmingBlanks, to: name, number)
        }
    }

    /// What to say of a name before a line that nobody has; nil when no name stands there.
    func unknownSpeaker(_ line: String) -> String? {
        guard let sign = line.firstIndex(where: { $0 == ">" || $0 == "<" }) else { return nil }
        let name = String(line[..<sign])
        guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || " -_".contains($0) }) else {
            return nil
        }
        let near = Spelling.nearest(to: name, among: customers + agents).map { "; did you mean '\($0)'?" }
        return
            "nobody here is called '\(name)'\(near ?? ""): write 'customer \(name): {…}' into the head for a customer, "
            + "'agent \(name) claims' above for an agent"
    }
}
