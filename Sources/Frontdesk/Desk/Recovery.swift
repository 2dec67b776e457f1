/// What came of bringing to its end what a crash left half-done.
public struct Recovery: Sendable, Hashable {
    /// A conversation that is still half-done.
    public struct Failure: Sendable, Hashable {
        /// The conversation.
        public var conversation: String
        /// Why.
        public var error: DeskError
    }

    /// How many conversations were looked at.
    public var count = 0
    /// Those that could not be brought to their end, by id; the next message to one tries again.
    public var failures: [Failure] = []
}
