/// A question about the service that was put to the customer.
public struct AskedFeedback: Sendable, Hashable, Codable {
    /// What was asked.
    public var kind: FeedbackKind
    /// When, in milliseconds since 1970.
    public var at: Int64
    /// Whether an answer came.
    public var isAnswered = false
}

/// Something that the customer was helped with.
public struct Help: Sendable, Hashable, Codable {
    /// When, in milliseconds since 1970.
    public var at: Int64
    /// The intent that was answered; nil: a flow ended well, or an agent was done.
    public var intent: String?
}

extension Tracker {
    /// Takes what belongs to feedback into the state.
    mutating func applyFeedback(_ event: Event) {
        switch event.fact {
        case .feedbackAsked(let kind):
            askedFeedback = AskedFeedback(kind: kind, at: event.at)
        case .feedbackGiven(let given):
            // A word about a score that was just given belongs to it.
            if askedFeedback?.isAnswered == true, feedback.last?.kind == given.kind { feedback.removeLast() }
            feedback.append(given)
            askedFeedback?.isAnswered = true
        case .rated(let rating):
            ratings.removeAll { $0.turn == rating.turn }
            ratings.append(rating)
            ratings.sort { $0.turn < $1.turn }
        default:
            break
        }
    }

    /// Notes whether the latest thing was a help to the customer; small talk is neither.
    mutating func noteHelp(_ event: Event) {
        switch event.fact {
        case .flowEnded(_, let outcome):
            // What ends because nobody answered was no help to anybody.
            guard flows.last?.call == nil else { break }
            outcome == .resolved && firedTimers.isEmpty ? help(at: event.at) : helps.removeAll()
        case .agentReturned(let back):
            back.outcome == .resolved ? help(at: event.at) : helps.removeAll()
        case .agentClosed:
            help(at: event.at)
        case .understood(let understanding):
            switch understanding.rule {
            case .noMatch, .ambiguous, .unhelped, .abuse, .humanAsked, .sentiment: helps.removeAll()
            default: break
            }
        case .said(let outbound):
            // An answer is made from the intent that was asked for.
            if outbound.kind == .answer, let intent = understanding?.intent, outbound.origin == intent {
                help(at: event.at, with: intent)
            }
        case .flowStarted, .handedOff, .ticketWithdrawn:
            helps.removeAll()
        default: break
        }
    }

    private mutating func help(at milliseconds: Int64, with intent: String? = nil) {
        // Who never wrote was told something, and asked for nothing.
        guard lines.contains(where: { $0.author == .customer }) else { return }
        helps.append(Help(at: milliseconds, intent: intent))
        if helps.count > 5 { helps.removeFirst() }
    }

    /// Who helped the customer in the day before the latest question about the service.
    var server: Server {
        var desk = false
        var agent = false
        let begin = (askedFeedback?.at ?? .max) - FeedbackRule.rest
        for line in lines where askedFeedback == nil || line.at >= begin {
            switch line.author {
            case .agent: agent = true
            case .desk: desk = desk || line.kind == .answer
            case .customer: break
            }
        }
        return agent ? (desk ? .both : .agent) : .desk
    }
}
