import FrontdeskDialogue
import FrontdeskMatching

/// An assistant made ready to run; replaced as a whole on reload.
final class Knowledge: Sendable {
    let assistant: Assistant
    let matcher: Matcher
    let machine: DialogueMachine
    /// Counts reloads: a conversation that last ran with another one is checked against this one first.
    let generation: Int
    /// How long the desk waits for what may follow a message, in milliseconds, by channel.
    let bursts: [String: Int64]
    private let actions: [String: ActionDefinition]
    private let flows: [String: Flow]

    init(_ assistant: Assistant, matcher: Matcher, generation: Int, now: Int64) {
        let assistant = assistant.takingThreshold(from: matcher.answerCurve)
        self.assistant = assistant
        self.matcher = matcher
        self.machine = DialogueMachine(assistant, zone: Self.zone(of: assistant, around: now))
        self.generation = generation
        let windows = assistant.channels.compactMap { channel in
            channel.burst.map { (channel.name, Int64($0)) }
        }
        bursts = Dictionary(windows) { first, _ in first }
        actions = Dictionary(assistant.actions.map { ($0.name, $0) }) { first, _ in first }
        flows = Dictionary(assistant.flows.map { ($0.name, $0) }) { first, _ in first }
    }

    /// The zone of the assistant's opening times.
    static func zone(of assistant: Assistant, around now: Int64) -> Zone {
        Zone.named(assistant.zone, around: now) ?? .utc
    }

    func burst(on channel: String) -> Int64? { bursts.isEmpty ? nil : bursts[channel] }

    func action(_ name: String) -> ActionDefinition? { actions[name] }

    func title(ofIntent name: String) -> String? { machine.intent(name)?.title }

    /// Whether running the action may change something outside the conversation.
    func hasEffects(_ name: String) -> Bool { actions[name]?.hasEffects ?? true }

    /// The clock's reading in the customer's zone, or else in the assistant's.
    func moment(at milliseconds: Int64, for customer: CustomerProfile) -> Moment {
        let own = customer.zone.flatMap { Zone.named($0, around: milliseconds) }
        let zone = own ?? Zone.named(assistant.zone, around: milliseconds) ?? .utc
        return Moment(milliseconds: milliseconds, zone: zone)
    }

    /// Whether every part of the flow run still exists.
    func knows(_ run: FlowRun) -> Bool {
        guard let flow = flows[run.flow] else { return false }
        guard let state = run.state else { return true }
        return flow.states.contains { $0.name == state }
    }

    /// Whether a slot of a flow still exists.
    func knows(slot: String, of flow: String) -> Bool {
        flows[flow]?.slots.contains { $0.name == slot } ?? false
    }
}
