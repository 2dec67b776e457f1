/// The path of a state within its flow: `confirm`, or `details/size` for a substate of `details`.
struct StatePath {
    /// The path as it is written.
    let text: String

    init(_ text: String) {
        self.text = text
    }

    /// The path of the state right around it.
    var parent: String? {
        text.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(text[..<$0]) }
    }

    /// The paths of the states around it, the outermost first.
    var around: [String] {
        guard let parent else { return [] }
        return StatePath(parent).around + [parent]
    }

    /// The paths that are active in it, the innermost first: its own, then those of the states around it.
    var active: [String] { [text] + around.reversed() }
}

extension FlowRun {
    /// `flow/state`; a flow that fills its first slots is in `flow/slots`.
    public var place: String { "\(flow)/\(state ?? Self.slotsPlace)" }

    /// What stands for the state while the first slots are filled.
    static let slotsPlace = "slots"

    /// The paths of the active states, the innermost first.
    var activeStates: [String] { state.map { StatePath($0).active } ?? [] }
}
