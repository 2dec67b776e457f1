import FrontdeskDialogue

/// Makes recorded conversations of Botium's `.convo.txt`.
struct ConvoReader {
    /// Words at the beginning of a line that ask for something that texts do not hold.
    private static let asserters: Set<String> = [
        "BUTTONS", "MEDIA", "CARDS", "FORMS", "INTENT", "INTENT_CONFIDENCE", "ENTITIES", "ENTITY_VALUES",
        "ENTITY_CONTENT", "JSON_PATH", "RESPONSE_LENGTH", "TEXT", "TEXT_EXACT", "HASLINK", "PAUSE",
        "WAITFORBOT",
        "SET_SCRIPTING_MEMORY", "CLEAR_SCRIPTING_MEMORY", "INCLUDE", "UPDATE_CUSTOM", "SKIP_BOT_UNCONSUMED",
        "BUTTONS_COUNT", "MEDIA_COUNT", "CARDS_COUNT", "BOT_CONSUMED", "TEXT_CONTAINS_ALL",
        "TEXT_CONTAINS_ANY",
        "FORM", "ASSIGN_SCRIPTING_MEMORY", "CUSTOM_ASSERTER",
    ]

    private let path: String
    private var log: RecordedLog
    private var conversation: RecordedConversation

    static func read(_ text: String, path: String) throws(LogError) -> RecordedLog {
        var reader = ConvoReader(path: path)
        try reader.read(text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline))
        return reader.log
    }

    private init(path: String) {
        self.path = path
        log = RecordedLog(format: .convo, path: path)
        let name = path.split(separator: "/").last.map(String.init) ?? path
        conversation = RecordedConversation(id: name.split(separator: ".").first.map(String.init) ?? name)
    }

    private mutating func read(_ lines: [Substring]) throws(LogError) {
        var section: (sender: String, line: Int)?
        var content: [(text: String, line: Int)] = []
        for (place, raw) in lines.enumerated() {
            let line = raw.trimmed
            guard line.hasPrefix("#") else {
                content.append((line, place + 1))
                continue
            }
            try close(section, content)
            content = []
            let sender = line.dropFirst().trimmed.split(separator: " ").first.map(String.init) ?? ""
            guard ["me", "bot", "begin", "end", "include"].contains(sender.lowercased()) else {
                throw LogError(
                    path: path,
                    line: place + 1,
                    message: "a section is #me or #bot (or #begin, #end, #include), not '\(line)'."
                )
            }
            section = (sender.lowercased(), place + 1)
        }
        try close(section, content)
        guard !conversation.steps.isEmpty else { return }
        log.conversations = [conversation]
    }

    private mutating func close(
        _ section: (sender: String, line: Int)?,
        _ content: [(text: String, line: Int)]
    ) throws(LogError) {
        guard let section else {
            let title = content.first { !$0.text.isEmpty }
            conversation.title = title?.text
            return
        }
        switch section.sender {
        case "me": take(customer: content, section.line)
        case "bot": take(bot: content, section.line)
        default: log.lose("#\(section.sender) section")
        }
    }

    private mutating func take(customer content: [(text: String, line: Int)], _ line: Int) {
        var message = RecordedMessage("")
        var texts: [String] = []
        for (text, _) in content where !text.isEmpty {
            let (word, rest) = Self.cut(text)
            switch word {
            case "BUTTON":
                // What is sent may stand before what is shown.
                let parts = rest.split(separator: "|").map { $0.trimmed }
                message.choice = parts.first
                message.text = parts.last ?? ""
            case "MEDIA": message.attachments.append(.init(name: rest))
            case let other where Self.asserters.contains(other):
                log.lose("\(other) in #me")
            default: texts.append(text)
            }
        }
        if !texts.isEmpty { message.text = texts.joined(separator: "\n") }
        guard !message.text.isEmpty || !message.attachments.isEmpty else {
            log.lose("#me section without a text")
            return
        }
        conversation.steps.append(
            RecordedStep(.message(message), line: line, seen: Observation(known: [.answers]))
        )
    }

    private mutating func take(bot content: [(text: String, line: Int)], _ line: Int) {
        guard let step = conversation.steps.indices.last else {
            log.lose("#bot section before the customer wrote")
            return
        }
        var texts: [String] = []
        var isNegated = false
        for (text, _) in content where !text.isEmpty {
            var text = Substring(text)
            var isOptional = false
            while let mark = text.first, mark == "!" || mark == "?" {
                if mark == "!" { isNegated.toggle() } else { isOptional = true }
                text.removeFirst()
            }
            let (word, _) = Self.cut(String(text))
            if Self.asserters.contains(word) {
                log.lose("\(word) in #bot")
                continue
            }
            if isOptional {
                log.lose("optional line in #bot")
                return
            }
            texts.append(String(text))
        }
        guard !texts.isEmpty else { return }
        conversation.steps[step].seen.said.append(
            Observation.Said(
                text: texts.joined(separator: "\n"),
                choices: [],
                isPart: true,
                isNegated: isNegated
            )
        )
    }

    private static func cut(_ line: String) -> (word: String, rest: String) {
        let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
        return (parts.first ?? "", parts.count > 1 ? parts[1].trimmed : "")
    }
}
