import FrontdeskDialogue
import FrontdeskPipe

/// Makes recorded conversations of Bot Framework activities.
///
/// A file is an array of activities, an object with `transcript` or `activities`, or one activity a line.
struct ActivityReader {
    private let path: String
    private var log: RecordedLog
    private var places: [String: Int] = [:]
    /// Who the customer is, and who the bot is, in each conversation.
    private var bots: [String: String] = [:]

    static func read(_ bytes: [UInt8], path: String) throws(LogError) -> RecordedLog {
        var reader = ActivityReader(path: path)
        let activities = try reader.activities(bytes)
        for activity in activities where reader.role(activity.value) == "bot" {
            let conversation = activity.value["conversation"]?["id"]?.text ?? ""
            reader.bots[conversation] = activity.value["from"]?["id"]?.text
        }
        for activity in activities { try reader.read(activity) }
        return reader.log
    }

    private init(path: String) {
        self.path = path
        log = RecordedLog(format: .transcript, path: path)
    }

    private struct Activity {
        var value: JSON
        /// Its line, or its number where the file is one value.
        var line: Int
        var name: String
    }

    private func activities(_ bytes: [UInt8]) throws(LogError) -> [Activity] {
        let whole = try? JSON(reading: bytes)
        if let whole {
            if let list = whole.list ?? whole["transcript"]?.list ?? whole["activities"]?.list {
                return list.enumerated().map {
                    Activity(value: $0.element, line: $0.offset + 1, name: "activity \($0.offset + 1)")
                }
            }
            if whole["type"] != nil { return [Activity(value: whole, line: 1, name: "activity 1")] }
            throw LogError(
                path: path,
                line: 1,
                message:
                    "a transcript is an array of activities, or an object with 'transcript' or 'activities'."
            )
        }
        // An array that is broken is told as such; only objects can stand one a line.
        if bytes.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) == UInt8(ascii: "[") {
            _ = try LogJSON.value(bytes, path: path)
        }
        var activities: [Activity] = []
        for (place, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            if line.allSatisfy({ [0x20, 0x09, 0x0D].contains($0) }) { continue }
            do {
                let value = try JSON(reading: Array(line))
                activities.append(Activity(value: value, line: place + 1, name: "line \(place + 1)"))
            } catch {
                throw LogError(
                    path: path,
                    line: place + 1,
                    message: "the line is not JSON: at byte \(error.byte), \(error.message)."
                )
            }
        }
        return activities
    }

    private func role(_ activity: JSON) -> String? {
        if let role = activity["from"]?["role"]?.text?.lowercased(), !role.isEmpty {
            return role == "bot" || role == "skill" ? "bot" : "user"
        }
        return nil
    }

    private func isBot(_ activity: JSON) -> Bool? {
        if let role = role(activity) { return role == "bot" }
        guard let id = activity["from"]?["id"]?.text else { return nil }
        if id == bots[activity["conversation"]?["id"]?.text ?? ""] { return true }
        if activity["recipient"]?["role"]?.text?.lowercased() == "bot" { return false }
        if activity["replyToId"]?.text?.isEmpty == false { return true }
        let name = (activity["from"]?["name"]?.text ?? id).lowercased()
        return name == "bot" || id.lowercased() == "bot"
    }

    private mutating func read(_ activity: Activity) throws(LogError) {
        let value = activity.value
        guard case .object = value else {
            throw LogError(path: path, line: nil, message: "\(activity.name) is no object.")
        }
        guard let type = value["type"]?.text, !type.isEmpty else {
            log.lose("activity without a type")
            return
        }
        guard type == "message" else {
            log.lose("activity of the type '\(type)'")
            return
        }
        guard let isBot = isBot(value) else {
            throw LogError(
                path: path,
                line: nil,
                message:
                    "\(activity.name), a message, does not say who wrote it: 'from' has no role and no id."
            )
        }
        var at: Int64?
        if let stamp = value["timestamp"]?.text {
            at = Timestamp.milliseconds(of: stamp)
            if at == nil { log.lose("timestamp that is no RFC 3339 time") }
        }
        let place = conversation(value, activity.line)
        if isBot { take(reply: value, place) } else { take(message: value, place, at, activity.line) }
        // Only where all messages have one do times mean anything.
        if let at { log.conversations[place].endsAt = max(log.conversations[place].endsAt ?? at, at) }
    }

    private mutating func conversation(_ value: JSON, _ line: Int) -> Int {
        let id = value["conversation"]?["id"]?.text ?? "transcript"
        if let place = places[id] { return place }
        places[id] = log.conversations.count
        log.conversations.append(
            RecordedConversation(id: id, channel: value["channelId"]?.text, line: line)
        )
        return log.conversations.count - 1
    }

    private mutating func take(message value: JSON, _ place: Int, _ at: Int64?, _ line: Int) {
        if let name = value["from"]?["name"]?.text, !log.conversations[place].people.contains(name) {
            log.conversations[place].people.append(name)
        }
        var message = RecordedMessage(value["text"]?.text ?? "", id: value["id"]?.text)
        if message.id?.isEmpty == true { message.id = nil }
        if value["attachments"]?.list?.isEmpty == false {
            log.lose("attachment of a customer, which is carried by its name alone")
            message.attachments = (value["attachments"]?.list ?? []).map {
                .init(name: $0["name"]?.text ?? "file", mediaType: $0["contentType"]?.text)
            }
        }
        if message.text.isEmpty, message.attachments.isEmpty {
            guard value["value"] != nil else {
                log.lose("message without a text")
                return
            }
            log.lose("message that holds a card's values")
            return
        }
        // A press of a suggested action comes back as its words.
        if let title = offered(place).first(where: { $0 == message.text }) { message.choice = title }
        log.conversations[place].steps.append(
            RecordedStep(.message(message), at: at, line: line, seen: Observation(known: [.answers]))
        )
    }

    private func offered(_ place: Int) -> [String] {
        log.conversations[place].steps.last?.seen.said.last { !$0.choices.isEmpty }?.choices ?? []
    }

    private mutating func take(reply value: JSON, _ place: Int) {
        guard let text = value["text"]?.text, !text.isEmpty else {
            log.lose("message of the bot without a text")
            return
        }
        guard let step = log.conversations[place].steps.indices.last else {
            log.lose("message of the bot before the customer wrote")
            return
        }
        let choices = (value["suggestedActions"]?["actions"]?.list ?? []).compactMap { $0["title"]?.text }
        log.conversations[place].steps[step].seen.said.append(
            Observation.Said(text: text, choices: choices)
        )
    }
}
