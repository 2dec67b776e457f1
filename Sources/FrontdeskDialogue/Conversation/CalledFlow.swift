/// A flow that another one called, and what the caller gets from it.
public struct CalledFlow: Sendable, Hashable, Codable {
    /// The flow's name.
    public var flow: String
    /// The name under which the caller knows what it gives.
    public var result: String
    /// The slots it gives.
    public var gives: [String]

    /// Makes a call.
    public init(flow: String, result: String, gives: [String]) {
        self.flow = flow
        self.result = result
        self.gives = gives
    }
}

/// A silence that has lasted so long that a handler took over.
public struct FiredTimer: Sendable, Hashable, Codable {
    /// The flow whose handler it is; nil: the assistant's.
    public var flow: String?
    /// The path of the state whose handler it is; nil: a slot's, the flow's or the assistant's.
    public var state: String?
    /// The slot whose handler it is.
    public var slot: String?
    /// How long nothing was said, in seconds.
    public var seconds: Int
    /// What the customer is asked about the service then; nil for a handler.
    public var feedback: FeedbackKind?

    /// Makes a timer.
    public init(
        flow: String? = nil,
        state: String? = nil,
        slot: String? = nil,
        seconds: Int,
        feedback: FeedbackKind? = nil
    ) {
        self.feedback = feedback
        self.flow = flow
        self.state = state
        self.slot = slot
        self.seconds = seconds
    }
}
