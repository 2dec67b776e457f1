import FrontdeskDialogue

extension Request {
    /// The longest line that is read, in bytes.
    public static let lineLimit = 1 << 20
    /// The longest conversation or message id, in bytes.
    public static let idLimit = 256
}

/// Makes requests of lines.
struct RequestReader {
    /// What could be read of a line that was refused.
    struct Refusal: Error {
        var error: RequestError
        var id: String?
        var conversation: String?
    }

    /// Reads one line of the input.
    ///
    /// - Returns: nil for a line of nothing but spaces.
    static func read(_ line: LineSplitter.Line) throws(Refusal) -> Request? {
        switch line.content {
        case .bytes(let bytes): try read(bytes, line: line.number)
        case .tooLong(let count): throw Refusal(error: .lineTooLong(count))
        }
    }

    /// Reads the bytes of one line.
    ///
    /// - Returns: nil for a line of nothing but spaces.
    static func read(_ bytes: [UInt8], line: Int) throws(Refusal) -> Request? {
        var bytes = bytes
        if line == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return nil }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw Refusal(
                error: RequestError(.notUTF8, "The line is not valid UTF-8; send JSON encoded as UTF-8.")
            )
        }
        let value: JSON
        do {
            value = try JSON(reading: bytes)
        } catch {
            throw Refusal(
                error: RequestError(
                    .badJSON,
                    "The line is not JSON: at byte \(error.byte), \(error.message)."
                )
            )
        }
        guard case .object = value else {
            throw Refusal(
                error: RequestError(
                    .badJSON,
                    "The line holds \(value.kindName); send one JSON object a line."
                )
            )
        }
        let fields = Fields(value)
        do {
            return try request(fields, line: line)
        } catch {
            throw Refusal(
                error: error,
                id: try? fields.text("id"),
                conversation: try? fields.text("conversation")
            )
        }
    }

    private static func request(_ fields: Fields, line: Int) throws(RequestError) -> Request {
        let type = try fields.text("type") ?? "message"
        let id = try fields.identifier("id")
        let at = try fields.instant("at")
        let body: Body =
            switch type {
            case "message": .message(try message(fields))
            case "event": .event(try event(fields))
            case "agent": .agent(try agent(fields))
            case "explain": .explain(turn: try fields.integer("turn"))
            case "rate": try rate(fields)
            case "export": .export
            case "erase": .erase
            case "reload": .reload
            case "ping": .ping
            default:
                throw RequestError(
                    .unknownType,
                    "There is no request type \"\(shortened(type))\"; use one of message, event, agent, explain, "
                        + "rate, export, erase, reload, ping."
                )
            }
        var conversation = ""
        if body != .reload, body != .ping {
            guard let given = try fields.identifier("conversation") else {
                throw RequestError.missing("conversation", of: type)
            }
            conversation = given
        }
        return Request(line: line, id: id, conversation: conversation, at: at, body: body)
    }

    private typealias Body = Request.Body

    private static func rate(_ fields: Fields) throws(RequestError) -> Body {
        guard let rating = try fields.text("rating") else { throw RequestError.missing("rating", of: "rate") }
        guard rating == "up" || rating == "down" else {
            throw RequestError(.badField, "\"rating\" is \"\(shortened(rating))\"; it is up or down.")
        }
        return .rate(
            turn: try fields.integer("turn"),
            message: try fields.identifier("message"),
            isUp: rating == "up"
        )
    }

    private static func message(_ fields: Fields) throws(RequestError) -> Request.Message {
        let text = try fields.text("text")
        let choice = try fields.text("choice")
        let attachments = try fields.objects("attachments").map { (file) throws(RequestError) in
            guard let name = try file.text("name") else {
                throw RequestError.missing("name", of: "attachment")
            }
            return Attachment(name: name, mediaType: try file.text("media_type"), url: try file.text("url"))
        }
        let form = try form(fields)
        guard text != nil || choice != nil || form != nil || !attachments.isEmpty else {
            throw RequestError.missing("text", of: "message")
        }
        var customer = try fields.object("customer").map { (known) throws(RequestError) in
            try profile(known)
        }
        if let language = try fields.text("lang") {
            customer = customer ?? CustomerProfile()
            customer?.language = language
        }
        return Request.Message(
            text: text ?? "",
            choice: choice,
            form: form,
            channel: try fields.identifier("channel"),
            customer: customer,
            userHash: try fields.text("user_hash"),
            attachments: attachments
        )
    }

    /// `{"slot": "value"}`.
    private static func form(_ fields: Fields) throws(RequestError) -> [FormValue]? {
        guard case .object(let members) = try fields.object("form")?.value else { return nil }
        var values: [FormValue] = []
        for member in members {
            guard case .string(let text) = member.value else {
                throw RequestError(
                    .badField,
                    "The form's field \"\(shortened(member.key))\" is \(member.value.kindName); a field is a text."
                )
            }
            values.append(FormValue(slot: member.key, text: text))
        }
        return values
    }

    private static func profile(_ fields: Fields) throws(RequestError) -> CustomerProfile {
        CustomerProfile(
            id: try fields.identifier("id"),
            name: try fields.text("name"),
            email: try fields.text("email"),
            phone: try fields.text("phone"),
            language: try fields.text("language"),
            zone: try fields.text("zone"),
            tier: try fields.text("tier"),
            gender: try fields.text("gender"),
            consent: try fields.texts("consent"),
            preferences: try preferences(fields)
        )
    }

    /// How many preferences of a customer are read at most.
    private static let preferenceLimit = 32

    private static func preferences(_ fields: Fields) throws(RequestError) -> [String: String]? {
        guard case .object(let members) = try fields.object("preferences")?.value else { return nil }
        guard members.count <= preferenceLimit else {
            throw RequestError(
                .badField,
                "\"preferences\" has \(members.count) fields, the limit is \(preferenceLimit)."
            )
        }
        var preferences: [String: String] = [:]
        for member in members {
            guard case .string(let text) = member.value else {
                throw RequestError(
                    .badField,
                    "The preference \"\(shortened(member.key))\" is \(member.value.kindName); a preference is a text."
                )
            }
            preferences[member.key] = text
        }
        return preferences
    }

    private static func event(_ fields: Fields) throws(RequestError) -> Request.Report {
        guard let name = try fields.text("name"), !name.isEmpty else {
            throw RequestError.missing("name", of: "event")
        }
        var record = Record()
        if case .object(let members) = try fields.object("fields")?.value {
            for member in members {
                record.fields.append(Record.Field(member.key, try scalar(member)))
            }
        }
        return Request.Report(
            ExternalEvent(name: name, fields: record),
            customer: try fields.object("customer").map { (known) throws(RequestError) in
                try profile(known)
            },
            channel: try fields.identifier("channel")
        )
    }

    private static func scalar(_ member: JSON.Member) throws(RequestError) -> Value {
        switch member.value {
        case .null: .none
        case .bool(let value): .boolean(value)
        case .integer(let value): .number(Double(value))
        case .number(let value): .number(value)
        case .string(let value): .text(value)
        case .array, .object, .encoded:
            throw RequestError(
                .badField,
                "The event's field \"\(shortened(member.key))\" is \(member.value.kindName); "
                    + "a field is a text, a number, true, false or null."
            )
        }
    }

    private static func agent(_ fields: Fields) throws(RequestError) -> Request.AgentRequest {
        guard let agent = try fields.text("agent"), !agent.isEmpty else {
            throw RequestError.missing("agent", of: "agent")
        }
        guard let word = try fields.text("do") else { throw RequestError.missing("do", of: "agent") }
        guard let act = Request.Act(rawValue: word) else {
            throw RequestError(
                .badField,
                "\"do\" is \"\(shortened(word))\"; use one of claim, say, return, close."
            )
        }
        let text = try fields.text("text")
        if act == .say, text?.isEmpty != false { throw RequestError.missing("text", of: "agent say") }
        var outcome = AgentReturn.Outcome.resolved
        if let word = try fields.text("outcome") {
            guard let known = AgentReturn.Outcome(rawValue: word) else {
                let names = AgentReturn.Outcome.allCases.map(\.rawValue).joined(separator: ", ")
                throw RequestError(.badField, "\"outcome\" is \"\(shortened(word))\"; use one of \(names).")
            }
            outcome = known
        }
        return Request.AgentRequest(
            agent: agent,
            act: act,
            text: text,
            outcome: outcome,
            token: try fields.integer("token")
        )
    }
}

extension RequestError {
    static func lineTooLong(_ byteCount: Int) -> RequestError {
        RequestError(
            .lineTooLong,
            "The line has \(byteCount) bytes, the limit is \(Request.lineLimit); it was passed over."
        )
    }

    static func missing(_ field: String, of type: String) -> RequestError {
        RequestError(
            .missingField,
            "The field \"\(field)\" is missing; \(Self.article(type)) \(type) needs it."
        )
    }

    private static func article(_ word: String) -> String {
        "aeiou".contains(word.first ?? "x") ? "an" : "a"
    }
}

/// The text, cut so that an error stays readable.
func shortened(_ text: String) -> String {
    text.count > 40 ? text.prefix(40) + "…" : text
}
