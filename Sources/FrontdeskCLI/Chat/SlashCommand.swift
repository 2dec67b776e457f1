/// What can be typed in a chat besides messages.
enum SlashCommand: String, CaseIterable {
    case why, state, events, rate, undo, save, reload, human, help, quit

    /// How it is written, and what it does.
    var usage: (words: String, meaning: String) {
        switch self {
        case .why: ("/why", "why the last turn went as it did")
        case .state: ("/state", "flows, slots and confidence now")
        case .events: ("/events", "everything that was recorded")
        case .rate: ("/rate up|down", "say whether the last reply helped")
        case .undo: ("/undo", "take the last turn back")
        case .save: ("/save FILE", "write the conversation as a transcript")
        case .reload: ("/reload", "read the intent files again (saved changes are noticed by themselves)")
        case .human: ("/human", "ask for a human")
        case .help: ("/help", "this list")
        case .quit: ("/quit", "leave; --resume goes on another time")
        }
    }

    /// All commands as they are typed.
    static var allWords: [String] { allCases.map { "/\($0.rawValue)" } }
}
