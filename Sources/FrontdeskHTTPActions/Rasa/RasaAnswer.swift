import FrontdeskDialogue

/// What an action server answered: slots to fill, messages to say, and what cannot be done here.
struct RasaAnswer: Hashable {
    var slots: [Record.Field] = []
    var messages: [ActionMessage] = []
    /// What was left out and why, for the log.
    var notes: [String] = []

    /// Events that change nothing here, because they only tell what happened.
    private static let passedOver: Set<String> = ["bot", "user", "action", "session_started"]

    /// Reads an answer; nil when it is none: one has a list of events or of responses, and nothing else in their place.
    ///
    /// - Parameter declared: The slots that may be filled, with their types.
    init?(_ document: JSONDocument, slots declared: [TypedField]) throws(RequestProblem) {
        guard case .object = document, Self.isAnswer(document["events"], document["responses"]) else {
            return nil
        }
        if case .list(let events)? = document["events"] {
            for event in events { try take(event: event, declared) }
        }
        if case .list(let responses)? = document["responses"] {
            for response in responses { take(response: response) }
        }
    }

    private static func isAnswer(_ parts: JSONDocument?...) -> Bool {
        var hasList = false
        for part in parts {
            switch part {
            case .list: hasList = true
            case .null, nil: break
            default: return false
            }
        }
        return hasList
    }

    // MARK: Events

    private mutating func take(event: JSONDocument, _ declared: [TypedField]) throws(RequestProblem) {
        guard let kind = event["event"]?.text else {
            return notes.append("an event without a name was left out")
        }
        switch kind {
        case "slot":
            try take(slot: event["name"]?.text ?? "", event["value"] ?? .null, declared)
        case "reset_slots":
            slots += declared.map { Record.Field($0.name, .none) }
        case let kind where Self.passedOver.contains(kind):
            break
        default:
            notes.append("the event '\(kind)' was left out: the flow says what comes next")
        }
    }

    private mutating func take(
        slot name: String,
        _ document: JSONDocument,
        _ declared: [TypedField]
    ) throws(RequestProblem) {
        guard let field = declared.first(where: { $0.name == name }) else {
            return notes.append("the slot '\(name)' was left out: it is not among the action's 'slots'")
        }
        var value = document.value
        if field.type == .text, let text = document.text { value = .text(text) }
        guard let value else {
            throw RequestProblem("the slot '\(name)' was given \(document.described), which no slot can hold")
        }
        if field.type != .any, value != .none,
            ExpressionValue(value).converted(to: field.type, zone: .utc) == .missing
        {
            throw RequestProblem(
                "the slot '\(name)' was given \(document.described), not \(AnswerReading.name(field.type))"
            )
        }
        slots.append(Record.Field(name, value))
    }

    // MARK: Responses

    private mutating func take(response: JSONDocument) {
        let text = response["text"]?.text.map(Self.cleaned) ?? ""
        var image = response["image"]?.text
        if let address = image, !URLText.isSafe(address) {
            notes.append("a picture was left out: its address is not safe")
            image = nil
        }
        var choices: [Choice] = []
        if case .list(let buttons)? = response["buttons"] { choices = buttons.compactMap(Self.choice) }
        for key in ["attachment", "custom", "elements"] where response[key]?.isFilled == true {
            notes.append("'\(key)' of a response was left out: text, buttons and pictures are shown")
        }
        guard !text.isEmpty || image != nil || !choices.isEmpty else {
            if let name = response["response"]?.text ?? response["template"]?.text {
                notes.append("the response '\(name)' was left out: it stands in another system's domain")
            }
            return
        }
        messages.append(ActionMessage(text: text, choices: choices, image: image))
    }

    /// A button; of a payload such as `/order.status{"number":"1"}` the intent alone is kept.
    private static func choice(_ button: JSONDocument) -> Choice? {
        guard let title = button["title"]?.text.map(cleaned), !title.isEmpty else { return nil }
        let payload = button["payload"]?.text ?? title
        let id = payload.hasPrefix("/") ? String(payload.dropFirst().prefix { $0 != "{" }) : payload
        return Choice(id: id.isEmpty ? title : id, title: title)
    }

    /// The longest text that is said, in characters.
    private static let textLimit = 4000

    /// The text without what controls screens or the direction of writing.
    private static func cleaned(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(textLimit) {
            switch scalar.value {
            case 0x0A: scalars.append(scalar)
            case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: continue
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }
}

extension JSONDocument {
    /// Whether there is anything in it.
    fileprivate var isFilled: Bool {
        switch self {
        case .null: false
        case .list(let items): !items.isEmpty
        case .object(let members): !members.isEmpty
        case .text(let text): !text.isEmpty
        default: true
        }
    }
}
