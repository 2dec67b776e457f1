import FrontdeskDialogue
import FrontdeskPipe
import Frontdesk
import FrontdeskTesting

/// Writes a conversation as a transcript that `frontdesk test` can run.
enum TranscriptText {
    static func text(of events: [Event], assistant: Assistant) -> String {
        let events = events.counted
        let start = (events.first?.at ?? 0) / 1000 * 1000
        let zone = Zone.named(assistant.zone, around: start) ?? .utc
        var text =
            "# \(title(events))\nassistant: \(assistant.name)\nclock: \(Timestamp.text(of: start, in: zone))\n"
        // The choice of wordings depends on the conversation's id.
        if let id = conversation(events) { text += "conversation: \(id)\n" }
        if let channel = channel(events), assistant.channels.contains(where: { $0.name == channel }) {
            text += "channel: \(channel)\n"
        }
        if let customer = profile(events) { text += "customer: \(customer)\n" }
        text += "\n"
        var last = start
        var actions = TranscriptActions(assistant)
        for (place, event) in events.enumerated() {
            if event.beginsStep {
                let end = events[(place + 1)...].firstIndex(where: \.beginsStep) ?? events.endIndex
                text += actions.lines(before: events[place..<end])
            }
            switch event.fact {
            case .received(let inbound):
                let minutes = (event.at - last) / 60_000
                if minutes > 0 {
                    text += "@ +\(minutes)m\n"
                    last += minutes * 60_000
                }
                // What was written as several messages is several lines.
                let written =
                    inbound.burst == nil
                    ? [inbound.text] : inbound.text.split(separator: "\n").map(String.init)
                for one in written { text += "\(inbound.choice == nil ? ">" : ">>") \(line(one))\n" }
            case .said(let outbound):
                text += "< \(LinePattern.escape(line(outbound.text)).replacing("...", with: "{any}"))\n"
            case .agentJoined(let agent): text += "agent \(agent) claims\n"
            case .agentSaid(_, let said): text += "agent> \(line(said))\n"
            case .agentReturned(let back): text += "agent \(back.agent) returns \(back.outcome.rawValue)\n"
            case .agentClosed(let agent): text += "agent \(agent) closes\n"
            case .rated(let rating): text += line(of: rating, latest: event.turn)
            default: break
            }
        }
        return text
    }

    /// Only the latest answer can be rated by a line.
    private static func line(of rating: Rating, latest turn: Int) -> String {
        let thumb = rating.isUp ? "up" : "down"
        guard rating.turn == turn else {
            return "// Turn \(rating.turn) was rated \(thumb), which no line can say.\n"
        }
        return "customer rates \(thumb)\n"
    }

    private static func conversation(_ events: [Event]) -> String? {
        for event in events {
            if case .opened(let opening) = event.fact { return opening.conversation }
        }
        return nil
    }

    private static func channel(_ events: [Event]) -> String? {
        for event in events {
            if case .opened(let opening) = event.fact { return opening.channel }
        }
        return nil
    }

    private static func title(_ events: [Event]) -> String {
        for event in events {
            if case .received(let inbound) = event.fact { return line(inbound.text) }
        }
        return "A conversation"
    }

    private static func profile(_ events: [Event]) -> String? {
        for event in events {
            guard case .profileChanged(let profile) = event.fact else { continue }
            return profile.transcriptText
        }
        return nil
    }

    private static func line(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
