/// A call of another flow: it runs on top of the calling one, which goes on with its outcome.
public struct FlowCall: Sendable, Hashable, Codable {
    /// One slot of the called flow, and what it is filled from.
    public struct Argument: Sendable, Hashable, Codable {
        /// Where a value comes from.
        public enum Source: Sendable, Hashable, Codable {
            /// A slot, a profile field or a result; without a value the called flow asks for it itself.
            case path(FieldPath)
            /// The value itself.
            case literal(Value)
        }

        /// The slot of the called flow.
        public var slot: String
        /// What it is filled from.
        public var source: Source

        /// Makes an argument.
        public init(slot: String, source: Source) {
            self.slot = slot
            self.source = source
        }
    }

    /// The called flow's name.
    public var flow: String
    /// What it is given, in the order written.
    public var arguments: [Argument]
    /// The name under which the caller knows what it gives.
    public var result: String

    /// Makes a call.
    public init(flow: String, arguments: [Argument] = [], result: String = "result") {
        self.flow = flow
        self.arguments = arguments
        self.result = result
    }
}
