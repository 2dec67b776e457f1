import FrontdeskDialogue
import FrontdeskPipe

/// Makes recorded conversations of what went into and came out of the pipe.
///
/// Requests and answers stand in one file, in the order in which they were written; each line may have an arrow before
/// it. An answer belongs to the request that it names, or else to the oldest one of its conversation that has none.
struct PipeLogReader {
    private static let answerTypes: Set<String> = [
        "reply", "ok", "error", "notice", "handoff", "agent_message", "proactive",
    ]

    private let path: String
    private var log: RecordedLog
    private var places: [String: Int] = [:]
    /// The steps that wait for their one answer, by conversation.
    private var waiting: [String: [Int]] = [:]
    private var answered: Set<String> = []
    private var unasked: Set<String> = []
    private var latest: Int64?
    private var requests = 0
    private var answers = 0

    static func read(_ bytes: [UInt8], path: String) throws(LogError) -> RecordedLog {
        var reader = PipeLogReader(path: path)
        var number = 0
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            try reader.read(Array(line), number)
        }
        return try reader.finished()
    }

    private init(path: String) {
        self.path = path
        log = RecordedLog(format: .pipe, path: path)
    }

    private func error(_ line: Int?, _ message: String) -> LogError {
        LogError(path: path, line: line, message: message)
    }

    /// Which way a line goes that has an arrow before it, and what follows it.
    static func direction(of line: String) -> (isAnswer: Bool, rest: Substring)? {
        for (arrow, isAnswer) in [("→", false), ("<", true), ("←", true), (">", false)]
        where line.hasPrefix(arrow) {
            let rest = line.dropFirst(arrow.count).drop(while: \.isWhitespace)
            return rest.first == "{" ? (isAnswer, rest) : nil
        }
        return nil
    }

    private mutating func read(_ bytes: [UInt8], _ number: Int) throws(LogError) {
        var bytes = bytes
        while let last = bytes.last, [0x20, 0x09, 0x0D].contains(last) { bytes.removeLast() }
        if bytes.isEmpty { return }
        var isAnswer: Bool?
        if let (known, rest) = Self.direction(of: String(decoding: bytes, as: UTF8.self)) {
            isAnswer = known
            bytes = Array(rest.utf8)
        }
        let value: JSON
        do { value = try JSON(reading: bytes) } catch {
            throw self.error(number, "the line is not JSON: at byte \(error.byte), \(error.message).")
        }
        guard case .object = value else {
            throw error(number, "the line holds no object; each line of the pipe is one.")
        }
        let type = value["type"]?.text ?? "message"
        if isAnswer ?? Self.answerTypes.contains(type) {
            answers += 1
            try take(answer: value, type, number)
        } else {
            requests += 1
            let request: Request?
            do { request = try Request.reading(bytes, line: number) } catch {
                throw self.error(number, error.message)
            }
            if let request { take(request) }
        }
    }

    private func finished() throws(LogError) -> RecordedLog {
        guard requests > 0 else {
            throw error(
                nil,
                "there are answers of the pipe here, but no requests; keep both in one file: "
                    + "tee -a LOG | frontdesk pipe DIR | tee -a LOG."
            )
        }
        guard answers > 0 else {
            throw error(
                nil,
                "there are requests to the pipe here, but no answers, and nothing to compare with; keep both in one file: "
                    + "tee -a LOG | frontdesk pipe DIR | tee -a LOG."
            )
        }
        return log
    }

    // MARK: Requests

    private mutating func take(_ request: Request) {
        let act: RecordedStep.Act
        var channel: String?
        switch request.body {
        case .message(let message):
            // One that came again got the same reply.
            if let id = request.id, !answered.insert("\(request.conversation)\n\(id)").inserted { return }
            var customer = message.customer
            if message.userHash != nil {
                customer = customer ?? CustomerProfile()
                customer?.isVerified = true
                log.lose("user_hash, whose customers are taken for verified")
            }
            channel = message.channel
            act = .message(
                RecordedMessage(
                    message.text,
                    id: request.id,
                    choice: message.choice,
                    form: message.form,
                    attachments: message.attachments,
                    customer: customer
                )
            )
        case .event(let report):
            channel = report.channel
            act = .report(report.event, about: report.customer)
        case .agent(let agent):
            act = .agent(Self.act(agent))
        case .rate(let turn, let message, let isUp):
            act = .rate(turn: turn, message: message, isUp: isUp)
        case .erase, .reload:
            log.lose("\(request.body == .erase ? "erase" : "reload") request")
            return
        case .explain, .export, .ping:
            return
        }
        latest = request.at ?? latest
        var seen = Observation()
        // What the desk refused to do has not happened; an error takes the step out again.
        if case .message = act {} else { seen.known = [.answers, .handoff] }
        let place = conversation(request.conversation, channel ?? "pipe", request.line)
        log.conversations[place].steps.append(
            RecordedStep(act, at: request.at ?? latest, line: request.line, seen: seen)
        )
        waiting[request.conversation, default: []].append(log.conversations[place].steps.count - 1)
    }

    private static func act(_ request: Request.AgentRequest) -> AgentAct {
        switch request.act {
        case .claim: .claim(agent: request.agent)
        case .say: .say(agent: request.agent, text: request.text ?? "")
        case .giveBack:
            .giveBack(AgentReturn(agent: request.agent, outcome: request.outcome, note: request.text))
        case .close: .close(agent: request.agent)
        }
    }

    private mutating func conversation(_ id: String, _ channel: String, _ line: Int) -> Int {
        if let place = places[id] { return place }
        places[id] = log.conversations.count
        log.conversations.append(RecordedConversation(id: id, channel: channel, line: line))
        return log.conversations.count - 1
    }

    // MARK: Answers

    private mutating func take(answer: JSON, _ type: String, _ line: Int) throws(LogError) {
        guard Self.answerTypes.contains(type) else {
            throw error(line, "an answer of the pipe is never of the type '\(type)'.")
        }
        guard let id = answer["conversation"]?.text, let place = places[id] else {
            if type == "ok" || type == "error" { return }
            throw error(
                line,
                "this \(type) belongs to no request before it: there is none of the conversation "
                    + "'\(answer["conversation"]?.text ?? "")'."
            )
        }
        switch type {
        case "reply", "ok", "error":
            try finish(answer, type, id, place, line)
        case "notice":
            // A message that came again gives the notice no second time.
            if let step = step(answering: answer["in_reply_to"]?.text, place) {
                log.conversations[place].steps[step].seen.said += Self.messages(answer)
            }
        case "handoff":
            try take(packet: answer["packet"], place, line)
        case "proactive":
            if let message = answer["id"]?.text, !unasked.insert(message).inserted { return }
            let step =
                step(answering: answer["in_reply_to"]?.list?.last?.text, place)
                ?? log.conversations[place].steps.indices.last
            guard let step else { return }
            log.conversations[place].steps[step].seen.said += Self.messages(answer)
        default: break
        }
    }

    /// The one answer of a request.
    private mutating func finish(
        _ answer: JSON,
        _ type: String,
        _ id: String,
        _ place: Int,
        _ line: Int
    ) throws(LogError) {
        let named = answer["in_reply_to"]?.text
        var open = waiting[id, default: []]
        let fits: (Int) -> Bool = { [steps = log.conversations[place].steps] number in
            if case .message(let message) = steps[number].act { return type != "ok" && message.id == named }
            return type != "reply"
        }
        guard let position = open.firstIndex(where: fits) else {
            // The reply to a message that came again.
            if named != nil || type != "reply" { return }
            throw error(line, "this reply answers no message: each message before it has its reply.")
        }
        let number = open.remove(at: position)
        waiting[id] = open
        if type == "error", answer["code"]?.text != "too_long" {
            log.lose("request that was refused (\(answer["code"]?.text ?? "no code"))")
            log.conversations[place].steps.remove(at: number)
            waiting[id] = open.map { $0 > number ? $0 - 1 : $0 }
            return
        }
        guard type != "ok" else { return }
        var seen = log.conversations[place].steps[number].seen
        seen.said += Self.messages(answer)
        seen.known.formUnion([.answers, .choices, .handoff])
        if let turn = answer["turn"], turn["decision"]?.text != "hold" {
            seen.known.formUnion([.intent, .state, .decision])
            seen.intent = turn["intent"]?.text
            seen.confidence = turn["confidence"]?.double
            seen.state = turn["state"]?.text
            seen.decision = turn["decision"]?.text
        }
        log.conversations[place].steps[number].seen = seen
    }

    private func step(answering message: String?, _ place: Int) -> Int? {
        guard let message else { return nil }
        return log.conversations[place].steps.lastIndex { step in
            if case .message(let written) = step.act { written.id == message } else { false }
        }
    }

    private mutating func take(packet: JSON?, _ place: Int, _ line: Int) throws(LogError) {
        guard let queue = packet?["routing"]?["queue"]?.text, let reason = packet?["reason"]?["code"]?.text
        else {
            throw error(line, "this handoff has no packet with routing.queue and reason.code.")
        }
        let steps = log.conversations[place].steps
        guard
            let step = step(answering: packet?["reason"]?["message_id"]?.text, place) ?? steps.indices.last
        else { return }
        log.conversations[place].steps[step].seen.handoffs.append(
            Observation.Handover(queue: queue, reason: reason)
        )
        let wait = packet?["wait"]
        log.conversations[place].waits.append(
            wait?["position"]?.int.map { QueueReading(position: $0, waitMinutes: wait?["minutes"]?.int) }
        )
    }

    private static func messages(_ answer: JSON) -> [Observation.Said] {
        (answer["messages"]?.list ?? []).map { message in
            Observation.Said(
                text: message["text"]?.text ?? "",
                choices: (message["choices"]?.list ?? []).map { $0["title"]?.text ?? "" }
            )
        }
    }
}
