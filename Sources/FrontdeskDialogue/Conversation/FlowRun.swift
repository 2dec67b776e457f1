/// One run of a flow.
///
/// It is handed around at every turn, so that all it holds lies behind one reference.
public struct FlowRun: Sendable, Hashable {
    private struct Fields: Sendable, Hashable, Codable {
        var flow: String
        var intent: String?
        var state: String?
        var slots: [SlotEntry] = []
        var attempts: [String: Int] = [:]
        var cleared: [String] = []
        var shutOut: [String: [String]] = [:]
        var isSuspended = false
        var actions: [String] = []
        var results: [NamedRecord] = []
        var call: CalledFlow?
        var startedAt: Int64 = 0
        var enteredAt: [String: Int64] = [:]
        var history: [String: String] = [:]
        var firedTimers: [FiredTimer] = []
    }

    @Shared private var fields: Fields

    init(flow: String, intent: String? = nil, call: CalledFlow? = nil, startedAt: Int64 = 0) {
        fields = Fields(flow: flow, intent: intent, call: call, startedAt: startedAt)
    }

    /// The entry of a slot, if it has a value.
    public func slot(_ name: String) -> SlotEntry? {
        fields.slots.firstIndex { $0.name == name }.map { fields.slots[$0] }
    }

    /// Whether a slot has a value.
    func has(_ name: String) -> Bool { fields.slots.contains { $0.name == name } }
}

extension FlowRun {
    /// The flow's name.
    public var flow: String {
        _read { yield fields.flow }
        _modify { yield &fields.flow }
    }

    /// The intent that started it.
    public var intent: String? {
        _read { yield fields.intent }
        _modify { yield &fields.intent }
    }

    /// The current state; nil while the first slots are filled.
    public var state: String? {
        _read { yield fields.state }
        _modify { yield &fields.state }
    }

    /// The slots that have a value, in the order they got it.
    public var slots: [SlotEntry] {
        _read { yield fields.slots }
        _modify { yield &fields.slots }
    }

    /// Answers that did not fit, by slot or state.
    public var attempts: [String: Int] {
        _read { yield fields.attempts }
        _modify { yield &fields.attempts }
    }

    /// The slots that were taken back; the profile does not fill them again.
    public var cleared: [String] {
        _read { yield fields.cleared }
        _modify { yield &fields.cleared }
    }

    /// The ids of choices that the customer does not want, by slot.
    public var shutOut: [String: [String]] {
        _read { yield fields.shutOut }
        _modify { yield &fields.shutOut }
    }

    /// Whether it waits for a human to finish.
    public var isSuspended: Bool {
        _read { yield fields.isSuspended }
        _modify { yield &fields.isSuspended }
    }

    /// The actions that ran for it, in order.
    public var actions: [String] {
        _read { yield fields.actions }
        _modify { yield &fields.actions }
    }

    /// What actions gave, by the name under which it is known.
    public var results: [NamedRecord] {
        _read { yield fields.results }
        _modify { yield &fields.results }
    }

    /// What its caller waits for; nil when nobody called it.
    public var call: CalledFlow? {
        _read { yield fields.call }
        _modify { yield &fields.call }
    }

    /// When it began, in milliseconds since 1970.
    public var startedAt: Int64 {
        _read { yield fields.startedAt }
        _modify { yield &fields.startedAt }
    }

    /// When each active state was entered, by path.
    public var enteredAt: [String: Int64] {
        _read { yield fields.enteredAt }
        _modify { yield &fields.enteredAt }
    }

    /// Which substate of each state was active last, by path.
    public var history: [String: String] {
        _read { yield fields.history }
        _modify { yield &fields.history }
    }

    /// The silences that ended in the active states.
    public var firedTimers: [FiredTimer] {
        _read { yield fields.firedTimers }
        _modify { yield &fields.firedTimers }
    }
}

extension FlowRun: Codable {
    /// Reads what ``encode(to:)`` wrote.
    public init(from decoder: any Decoder) throws {
        fields = try Fields(from: decoder)
    }

    /// Writes the fields, as if nothing were around them.
    public func encode(to encoder: any Encoder) throws {
        try fields.encode(to: encoder)
    }
}
