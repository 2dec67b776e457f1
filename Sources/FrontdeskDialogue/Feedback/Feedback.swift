/// What a customer is asked about the service.
public enum FeedbackKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// How content the customer is, 1…5.
    case csat
    /// How likely the customer is to recommend the business, 0…10.
    case nps
    /// Whether it was easy, 1…7, 7 the easiest.
    case ces

    /// The scores that can be given.
    public var scale: ClosedRange<Int> {
        switch self {
        case .csat: 1...5
        case .nps: 0...10
        case .ces: 1...7
        }
    }

    /// The scores that count as praise.
    public var highest: ClosedRange<Int> {
        switch self {
        case .csat: 4...5
        case .nps: 9...10
        case .ces: 5...7
        }
    }

    /// The scores that count as a complaint.
    public var lowest: ClosedRange<Int> {
        switch self {
        case .csat: 1...2
        case .nps: 0...6
        case .ces: 1...3
        }
    }
}

/// Who helped the customer before feedback was given.
public enum Server: String, Sendable, Hashable, Codable, CaseIterable {
    case desk, agent, both
}

/// What a customer said about the service.
public struct Feedback: Sendable, Hashable, Codable {
    /// What was asked.
    public var kind: FeedbackKind
    /// The score, on the scale of the kind.
    public var score: Int
    /// What the customer wrote about it.
    public var text: String?
    /// Who had helped.
    public var servedBy: Server

    /// Makes feedback.
    public init(kind: FeedbackKind, score: Int, text: String? = nil, servedBy: Server) {
        self.kind = kind
        self.score = score
        self.text = text
        self.servedBy = servedBy
    }
}

/// A thumb up or down for what the desk said in a turn.
public struct Rating: Sendable, Hashable, Codable {
    /// The turn that is rated, from 1.
    public var turn: Int
    /// Whether it helped.
    public var isUp: Bool

    /// Makes a rating.
    public init(turn: Int, isUp: Bool) {
        self.turn = turn
        self.isUp = isUp
    }
}
