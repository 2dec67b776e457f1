/// A question about the service that was put to the customer.
public struct AskedFeedback: Sendable, Hashable, Codable {
    /// What was asked.
    public var kind: FeedbackKind
    /// When, in milliseconds since 1970.
    public var at: Int64
    /// Whether an answer came.
    public var isAnswered = false
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

    /// Who has helped the customer so far.
    var server: Server {
        var desk = false
        var agent = false
        for line in lines {
            switch line.author {
            case .agent: agent = true
            case .desk: desk = desk || line.kind == .answer
            case .customer: break
            }
        }
        return agent ? (desk ? .both : .agent) : .desk
    }
}
