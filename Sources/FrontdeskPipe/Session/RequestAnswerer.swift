import Frontdesk
import FrontdeskDialogue

/// Answers the requests of the pipe with a desk.
struct RequestAnswerer: Sendable {
    /// The channel's name in the conversations that the pipe opens.
    static let channel = "pipe"

    let desk: Desk
    let outbox: Outbox
    let reload: PipeSession.Reload
    private let repeated = RepeatedAnswers()

    init(desk: Desk, outbox: Outbox, reload: @escaping PipeSession.Reload) {
        self.desk = desk
        self.outbox = outbox
        self.reload = reload
    }

    /// The lines a request gets: its one answer, and then what it brought about.
    ///
    /// - Parameter early: Writes what must not wait for the answer.
    func answer(_ request: Request, early: @escaping @Sendable ([UInt8]) -> Void = { _ in }) async -> [UInt8]
    {
        do {
            return try await lines(request, early)
        } catch {
            return LineEncoder.error(
                error,
                line: request.line,
                id: request.id,
                conversation: request.conversation
            )
        }
    }

    /// The lines for what was written to a customer without being asked for.
    ///
    /// What time asks for makes the desk write by itself; the lines of that come first.
    ///
    /// - Parameter early: Writes what must not wait for the rest.
    func news(
        of conversation: String,
        early: @escaping @Sendable ([UInt8]) -> Void = { _ in }
    ) async -> [UInt8] {
        guard desk.isDue(conversation) else { return await newLines(of: conversation) }
        let wasWatching = outbox.isWatching(conversation)
        await outbox.watchFromNow(conversation)
        let notice = try? await desk.attend(to: conversation) { _ in
            early(await newLines(of: conversation))
        }
        let lines = await newLines(of: conversation)
        return lines + (await handoffLines(notice?.handoff, conversation, wasWatching))
    }

    private func newLines(of conversation: String) async -> [UInt8] {
        LineEncoder.news(await outbox.news(of: conversation), conversation: conversation)
    }

    /// The line of a handoff that the desk made by itself; one that waits for nobody is no longer watched.
    private func handoffLines(
        _ handoff: Handoff?,
        _ conversation: String,
        _ wasWatching: Bool
    ) async -> [UInt8] {
        guard let handoff, let tracker = try? await desk.tracker(conversation) else {
            if !wasWatching { outbox.unwatch(conversation) }
            return []
        }
        let packet = desk.packet(of: handoff, tracker: tracker)
        return LineEncoder.handoff(packet: .encoding(packet), conversation: conversation)
    }

    private func lines(
        _ request: Request,
        _ early: @escaping @Sendable ([UInt8]) -> Void
    ) async throws(RequestError) -> [UInt8] {
        if let line = repeated.line(for: request) { return line }
        switch request.body {
        case .message(let message):
            return try await reply(to: message, of: request, early)
        case .event(let event):
            return try await report(event, request)
        case .agent(let agent):
            return try await withNews(of: request) { () throws(DeskError) in
                try await act(agent, request)
            }
        case .explain(let turn):
            return LineEncoder.ok(try await explain(turn, of: request.conversation), to: request)
        case .rate(let turn, let message, let isUp):
            let rated = try await asking { () throws(DeskError) in
                try await desk.rate(
                    request.conversation,
                    turn: turn,
                    message: message,
                    isUp: isUp,
                    at: request.at
                )
            }
            return LineEncoder.ok(["turn": .integer(rated)], to: request)
        case .export:
            let export = try await asking { () throws(DeskError) in
                try await desk.export(.conversation(request.conversation))
            }
            return LineEncoder.ok(.encoded(export.json()), to: request)
        case .erase:
            let erased = try await asking { () throws(DeskError) in
                try await desk.erase(.conversation(request.conversation))
            }
            outbox.forget(request.conversation)
            repeated.forget(request.conversation)
            return LineEncoder.ok(["erased": .array(erased.map { .string($0) })], to: request)
        case .reload:
            return LineEncoder.ok(try await reload(), to: request)
        case .ping:
            return LineEncoder.ok(["assistant": .string(desk.assistant.name)], to: request)
        }
    }

    private func report(_ event: Request.Report, _ request: Request) async throws(RequestError) -> [UInt8] {
        let wasWatching = outbox.isWatching(request.conversation)
        let made = Locked<Handoff?>(nil)
        var report = event.event
        report.id = request.id
        let lines = try await withNews(of: request) { [report] () throws(DeskError) in
            let notice = try await desk.report(
                report,
                to: request.conversation,
                about: event.customer,
                channel: event.channel ?? Self.channel,
                at: request.at
            )
            made.withLock { $0 = notice.handoff }
            return [:]
        }
        return lines + (await handoffLines(made.withLock { $0 }, request.conversation, wasWatching))
    }

    private func reply(
        to message: Request.Message,
        of request: Request,
        _ early: @escaping @Sendable ([UInt8]) -> Void
    ) async throws(RequestError) -> [UInt8] {
        let reply = try await asking { () throws(DeskError) in
            try await desk.receive(
                Message(
                    message.text,
                    conversation: request.conversation,
                    id: request.id,
                    choice: message.choice,
                    customer: message.customer,
                    userHash: message.userHash,
                    form: message.form,
                    attachments: message.attachments,
                    at: request.at,
                    channel: message.channel ?? Self.channel,
                    language: message.customer?.language
                ),
                early: { messages in
                    early(LineEncoder.notice(messages, to: request.id, conversation: request.conversation))
                }
            )
        }
        var lines = await releasedLines(reply, request)
        if case .tooLong(let bytes, _) = reply.problem {
            let line = LineEncoder.tooLong(reply.turn, byteCount: bytes, request: request)
            repeated.keep(line, for: request)
            return lines + line
        }
        lines += LineEncoder.reply(
            reply.turn,
            to: request.id,
            conversation: request.conversation,
            heldUntil: reply.heldUntil
        )
        if let handoff = reply.handoff {
            lines += LineEncoder.handoff(
                packet: .encoding(try await packet(of: handoff, request)),
                conversation: request.conversation
            )
        }
        if reply.turn.owner != "desk" { await outbox.watch(request.conversation) }
        return lines
    }

    /// The lines that answer messages which had waited until this one came: the customer reads them first.
    private func releasedLines(_ reply: Reply, _ request: Request) async -> [UInt8] {
        guard let released = reply.released else { return [] }
        let wasWatching = outbox.isWatching(request.conversation)
        outbox.watch(request.conversation, after: released.after)
        let lines = await newLines(of: request.conversation)
        return lines + (await handoffLines(released.handoff, request.conversation, wasWatching))
    }

    /// Answers what waits for more, at the end of the input.
    ///
    /// One that cannot be answered stays in the store, for the next process.
    func answerHeld(on channels: Set<String>) async -> [UInt8] {
        var lines: [UInt8] = []
        for waiting in desk.holdingConversations where channels.contains(waiting.channel) {
            let wasWatching = outbox.isWatching(waiting.conversation)
            await outbox.watchFromNow(waiting.conversation)
            let notice = try? await desk.answerHeld(in: waiting.conversation)
            lines += await newLines(of: waiting.conversation)
            lines += await handoffLines(notice?.handoff, waiting.conversation, wasWatching)
        }
        return lines
    }

    private func packet(of handoff: Handoff, _ request: Request) async throws(RequestError) -> HandoffPacket {
        let tracker = try await asking { () throws(DeskError) in try await desk.tracker(request.conversation)
        }
        return desk.packet(of: handoff, tracker: tracker)
    }

    private func act(_ agent: Request.AgentRequest, _ request: Request) async throws(DeskError) -> JSON {
        let act: AgentAct =
            switch agent.act {
            case .claim: .claim(agent: agent.agent)
            case .say: .say(agent: agent.agent, text: agent.text ?? "")
            case .giveBack:
                .giveBack(AgentReturn(agent: agent.agent, outcome: agent.outcome, note: agent.text))
            case .close: .close(agent: agent.agent)
            }
        let notice = try await desk.agent(request.conversation, act, token: agent.token, at: request.at)
        guard let lease = notice.lease else { return [:] }
        return [
            "ticket": .string(lease.ticket),
            "token": .integer(lease.token),
            "until": .string(Timestamp.text(of: lease.until)),
        ]
    }

    private func explain(_ turn: Int?, of conversation: String) async throws(RequestError) -> JSON {
        let events: [Event]
        do {
            events = try await desk.store.events(of: conversation, after: 0)
        } catch {
            throw RequestError(.store(error))
        }
        guard !events.isEmpty else { throw RequestError(.unknownConversation(conversation)) }
        guard let explanation = TurnExplanation(events, turn: turn, desk: desk) else {
            throw RequestError(
                .badField,
                turn.map { "The conversation has no turn \($0)." } ?? "The conversation has no turn yet."
            )
        }
        return explanation.json
    }

    /// Runs something that may write to the customer, and puts what was written behind the `ok`.
    private func withNews(
        of request: Request,
        _ body: () async throws(DeskError) -> JSON
    ) async throws(RequestError) -> [UInt8] {
        await outbox.watchFromNow(request.conversation)
        do {
            let result = try await body()
            let line = LineEncoder.ok(result, to: request)
            repeated.keep(line, for: request)
            return line + (await news(of: request.conversation))
        } catch {
            if case .unknownConversation = error { outbox.forget(request.conversation) }
            throw RequestError(error)
        }
    }

    private func asking<Result>(
        _ body: () async throws(DeskError) -> Result
    ) async throws(RequestError) -> Result {
        do {
            return try await body()
        } catch {
            throw RequestError(error)
        }
    }
}
