package import Frontdesk
package import FrontdeskDialogue

extension Desk {
    /// The packet of a handoff as of the conversation's latest event, so that the same events give the same packet.
    package func packet(of handoff: Handoff, tracker: Tracker) -> HandoffPacket {
        let zone = Zone.named(assistant.zone, around: tracker.updatedAt) ?? .utc
        let moment = Moment(milliseconds: tracker.updatedAt, zone: zone)
        let ask = tracker.lines.last { $0.author == .customer && $0.turn == tracker.turn }?.text ?? ""
        return HandoffPacket(
            tracker: tracker,
            handoff: handoff,
            assistant: assistant,
            understanding: tracker.understanding.map { explained($0, of: ask) },
            moment: moment
        )
    }
}
