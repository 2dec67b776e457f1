import Frontdesk

extension RequestError {
    /// What a caller of the pipe is told when the desk could not do something.
    init(_ error: DeskError) {
        let code: Code =
            switch error {
            case .unknownConversation: .unknownConversation
            case .noTicket: .noTicket
            case .noSuchTurn, .missingField: .badField
            case .contended: .conflict
            case .cannotUndo, .undecided: .failed
            case .store(.conflict): .conflict
            case .store: .storeUnavailable
            case .queue(let error): Self.code(error)
            }
        let sentence = error.description
        self.init(code, sentence.prefix(1).uppercased() + sentence.dropFirst())
    }

    private static func code(_ error: QueueError) -> Code {
        switch error {
        case .unknownTicket, .notOpen: .noTicket
        case .alreadyClaimed: .alreadyClaimed
        case .leaseLost, .staleToken: .staleClaim
        case .unavailable: .storeUnavailable
        }
    }
}
