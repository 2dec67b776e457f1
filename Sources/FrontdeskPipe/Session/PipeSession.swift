public import Frontdesk
import FrontdeskDialogue

/// Speaks the pipe protocol with a desk: one JSON object a line in, one a line out.
///
/// Every request gets exactly one line: `reply`, `ok` or `error`. Lines nobody asked for follow the line of the
/// request that brought them about, or come by themselves: `handoff`, `agent_message`, `proactive`;
/// `notice` comes before the `reply` of a turn whose action takes a while.
///
/// ```swift
/// let session = try PipeSession(desk, input: STDIN_FILENO, output: STDOUT_FILENO)
/// let ending = await session.run()
/// ```
public final class PipeSession: Sendable {
    /// Reads the intent files again and replaces the desk's assistant; gives the `result` of the `ok` line.
    public typealias Reload = @Sendable () async throws(RequestError) -> JSON

    /// Why a session came to its end.
    public enum Ending: Sendable, Hashable {
        /// The input ended.
        case endOfInput
        /// ``PipeSession/stop()`` was called.
        case stopped
        /// Nobody reads the output any more.
        case outputClosed
    }

    /// How often it is looked whether another process wrote to a customer.
    public static let newsInterval: Duration = .milliseconds(250)

    /// How lines are written and read.
    public enum Form: Sendable, Hashable {
        /// One JSON object a line, any number of conversations.
        case json
        /// Plain text, one conversation, for gateways that know nothing else; see ``PlainText``.
        case plain(conversation: String, at: Int64? = nil)
    }

    private let desk: Desk
    private let outbox: Outbox
    /// The channels whose conversations the pipe carries.
    private let channels: Set<String>
    private let loop: PipeLoop
    /// The one conversation of the plain form.
    private let own: String?

    /// Makes a session.
    ///
    /// - Parameters:
    ///   - desk: The desk that answers.
    ///   - input: The descriptor to read requests from.
    ///   - output: The descriptor to write lines to.
    ///   - form: How lines are written and read.
    ///   - reload: What a `reload` request does; by default it is refused.
    public init(
        _ desk: Desk,
        input: Int32,
        output: Int32,
        form: Form = .json,
        reload: @escaping Reload = PipeSession.noReload
    ) throws(PipeFailure) {
        self.desk = desk
        // A chat on this machine shows its own conversations.
        let known = Channel.builtIn + desk.assistant.channels
        channels = Set(known.map(\.name)).subtracting(["chat"])
        let outbox = Outbox(desk.store)
        self.outbox = outbox
        let behaviour: PipeLoop.Behaviour
        switch form {
        case .json:
            own = nil
            behaviour = PipeLoop.Behaviour(
                RequestAnswerer(desk: desk, outbox: outbox, reload: reload),
                channels: channels
            )
        case .plain(let conversation, let at):
            own = conversation
            behaviour = PipeLoop.Behaviour(
                PlainText(desk: desk, outbox: outbox, conversation: conversation, at: at)
            )
        }
        loop = try PipeLoop(input: input, output: output, behaviour)
    }

    /// Runs until the input ends, ``stop()`` is called or nobody reads the output; everything that came is answered.
    ///
    /// A program that runs it must ignore SIGPIPE.
    public func run() async -> Ending {
        try? await outbox.resume(channels: channels, only: own)
        let watching = Task {
            while !Task.isCancelled {
                try? await Task.sleep(for: Self.newsInterval)
                await lookAround()
            }
        }
        let ending = await loop.run()
        watching.cancel()
        await watching.value
        await recordDeliveries()
        switch ending {
        case .endOfInput: return .endOfInput
        case .stopped: return .stopped
        case .outputClosed: return .outputClosed
        }
    }

    /// Writes what time has brought about, and what other processes wrote to customers.
    private func lookAround() async {
        var due: [String] = []
        for work in (try? await desk.dueConversations()) ?? [] where own == nil || own == work.conversation {
            if channels.contains(work.channel) {
                due.append(work.conversation)
            } else {
                // What another channel's process has to say is recorded all the same: it is due now.
                _ = try? await desk.attend(to: work.conversation)
            }
        }
        await loop.look(at: due + outbox.watched.filter { !due.contains($0) })
        await recordDeliveries()
    }

    /// Records what has left, once it is written: until then it goes out again after a restart.
    private func recordDeliveries() async {
        let left = outbox.takeHandedOut()
        guard !left.isEmpty, await loop.isWritten() else {
            for (conversation, version) in left { outbox.putBack(conversation, through: version) }
            return
        }
        for (conversation, version) in left {
            do { try await desk.noteDelivery(in: conversation, through: version) } catch {
                outbox.putBack(conversation, through: version)
            }
        }
    }

    /// Takes no more requests; those that came are still answered.
    public func stop() async {
        await loop.stop()
    }

    /// Refuses to reload.
    public static let noReload: Reload = { () throws(RequestError) in
        throw RequestError(.reloadFailed, "This process has no intent files to read again.")
    }
}

extension PipeLoop.Behaviour {
    /// The JSON protocol.
    init(_ answerer: RequestAnswerer, channels: Set<String>) {
        self.init(
            read: { line throws(RequestReader.Refusal) in try RequestReader.read(line) },
            refuse: { refusal, line in
                LineEncoder.error(
                    refusal.error,
                    line: line,
                    id: refusal.id,
                    conversation: refusal.conversation
                )
            },
            answer: { await answerer.answer($0, early: $1) },
            look: { await answerer.news(of: $0, early: $1) },
            drain: { await answerer.answerHeld(on: channels) }
        )
    }
}
