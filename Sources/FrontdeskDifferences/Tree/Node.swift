import FrontdeskDialogue
import FrontdeskMatching

/// A value of an assistant as a tree, in which everything that is stored of it is found.
///
/// Two values differ just when their trees do: that is what makes a comparison whole.
indirect enum Node: Hashable {
    case null
    /// A text, a number, yes or no.
    case word(String)
    /// Something that is compared as one, for it has words of its own.
    case part(Part)
    case list([Element])
    case map([String: Node])

    /// An element of a list, with the name that tells it from the others.
    struct Element: Hashable {
        var name: String?
        var node: Node
    }
}

/// What is compared as one.
enum Part: Hashable {
    case response(Response)
    case template(Template)
    case expression(Expression)
    case pattern(Pattern)
    case rule(PatternNode)
    case example(Example)
    case field(FieldPath)
    case action(ActionCall)
    case detector(LanguageDetector)

    init?(_ value: some Encodable) {
        switch value {
        case let value as Response: self = .response(value)
        case let value as Template: self = .template(value)
        case let value as Expression: self = .expression(value)
        case let value as Pattern: self = .pattern(value)
        case let value as PatternNode: self = .rule(value)
        case let value as Example: self = .example(value)
        case let value as FieldPath: self = .field(value)
        case let value as ActionCall: self = .action(value)
        case let value as LanguageDetector: self = .detector(value)
        default: return nil
        }
    }
}

extension Node {
    /// What tells an element of a list from the others, also in another version of the list.
    static func name(of value: some Encodable) -> String? {
        switch value {
        case let value as Intent: value.name
        case let value as IntentDefinition: value.name
        case let value as Flow: value.name
        case let value as Slot: value.name
        case let value as State: value.name
        case let value as Handler: Trigger.name(of: value.trigger)
        case let value as SlotChoice: value.id
        case let value as Assignment: value.slot
        case let value as FlowCall.Argument: value.slot
        case let value as HandoffPolicy.Route: value.reason.rawValue
        case let value as Queue: value.name
        case let value as BusinessCalendar: value.name
        case let value as BusinessCalendar.Hours: Weekday.name(value.weekday)
        case let value as ActionDefinition: value.name
        case let value as Channel: value.name
        case let value as Partial: value.name
        case let value as AssistantTranslation: value.language
        case let value as FeedbackRule: value.kind.rawValue
        case let value as EntityType: value.name
        case let value as GazetteerEntry: value.value
        case let value as SynonymSet: value.name
        case let value as Pattern: value.source
        case let value as Example: value.text
        case let value as SentimentPolicy.Word: value.text
        case let value as CivilDate: value.iso
        default: nil
        }
    }
}

/// What handlers answer to, as elements of lists are told apart.
enum Trigger {
    static func name(of trigger: Handler.Trigger) -> String {
        switch trigger {
        case .outcome(let name): "outcome \(name)"
        case .yes: "yes"
        case .no: "no"
        case .choice(let id): "choice \(id)"
        case .intent(let name): "intent \(name)"
        case .entity(let type): "entity \(type)"
        case .event(let name): "event \(name)"
        case .after(let seconds): "silence \(seconds)"
        }
    }

    /// The key in intent files, from a name.
    static func key(of name: String) -> String {
        let words = name.split(separator: " ", maxSplits: 1)
        guard words.count == 2 else { return name }
        return words[0] == "silence" ? "after" : String(words[1])
    }

    /// What happens, in words: `when the customer says yes`.
    static func words(of name: String) -> String {
        let words = name.split(separator: " ", maxSplits: 1)
        guard words.count == 2 else { return "on “\(name)”" }
        return switch words[0] {
        case "outcome": "on the outcome “\(words[1])”"
        case "choice": "on the choice “\(words[1])”"
        case "intent": "when asked for \(words[1])"
        case "entity": "when told a value of \(words[1])"
        case "event": "when \(words[1]) happens"
        default: "after \(words[1]) s of silence"
        }
    }
}

enum Weekday {
    private static let names = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]

    /// The name of a day, Monday being 1.
    static func name(_ number: Int) -> String {
        names.indices.contains(number - 1) ? names[number - 1] : "day \(number)"
    }
}
