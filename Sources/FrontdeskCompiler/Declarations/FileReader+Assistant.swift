import FrontdeskDialogue
import FrontdeskMatching

// What concerns the whole assistant.
extension FileReader {
    func readAssistant(_ keys: inout Keys, into program: inout Program) {
        var assistant = program.assistant
        if let value = keys["assistant"], let name = name(value, "the assistant's name") {
            assistant.name = assistantName(name)
        } else if keys.lacks("assistant") {
            report.report(
                .noAssistant,
                Place(file, 0, 0),
                "assistant.yaml does not name the assistant",
                help: "begin the file with a line such as 'assistant: shop'"
            )
        }
        if let value = keys["title"] { assistant.title = text(value, "'title'") }
        if let value = keys["languages"] { assistant.languages = languages(value) }
        if let value = keys["vectors"] { assistant.vectors = vectors(value) }
        if let value = keys["translations"] { assistant.needsWholeTranslations = isComplete(value) }
        if let value = keys["country"], let name = name(value, "'country'") {
            assistant.country = word(name, "country", as: PhoneCountry.self)
        }
        if let value = keys["timezone"] { assistant.zone = zone(value) ?? assistant.zone }
        readTones(&keys, into: &assistant)
        for entry in entries(keys["channels"], "channels") {
            if let channel = channel(entry) { program.channels.append(channel) }
        }
        if let value = keys["greeting"] { assistant.greeting = response(value, "'greeting'") }
        if let value = keys["thresholds"] { readThresholds(value, into: &assistant.thresholds) }
        if let value = keys["confidence"] { readConfidence(value, into: &assistant.confidence) }
        if let value = keys["handoff"] { readHandoffPolicy(value, into: &assistant) }
        if let value = keys["quiet_hours"] { assistant.quietHours = quietHours(value) }
        if let value = keys["identity"] { assistant.identity = identity(value) }
        if let value = keys["memory"] { assistant.memory = memory(value) }
        if let value = keys["name_every"] { assistant.nameEvery = integer(value, "name_every", 2...100) }
        if let value = keys["database"] { assistant.database = database(value) }
        readFeedback(keys["feedback"], into: &assistant, &program)
        if let value = keys["sentiment"] { readSentiment(value, into: &assistant) }
        if let value = keys["standard"] { assistant.standard = standard(value) }
        program.assistant = assistant
        program.queues += entries(keys["queues"], "queues").compactMap { queue($0) }
        program.calendars += entries(keys["business_hours"], "business_hours").compactMap { calendar($0) }
        program.texts += entries(keys["texts"], "texts").compactMap { deskText($0) }
        program.controls += entries(keys["controls"], "controls").compactMap { control($0) }
        program.background += examples(keys["background"], "a background sentence")
        program.handlers += handlers(keys["on"]) + silences(keys["after"])
        program.anywhere += handlers(keys["anywhere"])
    }

    private func assistantName(_ name: Name) -> Name? {
        let plain = Name(text: name.text.map { $0 == "-" ? "_" : String($0) }.joined(), place: name.place)
        return declaredName(plain, "an assistant") == nil ? nil : name
    }

    private func zone(_ node: SyntaxNode) -> String? {
        guard let text = text(node, "'timezone'") else { return nil }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let isName =
            parts.count >= 2 && parts.count <= 3
            && parts.allSatisfy { part in
                guard let first = part.utf8.first, (0x41...0x5A).contains(first) else { return false }
                return part.utf8.allSatisfy { byte in
                    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
                        || "_-+".utf8.contains(byte)
                }
            }
        if isName || text == "UTC" { return text }
        report.report(
            .badZone,
            node.place,
            "'\(text)' is not the name of a time zone",
            help: "write Area/City, such as Europe/Berlin, or UTC"
        )
        return nil
    }

    private func readConfidence(_ node: SyntaxNode, into rule: inout ConfidenceRule) {
        guard var keys = keys(node, .confidence, "'confidence'") else { return }
        let fields: [(String, WritableKeyPath<ConfidenceRule, Double>)] = [
            ("start", \.start), ("no_match", \.noMatch), ("reprompt", \.reprompt), ("negative", \.negative),
            ("falling", \.falling),
            ("failed_action", \.failedAction), ("progress", \.progress), ("handoff_at", \.handoffAt),
        ]
        for (key, path) in fields {
            if let value = keys[key], let number = number(value, key, 0...1) { rule[keyPath: path] = number }
        }
        keys.finish("in 'confidence'")
    }

    private func readHandoffPolicy(_ node: SyntaxNode, into assistant: inout AssistantDeclaration) {
        guard var keys = keys(node, .handoffPolicy, "'handoff'") else { return }
        if let value = keys["queue"] { assistant.handoffQueue = name(value, "a queue's name") }
        if let value = keys["loop_limit"] {
            assistant.loopLimit = integer(value, "loop_limit", 2...20) ?? assistant.loopLimit
        }
        if let value = keys["no_match_limit"] {
            assistant.noMatchLimit = integer(value, "no_match_limit", 1...20) ?? assistant.noMatchLimit
        }
        if let value = keys["sentiment_below"] {
            if value.text == "never" {
                assistant.sentimentBelow = nil
            } else {
                assistant.sentimentBelow = number(value, "sentiment_below", -1...1)
            }
        }
        for entry in entries(keys["reasons"], "reasons") {
            guard let reason = word(entry.name, "handoff reason", as: HandoffReason.self),
                var keys = self.keys(entry.value, .reason, "a reason")
            else { continue }
            let queue = keys["queue"].flatMap { name($0, "a queue's name") }
            let priority = keys["priority"].flatMap { integer($0, "priority", 0...9) }
            let requirements = requirements(keys["requires"])
            keys.finish("for a reason")
            let route = HandoffPolicy.Route(
                reason: reason,
                queue: queue?.text,
                priority: priority,
                requires: requirements.map(\.field)
            )
            assistant.routes.append(RouteDeclaration(route: route, queue: queue, requirements: requirements))
        }
        keys.finish("in 'handoff'")
    }

    private func queue(_ entry: SyntaxNode.Entry) -> QueueDeclaration? {
        guard let name = declaredName(entry.name, "a queue"), var keys = keys(entry.value, .queue, "a queue")
        else {
            return nil
        }
        var queue = Queue(name: name.text, title: "our \(Self.title(name.text, capitalised: false)) team")
        if let value = keys["title"] { queue.title = text(value, "'title'") ?? queue.title }
        let hours = keys["hours"].flatMap { self.name($0, "the name of business hours") }
        queue.calendar = hours?.text
        if let value = keys["priority"] {
            queue.priority = integer(value, "priority", 0...9) ?? queue.priority
        }
        queue.skills = names(keys["skills"], "a skill").map(\.text)
        queue.answersWithinMinutes = keys["answers_within"].flatMap { minutes($0) }
        keys.finish("in a queue")
        return QueueDeclaration(name: name, queue: queue, hours: hours)
    }

    private func minutes(_ node: SyntaxNode) -> Int? {
        guard let text = text(node, "'answers_within'") else { return nil }
        let units: [String: Int] = ["m": 1, "h": 60, "d": 1440]
        if let unit = units[String(text.suffix(1))], let count = Int(text.dropLast()),
            (1...10_000).contains(count)
        {
            return count * unit
        }
        report.report(
            .badDuration,
            node.place,
            "'\(text)' is not a length of time",
            help: "write a number and m, h or d: 30m, 2h, 1d"
        )
        return nil
    }

    private func database(_ node: SyntaxNode) -> DatabaseDefinition? {
        guard var keys = keys(node, .database, "'database'") else { return nil }
        let file = keys["file"]
        let seed = keys["seed"]
        keys.finish("in 'database'")
        guard (file == nil) != (seed == nil) else {
            report.report(
                .chooseOne,
                node.place,
                "'database' needs exactly one of 'file' and 'seed'",
                help: "'file' is an SQLite database, 'seed' a script that makes one"
            )
            return nil
        }
        if let file, let path = text(file, "'file'") { return DatabaseDefinition(origin: .file(path)) }
        if let seed, let path = text(seed, "'seed'") { return DatabaseDefinition(origin: .seed(path)) }
        return nil
    }

    private func deskText(_ entry: SyntaxNode.Entry) -> TextDeclaration? {
        guard let text = word(entry.name, "text", as: DeskText.self),
            let response = response(entry.value, "the text '\(text.rawValue)'")
        else { return nil }
        return TextDeclaration(key: entry.name, text: text, response: response)
    }

    func control(_ entry: SyntaxNode.Entry) -> ControlDeclaration? {
        guard let control = word(entry.name, "control", as: Control.self),
            var keys = keys(entry.value, .control, "a control")
        else { return nil }
        let patterns = patterns(keys["patterns"])
        let examples = examples(keys["examples"], "an example")
        keys.finish("in a control")
        return ControlDeclaration(control: control, patterns: patterns, examples: examples)
    }
}
