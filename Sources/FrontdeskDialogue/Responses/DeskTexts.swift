/// The engine's own sentences, each of which an assistant can put in its own words under `texts:`.
public struct DeskTexts: Sendable, Hashable, Codable {
    /// The sentences an assistant changed.
    public var overrides: [DeskText: Response]

    /// Makes the texts of an assistant that changes none, or these.
    public init(overrides: [DeskText: Response] = [:]) {
        self.overrides = overrides
    }

    /// The response for one of the engine's sentences.
    public subscript(_ text: DeskText) -> Response {
        overrides[text] ?? Self.defaults[text] ?? Response(variants: [Template(text: "")])
    }

    private static let defaults: [DeskText: Response] = {
        var responses: [DeskText: Response] = [:]
        for text in DeskText.allCases {
            responses[text] = Response(variants: text.defaultWordings.map(Template.init(trusted:)))
        }
        return responses
    }()
}

/// A sentence the engine says by itself.
public enum DeskText: String, Sendable, Hashable, Codable, CaseIterable {
    case greeting
    case fallback, fallbackChoices = "fallback_choices", clarify, somethingElse = "something_else"
    case rephrase
    case reprompt, repromptExample = "reprompt_example", repromptLast = "reprompt_last"
    case repromptQuestion = "reprompt_question"
    case resume
    case cancelled, cancelledAndResumed = "cancelled_and_resumed"
    case stoppedHere = "stopped_here"
    case nothingToCancel = "nothing_to_cancel"
    case wentBack = "went_back", nothingToGoBackTo = "nothing_to_go_back_to"
    case nothingToRepeat = "nothing_to_repeat"
    case help, startOver = "start_over", stopped
    case gaveUp = "gave_up"
    case declined, affirmedNothing = "affirmed_nothing"
    case corrected
    case masked
    case attachment, tooLong = "too_long"
    case actionFailed = "action_failed"
    case handoffOpen = "handoff_open", handoffClosed = "handoff_closed"
    case handoffClosedNote = "handoff_closed_note", handoffUpset = "handoff_upset"
    case askContact = "ask_contact", askContactAgain = "ask_contact_again"
    case contactKept = "contact_kept", noContact = "no_contact"
    case waiting, stillWaiting = "still_waiting", withdrawn
    case waitPosition = "wait_position", waitPositionAndTime = "wait_position_and_time"
    case waitPositionAndDue = "wait_position_and_due"
    case agentReturned = "agent_returned"
}

extension DeskText {
    /// The field roots its template may use beyond `customer`, `assistant` and `now`.
    public var fields: [String] {
        switch self {
        case .handoffOpen, .handoffClosed, .handoffClosedNote, .handoffUpset, .waiting, .stillWaiting,
            .askContact,
            .contactKept, .noContact,
            .waitPosition, .waitPositionAndTime, .waitPositionAndDue:
            ["queue"]
        case .corrected: ["slot"]
        case .resume: ["flow"]
        case .repromptExample: ["slot"]
        default: []
        }
    }

    /// What is said unless the assistant says it otherwise.
    var defaultWordings: [String] {
        switch self {
        case .greeting:
            ["Hello{{customer.first_name|prefix \" \"}}, I'm the assistant of {{assistant.title}}."]
        case .fallback:
            [
                "I'm not sure I understood that. Could you put it in other words?",
                "Sorry, I didn't catch what you need. Could you say it differently?",
            ]
        case .fallbackChoices:
            ["I still don't quite follow, and I don't want to guess. Is it one of these?"]
        case .rephrase: ["All right. Please tell me in your own words what you need."]
        case .clarify: ["I want to be sure I get this right. Which of these do you mean?"]
        case .somethingElse: ["Something else"]
        case .reprompt: ["I couldn't find that in your message. Could you try once more?"]
        case .repromptExample:
            ["I'm looking for something like {{slot.example}}. Could you check and send it?"]
        case .repromptQuestion: ["I didn't quite get that."]
        case .repromptLast: ["One more try, please. Or say \"human\", and a colleague takes over."]
        case .resume: ["Now, back to {{flow.title}}."]
        case .cancelled: ["All right, I've stopped that; nothing was changed. What else can I do for you?"]
        case .cancelledAndResumed:
            ["All right, I've stopped that; nothing was changed. Now, back to where we were."]
        case .stoppedHere: ["All right, I'll stop here. What is done already stays as it is."]
        case .nothingToCancel: ["There is nothing under way that I could cancel. How can I help?"]
        case .wentBack: ["Let's go one step back."]
        case .nothingToGoBackTo: ["We are at the beginning already. How can I help?"]
        case .nothingToRepeat: ["I haven't said anything yet. How can I help?"]
        case .help:
            [
                "You can ask me in your own words. Say \"back\", \"cancel\" or \"start over\" at any time, or \"human\" for a colleague."
            ]
        case .startOver: ["Let's start afresh. How can I help?"]
        case .stopped: ["All right, I'll leave it there. Write again whenever you like."]
        case .gaveUp:
            [
                "I couldn't finish that here. Say \"human\" and a colleague takes over, or tell me what else you need."
            ]
        case .declined: ["No problem. What else can I do for you?"]
        case .affirmedNothing: ["Gladly. What would you like to do?"]
        case .corrected: ["Thanks for correcting that: {{slot.value}}."]
        case .masked:
            ["I've blacked out what looked like a card number or a password. Please don't send those here."]
        case .attachment:
            ["Thank you, I've received your file and will pass it on to a colleague who handles your case."]
        case .tooLong:
            ["That message is too long for me. Could you send me the main point in a few sentences?"]
        case .actionFailed:
            ["I'm sorry, our system didn't answer just now, so I'm passing this on to a colleague."]
        case .handoffUpset:
            [
                "I'm sorry that this has gone so wrong. I'm bringing in {{queue.title}} with everything you told me, so you won't have to repeat it."
            ]
        case .handoffOpen:
            [
                "I'm passing you to {{queue.title}} now with everything you told me, so you won't have to repeat it.{{queue.wait|prefix \" \"}}"
            ]
        case .handoffClosed:
            [
                "I've put this in front of {{queue.title}} with everything you told me. They are back {{queue.opens}}{{queue.due|prefix \" and will answer by \"}}{{queue.contact|prefix \", by e-mail to \"}}."
            ]
        case .handoffClosedNote:
            [
                "They are back {{queue.opens}}{{queue.due|prefix \" and will answer by \"}}{{queue.contact|prefix \", by e-mail to \"}}."
            ]
        case .askContact: ["At which e-mail address can they reach you?"]
        case .askContactAgain: ["I couldn't read an e-mail address in that. It looks like name@example.com."]
        case .contactKept: ["Thank you. They will write to {{queue.contact}}{{queue.due|prefix \" by \"}}."]
        case .noContact: ["That's fine. You will find the answer here in this conversation."]
        case .waiting:
            [
                "I've kept your place with {{queue.title}}.{{queue.wait|prefix \" \"}} Say \"cancel\" if you no longer want to wait."
            ]
        case .stillWaiting:
            [
                "I've added that to your request, so {{queue.title}} will see it.",
                "Thank you, that is noted for {{queue.title}} as well.",
            ]
        case .withdrawn: ["I've taken you out of the line. Let's go on here."]
        case .waitPosition: ["You are number {{queue.position}} in line."]
        case .waitPositionAndTime:
            ["You are number {{queue.position}} in line; it should take about {{queue.minutes}}."]
        case .waitPositionAndDue:
            [
                "You are number {{queue.position}} in line, and you'll hear from them by {{queue.due}} at the latest."
            ]
        case .agentReturned: ["I'm taking over again from my colleague."]
        }
    }
}
