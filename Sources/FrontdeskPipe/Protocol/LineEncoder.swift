import FrontdeskDialogue

/// Writes the lines of the pipe; every key in a fixed order.
enum LineEncoder {
    /// The one `reply` of a turn.
    ///
    /// - Parameter heldUntil: Until when the message waits for what may follow it, in milliseconds since 1970.
    static func reply(
        _ turn: TurnSummary,
        to id: String?,
        conversation: String,
        heldUntil: Int64? = nil
    ) -> [UInt8] {
        var members: [JSON.Member] = [
            .init("type", "reply"),
            .init("conversation", .string(conversation)),
            .init("in_reply_to", JSON(id)),
            .init("messages", messages(turn.messages)),
            .init("turn", summary(turn)),
        ]
        if let heldUntil { members.append(.init("held_until", .string(Timestamp.text(of: heldUntil)))) }
        return line(.object(members))
    }

    /// What is said while the reply still takes a while.
    static func notice(_ messages: [Outbound], to id: String?, conversation: String) -> [UInt8] {
        line([
            "type": "notice",
            "conversation": .string(conversation),
            "in_reply_to": JSON(id),
            "messages": self.messages(messages),
        ])
    }

    /// The `ok` of any other request.
    static func ok(_ result: JSON, to request: Request) -> [UInt8] {
        var members: [JSON.Member] = [.init("type", "ok")]
        if !request.conversation.isEmpty {
            members.append(.init("conversation", .string(request.conversation)))
        }
        members.append(.init("in_reply_to", JSON(request.id)))
        members.append(.init("result", result))
        return line(.object(members))
    }

    /// The `error` of a request that could not be met.
    static func error(_ error: RequestError, line number: Int, id: String?, conversation: String?) -> [UInt8]
    {
        line(.object(errorMembers(error, line: number, id: id, conversation: conversation)))
    }

    /// The `error` of an utterance that was too long, with what the customer is told.
    static func tooLong(_ turn: TurnSummary, byteCount: Int, request: Request) -> [UInt8] {
        let limit = DialogueMachine.utteranceLimit
        let error = RequestError(
            .tooLong,
            "The text has \(byteCount) bytes, the limit is \(limit); \"messages\" asks the customer for less."
        )
        var members = errorMembers(
            error,
            line: request.line,
            id: request.id,
            conversation: request.conversation
        )
        members.append(.init("messages", messages(turn.messages)))
        members.append(.init("turn", summary(turn)))
        return line(.object(members))
    }

    /// What was written to a customer without being asked for: an `agent_message` or `proactive` line for each.
    ///
    /// `id` is the message's for good: one that comes again after a restart has the same. `event` is the number of the
    /// event that it is, `in_reply_to` lists the messages of a burst that it answers. `route` and `to` say where a message goes that is not for the conversation itself.
    static func news(_ items: [Outbox.Item], conversation: String) -> [UInt8] {
        items.flatMap { item in
            var members: [JSON.Member] = [
                .init("type", item.agent == nil ? "proactive" : "agent_message"),
                .init("conversation", .string(conversation)),
                .init("event", .integer(item.event)),
                .init("id", .string("\(conversation)/\(item.event)")),
            ]
            if !item.answering.isEmpty {
                members.append(.init("in_reply_to", .array(item.answering.map { .string($0) })))
            }
            if let route = item.message.route {
                members.append(.init("route", .string(route.carrier.rawValue)))
                members.append(.init("to", .string(route.address)))
            }
            if let agent = item.agent {
                members.append(.init("agent", .string(agent)))
                members.append(.init("text", .string(item.message.text)))
            } else {
                members.append(.init("messages", messages([item.message])))
            }
            return line(.object(members))
        }
    }

    /// A handoff that was made, with its packet.
    static func handoff(packet: JSON, conversation: String) -> [UInt8] {
        line(["type": "handoff", "conversation": .string(conversation), "packet": packet])
    }

    private static func errorMembers(
        _ error: RequestError,
        line number: Int,
        id: String?,
        conversation: String?
    ) -> [JSON.Member] {
        var members: [JSON.Member] = [.init("type", "error")]
        if let conversation, !conversation.isEmpty {
            members.append(.init("conversation", .string(conversation)))
        }
        members.append(.init("in_reply_to", JSON(id)))
        members.append(.init("line", .integer(number)))
        members.append(.init("code", .string(error.code.rawValue)))
        members.append(.init("message", .string(error.message)))
        return members
    }

    private static func summary(_ turn: TurnSummary) -> JSON {
        var members: [JSON.Member] = [
            .init("n", .integer(turn.number)),
            .init("decision", .string(turn.decision.rawValue)),
            .init("intent", JSON(turn.intent)),
            .init("confidence", .rounded(turn.confidence)),
            .init("state", JSON(turn.state)),
            .init("owner", .string(turn.owner)),
        ]
        if turn.resumed { members.append(.init("resumed", true)) }
        return .object(members)
    }

    private static func line(_ value: JSON) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(512)
        value.write(to: &bytes)
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }
}
