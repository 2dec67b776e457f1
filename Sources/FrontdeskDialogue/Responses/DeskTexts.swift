public import FrontdeskMatching

/// The engine's own sentences, each of which an assistant can put in its own words under `texts:`.
public struct DeskTexts: Sendable, Hashable, Codable {
    /// The sentences an assistant changed.
    public var overrides: [DeskText: Response]

    /// The language they are in.
    public var language: Language
    /// What the assistant changed in further languages, by tag.
    public var translations: [String: [DeskText: Response]]

    /// Makes the texts of an assistant that changes none, or these.
    public init(
        overrides: [DeskText: Response] = [:],
        language: Language = .english,
        translations: [String: [DeskText: Response]] = [:]
    ) {
        self.overrides = overrides
        self.language = language
        self.translations = translations
    }

    /// The response for one of the engine's sentences.
    public subscript(_ text: DeskText) -> Response {
        overrides[text] ?? Self.defaults[language]?[text] ?? Response(variants: [Template(text: "")])
    }

    /// The texts in another language: what the assistant says in it itself, else the engine's words.
    public func spoken(in other: Language) -> DeskTexts {
        other == language
            ? self : DeskTexts(overrides: translations[other.rawValue] ?? [:], language: other)
    }

    private static let defaults: [Language: [DeskText: Response]] = {
        var responses: [Language: [DeskText: Response]] = [:]
        for language in Language.allCases {
            for text in DeskText.allCases {
                let wordings = text.defaultWordings(in: language).map(Template.init(trusted:))
                responses[language, default: [:]][text] = Response(variants: wordings)
            }
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
    case several, keptForLater = "kept_for_later", nextRequest = "next_request"
    case severalValues = "several_values", nextValue = "next_value"
    case cancelled, cancelledAndResumed = "cancelled_and_resumed"
    case dropped, stoppedHere = "stopped_here"
    case nothingToCancel = "nothing_to_cancel"
    case wentBack = "went_back", nothingToGoBackTo = "nothing_to_go_back_to"
    case nothingToRepeat = "nothing_to_repeat"
    case help, startOver = "start_over", stopped
    case gaveUp = "gave_up"
    case bot, welcome, noWorries = "no_worries", calm, acknowledge, condolence, condolenceOffer =
        "condolence_offer", notHelped = "not_helped"
    case takeYourTime = "take_your_time", notStarted = "not_started"
    case changedMind = "changed_mind"
    case declined, affirmedNothing = "affirmed_nothing"
    case corrected, valueKnown = "value_known", whichIsLeft = "which_is_left"
    case whichToChange = "which_to_change", whichToChangeAgain = "which_to_change_again"
    case masked
    case attachment, tooLong = "too_long"
    case actionFailed = "action_failed", slowAction = "slow_action"
    case handoffOpen = "handoff_open", handoffClosed = "handoff_closed"
    case handoffClosedNote = "handoff_closed_note", handoffUpset = "handoff_upset"
    case askContact = "ask_contact", askContactAgain = "ask_contact_again"
    case contactKept = "contact_kept", noContact = "no_contact"
    case waiting, stillWaiting = "still_waiting", withdrawn
    case waitPosition = "wait_position", waitPositionAndTime = "wait_position_and_time"
    case waitPositionAndDue = "wait_position_and_due"
    case promisedAnswer = "promised_answer"
    case promiseLate = "promise_late", promiseBroken = "promise_broken"
    case promiseRefused = "promise_refused"
    case agentReturned = "agent_returned"
    case askName = "ask_name", askNameAgain = "ask_name_again"
    case askEmail = "ask_email", askEmailAgain = "ask_email_again"
    case askPhone = "ask_phone", askPhoneAgain = "ask_phone_again"
    case needsVerification = "needs_verification"
    case signIn = "sign_in", signInAgain = "sign_in_again"
    case stillRight = "still_right", askToRemember = "ask_to_remember"
    case willRemember = "will_remember", wontRemember = "wont_remember"
    case forgotten, forgottenAll = "forgotten_all"
    case remembered, remembersNothing = "remembers_nothing"
    case noticesStopped = "notices_stopped", noticesAgain = "notices_again"
    case letMeFindOut = "let_me_find_out"
    case languageSwitched = "language_switched", languageKnown = "language_known"
    case languageUnavailable = "language_unavailable"
    case csat, nps, ces
    case feedbackThanks = "feedback_thanks", feedbackLow = "feedback_low", feedbackKept = "feedback_kept"
}

extension DeskText {
    /// The field roots its template may use beyond `customer`, `assistant` and `now`.
    public var fields: [String] {
        switch self {
        case .handoffOpen, .handoffClosed, .handoffClosedNote, .handoffUpset, .waiting, .stillWaiting,
            .askContact,
            .contactKept, .noContact,
            .waitPosition, .waitPositionAndTime, .waitPositionAndDue, .promisedAnswer,
            .promiseRefused:
            ["queue"]
        case .promiseLate, .promiseBroken: ["promise", "queue"]
        case .corrected, .valueKnown, .stillRight, .askToRemember, .forgotten, .remembered: ["slot"]
        case .resume, .changedMind: ["flow"]
        case .several, .severalValues: ["first", "next"]
        case .keptForLater, .nextRequest, .nextValue: ["next"]
        case .repromptExample: ["slot"]
        case .languageSwitched, .languageKnown, .languageUnavailable: ["language"]
        default: []
        }
    }

    /// What is said in a language unless the assistant says it otherwise.
    func defaultWordings(in language: Language) -> [String] {
        switch language {
        case .english: englishWordings
        case .spanish: spanishWordings
        }
    }
}
