import Frontdesk
import FrontdeskDialogue

/// The pipe for gateways that know nothing but text: one process, one conversation.
///
/// Every line that is not empty is a message of the customer; a number picks one of the choices that were offered
/// last. Each message of the desk is one line, its choices follow as `1) Title`, and an empty line ends the reply. An
/// agent's message begins with the agent's name and a colon. What could not be read is answered in words, too.
public struct PlainText: Sendable {
    let desk: Desk
    let outbox: Outbox
    let conversation: String
    let at: Int64?
    private let choices = Locked([Choice]())

    init(desk: Desk, outbox: Outbox, conversation: String, at: Int64?) {
        self.desk = desk
        self.outbox = outbox
        self.conversation = conversation
        self.at = at
    }

    func read(_ line: LineSplitter.Line) throws(RequestReader.Refusal) -> Request? {
        switch line.content {
        case .tooLong(let count):
            throw RequestReader.Refusal(error: .lineTooLong(count), conversation: conversation)
        case .bytes(let bytes):
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw RequestReader.Refusal(
                    error: RequestError(.notUTF8, "The line is not valid UTF-8; send UTF-8 text."),
                    conversation: conversation
                )
            }
            guard text.utf8.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { return nil }
            let message = Request.Message(text: text, attachments: [])
            return Request(line: line.number, conversation: conversation, at: at, body: .message(message))
        }
    }

    func answer(_ request: Request, early: @escaping @Sendable ([UInt8]) -> Void = { _ in }) async -> [UInt8]
    {
        guard case .message(let message) = request.body else { return [] }
        let offered = choices.withLock { $0 }
        var choice: String?
        if let number = Int(message.text.filter { $0 != " " }), offered.indices.contains(number - 1) {
            choice = offered[number - 1].id
        }
        do {
            let reply = try await desk.receive(
                Message(
                    message.text,
                    conversation: conversation,
                    choice: choice,
                    at: request.at,
                    channel: RequestAnswerer.channel
                ),
                early: { early(lines($0)) }
            )
            var before: [UInt8] = []
            if let released = reply.released {
                outbox.watch(conversation, after: released.after)
                before = await newLines()
            }
            if reply.turn.owner != "desk" { await outbox.watch(conversation) }
            if !reply.isHeld { choices.withLock { $0 = reply.messages.last?.choices ?? [] } }
            return before + lines(reply.messages)
        } catch {
            return refusal(RequestError(error))
        }
    }

    /// - Parameter early: Writes what must not wait for the rest.
    func news(early: @escaping @Sendable ([UInt8]) -> Void = { _ in }) async -> [UInt8] {
        if desk.isDue(conversation) {
            await outbox.watchFromNow(conversation)
            _ = try? await desk.attend(to: conversation) { _ in early(await newLines()) }
        }
        return await newLines()
    }

    /// Answers what waits for more, at the end of the input.
    func answerHeld() async -> [UInt8] {
        guard desk.holdingConversations.contains(where: { $0.conversation == conversation }) else {
            return []
        }
        await outbox.watchFromNow(conversation)
        _ = try? await desk.answerHeld(in: conversation)
        return await newLines()
    }

    private func newLines() async -> [UInt8] {
        let items = await outbox.news(of: conversation)
        // What was said last by itself can be answered by number, too.
        if let offered = items.last?.message.choices, !offered.isEmpty {
            choices.withLock { $0 = offered }
        }
        return lines(
            items.map { item in
                var message = item.message
                if let agent = item.agent { message.text = "\(agent): \(message.text)" }
                return message
            }
        )
    }

    func refusal(_ error: RequestError) -> [UInt8] {
        Array("(\(error.message))\n\n".utf8)
    }

    private func lines(_ messages: [Outbound]) -> [UInt8] {
        guard !messages.isEmpty else { return [] }
        var text = ""
        for message in messages {
            text += Self.oneLine(message.text) + "\n"
            for line in message.content?.readableLines ?? [] { text += Self.oneLine(line) + "\n" }
            for (index, choice) in message.choices.enumerated() {
                text += "\(index + 1)) \(Self.oneLine(choice.title))\n"
            }
        }
        return Array((text + "\n").utf8)
    }

    /// The text on one line: a line end would end the message.
    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}

extension PipeLoop.Behaviour {
    /// The plain form.
    init(_ plain: PlainText) {
        self.init(
            read: { line throws(RequestReader.Refusal) in try plain.read(line) },
            refuse: { refusal, _ in plain.refusal(refusal.error) },
            answer: { await plain.answer($0, early: $1) },
            look: { _, early in await plain.news(early: early) },
            drain: { await plain.answerHeld() }
        )
    }
}
