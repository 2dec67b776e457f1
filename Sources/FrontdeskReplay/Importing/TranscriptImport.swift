public import FrontdeskTesting

/// Makes transcripts of recorded conversations, with personal data replaced.
public struct TranscriptImport {
    /// What became of a log.
    public struct Result: Sendable {
        /// The transcripts, ready to be written into one file.
        public var text: String
        /// How many there are.
        public var written: Int
        /// How many conversations were the same as another one.
        public var duplicates: Int
        /// How many of them came out otherwise than recorded when they were run.
        public var changed: Int
        /// What was replaced.
        public var standIns: StandIns
        /// What could not be carried over, and how often.
        public var losses: [RecordedLog.Loss]
    }

    private let log: RecordedLog
    private let runner: TranscriptRunner?
    private var losses: RecordedLog
    private var standIns = StandIns()

    /// Makes an import.
    ///
    /// - Parameters:
    ///   - log: The conversations.
    ///   - runner: Plays them, to write down what the desk says now; nil: what it said then is written down.
    public init(_ log: RecordedLog, runner: TranscriptRunner? = nil) {
        self.log = log
        self.runner = runner
        losses = log
    }

    /// Writes the transcripts.
    public mutating func run() async -> Result {
        for conversation in log.conversations { standIns.learn(conversation) }
        var seen: Set<[String]> = []
        var texts: [String] = []
        var duplicates = 0
        var changed = 0
        for conversation in log.conversations {
            var writer = TranscriptWriter(
                standIns,
                assistant: runner?.assistant,
                isDraft: runner != nil
            )
            let draft = writer.text(of: conversation)
            standIns = writer.standIns
            for loss in writer.losses { losses.lose(loss) }
            guard !writer.acts.isEmpty else { continue }
            guard seen.insert(writer.acts).inserted else {
                duplicates += 1
                continue
            }
            guard let whole = await completed(draft) else { continue }
            if runner != nil, isChanged(whole, conversation) { changed += 1 }
            texts.append(whole)
        }
        return Result(
            text: texts.joined(separator: "\n"),
            written: texts.count,
            duplicates: duplicates,
            changed: changed,
            standIns: standIns,
            losses: losses.losses
        )
    }

    /// The transcript as it passes; nil when it cannot be read or played.
    private mutating func completed(_ draft: String) async -> String? {
        guard let runner else {
            let reading = TranscriptFile(path: "imported.transcript", text: draft).reading()
            if reading.errors.isEmpty, reading.transcripts.count == 1 { return draft }
            losses.lose("conversation that no transcript can say: \(reading.errors.first?.message ?? "")")
            return nil
        }
        // What was a button then may be none now; the customer says its words.
        let spoken = draft.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.hasPrefix(">> ") ? "> \($0.dropFirst(3))" : String($0) }.joined(separator: "\n")
        var tries = [draft]
        if spoken != draft { tries.append(spoken) }
        var reason = "it cannot be played"
        for (number, text) in tries.enumerated() {
            guard let whole = await TranscriptDraft.completed(text, by: runner) else { continue }
            let reading = TranscriptFile(path: "imported.transcript", text: whole).reading()
            guard reading.errors.isEmpty, let transcript = reading.transcripts.first else { continue }
            if let difference = await runner.run(transcript).differences.first {
                reason = "run twice, it differs: \(difference.summary)"
                continue
            }
            if number > 0 { losses.lose("button that is not offered any more, written as its words") }
            return whole
        }
        let title = draft.split(separator: "\n").first?.dropFirst(2) ?? ""
        losses.lose("conversation '\(title)': \(reason)")
        return nil
    }

    /// Whether the desk says something else than it said, as far as that was kept.
    private mutating func isChanged(_ text: String, _ conversation: RecordedConversation) -> Bool {
        let known = conversation.steps.filter { $0.seen.known.contains(.answers) }
        guard !known.isEmpty else { return false }
        let then = known.flatMap { $0.seen.said.map { said in standIns.replacing(said.text) } }
        let now = TranscriptFile(path: "", text: text).reading().transcripts.flatMap(\.steps)
            .flatMap(\.replies).map { $0.pattern }
        guard then.count == now.count else { return true }
        return !zip(now, then).allSatisfy { $0?.matches($1) ?? false }
    }
}
