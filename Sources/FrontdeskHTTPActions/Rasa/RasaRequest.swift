import FrontdeskDialogue
import FrontdeskMatching

/// What an action server is asked: the action, and the conversation as it calls it.
struct RasaRequest {
    /// The version of the protocol that the request follows.
    static let version = "3.6.21"

    let action: String
    let arguments: Record
    let context: ActionContext

    /// The request as JSON.
    var json: [UInt8] {
        var writer = JSONBytes()
        writer.raw("{")
        writer.member("next_action", .text(action), first: true)
        writer.member("sender_id", .text(context.conversation))
        writer.key("tracker")
        writeTracker(&writer)
        // What an assistant of this kind has no words for is there, but empty.
        writer.raw(#","domain":{"intents":[],"entities":[],"slots":{},"responses":{},"actions":["#)
        writer.string(action)
        writer.raw("]}")
        writer.member("version", .text(Self.version))
        writer.raw("}")
        return writer.bytes
    }

    private func writeTracker(_ writer: inout JSONBytes) {
        writer.raw("{")
        writer.member("sender_id", .text(context.conversation), first: true)
        writer.key("slots")
        writeSlots(&writer)
        writer.key("latest_message")
        writeMessage(&writer)
        writer.raw(
            ",\"latest_event_time\":\(Self.seconds(context.at)),\"followup_action\":null,\"paused\":false"
        )
        writer.key("events")
        writeEvents(&writer)
        writer.member("latest_input_channel", .text(context.channel))
        writer.raw(",\"active_loop\":{},\"latest_action\":{\"action_name\":\"action_listen\"}")
        writer.raw(",\"latest_action_name\":\"action_listen\"}")
    }

    /// The slots of the flow; the arguments go before them.
    private func writeSlots(_ writer: inout JSONBytes) {
        writer.raw("{")
        var isFirst = true
        let others = context.slots.filter { entry in arguments[entry.name] == nil }
        for field in others.map({ Record.Field($0.name, $0.value) }) + arguments.fields {
            writer.member(field.name, field.value, first: isFirst)
            isFirst = false
        }
        writer.raw("}")
    }

    private func writeMessage(_ writer: inout JSONBytes) {
        let line = context.lines.last { $0.author == .customer }
        let understood = context.understanding
        let top = understood?.candidates.first
        writer.raw("{")
        writer.member("text", .text(line?.text ?? ""), first: true)
        writer.key("intent")
        writeIntent(understood?.intent ?? top?.intent, top?.confidence, &writer)
        writer.key("intent_ranking")
        writer.raw("[")
        for (index, candidate) in (understood?.candidates ?? []).enumerated() {
            if index > 0 { writer.raw(",") }
            writeIntent(candidate.intent, candidate.confidence, &writer)
        }
        writer.raw("]")
        writer.key("entities")
        writer.raw("[")
        for (index, entity) in (understood?.entities ?? []).enumerated() {
            if index > 0 { writer.raw(",") }
            writer.raw("{")
            writer.member("entity", .text(entity.type), first: true)
            writer.member("value", .text(entity.value.plainText))
            writer.member("text", .text(entity.text))
            if let role = entity.role { writer.member("role", .text(role)) }
            writer.raw("}")
        }
        writer.raw("],\"metadata\":{")
        writer.member("language", .text(context.language), first: true)
        writer.raw("}}")
    }

    private func writeIntent(_ name: String?, _ confidence: Double?, _ writer: inout JSONBytes) {
        writer.raw("{")
        writer.member("name", name.map { .text($0) } ?? .none, first: true)
        writer.member("confidence", .number(confidence ?? 0))
        writer.raw("}")
    }

    /// What customer and desk said; what an agent said is the agent's.
    private func writeEvents(_ writer: inout JSONBytes) {
        writer.raw("[")
        var isFirst = true
        for line in context.lines {
            let kind: String
            switch line.author {
            case .customer: kind = "user"
            case .desk: kind = "bot"
            case .agent: continue
            }
            if !isFirst { writer.raw(",") }
            isFirst = false
            writer.raw("{")
            writer.member("event", .text(kind), first: true)
            writer.raw(",\"timestamp\":\(Self.seconds(line.at))")
            writer.member("text", .text(line.text))
            writer.raw("}")
        }
        writer.raw("]")
    }

    private static func seconds(_ milliseconds: Int64) -> String {
        NumberText.decimal(Int(milliseconds), places: 3)
    }
}
