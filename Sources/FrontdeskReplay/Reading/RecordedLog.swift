import FrontdeskPipe

/// A form in which conversations are kept.
public enum LogFormat: String, Sendable, Hashable, CaseIterable {
    /// What `frontdesk export` writes.
    case export
    /// The lines that went into and came out of `frontdesk pipe`.
    case pipe
    /// A Bot Framework transcript: activities as JSON.
    case transcript
    /// A Botium conversation: `#me` and `#bot`.
    case convo
    /// Rasa's test stories.
    case rasa

    /// What people call it.
    public var title: String {
        switch self {
        case .export: "store export"
        case .pipe: "pipe log"
        case .transcript: "Bot Framework transcript"
        case .convo: "Botium convo"
        case .rasa: "Rasa test stories"
        }
    }
}

/// Why a log could not be read.
public struct LogError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file.
    public var path: String
    /// The line, from 1; nil: the file as a whole.
    public var line: Int?
    /// What is wrong and what was expected.
    public var message: String

    /// `path:line: message`.
    public var description: String {
        "\(path):\(line.map { "\($0):" } ?? "") \(message)"
    }
}

/// Conversations that were kept, as a log tells them.
public struct RecordedLog: Sendable, Hashable {
    /// The form that it was read in.
    public var format: LogFormat
    /// The file that it came from.
    public var path: String
    /// The conversations, in the order in which they began.
    public var conversations: [RecordedConversation]
    /// What could not be carried over, and how often.
    public var losses: [Loss] = []

    /// Something in a log that a conversation here has no place for.
    public struct Loss: Sendable, Hashable {
        /// What it was, such as `action 'utter_greet' is no response of the assistant`.
        public var what: String
        /// How often it was met.
        public var count: Int
    }

    /// Whether all conversations were held at one desk, where they stood in the same queues.
    public var isOneDesk: Bool { format == .export || format == .pipe }

    mutating func lose(_ what: String) {
        if let place = losses.firstIndex(where: { $0.what == what }) {
            losses[place].count += 1
        } else {
            losses.append(Loss(what: what, count: 1))
        }
    }

    /// Reads a log.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - path: Its name, for messages.
    ///   - format: Its form; nil: told by what it holds.
    public init(_ bytes: [UInt8], path: String, format: LogFormat? = nil) throws(LogError) {
        var bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw LogError(path: path, line: nil, message: "the file is not UTF-8.")
        }
        guard let first = bytes.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else {
            throw LogError(
                path: path,
                line: nil,
                message: "the file is empty; there is no conversation in it."
            )
        }
        let form: LogFormat
        if let format {
            form = format
        } else {
            form = try Self.format(of: bytes, text, startingWith: first, path: path)
        }
        switch form {
        case .export: self = try ExportReader.read(bytes, path: path)
        case .pipe: self = try PipeLogReader.read(bytes, path: path)
        case .transcript: self = try ActivityReader.read(bytes, path: path)
        case .convo: self = try ConvoReader.read(text, path: path)
        case .rasa: self = try StoryReader.read(text, path: path)
        }
        guard !conversations.isEmpty else {
            throw LogError(
                path: path,
                line: nil,
                message: "there is no conversation in this \(form.title)."
            )
        }
    }

    init(format: LogFormat, path: String) {
        self.format = format
        self.path = path
        conversations = []
    }

    /// The form, by its first byte, and then by what stands first.
    private static func format(
        of bytes: [UInt8],
        _ text: String,
        startingWith first: UInt8,
        path: String
    ) throws(LogError) -> LogFormat {
        if first == UInt8(ascii: "[") { return .transcript }
        if first == UInt8(ascii: "{") {
            let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
            let line = head.split(separator: "\n").first.map(String.init) ?? ""
            if line.contains("frontdesk-export/") || head.contains("\"frontdesk-export/") { return .export }
            guard let object = LogJSON.firstObject(of: bytes) else { return .pipe }
            if object["format"] != nil, object["conversations"] != nil { return .export }
            if object["transcript"] != nil || object["activities"] != nil || object["from"] != nil
                || object["channelId"] != nil
            {
                return .transcript
            }
            return .pipe
        }
        let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmed }
        if lines.contains(where: { $0.hasPrefix("#me") || $0.hasPrefix("#bot") }) { return .convo }
        if lines.contains(where: { $0 == "stories:" || $0.hasPrefix("- story:") }) { return .rasa }
        if PipeLogReader.direction(of: lines.first ?? "") != nil { return .pipe }
        let known = LogFormat.allCases.map { "\($0.rawValue) (\($0.title))" }.joined(separator: ", ")
        throw LogError(
            path: path,
            line: 1,
            message:
                "this is none of the forms that are read: \(known). Name the form with --format if it is one."
        )
    }
}

extension StringProtocol {
    /// The text without blanks at its ends.
    var trimmed: String {
        var rest = Substring(self)
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
