import FrontdeskDialogue

/// Where conversations would go otherwise, grouped by why.
public struct ReplayReport: Sendable, Hashable {
    /// A step that came out otherwise.
    public struct Difference: Sendable, Hashable {
        /// The conversation's number in the log, from 0.
        public var conversation: Int
        /// The step's number in the conversation, from 0.
        public var step: Int
        /// Why.
        public var cause: Cause
        /// What differs.
        public var facets: [Facet]
        /// Whether an earlier difference had led the conversation elsewhere.
        public var isFollowUp: Bool
    }

    /// Differences of one cause.
    public struct Group: Sendable, Hashable {
        /// Why.
        public var cause: Cause
        /// The first differences with it, in the log's order.
        public var differences: [Difference]
        /// How many later steps came out otherwise after one of them led the conversation elsewhere.
        public var followUps: Int

        /// In how many conversations it is.
        public var conversations: Int { Set(differences.map(\.conversation)).count }
    }

    /// The log's form.
    public var format: LogFormat
    /// The log's file.
    public var path: String
    /// The conversations, then and now.
    public var conversations: [ReplayedConversation]
    /// Every difference, in the log's order.
    public var differences: [Difference]
    /// The causes, those of most steps first.
    public var groups: [Group]
    /// What the log has that could not be carried over.
    public var losses: [RecordedLog.Loss]
    /// The actions that were run, for want of a recorded result.
    public var unrecorded: [String]

    /// Compares what came of a log with what was recorded.
    public init(_ log: RecordedLog, _ played: [ReplayedConversation], unrecorded: Set<String> = []) {
        format = log.format
        path = log.path
        conversations = played
        losses = log.losses
        self.unrecorded = unrecorded.sorted()
        differences = []
        var groups: [Cause: Group] = [:]
        for (number, conversation) in played.enumerated() {
            var leader: Cause?
            for (step, recorded) in conversation.recorded.steps.enumerated() {
                let comparison = TurnComparison(was: recorded.seen, now: conversation.seen[step])
                guard let cause = comparison.cause else { continue }
                let difference = Difference(
                    conversation: number,
                    step: step,
                    cause: cause,
                    facets: comparison.differing,
                    isFollowUp: leader != nil
                )
                differences.append(difference)
                if let leader {
                    groups[leader]?.followUps += 1
                    continue
                }
                groups[cause, default: Group(cause: cause, differences: [], followUps: 0)].differences
                    .append(difference)
                if comparison.leadsElsewhere { leader = cause }
            }
        }
        self.groups = groups.values.sorted { first, second in
            let sizes = (first.differences.count, second.differences.count)
            if sizes.0 != sizes.1 { return sizes.0 > sizes.1 }
            if first.followUps != second.followUps { return first.followUps > second.followUps }
            return first.cause.title < second.cause.title
        }
    }

    /// Whether nothing differs.
    public var isSame: Bool { differences.isEmpty }

    /// How many steps were played.
    public var steps: Int { conversations.reduce(0) { $0 + $1.recorded.steps.count } }

    /// In how many conversations something differs.
    public var differing: Int { Set(differences.map(\.conversation)).count }

    /// How many steps differ in one of these.
    public func count(_ facets: Set<Facet>) -> Int {
        differences.count { difference in
            difference.facets.contains { facets.contains($0) }
        }
    }

    /// The difference of a group that is read quickest.
    public func example(of group: Group) -> Difference? {
        group.differences.min {
            (length($0), $0.conversation, $0.step) < (length($1), $1.conversation, $1.step)
        }
    }

    private func length(_ difference: Difference) -> Int {
        // What came before has to be read, too.
        let conversation = conversations[difference.conversation]
        return conversation.recorded.steps[...difference.step].reduce(0) { length, step in
            length + 20 + (step.act.shown?.utf8.count ?? 0)
        }
    }

    /// What a step and its outcomes say, as a transcript has it.
    public func step(of difference: Difference) -> (recorded: RecordedStep, now: Observation) {
        let conversation = conversations[difference.conversation]
        return (conversation.recorded.steps[difference.step], conversation.seen[difference.step])
    }
}

extension RecordedStep.Act {
    /// The line of a transcript that it is; nil when it is none.
    public var shown: String? {
        switch self {
        case .message(let message):
            let text = message.text.isEmpty ? message.choice ?? "(a file or form)" : message.text
            return (message.choice == nil ? "> " : ">> ") + text.replacing("\n", with: " ")
        case .report(let event, _): return "event \(event.name)"
        case .agent(.claim(let agent)): return "agent \(agent) claims"
        case .agent(.say(_, let text)): return "agent> \(text.replacing("\n", with: " "))"
        case .agent(.giveBack(let back)): return "agent \(back.agent) returns \(back.outcome.rawValue)"
        case .agent(.close(let agent)): return "agent \(agent) closes"
        case .rate(_, _, let isUp): return "customer rates \(isUp ? "up" : "down")"
        case .desk: return nil
        }
    }
}
