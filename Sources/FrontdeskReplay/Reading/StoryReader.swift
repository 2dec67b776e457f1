public import FrontdeskDialogue
import Yams

/// Makes recorded conversations of Rasa's test stories.
struct StoryReader {
    private let path: String
    private var log: RecordedLog

    static func read(_ text: String, path: String) throws(LogError) -> RecordedLog {
        var reader = StoryReader(path: path)
        let root: Node?
        do { root = try Yams.compose(yaml: text) } catch {
            throw Self.unreadable(error, path: path)
        }
        guard let stories = root?.mapping?["stories"]?.sequence else {
            throw LogError(path: path, line: 1, message: "test stories stand in a list under 'stories'.")
        }
        for story in stories { try reader.read(story) }
        return reader.log
    }

    private static func unreadable(_ error: any Error, path: String) -> LogError {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            LogError(path: path, line: mark.line, message: "the file is not YAML: \(problem).")
        default: LogError(path: path, line: nil, message: "the file is not YAML.")
        }
    }

    private init(path: String) {
        self.path = path
        log = RecordedLog(format: .rasa, path: path)
    }

    private func error(_ node: Node, _ message: String) -> LogError {
        LogError(path: path, line: node.mark?.line, message: message)
    }

    private mutating func read(_ story: Node) throws(LogError) {
        guard let name = story.mapping?["story"]?.string else {
            throw error(story, "a story has a name under 'story'.")
        }
        guard let steps = story.mapping?["steps"]?.sequence else {
            throw error(story, "the story '\(name)' has no list of 'steps'.")
        }
        var conversation = RecordedConversation(
            id: "story-\(log.conversations.count + 1)",
            title: name,
            line: story.mark?.line ?? 1
        )
        for step in steps { try read(step, &conversation) }
        guard !conversation.steps.isEmpty else {
            log.lose("story in which no customer writes a text")
            return
        }
        log.conversations.append(conversation)
    }

    private mutating func read(_ step: Node, _ conversation: inout RecordedConversation) throws(LogError) {
        guard let keys = step.mapping else {
            throw error(step, "a step has keys such as 'user', 'intent' or 'action'.")
        }
        if let user = keys["user"]?.string {
            let text = Self.plain(user.trimmed)
            guard !text.hasPrefix("/") else {
                log.lose("message that names its intent by '/' instead of a text")
                return
            }
            var seen = Observation()
            if let intent = keys["intent"]?.string {
                seen.known = [.intent]
                seen.intent = intent
            }
            conversation.steps.append(
                RecordedStep(.message(RecordedMessage(text)), line: step.mark?.line ?? 0, seen: seen)
            )
        } else if keys["intent"] != nil {
            log.lose("intent without a text")
        } else if let action = keys["action"]?.string {
            guard let last = conversation.steps.indices.last else {
                log.lose("action before the customer wrote")
                return
            }
            guard !["action_listen", "action_default_fallback"].contains(action) else { return }
            conversation.steps[last].seen.known.insert(.responses)
            conversation.steps[last].seen.responses.append(Observation.Response(name: action))
        } else if let bot = keys["bot"]?.string {
            guard let last = conversation.steps.indices.last else {
                return log.lose("bot before the customer")
            }
            conversation.steps[last].seen.known.insert(.answers)
            conversation.steps[last].seen.said.append(
                Observation.Said(text: bot.trimmed, choices: [], isPart: true)
            )
        } else {
            log.lose("step '\(keys.first?.key.string ?? "")'")
        }
    }

    /// The text without what marks entities: `[Berlin](city)`, `[B]{"entity": "city"}`.
    static func plain(_ text: String) -> String {
        var plain = ""
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "[") {
            plain += rest[..<open]
            guard let close = rest[open...].firstIndex(of: "]") else { break }
            let inner = rest[rest.index(after: open)..<close]
            let behind = rest[rest.index(after: close)...]
            let end: Substring.Index? =
                switch behind.first {
                case "(": behind.firstIndex(of: ")")
                case "{": behind.firstIndex(of: "}")
                default: nil
                }
            guard let end else {
                plain += rest[open...close]
                rest = behind
                continue
            }
            plain += inner
            rest = behind[behind.index(after: end)...]
        }
        return plain + rest
    }
}

extension RecordedLog {
    /// Finds what another program's names mean in an assistant; what has no counterpart is counted, and not compared.
    public mutating func resolveNames(in assistant: Assistant) {
        guard format == .rasa else { return }
        let names = ForeignNames(assistant)
        for conversation in conversations.indices {
            for step in conversations[conversation].steps.indices {
                var seen = conversations[conversation].steps[step].seen
                if let intent = seen.intent {
                    seen.intent = names.intents[ForeignNames.folded(intent)]
                    if seen.intent == nil {
                        seen.known.remove(.intent)
                        lose("intent '\(intent)', which the assistant does not have")
                    }
                }
                seen.responses = seen.responses.compactMap { response in
                    let origins = names.responses[ForeignNames.folded(response.name)] ?? []
                    guard !origins.isEmpty else {
                        lose("action '\(response.name)', which the assistant does not have")
                        return nil
                    }
                    return Observation.Response(name: response.name, origins: origins)
                }
                if seen.responses.isEmpty { seen.known.remove(.responses) }
                conversations[conversation].steps[step].seen = seen
            }
        }
    }
}

/// What an assistant's intents and responses may be called elsewhere.
private struct ForeignNames {
    var intents: [String: String] = [:]
    var responses: [String: [String]] = [:]

    init(_ assistant: Assistant) {
        for intent in assistant.intents {
            intents[Self.folded(intent.name)] = intent.name
            responses["utter_\(Self.folded(intent.name))", default: []].append(intent.name)
        }
        for flow in assistant.flows {
            for slot in flow.slots {
                let origin = "\(flow.name)/\(slot.name)"
                for name in ["ask_\(slot.name)", "ask_\(flow.name)_\(slot.name)"] {
                    responses["utter_\(Self.folded(name))", default: []].append(origin)
                }
            }
            for state in flow.states {
                for name in [state.name, "\(flow.name)_\(state.name)"] {
                    responses["utter_\(Self.folded(name))", default: []].append("\(flow.name)/\(state.name)")
                }
            }
        }
        responses["utter_greet", default: []].append("greeting")
    }

    /// Names differ in points, slashes, dashes and case.
    static func folded(_ name: String) -> String {
        String(name.lowercased().map { "./- ".contains($0) ? "_" : $0 })
    }
}
